#include <algorithm>
#include <array>

#include "shared/catalogue/file_reader.hpp"

namespace motcua::catalogue {
namespace {

constexpr std::array<std::string_view, 4> kKinds = {"original", "certified_copy", "copy", "digital"};
constexpr std::array<DocumentKind, 4> kKindValues = {DocumentKind::Original, DocumentKind::CertifiedCopy,
                                                     DocumentKind::Copy, DocumentKind::Digital};
constexpr std::array<std::string_view, 4> kUnits = {"working_day", "working_hour", "calendar_day",
                                                    "same_day"};

void read_kind(Part& part, Document& document) {
    const std::string kind = part.line("kind");
    const auto* found = std::find(kKinds.begin(), kKinds.end(), kind);
    if (found != kKinds.end()) {
        document.kind = kKindValues[static_cast<std::size_t>(found - kKinds.begin())];
    } else if (!kind.empty()) {
        part.note("kind", "choice");
    }
}

}  // namespace

Document read_document(const json::Value& value, const std::string& path, const RuleScope& scope,
                       std::vector<Finding>& findings) {
    Part part(value, path, findings);
    Document document;
    document.id = part.id("id");
    document.label = part.text("label");
    document.hint = part.optional_text("hint");
    read_kind(part, document);
    document.required_if = part.rule("required_if", scope);
    document.generated = part.flag("generated", false);
    document.present_only = part.flag("present_only", false);
    document.state_source = part.optional_line("state_source");
    document.result_code = part.optional_line("result_code");
    document.basis = part.optional_line("basis");
    part.close();
    if (document.generated && document.present_only) {
        part.note("present_only", "contradiction");
    }
    return document;
}

Provenance Part::provenance(std::string_view key) {
    Provenance from;
    const json::Value& value = any(key);
    if (!has(key)) {
        return from;
    }
    Part part(value, path_of(key), findings_);
    from.source = part.line("source");
    from.checked_on = part.day("checked_on");
    if (part.has("verified")) {
        from.verified = part.flag("verified", false);
    } else {
        part.note("verified", "missing");
    }
    part.close();
    return from;
}

TimeLimit read_time_limit(const json::Value& value, const std::string& path, std::vector<Finding>& findings) {
    Part part(value, path, findings);
    TimeLimit limit;
    if (!part.has("value")) {
        part.note("value", "missing");
    }
    limit.value = part.number("value", 0, 1000, 0);
    limit.unit = part.line("unit");
    if (!limit.unit.empty() && std::find(kUnits.begin(), kUnits.end(), limit.unit) == kUnits.end()) {
        part.note("unit", "choice");
    }
    limit.from = part.provenance("from");
    part.close();
    return limit;
}

Fee read_fee(const json::Value& value, const std::string& path, std::vector<Finding>& findings) {
    Part part(value, path, findings);
    Fee fee;
    const json::Value& amount = part.any("amount_dong");
    if (const std::int64_t* dong = amount.integer(); dong != nullptr && *dong >= 0) {
        fee.amount_dong = *dong;
    } else if (!amount.is_null()) {
        part.note("amount_dong", "range");
    }
    fee.note = part.optional_text("note");
    fee.from = part.provenance("from");
    part.close();
    return fee;
}

}  // namespace motcua::catalogue
