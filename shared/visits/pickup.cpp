#include "shared/visits/pickup.hpp"

namespace motcua::visits::pickup {
namespace {

constexpr std::array<std::string_view, 7> kStates = {"none",      "requested", "on_the_way", "collected",
                                                     "delivered", "missed",    "cancelled"};
static_assert(kStates.size() == static_cast<std::size_t>(State::Cancelled) + 1);

constexpr std::array<std::string_view, 8> kEvents = {"request", "change",  "cancel", "set_out",
                                                     "meet",    "collect", "miss",   "deliver"};
static_assert(kEvents.size() == static_cast<std::size_t>(Event::Deliver) + 1);

std::string states_table() {
    std::string text = "| state | live | terminal |\n|---|---|---|\n";
    for (std::size_t i = 1; i < kStates.size(); ++i) {
        const auto state = static_cast<State>(i);
        text += "| " + code(kStates[i]) + " | " + mark(is_live(state)) + " | " + mark(is_terminal(state)) +
                " |\n";
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
    return "\n# States of a pickup\n\n"
           "From the one table in `shared/visits/pickup.hpp` ([pickup.md](pickup.md)).\n"
           "`meet`, `collect` and `deliver` take a number that the other person shows; what two people "
           "agreed "
           "so, one of them does not undo.\n\n" +
           steps_table(kTransitions) + "\n" + states_table();
}

std::string states_sql() {
    return steps_sql(kTransitions);
}

}  // namespace motcua::visits::pickup
