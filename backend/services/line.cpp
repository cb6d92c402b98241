#include "backend/services/line.hpp"

#include <algorithm>
#include <utility>

#include "backend/services/refuse.hpp"
#include "shared/calendar/date.hpp"

namespace motcua::backend::services {

namespace {

constexpr std::size_t kVisitIdBytes = 16;
constexpr std::size_t kIdDigits = 2 * kVisitIdBytes;

Error moved_on() {
    return refuse(ErrorCode::Conflict, "version", "visit_moved_on");
}

}  // namespace

bool can_undo(const storage::VisitRecord& visit) {
    const auto event = visits::event_named(visit.last_event);
    return event && visits::undone(visit.booking.state, visit.before, *event).has_value();
}

Line::Line(const Assets& assets, const Dossiers& dossiers, const Bookings& bookings,
           const security::TokenHasher& hasher, Clock clock, std::string public_url)
    : assets_(assets),
      dossiers_(dossiers),
      bookings_(bookings),
      hasher_(hasher),
      clock_(std::move(clock)),
      public_url_(std::move(public_url)) {}

std::string Line::secret_of(std::string_view visit) const {
    // Nothing has to be stored: whoever has the database alone cannot make the second half.
    return std::string(visit) + hasher_.hash("ticket", visit).substr(0, kIdDigits);
}

Result<storage::VisitRecord> Line::find(storage::Stores& stores, std::string_view secret) const {
    const std::string_view id = secret.substr(0, kIdDigits);
    if (security::equal_constant_time(secret, secret_of(id))) {
        if (auto visit = stores.line.visit(id)) {
            return *std::move(visit);
        }
    }
    return refuse(ErrorCode::NotFound, "ticket", "ticket_unknown");
}

Result<void> Line::check_priority(const std::string& priority) const {
    const auto& groups = assets_.priority_groups();
    const bool known = std::any_of(groups.begin(), groups.end(),
                                   [&](const PriorityGroup& group) { return group.id == priority; });
    return priority.empty() || known ? Result<void>()
                                     : refuse(ErrorCode::InvalidInput, "priority", "shape.range");
}

Result<void> Line::check_wish(const storage::OfficeRecord& office, const TicketWish& wish) const {
    const auto& services = office.procedures;
    if (!wish.service.empty() &&
        std::find(services.begin(), services.end(), wish.service) == services.end()) {
        return refuse(ErrorCode::InvalidInput, "service", "shape.range");
    }
    return check_priority(wish.priority);
}

Result<storage::VisitRecord> Line::enter(storage::Stores& stores, const storage::BookingRecord& booking,
                                         visits::Event event, storage::TicketRecord ticket) const {
    const std::int64_t now = clock_();
    const auto office = stores.offices.office(booking.office);
    if (!office) {
        return refuse(ErrorCode::InvalidInput, "office", "office_unknown");
    }
    LineLook look(stores, *office, now);
    if (look.waiting().size() >= kMostWaiting) {
        return refuse(ErrorCode::Conflict, "office", "line_full");
    }
    const bool by_device = ticket.number != 0 && event == visits::Event::Arrive;
    ticket.visit = booking.id;
    ticket.office = booking.office;
    ticket.day = day_number(now);
    if (ticket.number == 0) {
        ticket.number = stores.line.take_numbers(ticket.office, ticket.day, 1);
    }
    // A device that could not reach us told nobody anything, and its people have waited already.
    const auto promised =
        by_device ? std::nullopt : look.simulate(stores, {.booking = booking, .ticket = ticket});
    ticket.bound_secs = promised ? promised->bound_secs : -1;
    ticket.told_secs = promised ? look.bounds_of(stores, *promised).bound_secs : -1;
    auto visit = stores.line.step({.booking = booking}, event, ticket, now);
    return visit ? Result(*std::move(visit)) : moved_on();
}

Result<storage::VisitRecord> Line::take(storage::Stores& stores, const TicketWish& wish,
                                        bool at_counter) const {
    const auto office = stores.offices.office(wish.office);
    if (!office) {
        return refuse(ErrorCode::InvalidInput, "office", "office_unknown");
    }
    MC_TRY(check_wish(*office, wish));
    const auto counters = stores.line.counters(wish.office);
    const bool open = std::any_of(counters.begin(), counters.end(),
                                  [](const storage::CounterRecord& each) { return !each.user.empty(); });
    if (!open && !at_counter) {
        return refuse(ErrorCode::Conflict, "office", "line_closed");
    }
    return enter(stores, {.id = security::random_token(kVisitIdBytes), .office = wish.office},
                 visits::Event::Arrive,
                 {.service = wish.service, .priority = wish.priority, .arrived_at_secs = clock_()});
}

Result<storage::VisitRecord> Line::check_in(storage::Stores& stores, const Slip& slip,
                                            const std::string& priority) const {
    MC_TRY_ASSIGN(const storage::DossierRecord dossier, dossiers_.find(stores, slip.code, slip.secret));
    return check_in(stores, dossier, priority);
}

Result<storage::VisitRecord> Line::check_in(storage::Stores& stores, const storage::DossierRecord& dossier,
                                            const std::string& priority) const {
    MC_TRY(check_priority(priority));
    const std::int64_t now = clock_();
    const auto ticket = stores.line.visit(dossier.booking);
    if (ticket && ticket->booking.state != visits::State::Confirmed) {
        return *ticket;  // Checked in already: this is their ticket.
    }
    const auto booking = stores.bookings.booking(dossier.booking);
    if (!booking || booking->state != visits::State::Confirmed) {
        return refuse(ErrorCode::Conflict, "appointment", "appointment_cancelled");
    }
    if (now < booking->starts_at_secs - kEarlySecs) {
        Error early = refuse(ErrorCode::Conflict, "appointment", "check_in_early");
        const std::int64_t from = booking->starts_at_secs - kEarlySecs;
        early.findings[0].args = {{"day", calendar::vietnamese(calendar::day_in_vietnam(from))},
                                  {"time", calendar::time_in_vietnam(from)}};
        return early;
    }
    const std::int64_t day = day_number(now);
    if (day_number(booking->starts_at_secs) != day) {
        return refuse(ErrorCode::Conflict, "appointment", "check_in_over");
    }
    storage::TicketRecord wish{.service = dossier.procedure, .priority = priority, .arrived_at_secs = now};
    if (ticket && ticket->ticket.day == day) {
        wish.number = ticket->ticket.number;  // Checked in, undone, and here again.
    }
    return enter(stores, *booking, visits::Event::CheckIn, std::move(wish));
}

Result<bool> Line::merge(storage::Stores& stores, const std::string& office,
                         const DeviceTicket& ticket) const {
    const std::int64_t now = clock_();
    const std::int64_t day = day_number(now);
    const auto range = stores.line.range_of(office, day, ticket.number);
    if (!range) {
        return refuse(ErrorCode::Conflict, "number", "number_of_no_range");
    }
    if (stores.line.has_number(office, day, ticket.number)) {
        return false;
    }
    const auto record = stores.offices.office(office);
    MC_TRY(check_wish(*record, {.office = office, .service = ticket.service, .priority = ticket.priority}));
    const std::int64_t midnight = calendar::utc_secs(calendar::from_days(day), 0, 0);
    MC_TRY(enter(stores, {.id = security::random_token(kVisitIdBytes), .office = office},
                 visits::Event::Arrive,
                 {.number = ticket.number,
                  .service = ticket.service,
                  .priority = ticket.priority,
                  .arrived_at_secs = std::clamp(ticket.arrived_at_secs, midnight, now)}));
    return true;
}

Result<storage::VisitRecord> Line::leave(storage::Stores& stores, std::string_view secret) const {
    MC_TRY_ASSIGN(const storage::VisitRecord visit, find(stores, secret));
    return step(stores, visit, visits::Event::Leave, visit.ticket);
}

Result<storage::VisitRecord> Line::seat_at_counter(storage::Stores& stores,
                                                   const storage::VisitRecord& visit) const {
    const visits::State state = visit.booking.state;
    if (visits::is_at_counter(state)) {
        const auto counters = stores.line.counters(visit.booking.office);
        const bool there = std::any_of(counters.begin(), counters.end(), [&](const auto& counter) {
            return counter.counter == visit.ticket.counter && counter.visit == visit.booking.id;
        });
        if (!there && !stores.line.occupy(visit.booking.office, visit.ticket.counter, visit.booking.id)) {
            return refuse(ErrorCode::Conflict, "counter", "counter_busy");
        }
        return visit;
    }
    stores.line.free_counter_of(visit.booking.id);
    if (visits::is_terminal(state)) {
        bookings_.give_up_seat(stores, visit.booking);
    }
    return visit;
}

Result<storage::VisitRecord> Line::step(storage::Stores& stores, const storage::VisitRecord& visit,
                                        visits::Event event, const storage::TicketRecord& after) const {
    const auto stepped = stores.line.step(visit, event, after, clock_());
    return stepped ? seat_at_counter(stores, *stepped) : moved_on();
}

Result<storage::VisitRecord> Line::undo(storage::Stores& stores, const storage::VisitRecord& visit) const {
    if (!can_undo(visit) || visit.ticket.day != day_number(clock_())) {
        return refuse(ErrorCode::Conflict, "event", "undo_impossible");
    }
    const auto back = stores.line.undo(visit, clock_());
    return back ? seat_at_counter(stores, *back) : moved_on();
}

void Line::end_days_before(storage::Stores& stores) const {
    const std::int64_t now = clock_();
    const std::int64_t today = day_number(now);
    for (const storage::VisitRecord& visit : stores.line.left_over(today)) {
        if (const auto left = stores.line.step(visit, visits::Event::Leave, visit.ticket, now)) {
            stores.line.free_counter_of(visit.booking.id);
            bookings_.give_up_seat(stores, left->booking);
        }
    }
    for (const storage::BookingRecord& booking :
         stores.line.not_come(calendar::utc_secs(calendar::from_days(today), 0, 0))) {
        if (const auto missed = stores.bookings.step(booking, visits::Event::NoShow, now)) {
            bookings_.give_up_seat(stores, *missed);
        }
    }
}

}  // namespace motcua::backend::services
