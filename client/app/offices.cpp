#include "client/app/offices.hpp"

#include <algorithm>

#include "client/app/journey.hpp"

namespace motcua::app {

form::Jurisdiction current_jurisdiction(const State& state) {
    return state.procedure ? form::jurisdiction(*state.procedure, current_walk(state).effective, state.places)
                           : form::Jurisdiction{};
}

form::OfficePlace place_of(const protocol::Office& office) {
    return {office.commune, office.province};
}

const protocol::Office* chosen_office(const State& state) {
    const AppointmentPart& part = state.dossier.appointment;
    const auto found = std::find_if(part.offices.begin(), part.offices.end(),
                                    [&part](const auto& office) { return office.id == part.office; });
    return found == part.offices.end() ? nullptr : &*found;
}

std::optional<Finding> office_finding(const State& state) {
    const protocol::Office* office = chosen_office(state);
    if (office == nullptr || !state.procedure) {
        return std::nullopt;
    }
    return form::check_office(*state.procedure, current_jurisdiction(state), place_of(*office), state.places);
}

std::optional<Finding> office_obstacle(const State& state) {
    auto found = office_finding(state);
    if (!found || found->code == form::kOfficeRefused) {
        return found;
    }
    return found == state.dossier.appointment.office_warned
               ? std::nullopt
               : std::optional(Finding{"office", "office_look_again", {}});
}

}  // namespace motcua::app
