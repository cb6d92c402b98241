#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/visits/step_table.hpp"

/// What becomes of a visit to an office, and in which order people are called. Nothing here
/// reads a clock or a store: backend, kiosk and desk ask the same functions.
namespace motcua::visits {

/// Where a visit stands. Somebody who comes without an appointment begins with CheckedIn.
enum class State : std::uint8_t {
    None,  ///< Does not exist yet
    Held,
    Confirmed,
    CheckedIn,  ///< Waits in the line
    Called,     ///< On the way to a counter
    Serving,
    Parked,    ///< Fetches a paper, fills in a form; is called again
    Missed,    ///< Called, and did not come
    Referred,  ///< Served at one counter, waits for a second service
    Served,
    NoShow,
    Left,
    Expired,
    Cancelled,
};

enum class Event : std::uint8_t {
    Hold,
    Confirm,
    Expire,  ///< The hold ran out
    Cancel,
    Move,     ///< To another time; one transaction
    CheckIn,  ///< With an appointment
    Arrive,   ///< Without one
    NoShow,   ///< Neither checked in nor late any more
    Call,
    Recall,  ///< Called once more to the same counter
    Miss,
    Return,  ///< Comes after all
    Start,
    Park,
    Transfer,  ///< To other counters, at the place in the line that was theirs
    Refer,
    Finish,
    Leave,
    Reclassify,  ///< Stands in another class than the person stated: the paper says so
};

/// One legal step. `undoable`: the event Undo may lead back from `to` to `from`, as an event of
/// its own. Not where a seat may have gone to somebody else in between.
struct Transition {
    State from;
    Event event;
    State to;
    bool undoable;
};

inline constexpr std::array kTransitions = {
    Transition{State::None, Event::Hold, State::Held, false},
    Transition{State::Held, Event::Hold, State::Held, false},  // Again, or another time
    Transition{State::Held, Event::Confirm, State::Confirmed, false},
    Transition{State::Held, Event::Expire, State::Expired, false},
    Transition{State::Held, Event::Cancel, State::Cancelled, false},
    Transition{State::Confirmed, Event::Move, State::Confirmed, false},
    Transition{State::Confirmed, Event::Cancel, State::Cancelled, false},
    Transition{State::Confirmed, Event::CheckIn, State::CheckedIn, true},
    Transition{State::Confirmed, Event::NoShow, State::NoShow, true},
    Transition{State::None, Event::Arrive, State::CheckedIn, false},
    Transition{State::CheckedIn, Event::Call, State::Called, true},
    Transition{State::CheckedIn, Event::Leave, State::Left, true},
    Transition{State::CheckedIn, Event::Reclassify, State::CheckedIn, true},
    Transition{State::Called, Event::Recall, State::Called, false},
    Transition{State::Called, Event::Start, State::Serving, true},
    Transition{State::Called, Event::Miss, State::Missed, true},
    Transition{State::Called, Event::Transfer, State::CheckedIn, true},
    Transition{State::Called, Event::Leave, State::Left, true},
    Transition{State::Called, Event::Reclassify, State::Called, true},
    Transition{State::Missed, Event::Call, State::Called, true},
    Transition{State::Missed, Event::Return, State::CheckedIn, true},
    Transition{State::Missed, Event::Leave, State::Left, true},
    Transition{State::Serving, Event::Park, State::Parked, true},
    Transition{State::Serving, Event::Transfer, State::CheckedIn, true},
    Transition{State::Serving, Event::Refer, State::Referred, true},
    Transition{State::Serving, Event::Finish, State::Served, true},
    Transition{State::Serving, Event::Leave, State::Left, true},
    Transition{State::Serving, Event::Reclassify, State::Serving, true},
    Transition{State::Parked, Event::Call, State::Called, true},
    Transition{State::Parked, Event::Return, State::CheckedIn, true},
    Transition{State::Parked, Event::Leave, State::Left, true},
    Transition{State::Referred, Event::Call, State::Called, true},
    Transition{State::Referred, Event::Leave, State::Left, true},
};

/// Where an event leads; nullopt: it is not legal.
constexpr std::optional<State> next(State from, Event event) {
    return next_in(kTransitions, from, event);
}

/// Where Undo leads from `now`, when `event` led there from `before`; nullopt: it cannot be undone.
constexpr std::optional<State> undone(State now, State before, Event event) {
    return undone_in(kTransitions, now, before, event);
}

/// No event but Undo leads on.
constexpr bool is_terminal(State state) {
    return ends_in(kTransitions, state);
}

/// Counts as the person's one live visit of its service group.
constexpr bool is_live(State state) {
    return state != State::None && !is_terminal(state);
}

/// Stands in the line: the order of line.hpp is among these.
constexpr bool is_waiting(State state) {
    return state == State::CheckedIn || state == State::Referred;
}

/// Takes up a counter.
constexpr bool is_at_counter(State state) {
    return state == State::Called || state == State::Serving;
}

/// "checked_in", as stored and exchanged.
std::string_view name(State state);
std::string_view name(Event event);
/// nullopt: no state is called so.
std::optional<State> state_named(std::string_view name);
std::optional<Event> event_named(std::string_view name);

/// docs/states.md.
std::string states_markdown();
/// Every pair of states between which a step or its undoing leads, as rows for an SQL VALUES:
/// "('none','held'),\n('held','confirmed'),\n…". Undo stays with the code: a pair does not tell
/// what happened before.
std::string states_sql();

}  // namespace motcua::visits
