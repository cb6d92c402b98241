#include "backend/services/appointments.hpp"

#include <utility>

#include "shared/calendar/date.hpp"
#include "shared/visits/calendar_file.hpp"

namespace motcua::backend::services {

namespace {

constexpr int kDaysAhead = 14;

protocol::Office office_of(storage::Stores& stores, const std::string& id) {
    const auto office = stores.offices.office(id);
    return office ? protocol_office(*office) : protocol::Office{.id = id};
}

/// Every change a calendar has to hear of.
int sequence_of(storage::Stores& stores, const storage::BookingRecord& booking) {
    return stores.bookings.steps_taken(booking.id, visits::Event::Move) +
           stores.bookings.steps_taken(booking.id, visits::Event::Cancel);
}

int minutes_of(storage::Stores& stores, const storage::BookingRecord& booking) {
    const auto slot = stores.offices.slot(booking.office, booking.starts_at_secs, booking.starts_at_secs);
    return slot ? slot->minutes : 0;
}

std::string place_text(const protocol::Office& office) {
    return office.address.empty() ? office.name : office.name + ", " + office.address;
}

}  // namespace

Appointments::Appointments(const Dossiers& dossiers, const Bookings& bookings, Clock clock)
    : dossiers_(dossiers), bookings_(bookings), clock_(std::move(clock)) {}

Result<Appointments::Found> Appointments::find(storage::Stores& stores, const Slip& slip) const {
    MC_TRY_ASSIGN(storage::DossierRecord dossier, dossiers_.find(stores, slip.code, slip.secret));
    auto booking = stores.bookings.booking(dossier.booking);
    if (!booking) {
        return Error{.code = ErrorCode::Internal, .detail = "a dossier without its booking", .findings = {}};
    }
    return Found{.dossier = std::move(dossier), .booking = *std::move(booking)};
}

std::vector<protocol::Slot> Appointments::next_slots(storage::Stores& stores,
                                                     const storage::BookingRecord& booking) const {
    std::vector<protocol::Slot> next;
    const auto slots =
        bookings_.slots(stores, booking.office, calendar::day_in_vietnam(clock_()), kDaysAhead);
    if (!slots) {
        return next;
    }
    for (const protocol::Slot& slot : *slots) {
        if (slot.free > 0 && slot.starts_at_secs != booking.starts_at_secs && next.size() < kNextSlots) {
            next.push_back(slot);
        }
    }
    return next;
}

Result<protocol::Appointment> Appointments::tell(storage::Stores& stores, const Found& found) const {
    const storage::BookingRecord& booking = found.booking;
    const auto change_until = bookings_.change_until(booking);
    return protocol::Appointment{
        .code = found.dossier.code,
        .office = office_of(stores, booking.office),
        .state = std::string(visits::name(booking.state)),
        .starts_at_secs = booking.starts_at_secs,
        .minutes = minutes_of(stores, booking),
        .change_until_secs = change_until.value_or(0),
        .sequence = sequence_of(stores, booking),
        .next = change_until ? next_slots(stores, booking) : std::vector<protocol::Slot>{}};
}

Result<protocol::Appointment> Appointments::status(storage::Stores& stores, const Slip& slip) const {
    MC_TRY_ASSIGN(const Found found, find(stores, slip));
    return tell(stores, found);
}

Result<protocol::Appointment> Appointments::move(storage::Stores& stores, const Slip& slip,
                                                 std::int64_t starts_at_secs) const {
    MC_TRY_ASSIGN(Found found, find(stores, slip));
    MC_TRY_ASSIGN(found.booking, bookings_.move(stores, found.booking, starts_at_secs));
    stores.dossiers.change_appointment(found.dossier.id, found.booking.id, starts_at_secs);
    return tell(stores, found);
}

Result<protocol::Appointment> Appointments::book_again(storage::Stores& stores, const Slip& slip,
                                                       std::int64_t starts_at_secs) const {
    MC_TRY_ASSIGN(Found found, find(stores, slip));
    const std::string before = found.booking.id;
    MC_TRY_ASSIGN(found.booking, bookings_.book_again(stores, found.booking, starts_at_secs));
    if (found.booking.id != before) {
        MC_TRY(dossiers_.claim_person(stores, found.dossier, found.booking.id));
        stores.dossiers.change_appointment(found.dossier.id, found.booking.id, starts_at_secs);
    }
    return tell(stores, found);
}

Result<protocol::Appointment> Appointments::cancel(storage::Stores& stores, const Slip& slip) const {
    MC_TRY_ASSIGN(Found found, find(stores, slip));
    MC_TRY_ASSIGN(found.booking, bookings_.cancel(stores, found.booking));
    return tell(stores, found);
}

Result<std::string> Appointments::calendar_file(storage::Stores& stores, const Slip& slip,
                                                const i18n::Texts& texts) const {
    MC_TRY_ASSIGN(const Found found, find(stores, slip));
    const storage::BookingRecord& booking = found.booking;
    const protocol::Office office = office_of(stores, booking.office);
    return visits::calendar_file(
        {.uid = booking.id + "@motcua",
         .sequence = sequence_of(stores, booking),
         .cancelled = booking.state == visits::State::Cancelled,
         .starts_at_secs = booking.starts_at_secs,
         .minutes = minutes_of(stores, booking),
         .written_at_secs = clock_(),
         .summary = texts.get("calendar_file.summary", {{"office", office.name}}),
         .description = texts.get("calendar_file.description", {{"code", found.dossier.code}}),
         .location = place_text(office),
         .reminder = texts.get(
             "calendar_file.reminder",
             {{"time", calendar::time_in_vietnam(booking.starts_at_secs)}, {"office", office.name}})});
}

}  // namespace motcua::backend::services
