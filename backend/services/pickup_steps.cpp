#include <utility>

#include "backend/services/pickups.hpp"
#include "backend/services/refuse.hpp"
#include "shared/identity/identity.hpp"

// What couriers do, and the numbers that it takes.
namespace motcua::backend::services {

namespace {

using visits::pickup::Event;

Error conflict(std::string_view finding) {
    return refuse(ErrorCode::Conflict, "pickup", finding);
}

bool is_couriers(Event event) {
    return event == Event::SetOut || event == Event::Collect || event == Event::Miss ||
           event == Event::Deliver;
}

}  // namespace

std::string Pickups::number_of(const storage::PickupRecord& pickup, Holder holder) const {
    constexpr std::size_t kHexDigits = 15;  // Fit into 60 bits.
    constexpr std::uint64_t kNumbers = 1'000'000;
    std::string hash;
    switch (holder) {
        case Holder::Citizen:
            hash = hasher_.hash("pickup-citizen", pickup.id);
            break;
        case Holder::Courier:
            hash = hasher_.hash("pickup-courier", pickup.id + "/" + pickup.courier);
            break;
        case Holder::Office:
            hash = hasher_.hash("pickup-office", pickup.id);
            break;
    }
    std::uint64_t value = 0;
    for (const char digit : hash.substr(0, kHexDigits)) {
        value = value * 16 + static_cast<std::uint64_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    // One digit more, taken off again, keeps the zeros in front.
    return std::to_string(kNumbers + value % kNumbers).substr(1);
}

Result<void> Pickups::check_number(const storage::PickupRecord& pickup, Holder holder,
                                   const std::string& number) {
    const std::string whose = std::to_string(static_cast<int>(holder)) + "/" + pickup.id;
    const std::int64_t now = clock_();
    if (const std::int64_t wait = guesses_.wait_secs(whose, now); wait > 0) {
        return Error{.code = ErrorCode::TooMany,
                     .detail = "numbers_many",
                     .findings = {{"number", "wait_secs", {{"secs", std::to_string(wait)}}}}};
    }
    if (!security::equal_constant_time(number_of(pickup, holder), identity::compact_number(number))) {
        guesses_.failed(whose, now);
        return refuse(ErrorCode::InvalidInput, "number", "pickup_number");
    }
    guesses_.succeeded(whose);
    return {};
}

Result<storage::PickupRecord> Pickups::act(storage::Stores& stores, const Clerk& courier,
                                           const PickupAction& action) {
    const auto pickup = stores.pickups.pickup(action.pickup);
    if (!pickup || pickup->office != courier.office) {
        return refuse(ErrorCode::NotFound, "pickup", "pickup_unknown");
    }
    if (visits::pickup::name(pickup->state) != action.state) {
        return conflict("pickup_moved_on");
    }
    if (!pickup->courier.empty() && pickup->courier != courier.user) {
        return conflict("pickup_other_courier");
    }
    const storage::PickupPerson person{.role = storage::kCourierRole, .user = courier.user};
    const auto done = [](std::optional<storage::PickupRecord> after, const char* otherwise) {
        return after ? Result<storage::PickupRecord>(*std::move(after))
                     : refuse(ErrorCode::Conflict, "event", otherwise);
    };
    if (action.event == "undo") {
        return done(stores.pickups.undo(*pickup, person, clock_()), "undo_impossible");
    }
    const auto event = visits::pickup::event_named(action.event);
    if (!event || !is_couriers(*event)) {
        return refuse(ErrorCode::InvalidInput, "event", "shape.range");
    }
    if (!visits::pickup::next(pickup->state, *event)) {
        return refuse(ErrorCode::Conflict, "event", "step_impossible");
    }
    if (event == Event::SetOut && clock_() + kEarliestSecs < pickup->starts_at_secs) {
        return conflict("pickup_too_early");
    }
    if (event == Event::Collect || event == Event::Deliver) {
        const Holder holder = event == Event::Collect ? Holder::Citizen : Holder::Office;
        MC_TRY(check_number(*pickup, holder, action.number));
    }
    storage::PickupRecord after = *pickup;
    after.courier = courier.user;
    return done(stores.pickups.step(after, *event, person, clock_()), "pickup_moved_on");
}

}  // namespace motcua::backend::services
