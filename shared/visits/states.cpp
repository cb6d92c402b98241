#include "shared/visits/states.hpp"

namespace motcua::visits {
namespace {

constexpr std::array<std::string_view, 14> kStates = {
    "none",   "held",     "confirmed", "checked_in", "called", "serving", "parked",
    "missed", "referred", "served",    "no_show",    "left",   "expired", "cancelled"};
static_assert(kStates.size() == static_cast<std::size_t>(State::Cancelled) + 1);

constexpr std::array<std::string_view, 19> kEvents = {
    "hold", "confirm", "expire", "cancel", "move",     "check_in", "arrive", "no_show", "call",      "recall",
    "miss", "return",  "start",  "park",   "transfer", "refer",    "finish", "leave",   "reclassify"};
static_assert(kEvents.size() == static_cast<std::size_t>(Event::Reclassify) + 1);

std::string states_table() {
    std::string text =
        "| state | live | waits in the line | at a counter | terminal |\n|---|---|---|---|---|\n";
    for (std::size_t i = 1; i < kStates.size(); ++i) {
        const auto state = static_cast<State>(i);
        text += "| " + code(kStates[i]) + " | " + mark(is_live(state)) + " | " + mark(is_waiting(state)) +
                " | " + mark(is_at_counter(state)) + " | " + mark(is_terminal(state)) + " |\n";
    }
    return text;
}

}  // namespace

std::string_view name(State state) {
    return kStates[static_cast<std::size_t>(state)];
}

std::string_view name(Event event) {
    return kEvents[static_cast<std::size_t>(event)];
}

std::optional<State> state_named(std::string_view name) {
    return find_named<State>(kStates, name);
}

std::optional<Event> event_named(std::string_view name) {
    return find_named<Event>(kEvents, name);
}

std::string states_markdown() {
    return "# States of a visit\n\n"
           "Written by `motcua states > docs/states.md` from the one table in `shared/visits/states.hpp`; "
           "a test compares them.\n"
           "Appointments begin with `hold`, people without one with `arrive`; from `checked_in` on both are "
           "the same.\n"
           "Undoing is an event of its own, `undo`, that leads back over the last step; nothing is ever "
           "deleted.\n"
           "A cancelled or expired seat may already be somebody else's, so these are not undone.\n\n" +
           steps_table(kTransitions) + "\n" + states_table();
}

std::string states_sql() {
    return steps_sql(kTransitions);
}

}  // namespace motcua::visits
