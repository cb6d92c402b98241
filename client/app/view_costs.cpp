#include <utility>

#include "client/app/expected.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"
#include "shared/form/costs.hpp"

namespace motcua::app {

namespace {

using catalogue::Fee;
using catalogue::TimeLimit;

page::Node row(const State& state, std::string id, std::string name, std::string value,
               const catalogue::Provenance& from) {
    page::Node node = page::summary_row(std::move(id), std::move(name), std::move(value));
    add_source(state, node, from);
    return node;
}

/// Nothing that nobody has compared with its source is told as certain.
std::string name_of(const i18n::Texts& texts, const char* key, bool verified) {
    return verified ? texts.get(key) : texts.get("costs.estimate", {{"what", texts.get(key)}});
}

/// What a layer comes to before there are any answers.
std::string general_amount(const i18n::Texts& texts, const Fee& fee) {
    if (fee.amount_dong.is_null()) {
        return texts.get("fee.unknown");
    }
    const std::int64_t* dong = fee.amount_dong.integer();
    return dong == nullptr ? texts.get("fee.depends") : amount_text(texts, *dong);
}

std::string base_text(const i18n::Texts& texts, const Fee& fee) {
    std::string text = line_of(texts, fee.label.in(texts.lang()), general_amount(texts, fee));
    return fee.applies_if.is_null() ? text : text + "\n" + texts.get("fee.sometimes");
}

std::string reduction_text(const i18n::Texts& texts, const Fee& fee, const std::string& amount) {
    std::string text = fee.label.in(texts.lang());
    if (!fee.on_proof.empty()) {
        text += "\n" + texts.get("fee.on_proof", {{"condition", fee.on_proof.in(texts.lang())}});
    } else if (!fee.applies_if.is_null()) {
        text += "\n" + texts.get("fee.sometimes");
    }
    return text + "\n" + texts.get("fee.then", {{"amount", amount}});
}

page::Node general_fee(const State& state, const Fee& fee) {
    const i18n::Texts& texts = state.shell.texts();
    const bool base = fee.kind == Fee::Kind::Base;
    const char* key = base ? "procedure.fee" : fee.on_proof.empty() ? "fee.less" : "fee.maybe_less";
    return row(state, "fact.fee." + page::id_part(fee.id),
               base ? name_of(texts, key, fee.from.verified) : texts.get(key),
               base ? base_text(texts, fee) : reduction_text(texts, fee, general_amount(texts, fee)),
               fee.from);
}

page::Node limit_row(const State& state, std::string id, const TimeLimit& limit) {
    const i18n::Texts& texts = state.shell.texts();
    return row(state, std::move(id), name_of(texts, "procedure.limit", limit.from.verified),
               limit_text(texts, limit), limit.from);
}

std::string line_text(const i18n::Texts& texts, const form::FeeLine& line) {
    return line_of(texts, line.fee->label.in(texts.lang()),
                   line.known ? amount_text(texts, line.amount_dong) : texts.get("fee.unknown"));
}

std::string estimate_text(const i18n::Texts& texts, const form::FeeEstimate& estimate) {
    if (estimate.base.size() == 1 && !estimate.reduction) {
        return line_text(texts, estimate.base.front());
    }
    std::string text =
        estimate.amount_dong ? amount_text(texts, *estimate.amount_dong) : texts.get("fee.unknown");
    for (const form::FeeLine& line : estimate.base) {
        text += "\n" + line_text(texts, line);
    }
    if (estimate.reduction) {
        text += "\n" + texts.get("fee.reduced", {{"why", estimate.reduction->fee->label.in(texts.lang())}});
    }
    return text;
}

void add_fee_rows(const State& state, page::Node& summary, const form::FeeEstimate& estimate) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node fee = page::summary_row("estimate.fee", name_of(texts, "procedure.fee", estimate.verified),
                                       estimate_text(texts, estimate));
    for (const form::FeeLine& line : estimate.base) {
        add_source(state, fee, line.fee->from);
    }
    if (estimate.reduction) {
        add_source(state, fee, estimate.reduction->fee->from);
    }
    summary.children.push_back(std::move(fee));
    for (const form::FeeLine& line : estimate.possible) {
        summary.children.push_back(row(state, "estimate.maybe." + page::id_part(line.fee->id),
                                       texts.get("fee.maybe_less"),
                                       reduction_text(texts, *line.fee,
                                                      line.known ? amount_text(texts, line.amount_dong)
                                                                 : general_amount(texts, *line.fee)),
                                       line.fee->from));
    }
}

}  // namespace

void add_costs(const State& state, Nodes& rows) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string today = calendar::iso(state.shell.today());
    bool certain = true;  // Whatever the answers will be, it is this limit.
    for (const TimeLimit& limit : state.procedure->time_limits) {
        if (!limit.in_force.on(today)) {
            continue;
        }
        rows.push_back(limit_row(state, "fact.limit." + page::id_part(limit.id), limit));
        if (limit.applies_if.is_null()) {
            if (certain) {
                add_expected(state, rows, "expected.today", limit, state.shell.now_secs);
            }
            break;  // The first that applies counts: what comes after it never does.
        }
        certain = false;
    }
    for (const Fee& fee : state.procedure->fees) {
        if (fee.in_force.on(today)) {
            rows.push_back(general_fee(state, fee));
        }
    }
    if (!state.procedure->fee_note.empty()) {
        rows.push_back(page::summary_row("fact.fee_note", texts.get("fee.note"),
                                         state.procedure->fee_note.in(texts.lang())));
    }
}

void add_estimate(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const form::Answers answers = current_answers(state);
    const form::FeeEstimate estimate = form::estimate_fee(*state.procedure, answers, state.shell.today());
    const TimeLimit* limit = form::time_limit(*state.procedure, answers, state.shell.today());
    page::Node summary;
    summary.id = "estimate";
    summary.role = page::Role::Summary;
    if (!estimate.base.empty()) {
        add_fee_rows(state, summary, estimate);
    }
    if (limit != nullptr) {
        summary.children.push_back(limit_row(state, "estimate.limit", *limit));
        // Papers shown at the office are there no earlier than the person is.
        const auto& appointment = state.dossier.appointment.starts_at_secs;
        add_expected(state, summary.children, appointment ? "expected.appointment" : "expected.today", *limit,
                     appointment.value_or(state.shell.now_secs));
    }
    if (summary.children.empty()) {
        return;
    }
    main.push_back(page::heading("estimate.title", texts.get("costs.title"), 2));
    add_facts(state, main, std::move(summary));
    main.push_back(page::paragraph("estimate.office", texts.get("costs.office_decides"), page::Tone::Muted));
}

}  // namespace motcua::app
