#include <catch2/catch.hpp>
#include <cstddef>
#include <vector>

#include "shared/visits/pickup.hpp"
#include "shared/visits/states.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua;
using namespace motcua::visits;

namespace {

constexpr std::size_t kStates = static_cast<std::size_t>(State::Cancelled) + 1;
constexpr std::size_t kEvents = static_cast<std::size_t>(Event::Reclassify) + 1;

// Known while compiling, so that code may depend on it.
static_assert(next(State::Held, Event::Confirm) == State::Confirmed);
static_assert(!next(State::Expired, Event::Confirm));
static_assert(is_terminal(State::Served) && is_terminal(State::Expired) && is_terminal(State::Cancelled) &&
              is_terminal(State::NoShow) && is_terminal(State::Left));
static_assert(is_live(State::Called) && is_live(State::Parked) && is_live(State::Missed) &&
              is_live(State::Referred) && !is_live(State::None));

}  // namespace

TEST_CASE("an event leads from a state to one place at most", "[visits][states]") {
    for (std::size_t i = 0; i < kTransitions.size(); ++i) {
        for (std::size_t j = i + 1; j < kTransitions.size(); ++j) {
            CAPTURE(i, j);
            CHECK_FALSE((kTransitions[i].from == kTransitions[j].from &&
                         kTransitions[i].event == kTransitions[j].event));
        }
    }
}

TEST_CASE("every state is reached, every live one can end, and every event occurs", "[visits][states]") {
    std::vector<bool> reached(kStates);
    std::vector<bool> ends(kStates);
    std::vector<bool> occurs(kEvents);
    reached[0] = true;
    for (std::size_t i = 0; i < kStates; ++i) {
        ends[i] = is_terminal(static_cast<State>(i));
    }
    for (std::size_t round = 0; round < kStates; ++round) {
        for (const Transition& step : kTransitions) {
            const auto from = static_cast<std::size_t>(step.from);
            const auto to = static_cast<std::size_t>(step.to);
            reached[to] = reached[to] || reached[from];
            ends[from] = ends[from] || ends[to];
            occurs[static_cast<std::size_t>(step.event)] = true;
        }
    }
    CHECK(reached == std::vector<bool>(kStates, true));
    CHECK(ends == std::vector<bool>(kStates, true));
    CHECK(occurs == std::vector<bool>(kEvents, true));
}

TEST_CASE("names of states and events are read back", "[visits][states]") {
    for (std::size_t i = 0; i < kStates; ++i) {
        CHECK(state_named(name(static_cast<State>(i))) == static_cast<State>(i));
    }
    for (std::size_t i = 0; i < kEvents; ++i) {
        CHECK(event_named(name(static_cast<Event>(i))) == static_cast<Event>(i));
    }
    CHECK_FALSE(state_named("nowhere"));
    CHECK_FALSE(event_named(""));
}

TEST_CASE("undoing leads back exactly where the last step came from", "[visits][states]") {
    tests::Random random(7);
    for (int walk = 0; walk < 500; ++walk) {
        State state = State::None;
        for (int step = 0; step < 30; ++step) {
            const auto event = static_cast<Event>(random.below(kEvents));
            const auto to = next(state, event);
            if (!to) {
                continue;
            }
            CAPTURE(name(state), name(event), name(*to));
            const auto back = undone(*to, state, event);
            if (back) {
                CHECK(*back == state);
                CHECK((*to != state || event == Event::Reclassify));
            }
            // Nobody gets a seat back that may be somebody else's.
            if (*to == State::Expired || *to == State::Cancelled || state == State::None) {
                CHECK_FALSE(back);
            }
            state = *to;
        }
    }
    CHECK_FALSE(undone(State::Called, State::Parked, Event::Recall));
}

TEST_CASE("only called people are served, and at a counter stands who was called", "[visits][states]") {
    for (const Transition& step : kTransitions) {
        CAPTURE(name(step.from), name(step.event), name(step.to));
        if (step.event == Event::Reclassify) {
            CHECK(step.from == step.to);
            continue;
        }
        if (step.to == State::Serving) {
            CHECK(step.from == State::Called);
        }
        if (step.to == State::Called && step.event != Event::Recall) {
            CHECK(step.event == Event::Call);
            CHECK_FALSE(is_at_counter(step.from));
        }
    }
}

TEST_CASE("the documented table of states is the one in the code", "[visits][states]") {
    CHECK(tests::repository_file("docs/states.md") == states_markdown() + pickup::states_markdown());
}

TEST_CASE("the pairs for the database are exactly the steps and what undoes them", "[visits][states]") {
    const std::string sql = states_sql();
    for (std::size_t i = 0; i < kStates; ++i) {
        for (std::size_t j = 0; j < kStates; ++j) {
            const auto from = static_cast<State>(i);
            const auto to = static_cast<State>(j);
            bool legal = false;
            for (std::size_t e = 0; e < kEvents; ++e) {
                legal = legal || next(from, static_cast<Event>(e)) == to ||
                        undone(from, to, static_cast<Event>(e)).has_value();
            }
            const std::string pair = "('" + std::string(name(from)) + "','" + std::string(name(to)) + "')";
            CAPTURE(pair);
            const std::size_t at = sql.find(pair);
            CHECK((at != std::string::npos) == legal);
            CHECK((at == std::string::npos || sql.find(pair, at + 1) == std::string::npos));
        }
    }
}
