#include <algorithm>
#include <utility>

#include "client/app/offices.hpp"
#include "client/app/slot_days.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

constexpr const char* kPortal = "https://dichvucong.gov.vn";

std::vector<ErrorLine> error_of(const State& state, const std::string& field, const std::string& node) {
    const std::string error = error_at(state, field);
    return error.empty() || !state.summary_shown ? std::vector<ErrorLine>{}
                                                 : std::vector<ErrorLine>{{node, error}};
}

/// Does this office sit in a commune that the answers name?
bool is_near(const form::Answers& answers, const protocol::Office& office) {
    constexpr std::string_view kCommune = ".commune";
    for (const auto& [id, value] : answers) {
        const bool is_commune = id.size() > kCommune.size() &&
                                id.compare(id.size() - kCommune.size(), kCommune.size(), kCommune) == 0;
        if (is_commune && !office.commune.empty() && value == office.commune) {
            return true;
        }
    }
    return false;
}

/// What the warning is called, and what it says with its source.
struct Warning {
    std::string title;
    std::string text;
};
Warning warning_of(const State& state, const Finding& finding) {
    const i18n::Texts& texts = state.shell.texts();
    const bool told = finding.code != "office_far";
    return {texts.get(told ? "office.not_competent" : "office.elsewhere"),
            finding_text(texts, finding) +
                (told ? "\n" + source_text(texts, state.procedure->competence.from) : "")};
}

/// That none of the offices is one for the answers, and what to do then.
void add_none_fits(const State& state, Nodes& main, const form::Jurisdiction& where) {
    const i18n::Texts& texts = state.shell.texts();
    const std::vector<protocol::Office>& offices = state.dossier.appointment.offices;
    const bool told = !where.units.empty();
    const bool none = std::all_of(offices.begin(), offices.end(), [&](const protocol::Office& office) {
        const form::OfficeFit fit = form::fit(where, place_of(office), state.places);
        return fit == form::OfficeFit::OtherProvince || (told && fit == form::OfficeFit::SameProvince);
    });
    if (!none) {
        return;
    }
    page::Node notice = page::notice(
        "none_fits", page::Tone::Warning, texts.get(told ? "office.none_competent" : "office.none_near"),
        texts.get("office.none_fits",
                  {{"places", form::unit_names(told ? where.units : where.provinces, state.places)}}));
    notice.children.push_back(page::link("portal", texts.get("office.portal"), kPortal));
    main.push_back(std::move(notice));
}

/// Its province where that is another than the person's; what the others have before them; its address.
std::string office_hint(const State& state, const protocol::Office& office, const form::Jurisdiction& where) {
    const i18n::Texts& texts = state.shell.texts();
    const form::OfficeFit fit = form::fit(where, place_of(office), state.places);
    std::string hint;
    if (fit == form::OfficeFit::Competent) {
        hint = texts.get("office.competent") + "\n";
    } else if (where.units.empty() && is_near(current_answers(state), office)) {
        hint = texts.get("office.near") + "\n";
    } else if (const std::string province = form::province_of(place_of(office), state.places);
               fit != form::OfficeFit::SameProvince && !province.empty()) {
        const std::string name = form::unit_names({province}, state.places);
        hint = (fit == form::OfficeFit::OtherProvince ? texts.get("office.in_other", {{"province", name}})
                                                      : name) +
               "\n";
    }
    return hint + (office.address.empty() ? texts.get("office.no_address") : office.address) +
           (office.verified ? "" : kUnverified);
}

page::Node office_choice(const State& state, const form::Jurisdiction& where) {
    const AppointmentPart& part = state.dossier.appointment;
    const form::Answers answers = current_answers(state);
    // The competent or near ones, then the person's province, then the others by province.
    std::vector<std::pair<std::string, const protocol::Office*>> order;
    for (const protocol::Office& office : part.offices) {
        const form::OfficeFit fit = form::fit(where, place_of(office), state.places);
        const bool first =
            fit == form::OfficeFit::Competent || (where.units.empty() && is_near(answers, office));
        const bool far = fit == form::OfficeFit::OtherProvince;
        order.emplace_back((first ? "0"
                            : far ? "2"
                                  : "1") +
                               form::province_of(place_of(office), state.places),
                           &office);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Nodes options;
    for (const auto& [key, office] : order) {
        options.push_back(page::option(office->id, office->name, office_hint(state, *office, where)));
    }
    page::Node node =
        page::choice("office", state.shell.texts().get("office.legend"), part.office, std::move(options));
    node.required = true;
    node.error = error_at(state, "office");
    return node;
}

page::Node slot_choice(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = times_of(state);
    constexpr std::int64_t kSecsAMinute = 60;
    Nodes options;
    for (const protocol::Slot& slot : part.slots) {
        if (is_offered(part, slot) && part.day &&
            calendar::day_in_vietnam(slot.starts_at_secs) == *part.day) {
            const std::int64_t end = slot.starts_at_secs + slot.minutes * kSecsAMinute;
            options.push_back(page::option(
                std::to_string(slot.starts_at_secs),
                texts.get("slots.span", {{"from", calendar::time_in_vietnam(slot.starts_at_secs)},
                                         {"to", calendar::time_in_vietnam(end)}}),
                texts.get("slots.free", {{"count", std::to_string(slot.free)}})));
        }
    }
    page::Node node =
        page::choice("slot", texts.get("slots.time", {{"day", part.day ? day_text(texts, *part.day) : ""}}),
                     part.starts_at_secs ? std::to_string(*part.starts_at_secs) : "", std::move(options));
    node.required = true;
    node.error = is_slips(state)
                     ? state.slip->unchosen.code.empty() ? "" : finding_text(texts, state.slip->unchosen)
                     : error_at(state, "starts_at");
    return node;
}

}  // namespace

void add_slots(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = times_of(state);
    main.push_back(day_calendar(state));
    if (const std::string holidays = holidays_text(state); !holidays.empty()) {
        main.push_back(page::paragraph("holidays", holidays, page::Tone::Muted));
    }
    Nodes tools;
    if (state.shell.today() < part.from) {
        tools.push_back(page::button("slots.earlier", texts.get("slots.earlier")));
    }
    tools.push_back(page::button("slots.later", texts.get("slots.later")));
    tools.push_back(page::button("slots.refresh", texts.get("slots.refresh")));
    main.push_back(page::toolbar("slots", std::move(tools)));
    page::Node slots = slot_choice(state);
    if (!slots.children.empty()) {
        main.push_back(std::move(slots));
        return;
    }
    const bool any = std::any_of(part.slots.begin(), part.slots.end(),
                                 [&part](const protocol::Slot& slot) { return is_offered(part, slot); });
    if (!any) {
        main.push_back(page::notice("slot", page::Tone::Warning, texts.get("slots.none"),
                                    texts.get(is_slips(state) ? "slots.none_later" : "slots.none_text")));
    }
}

void add_office_warning(const State& state, Nodes& main) {
    if (const auto finding = office_finding(state)) {
        Warning warning = warning_of(state, *finding);
        main.push_back(page::notice("elsewhere", page::Tone::Warning, std::move(warning.title),
                                    std::move(warning.text)));
    }
}

page::Node office_dialog(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const auto finding = office_finding(state);
    Warning warning = finding ? warning_of(state, *finding) : Warning{};
    page::Node node =
        page::dialog("office.sure", std::move(warning.title),
                     std::move(warning.text) + "\n" + texts.get("office.ask_first"), "office.other",
                     {page::button("office.other", texts.get("office.other"), page::Tone::Primary),
                      page::button("office.keep", texts.get("office.keep"), page::Tone::Danger)});
    node.tone = page::Tone::Warning;
    return node;
}

void view_office(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = state.dossier.appointment;
    add_error_summary(state, main, error_of(state, "office", "office"));
    main.push_back(page::heading("title", texts.get("step.office")));
    add_progress(state, main);
    main.push_back(page::paragraph("intro", texts.get("office.intro")));
    add_load_notice(state, main, part.offices_load, "offices");
    if (part.offices_load == Load::Ready && part.offices.empty()) {
        main.push_back(page::notice("office", page::Tone::Warning, texts.get("office.none")));
    } else if (part.offices_load == Load::Ready) {
        const form::Jurisdiction where = current_jurisdiction(state);
        add_none_fits(state, main, where);
        page::Node choice = office_choice(state, where);
        Nodes mark;
        add_unverified(state, mark, choice.children);
        choice.hint = mark.empty() ? "" : mark.front().name;
        const std::size_t before = main.size();
        add_office_map(state, main, choice.children);
        for (std::size_t at = 0; main.size() > before && at < choice.children.size(); ++at) {
            choice.children[at].name = std::to_string(at + 1) + ". " + choice.children[at].name;
        }
        main.push_back(std::move(choice));
    }
    add_office_warning(state, main);
    // Nothing can be chosen from a list that is not there.
    add_actions(state, main, part.offices.empty() ? "" : texts.get("action.continue"));
}

void view_time(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = state.dossier.appointment;
    add_error_summary(state, main, error_of(state, "starts_at", "slot"));
    main.push_back(page::heading("title", texts.get("step.time")));
    add_progress(state, main);
    main.push_back(
        page::paragraph("intro", texts.get("slots.intro", {{"office", office_name(state, part.office)}})));
    if (!part.problem.key.empty()) {
        main.push_back(page::notice("problem", page::Tone::Error, texts.get("slots.not_held"),
                                    state.shell.say_it(part.problem)));
    }
    // Slots that are being fetched again stay on the page until the new ones come.
    if (part.slots_load != Load::Ready) {
        add_load_notice(state, main, part.slots_load, "slots");
    }
    if (part.slots_load == Load::Ready || !part.slots.empty()) {
        add_slots(state, main);
    }
    add_actions(state, main, texts.get(part.holding ? "slots.holding" : "slots.hold"));
}

}  // namespace motcua::app
