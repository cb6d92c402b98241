#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/app/message.hpp"
#include "client/desk/state.hpp"
#include "shared/json/value.hpp"

namespace motcua::desk {

/// A message being worked on: the state, and what the platform has to do after it.
struct Turn {
    State& state;
    std::vector<app::Effect>& effects;
};

void update(State& state, const app::Message& message, std::vector<app::Effect>& effects);

// ---- requests (update.cpp) -------------------------------------------------------------

/// Starts a request; an earlier one for the same purpose is not waited for any more.
void send(Turn& turn, Purpose purpose, std::string method, std::string path, std::string body = "",
          std::string idempotency_key = "");
/// After an answer 401: the clerk signs in again and comes back to where they were.
void lose_session(Turn& turn);
/// Shows a page from its top.
void go_to(Turn& turn, Place place);

// ---- sign-in and list (update_list.cpp) --------------------------------------------------

void take_session(Turn& turn, const app::HttpAnswer& answer);
void take_sign_in(Turn& turn, const app::HttpAnswer& answer);
void take_sign_out(Turn& turn);
void take_list(Turn& turn, const app::HttpAnswer& answer);
bool press_list(Turn& turn, std::string_view id);
void want_list(Turn& turn);
/// Text in the list's search field.
void search_list(Turn& turn, const std::string& typed);

// ---- statistics (update_statistics.cpp) --------------------------------------------------

void want_statistics(Turn& turn);
void take_statistics(Turn& turn, const app::HttpAnswer& answer);
bool press_statistics(Turn& turn, std::string_view id);

// ---- indicators (update_indicators.cpp) ---------------------------------------------------

void want_indicators(Turn& turn);
void take_indicators(Turn& turn, const app::HttpAnswer& answer);
void take_counted_visits(Turn& turn, const app::HttpAnswer& answer);
bool press_indicators(Turn& turn, std::string_view id);
void choose_period(Turn& turn, const std::string& option);

// ---- the line (update_counter.cpp) --------------------------------------------------------

void want_line(Turn& turn);
void take_line(Turn& turn, const app::HttpAnswer& answer);
/// Also of what was pressed: the line is in the answer, or why not.
void take_line_action(Turn& turn, const app::HttpAnswer& answer);
bool press_counter(Turn& turn, std::string_view id);
/// What is sent with an action of the line, its answer read by take_line_action().
void act(Turn& turn, const char* method, const std::string& path, json::Object body,
         Purpose purpose = Purpose::LineAction);
/// In the words of what the backend found, where it says it.
app::Sentence why_not(const State& state, const app::HttpAnswer& answer);
/// Time to ask for the line again.
void wake_line(Turn& turn, int call);

// ---- forms at the counter (update_counter_forms.cpp) ----------------------------------------

void take_offer(Turn& turn, const app::HttpAnswer& answer);
void take_check_in(Turn& turn, const app::HttpAnswer& answer);
bool press_counter_form(Turn& turn, std::string_view id);
void choose_at_counter(Turn& turn, const std::string& id, const std::string& option);
void toggle_at_counter(Turn& turn, std::string_view id, bool on);

// ---- one dossier (update_dossier.cpp) ----------------------------------------------------

void want_dossier(Turn& turn);
void take_dossier(Turn& turn, const app::HttpAnswer& answer);
void take_received(Turn& turn, const app::HttpAnswer& answer);
bool press_dossier(Turn& turn, std::string_view id);
/// Back or Forward of the browser: to a page that was there, the dossier that was open among them.
void visit_page(Turn& turn, const std::string& page);
/// Procedures, their names and places, which the verdict needs.
void take_asset(Turn& turn, const app::Asset& asset);

}  // namespace motcua::desk
