#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/app/state.hpp"

/// Questions about a slip's appointment that both update and view ask.
namespace motcua::app {

/// Takes up another slip; what is known of the one before is forgotten.
void take_up_slip(State& state, std::string code, std::string secret);

/// It stands, and may be moved and cancelled now.
bool may_change(const State& state);
/// Something was asked for that nothing else may come between; only looking may be broken off.
bool is_acting(const State& state);
/// Another appointment may be had in its place.
bool is_cancelled(const State& state);

/// Times that are full and may be waited for: those that begin in [from, until).
struct Wish {
    std::string id;  ///< kEarlier, or "2026-11-24" for a day, ".am" or ".pm" behind it for half of one
    std::int64_t from_secs = 0;
    std::int64_t until_secs = 0;
};
inline constexpr const char* kEarlier = "earlier";
/// What can be waited for as far as the times are here: any before the appointment, then by day.
std::vector<Wish> wishes_of(const State& state);
/// A time before the appointment that nobody need wait for.
bool any_free_before(const State& state);

/// Something about its papers being fetched at home is under way.
bool asks_pickup(const State& state);
/// The fields of where and when it is to be, and the courier's number; nullptr for other nodes.
std::string* pickup_field(PickupPart& part, std::string_view id);

}  // namespace motcua::app
