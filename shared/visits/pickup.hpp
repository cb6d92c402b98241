#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/visits/step_table.hpp"

/// Papers fetched at somebody's home by a courier (docs/pickup.md).
namespace motcua::visits::pickup {

/// Where a pickup stands; who has the papers follows from it.
enum class State : std::uint8_t {
    None,       ///< Does not exist yet
    Requested,  ///< Has a seat in a courier's window
    OnTheWay,   ///< The courier has set out for this door
    Collected,  ///< The courier has the papers
    Delivered,  ///< The office has them
    Missed,     ///< Nobody there, or nothing handed over
    Cancelled,
};

enum class Event : std::uint8_t {
    Request,
    Change,  ///< To another window or address; one transaction
    Cancel,
    SetOut,
    Meet,     ///< The citizen entered the courier's number, and it is right
    Collect,  ///< The courier entered the citizen's
    Miss,
    Deliver,  ///< The courier entered the office's
};

/// One legal step. Not undoable where a seat may have gone to somebody else, nor where two people
/// agreed by a number: one of them alone does not take that back.
struct Transition {
    State from;
    Event event;
    State to;
    bool undoable;
};

inline constexpr std::array kTransitions = {
    Transition{State::None, Event::Request, State::Requested, false},
    Transition{State::Requested, Event::Change, State::Requested, false},
    Transition{State::Requested, Event::Cancel, State::Cancelled, false},
    Transition{State::Requested, Event::SetOut, State::OnTheWay, true},
    Transition{State::OnTheWay, Event::Meet, State::OnTheWay, false},
    Transition{State::OnTheWay, Event::Collect, State::Collected, false},
    Transition{State::OnTheWay, Event::Miss, State::Missed, true},
    Transition{State::Collected, Event::Deliver, State::Delivered, false},
};

/// Where an event leads; nullopt: it is not legal.
constexpr std::optional<State> next(State from, Event event) {
    return next_in(kTransitions, from, event);
}

/// Where Undo leads from `now`, when `event` led there from `before`; nullopt: it cannot be undone.
constexpr std::optional<State> undone(State now, State before, Event event) {
    return undone_in(kTransitions, now, before, event);
}

constexpr bool is_terminal(State state) {
    return ends_in(kTransitions, state);
}

/// Counts as the dossier's one pickup.
constexpr bool is_live(State state) {
    return state != State::None && !is_terminal(state);
}

/// "on_the_way", as stored and exchanged.
std::string_view name(State state);
std::string_view name(Event event);
/// nullopt: no state is called so.
std::optional<State> state_named(std::string_view name);
std::optional<Event> event_named(std::string_view name);

/// The part of docs/states.md on pickups.
std::string states_markdown();
/// The pairs of steps_sql().
std::string states_sql();

}  // namespace motcua::visits::pickup
