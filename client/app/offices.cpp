#include "client/app/offices.hpp"

#include <algorithm>

#include "client/app/journey.hpp"

namespace motcua::app {

std::vector<std::string> competent_units(const State& state) {
    std::vector<std::string> units;
    if (!state.procedure || state.procedure->competence.by.empty()) {
        return units;
    }
    const catalogue::Competence& competence = state.procedure->competence;
    const form::Answers answers = current_walk(state).effective;
    for (const std::string& address : competence.by) {
        const auto unit = answers.find(address + (competence.province ? ".province" : ".commune"));
        if (unit != answers.end() && std::find(units.begin(), units.end(), unit->second) == units.end()) {
            units.push_back(unit->second);
        }
    }
    return units;
}

std::string unit_names(const State& state, const std::vector<std::string>& units) {
    std::string names;
    for (const std::string& unit : units) {
        const places::Commune* commune = state.places.commune(unit);
        const places::Province* province = state.places.province(unit);
        names += names.empty() ? "" : ", ";
        names += commune != nullptr ? commune->full : province != nullptr ? province->full : unit;
    }
    return names;
}

bool may_be_competent(const State& state, const protocol::Office& office,
                      const std::vector<std::string>& units) {
    const places::Commune* there = state.places.commune(office.commune);
    return units.empty() || there == nullptr ||
           std::any_of(units.begin(), units.end(), [there](const std::string& unit) {
               return unit == there->code || unit == there->province;
           });
}

const protocol::Office* chosen_office(const State& state) {
    const AppointmentPart& part = state.dossier.appointment;
    const auto found = std::find_if(part.offices.begin(), part.offices.end(),
                                    [&part](const auto& office) { return office.id == part.office; });
    return found == part.offices.end() ? nullptr : &*found;
}

bool chosen_office_is_refused(const State& state) {
    const protocol::Office* office = chosen_office(state);
    return office != nullptr && state.procedure && state.procedure->competence.must &&
           !may_be_competent(state, *office, competent_units(state));
}

Finding office_refusal(const State& state) {
    return {"office", "office_elsewhere", {{"places", unit_names(state, competent_units(state))}}};
}

}  // namespace motcua::app
