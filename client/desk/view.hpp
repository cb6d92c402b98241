#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/desk/state.hpp"
#include "client/page/page.hpp"

namespace motcua::desk {

using Nodes = std::vector<page::Node>;

page::Page view(const State& state);

void view_sign_in(const State& state, Nodes& main);
void view_list(const State& state, Nodes& main);
void view_dossier(const State& state, Nodes& main);
void view_statistics(const State& state, Nodes& main);
void view_counter(const State& state, Nodes& main);
void view_indicators(const State& state, Nodes& main);
void view_counted_visits(const State& state, Nodes& main);
/// Over the page (view_dossier.cpp).
std::optional<page::Node> view_dialog(const State& state);
std::optional<page::Node> view_toast(const State& state);

/// Something is being fetched, or could not be had and can be tried again.
void add_load_notice(const State& state, Nodes& main, app::Load load, const std::string& retry_id);
/// What went wrong last, if anything.
void add_problem(const State& state, Nodes& main);
/// Takes back the last step of this visit; says which.
page::Node undo_button(const State& state, const std::string& id, const LineVisit& visit);
/// The form that is open about this visit, if one is (view_counter_forms.cpp).
bool add_visit_form(const State& state, Nodes& main, const LineVisit& visit);
/// What opens them.
void add_visit_tools(const State& state, Nodes& buttons, const LineVisit& visit);
/// Checking in whom the clerk sees, by the dossier's code.
void add_check_in(const State& state, Nodes& main);
/// Which services the counter serves.
void add_services(const State& state, Nodes& main);
std::string procedure_name(const State& state, const std::string& code);
/// As a clerk sees it: what was handed in waits for them.
std::string dossier_state_text(const State& state, const std::string& dossier_state);
/// "Thứ Sáu, 27/11/2026", or that nobody can tell it.
std::string due_text(const State& state, std::int64_t due_at_secs);
std::string forwarding_text(const State& state, const std::string& forwarding);

}  // namespace motcua::desk
