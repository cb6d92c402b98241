#include <algorithm>
#include <utility>

#include "client/app/offices.hpp"
#include "client/app/slot_days.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

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

/// The names of the provinces that the answers name; empty when the office lies in one of them.
std::string other_provinces(const State& state, const protocol::Office& office) {
    constexpr std::string_view kProvince = ".province";
    const places::Commune* there = state.places.commune(office.commune);
    std::string names;
    for (const auto& [id, value] : current_answers(state)) {
        const bool is_province = id.size() > kProvince.size() &&
                                 id.compare(id.size() - kProvince.size(), kProvince.size(), kProvince) == 0;
        const places::Province* province = is_province ? state.places.province(value) : nullptr;
        if (province == nullptr || there == nullptr) {
            continue;
        }
        if (value == there->province) {
            return "";
        }
        if (names.find(province->full) == std::string::npos) {
            names += (names.empty() ? "" : ", ") + province->full;
        }
    }
    return names;
}

/// What there is to say of the office that is chosen: that it is not competent, as far as that is known.
void add_elsewhere(const State& state, Nodes& main, const protocol::Office& office) {
    const i18n::Texts& texts = state.shell.texts();
    const std::vector<std::string> units = competent_units(state);
    if (!may_be_competent(state, office, units)) {
        const catalogue::Competence& competence = state.procedure->competence;
        const std::string text = texts.get(competence.must ? "office.must" : "office.should",
                                           {{"places", unit_names(state, units)}});
        main.push_back(page::notice("elsewhere", page::Tone::Warning, texts.get("office.not_competent"),
                                    text + "\n" + source_text(texts, competence.from)));
    } else if (const std::string provinces = other_provinces(state, office);
               units.empty() && !provinces.empty()) {
        main.push_back(page::notice("elsewhere", page::Tone::Warning, texts.get("office.elsewhere"),
                                    texts.get("office.elsewhere_text", {{"provinces", provinces}})));
    }
}

/// `first`: listed before the others, and why.
std::string office_hint(const State& state, const protocol::Office& office, bool first, bool known) {
    const i18n::Texts& texts = state.shell.texts();
    std::string hint = first ? texts.get(known ? "office.competent" : "office.near") : "";
    const auto add = [&hint](const std::string& line) { hint += (hint.empty() ? "" : "\n") + line; };
    add(office.address.empty() ? texts.get("office.no_address") : office.address);
    hint += office.verified ? "" : kUnverified;
    return hint;
}

page::Node office_choice(const State& state) {
    const AppointmentPart& part = state.dossier.appointment;
    const form::Answers answers = current_answers(state);
    const std::vector<std::string> units = competent_units(state);
    const auto is_first = [&](const protocol::Office& office) {
        return units.empty() ? is_near(answers, office)
                             : !office.commune.empty() && may_be_competent(state, office, units);
    };
    Nodes options;
    for (const bool first : {true, false}) {
        for (const protocol::Office& office : part.offices) {
            if (is_first(office) == first) {
                options.push_back(
                    page::option(office.id, office.name, office_hint(state, office, first, !units.empty())));
            }
        }
    }
    page::Node node =
        page::choice("office", state.shell.texts().get("office.legend"), part.office, std::move(options));
    node.required = true;
    node.error = error_at(state, "office");
    return node;
}

page::Node slot_choice(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = state.dossier.appointment;
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
    node.error = error_at(state, "starts_at");
    return node;
}

void add_slots(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = state.dossier.appointment;
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
        main.push_back(
            page::notice("slot", page::Tone::Warning, texts.get("slots.none"), texts.get("slots.none_text")));
    }
}

}  // namespace

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
        page::Node choice = office_choice(state);
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
    if (const protocol::Office* office = chosen_office(state)) {
        add_elsewhere(state, main, *office);
    }
    add_actions(state, main, texts.get("action.continue"));
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
