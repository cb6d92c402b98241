#pragma once

#include <optional>
#include <string>

#include "client/app/state.hpp"
#include "shared/form/competence.hpp"

/// Which offices the procedure and the answers make competent (shared/form/competence.hpp).
namespace motcua::app {

form::Jurisdiction current_jurisdiction(const State& state);
form::OfficePlace place_of(const protocol::Office& office);

/// The office that has been chosen; nullptr when none is, or the list of offices is not here.
const protocol::Office* chosen_office(const State& state);
/// What there is to say against the chosen office; nullopt when nothing is known.
std::optional<Finding> office_finding(const State& state);
/// What keeps the dossier from going to it: that it is refused, or that the person has not yet been warned
/// of what is found now, since the office was chosen for another address.
std::optional<Finding> office_obstacle(const State& state);

}  // namespace motcua::app
