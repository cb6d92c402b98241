#include <array>

#include "shared/catalogue/file_reader.hpp"

namespace motcua::catalogue {
namespace {

constexpr std::array<std::string_view, 4> kUnits = {"working_day", "working_hour", "calendar_day",
                                                    "same_day"};
constexpr std::array<std::string_view, 3> kConfidences = {"high", "medium", "low"};
constexpr std::array<std::string_view, 2> kFeeKinds = {"base", "reduction"};
constexpr int kMaxLimit = 1000;

Confidence confidence_called(std::string_view name) {
    if (name == "high") {
        return Confidence::High;
    }
    return name == "medium" ? Confidence::Medium : Confidence::Low;
}

LimitStep read_step(const json::Value& value, const std::string& path, std::vector<Finding>& findings) {
    Part part(value, path, findings);
    LimitStep step;
    step.who = part.optional_text("who");
    step.unit = part.word("unit", kUnits);
    if (!part.has("value")) {
        part.note("value", "missing");
    }
    step.value = part.number("value", 0, kMaxLimit, 0);
    part.close();
    return step;
}

/// A rule, or the number it would give.
Rule read_amount(Part& part, std::string_view key, const RuleScope& scope) {
    if (!part.has(key)) {
        part.note(key, "missing");
        return {};
    }
    Rule amount = part.rule(key, scope);
    const bool is_text = amount.string() != nullptr || amount.boolean() != nullptr;
    if (const std::int64_t* dong = amount.integer(); is_text || (dong != nullptr && *dong < 0)) {
        part.note(key, is_text ? "type" : "range");
    }
    return amount;
}

}  // namespace

InForce Part::in_force(std::string_view key) {
    InForce in_force;
    if (!has(key)) {
        return in_force;
    }
    Part part = inner(key);
    if (part.has("from")) {
        in_force.from_day = part.day("from");
    }
    if (part.has("until")) {
        in_force.until_day = part.day("until");
    }
    part.close();
    if (!in_force.from_day.empty() && !in_force.until_day.empty() && in_force.until_day < in_force.from_day) {
        part.note("until", "contradiction");
    }
    return in_force;
}

Provenance Part::provenance(std::string_view key) {
    Provenance from;
    if (!has(key)) {
        note(key, "missing");
        return from;
    }
    Part part = inner(key);
    from.source = part.line("source");
    from.checked_on = part.day("checked_on");
    if (part.has("verified")) {
        from.verified = part.flag("verified", false);
    } else {
        part.note("verified", "missing");
    }
    from.confidence = confidence_called(part.word("confidence", kConfidences));
    part.close();
    return from;
}

TimeLimit read_time_limit(const json::Value& value, const std::string& path, const RuleScope& scope,
                          std::vector<Finding>& findings) {
    Part part(value, path, findings);
    TimeLimit limit;
    limit.id = part.id("id");
    limit.applies_if = part.rule("applies_if", scope);
    const json::Array& steps = part.items("steps");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        limit.steps.push_back(read_step(steps[i], part.path_of("steps", i), findings));
    }
    if (part.has("cut_off")) {
        limit.cut_off_minute = part.minute("cut_off");
    }
    limit.note = part.optional_text("note");
    if (limit.steps.empty() && limit.note.empty()) {
        part.note("note", "missing");
    }
    limit.in_force = part.in_force("in_force");
    limit.basis = part.optional_line("basis");
    limit.from = part.provenance("from");
    part.close();
    return limit;
}

Fee read_fee(const json::Value& value, const std::string& path, const RuleScope& scope,
             std::vector<Finding>& findings) {
    Part part(value, path, findings);
    Fee fee;
    fee.id = part.id("id");
    fee.kind = part.word("kind", kFeeKinds) == "reduction" ? Fee::Kind::Reduction : Fee::Kind::Base;
    fee.label = part.text("label");
    fee.applies_if = part.rule("applies_if", scope);
    if (fee.kind == Fee::Kind::Reduction) {
        RuleScope with_base = scope;
        with_base.known.insert("amount_dong");
        fee.amount_dong = read_amount(part, "amount_dong", with_base);
        fee.on_proof = part.optional_text("on_proof");
    } else {
        fee.amount_dong = read_amount(part, "amount_dong", scope);
    }
    fee.in_force = part.in_force("in_force");
    fee.basis = part.optional_line("basis");
    fee.from = part.provenance("from");
    part.close();
    return fee;
}

}  // namespace motcua::catalogue
