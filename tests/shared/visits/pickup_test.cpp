#include "shared/visits/pickup.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace motcua::visits::pickup;

namespace {

constexpr std::size_t kStates = static_cast<std::size_t>(State::Cancelled) + 1;
constexpr std::size_t kEvents = static_cast<std::size_t>(Event::Deliver) + 1;

// Known while compiling, so that code may depend on it.
static_assert(next(State::OnTheWay, Event::Collect) == State::Collected);
static_assert(!next(State::Requested, Event::Collect), "nobody collects without having set out");
static_assert(!next(State::OnTheWay, Event::Cancel), "the courier is on the way already");
static_assert(undone(State::OnTheWay, State::Requested, Event::SetOut) == State::Requested);
static_assert(!undone(State::Collected, State::OnTheWay, Event::Collect), "two people agreed");
static_assert(is_terminal(State::Delivered) && is_terminal(State::Missed) && is_terminal(State::Cancelled));
static_assert(is_live(State::Requested) && is_live(State::Collected) && !is_live(State::None));

}  // namespace

TEST_CASE("every state of a pickup is reached, and every event occurs once at most in it",
          "[visits][pickup]") {
    std::vector<bool> reached(kStates);
    std::vector<bool> occurs(kEvents);
    reached[0] = true;
    for (std::size_t i = 0; i < kTransitions.size(); ++i) {
        const Transition& step = kTransitions[i];
        CHECK(reached[static_cast<std::size_t>(step.from)]);
        reached[static_cast<std::size_t>(step.to)] = true;
        occurs[static_cast<std::size_t>(step.event)] = true;
        for (std::size_t j = i + 1; j < kTransitions.size(); ++j) {
            CHECK_FALSE((step.from == kTransitions[j].from && step.event == kTransitions[j].event));
        }
    }
    CHECK(reached == std::vector<bool>(kStates, true));
    CHECK(occurs == std::vector<bool>(kEvents, true));
}

TEST_CASE("what somebody else confirmed by a number cannot be undone", "[visits][pickup]") {
    for (const Transition& step : kTransitions) {
        CAPTURE(name(step.from), name(step.event));
        if (step.event == Event::Meet || step.event == Event::Collect || step.event == Event::Deliver ||
            step.to == State::Cancelled || step.from == State::None) {
            CHECK_FALSE(step.undoable);
        }
    }
}

TEST_CASE("papers reach the office only through the courier's hands", "[visits][pickup]") {
    for (const Transition& step : kTransitions) {
        CHECK((step.to != State::Delivered || step.from == State::Collected));
        CHECK((step.to != State::Collected || step.from == State::OnTheWay));
        CHECK((step.from != State::Collected || step.to == State::Delivered));
    }
}

TEST_CASE("names of a pickup's states and events are read back", "[visits][pickup]") {
    for (std::size_t i = 0; i < kStates; ++i) {
        CHECK(state_named(name(static_cast<State>(i))) == static_cast<State>(i));
    }
    for (std::size_t i = 0; i < kEvents; ++i) {
        CHECK(event_named(name(static_cast<Event>(i))) == static_cast<Event>(i));
    }
    CHECK_FALSE(state_named("held"));
}
