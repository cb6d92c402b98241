#pragma once

#include <string>
#include <vector>

#include "client/app/state.hpp"

/// Which offices the procedure and the answers make competent.
namespace motcua::app {

/// Codes of communes, or of provinces; empty when the procedure or the answers do not tell.
std::vector<std::string> competent_units(const State& state);
/// "Xã Trà Cú, Xã Tập Sơn"
std::string unit_names(const State& state, const std::vector<std::string>& units);
/// Does the office lie in one of these units? Also when nobody knows where it lies, or when there are none.
bool may_be_competent(const State& state, const protocol::Office& office,
                      const std::vector<std::string>& units);

/// The office that has been chosen; nullptr when none is, or the list of offices is not here.
const protocol::Office* chosen_office(const State& state);
/// Does no office but a competent one take this dossier, and is the chosen one not competent?
bool chosen_office_is_refused(const State& state);
/// What is found wrong then, at "office".
Finding office_refusal(const State& state);

}  // namespace motcua::app
