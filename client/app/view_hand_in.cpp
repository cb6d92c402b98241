#include <utility>

#include "client/app/expected.hpp"
#include "client/app/summary.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"
#include "shared/form/costs.hpp"

namespace motcua::app {

namespace {

/// The stages a person sees, and how far each is.
struct StageLine {
    Stage stage;
    const char* key;
};
constexpr StageLine kStages[] = {
    {Stage::Files, "hand_in.files"},
    {Stage::Hold, "hand_in.hold"},
    {Stage::Sign, "hand_in.sign"},
    {Stage::Send, "hand_in.send"},
};

page::Node stage_list(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const HandInPart& part = state.dossier.hand_in;
    page::Node list;
    list.id = "stages";
    list.role = page::Role::Timeline;
    list.name = texts.get("hand_in.stages");
    for (const StageLine& line : kStages) {
        const bool reached = part.stage > line.stage;
        page::Node node;
        node.id = "stages." + std::to_string(list.children.size());
        node.role = page::Role::TimelineStep;
        node.name = texts.get(line.key);
        node.busy = part.stage == line.stage && part.problem.key.empty();
        node.hint = texts.get(reached ? "task.done" : node.busy ? "hand_in.now" : "hand_in.not_yet");
        node.tone = reached ? page::Tone::Success : page::Tone::Muted;
        list.children.push_back(std::move(node));
    }
    return list;
}

page::Node upload_progress(const State& state) {
    constexpr std::int64_t kPercent = 100;
    std::int64_t sent = 0;
    std::int64_t total = 0;
    for (const auto& [id, paper] : state.dossier.papers) {
        for (const AttachedFile& file : paper.files) {
            if (!file.removed) {
                sent += file.state == FileState::Sent ? file.picked.size : file.sent_bytes;
                total += file.picked.size;
            }
        }
    }
    const std::int64_t percent = total == 0 ? kPercent : sent * kPercent / total;
    page::Node node;
    node.id = "uploads";
    node.role = page::Role::Progress;
    node.name = state.shell.texts().get("hand_in.uploaded", {{"percent", std::to_string(percent)}});
    node.level = static_cast<int>(percent);
    node.value = std::to_string(kPercent);
    return node;
}

page::Node large_row(const i18n::Texts& texts, const char* id, const char* name, std::string value) {
    page::Node row = page::summary_row(id, texts.get(name), std::move(value));
    row.tone = page::Tone::Primary;
    return row;
}

std::string fee_text(const State& state, const form::Answers& answers, const calendar::Date& day) {
    const i18n::Texts& texts = state.shell.texts();
    const form::FeeEstimate estimate = form::estimate_fee(*state.procedure, answers, day);
    if (!estimate.amount_dong) {
        return texts.get("fee.unknown");
    }
    const std::string amount = amount_text(texts, *estimate.amount_dong);
    return estimate.verified ? amount : texts.get("costs.estimate", {{"what", amount}});
}

/// What is shown at the counter, and looked up with: large, with the code beside it.
page::Node slip(const State& state, const protocol::Receipt& receipt) {
    const i18n::Texts& texts = state.shell.texts();
    const form::Answers answers = current_answers(state);
    page::Node facts;
    facts.id = "receipt";
    facts.role = page::Role::Summary;
    Nodes& rows = facts.children;
    rows.push_back(large_row(texts, "receipt.code", "receipt.code", receipt.code));
    rows.push_back(large_row(texts, "receipt.secret", "receipt.secret", receipt.secret));
    rows.push_back(large_row(texts, "receipt.time", "check.time",
                             appointment_text(state, receipt.code, receipt.starts_at_secs)));
    rows.push_back(large_row(texts, "receipt.office", "check.office", office_name(state, receipt.office)));
    rows.back().hint = office_address(state, receipt.office);
    const std::string name = form::applicant_name(*state.procedure, answers);
    if (!name.empty()) {
        rows.push_back(page::summary_row("receipt.applicant", texts.get("receipt.applicant"), name));
    }
    if (state.dossier.helper.on) {
        rows.push_back(helper_row(texts, state.dossier.helper.who));
    }
    rows.push_back(page::summary_row("receipt.procedure", texts.get("sign.procedure"),
                                     state.procedure->name.in(texts.lang())));
    rows.push_back(
        page::summary_row("receipt.fee", texts.get("procedure.fee"),
                          fee_text(state, answers, calendar::day_in_vietnam(receipt.received_at_secs))));
    page::Node qr;
    qr.id = "qr";
    qr.role = page::Role::Qr;
    qr.name = texts.get("receipt.qr", {{"code", receipt.code}});
    qr.value = receipt.qr;
    return page::group("slip", "", {std::move(facts), std::move(qr)});
}

/// What is not needed at the counter.
void add_details(const State& state, Nodes& main, const protocol::Receipt& receipt) {
    const i18n::Texts& texts = state.shell.texts();
    const HandInPart& part = state.dossier.hand_in;
    main.push_back(page::disclosure("receipt.more", texts.get("receipt.more"), "", part.more_shown));
    if (!part.more_shown) {
        return;
    }
    main.push_back(timeline(texts, part.events, part.forwarding));
    page::Node facts;
    facts.id = "details";
    facts.role = page::Role::Summary;
    facts.children.push_back(page::summary_row("receipt.received", texts.get("receipt.received"),
                                               moment_text(texts, receipt.received_at_secs)));
    const calendar::Date received = calendar::day_in_vietnam(receipt.received_at_secs);
    if (const auto* limit = form::time_limit(*state.procedure, current_answers(state), received)) {
        add_expected(state, facts.children, "expected.appointment", *limit, receipt.starts_at_secs);
    }
    if (!part.check_code.empty()) {
        facts.children.push_back(
            page::summary_row("receipt.check", texts.get("receipt.check"), part.check_code));
    }
    main.push_back(std::move(facts));
}

void add_next_steps(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("next.title", texts.get("receipt.next"), 2));
    main.push_back(page::paragraph(
        "next.come", texts.get(state.dossier.helper.on ? "helper.next_come" : "receipt.next_come")));
    for (const form::GivenDocument& given : current_form(state).documents) {
        const catalogue::Document* document = state.procedure->document(given.id);
        if (given.provision == form::Provision::AtCounter && document != nullptr) {
            main.push_back(page::paragraph(
                "next.bring." + page::id_part(given.id),
                texts.get("receipt.next_bring", {{"paper", document->label.in(texts.lang())}})));
        }
    }
}

}  // namespace

void view_handing_in(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const HandInPart& part = state.dossier.hand_in;
    const bool stopped = !part.problem.key.empty();
    main.push_back(page::heading("title", texts.get(stopped ? "hand_in.stopped" : "hand_in.title")));
    if (stopped) {
        main.push_back(page::notice("problem", page::Tone::Error,
                                    texts.get(part.may_have_arrived ? "hand_in.unsure" : "hand_in.problem"),
                                    state.shell.say_it(part.problem)));
    } else {
        main.push_back(page::paragraph("intro", texts.get("hand_in.intro")));
    }
    main.push_back(stage_list(state));
    if (part.stage == Stage::Files && !stopped) {
        main.push_back(upload_progress(state));
    }
    if (!stopped) {
        return;
    }
    Nodes actions;
    if (part.stage == Stage::Files) {
        actions.push_back(page::button("files", texts.get("hand_in.to_files"), page::Tone::Primary));
    } else {
        actions.push_back(page::button("retry", texts.get("action.retry"), page::Tone::Primary));
    }
    if (!part.may_have_arrived) {
        actions.push_back(page::button("back", texts.get("hand_in.to_check")));
    }
    main.push_back(page::toolbar("actions", std::move(actions)));
}

void view_receipt(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const HandInPart& part = state.dossier.hand_in;
    if (!part.receipt || !state.procedure) {
        return;
    }
    main.push_back(page::heading("title", texts.get("receipt.title")));
    main.push_back(page::notice("received", page::Tone::Success, texts.get("receipt.received_here"),
                                texts.get("receipt.received_text")));
    page::Node box = slip(state, *part.receipt);
    add_unverified(state, main, box.children.front().children);
    add_office_warning(state, box.children);
    main.push_back(std::move(box));
    main.push_back(page::notice("secret", page::Tone::Warning,
                                texts.get(state.dossier.helper.on ? "helper.hand_over" : "receipt.keep"),
                                texts.get("receipt.keep_text")));
    add_next_steps(state, main);
    main.push_back(page::heading("state.title", texts.get("timeline.title"), 2));
    if (!part.events.empty()) {
        main.push_back(page::paragraph(
            "state", texts.get("receipt.state", {{"state", state_text(texts, part.events.back().state)},
                                                 {"time", moment_text(texts, part.events.back().at_secs)}})));
    }
    add_details(state, main, *part.receipt);
    Nodes actions;
    actions.push_back(page::button("print", texts.get("action.print"), page::Tone::Primary));
    page::Node refresh = page::button("receipt.refresh", texts.get("receipt.refresh"));
    refresh.busy = part.asking;
    actions.push_back(std::move(refresh));
    actions.push_back(page::button("slip.open", texts.get("slip.open")));
    actions.push_back(page::button("new", texts.get("receipt.new")));
    main.push_back(page::toolbar("actions", std::move(actions)));
    main.push_back(
        page::notice("honest", page::Tone::Info, texts.get("honest.title"), texts.get("honest.text")));
}

}  // namespace motcua::app
