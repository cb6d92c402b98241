#include "backend/services/waiting_list.hpp"

#include <algorithm>
#include <utility>

#include "backend/services/refuse.hpp"

namespace motcua::backend::services {

namespace {

Error not_waiting() {
    return {.code = ErrorCode::NotFound, .detail = "does not wait", .findings = {}};
}

bool same_wish(const storage::WaitingRecord& a, const storage::WaitingRecord& b) {
    return a.office == b.office && a.from_secs == b.from_secs && a.until_secs == b.until_secs;
}

}  // namespace

WaitingList::WaitingList(const Dossiers& dossiers, const Bookings& bookings, Clock clock)
    : dossiers_(dossiers), bookings_(bookings), clock_(std::move(clock)) {}

Result<std::string> WaitingList::dossier_of(storage::Stores& stores, const WaitingPerson& person) const {
    if (person.slip) {
        MC_TRY_ASSIGN(const storage::DossierRecord dossier,
                      dossiers_.find(stores, person.slip->code, person.slip->secret));
        return dossier.id;
    }
    if (stores.dossiers.has(person.dossier)) {
        return refuse(ErrorCode::Conflict, "dossier", "dossier_handed_in");
    }
    return person.dossier;
}

Result<storage::WaitingRecord> WaitingList::wanted(storage::Stores& stores, const WaitingPerson& person,
                                                   const Wish& wish) const {
    MC_TRY_ASSIGN(const std::string dossier, dossier_of(stores, person));
    std::string office = wish.office;
    if (person.slip) {
        const auto booking = stores.bookings.live_booking(dossier);
        if (!booking || !bookings_.change_until(*booking)) {
            return refuse(ErrorCode::Conflict, "appointment",
                          booking ? "appointment_begun" : "appointment_cancelled");
        }
        office = booking->office;
    }
    if (!stores.offices.office(office)) {
        return refuse(ErrorCode::InvalidInput, "office", "office_unknown");
    }
    return storage::WaitingRecord{
        .dossier = dossier, .office = office, .from_secs = wish.from_secs, .until_secs = wish.until_secs};
}

Result<void> WaitingList::check_full(storage::Stores& stores, const storage::WaitingRecord& wanted) const {
    const std::int64_t now = clock_();
    const auto slots =
        stores.offices.slots(wanted.office, std::max(wanted.from_secs, now + 1), wanted.until_secs, now);
    if (slots.empty()) {
        return refuse(ErrorCode::InvalidInput, "from", "slot_unknown");
    }
    if (std::any_of(slots.begin(), slots.end(), [](const auto& slot) { return slot.free > 0; })) {
        return refuse(ErrorCode::Conflict, "from", "slots_free");
    }
    return {};
}

Result<protocol::Waiting> WaitingList::join(storage::Stores& stores, const WaitingPerson& person,
                                            const Wish& wish) const {
    MC_TRY_ASSIGN(const storage::WaitingRecord asked, wanted(stores, person, wish));
    const auto before = stores.waiting.waiting(asked.dossier);
    if (!before || !same_wish(*before, asked)) {
        bookings_.settle(stores, "", 0);
        MC_TRY(check_full(stores, asked));
        bookings_.stop_waiting(stores, asked.dossier);
        stores.waiting.join(asked);
    }
    return tell(stores, asked.dossier);
}

Result<std::optional<protocol::Waiting>> WaitingList::status(storage::Stores& stores,
                                                             const WaitingPerson& person) const {
    MC_TRY_ASSIGN(const std::string dossier, dossier_of(stores, person));
    bookings_.settle(stores, "", 0);
    auto waiting = tell(stores, dossier);
    return waiting ? std::optional(*std::move(waiting)) : std::nullopt;
}

Result<void> WaitingList::leave(storage::Stores& stores, const WaitingPerson& person) const {
    MC_TRY_ASSIGN(const std::string dossier, dossier_of(stores, person));
    if (!bookings_.stop_waiting(stores, dossier)) {
        return not_waiting();
    }
    return {};
}

Result<protocol::Waiting> WaitingList::tell(storage::Stores& stores, std::string_view dossier) const {
    const auto waiting = stores.waiting.waiting(dossier);
    if (!waiting || waiting->until_secs <= clock_()) {
        return not_waiting();
    }
    const auto offer = stores.bookings.offer_to(dossier);
    return protocol::Waiting{.office = waiting->office,
                             .from_secs = waiting->from_secs,
                             .until_secs = waiting->until_secs,
                             .position = stores.waiting.ahead_of(dossier) + 1,
                             .offered_at_secs = offer ? offer->starts_at_secs : 0,
                             .offered_until_secs = offer ? offer->offered_until_secs : 0};
}

}  // namespace motcua::backend::services
