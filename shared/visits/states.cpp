#include "shared/visits/states.hpp"

#include <utility>
#include <vector>

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

template <class Enum, std::size_t Count>
std::optional<Enum> find_named(const std::array<std::string_view, Count>& names, std::string_view name) {
    for (std::size_t i = 0; i < Count; ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

std::string code(std::string_view word) {
    return "`" + std::string(word) + "`";
}

const char* mark(bool holds) {
    return holds ? "yes" : "";
}

std::string steps_table() {
    std::string text = "| from | event | to | can be undone |\n|---|---|---|---|\n";
    for (const Transition& step : kTransitions) {
        text += "| " + code(name(step.from)) + " | " + code(name(step.event)) + " | " + code(name(step.to)) +
                " | " + mark(step.undoable) + " |\n";
    }
    return text;
}

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
           steps_table() + "\n" + states_table();
}

std::string states_sql() {
    std::vector<std::pair<State, State>> pairs;
    const auto add = [&pairs](State from, State to) {
        for (const auto& known : pairs) {
            if (known == std::pair(from, to)) {
                return;
            }
        }
        pairs.emplace_back(from, to);
    };
    for (const Transition& step : kTransitions) {
        add(step.from, step.to);
        if (step.undoable) {
            add(step.to, step.from);
        }
    }
    std::string text;
    for (const auto& [from, to] : pairs) {
        text += text.empty() ? "('" : ",\n('";
        text += std::string(name(from)) + "','" + std::string(name(to)) + "')";
    }
    return text + "\n";
}

}  // namespace motcua::visits
