#include "client/app/slip.hpp"

#include <algorithm>
#include <utility>

namespace motcua::app {

namespace {

constexpr int kNoon = 12;

/// The slots of one day: are there any before and after noon, and is one of them free?
struct HalfDay {
    bool any = false;
    bool free = false;
    [[nodiscard]] bool full() const { return any && !free; }
};

/// What of this day is full: nothing, all of it or half of it.
void add_day(const State& state, std::int64_t day, std::vector<Wish>& wishes) {
    const calendar::Date date = calendar::from_days(day);
    const std::int64_t from = calendar::utc_secs(date, 0, 0);
    const std::int64_t noon = calendar::utc_secs(date, kNoon, 0);
    const std::int64_t until = calendar::utc_secs(calendar::from_days(day + 1), 0, 0);
    HalfDay morning;
    HalfDay afternoon;
    for (const protocol::Slot& slot : state.slip->times.slots) {
        if (slot.starts_at_secs >= from && slot.starts_at_secs < until) {
            HalfDay& half = slot.starts_at_secs < noon ? morning : afternoon;
            half.any = true;
            half.free = half.free || slot.free > 0;
        }
    }
    const std::string id = calendar::iso(date);
    if ((morning.any || afternoon.any) && !morning.free && !afternoon.free) {
        wishes.push_back({id, from, until});
    } else if (morning.full()) {
        wishes.push_back({id + ".am", from, noon});
    } else if (afternoon.full()) {
        wishes.push_back({id + ".pm", noon, until});
    }
}

}  // namespace

SlipPart::~SlipPart() = default;
PickupPart::~PickupPart() = default;

bool asks_pickup(const State& state) {
    return state.slip && state.slip->pickup && state.slip->pickup->call != PickupCall::None;
}

std::string* pickup_field(PickupPart& part, std::string_view id) {
    return id == "pickup.line"        ? &part.line
           : id == "pickup.telephone" ? &part.telephone
           : id == "pickup.number"    ? &part.number
                                      : nullptr;
}

void take_up_slip(State& state, std::string code, std::string secret) {
    state.slip = std::make_unique<SlipPart>();
    state.slip->code = std::move(code);
    state.slip->secret = std::move(secret);
}

bool may_change(const State& state) {
    if (!state.slip) {
        return false;
    }
    const auto& appointment = state.slip->appointment;
    return appointment && appointment->change_until_secs > state.shell.now_secs;
}

bool is_acting(const State& state) {
    const SlipCall call = state.slip->call;
    return call != SlipCall::None && call != SlipCall::Status && call != SlipCall::Waiting;
}

bool is_cancelled(const State& state) {
    return state.slip && state.slip->appointment && state.slip->appointment->state == "cancelled";
}

bool any_free_before(const State& state) {
    const auto& slots = state.slip->times.slots;
    return std::any_of(slots.begin(), slots.end(), [&](const protocol::Slot& slot) {
        return slot.free > 0 && slot.starts_at_secs < state.slip->appointment->starts_at_secs;
    });
}

std::vector<Wish> wishes_of(const State& state) {
    std::vector<Wish> wishes;
    const auto& slots = state.slip->times.slots;
    if (!may_change(state) || slots.empty()) {
        return wishes;
    }
    const std::int64_t own = state.slip->appointment->starts_at_secs;
    if (slots.front().starts_at_secs < own && !any_free_before(state)) {
        wishes.push_back({kEarlier, state.shell.now_secs, own});
    }
    const auto day_of = [](const protocol::Slot& slot) {
        return calendar::days_since_1970(calendar::day_in_vietnam(slot.starts_at_secs));
    };
    for (std::int64_t day = day_of(slots.front()); day <= day_of(slots.back()); ++day) {
        add_day(state, day, wishes);
    }
    return wishes;
}

}  // namespace motcua::app
