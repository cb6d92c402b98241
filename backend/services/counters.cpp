#include "backend/services/counters.hpp"

#include <algorithm>
#include <utility>

#include "backend/services/receipts.hpp"
#include "backend/services/refuse.hpp"

namespace motcua::backend::services {

namespace {

using visits::Event;

Error conflict(std::string_view field, std::string_view finding) {
    return refuse(ErrorCode::Conflict, field, finding);
}

bool serves(const storage::OfficeRecord& office, const std::string& service) {
    const auto& all = office.procedures;
    return service.empty() || std::find(all.begin(), all.end(), service) != all.end();
}

/// What a clerk may do to a visit: what begins and checks in is asked for elsewhere.
bool is_clerks(Event event) {
    switch (event) {
        case Event::Call:
        case Event::Recall:
        case Event::Miss:
        case Event::Return:
        case Event::Start:
        case Event::Park:
        case Event::Transfer:
        case Event::Refer:
        case Event::Finish:
        case Event::Leave:
        case Event::Reclassify:
            return true;
        case Event::Hold:
        case Event::Confirm:
        case Event::Expire:
        case Event::Cancel:
        case Event::Move:
        case Event::CheckIn:
        case Event::Arrive:
        case Event::NoShow:
            return false;
    }
    return false;
}

}  // namespace

Result<storage::CounterRecord> Counters::counter_of(storage::Stores& stores, const Clerk& clerk) const {
    auto counter = stores.line.counter_of(clerk.user);
    return counter ? Result(*std::move(counter)) : conflict("counter", "counter_none");
}

Result<storage::CounterRecord> Counters::free_counter_of(storage::Stores& stores, const Clerk& clerk) const {
    MC_TRY_ASSIGN(storage::CounterRecord counter, counter_of(stores, clerk));
    return counter.visit.empty() ? Result(std::move(counter)) : conflict("counter", "counter_busy");
}

Result<void> Counters::sit(storage::Stores& stores, const Clerk& clerk, int counter,
                           const std::vector<std::string>& services) const {
    const auto office = stores.offices.office(clerk.office);
    const auto counters = stores.line.counters(clerk.office);
    const bool known = std::any_of(counters.begin(), counters.end(),
                                   [&](const auto& each) { return each.counter == counter; });
    if (!known) {
        return refuse(ErrorCode::InvalidInput, "counter", "shape.range");
    }
    for (const std::string& service : services) {
        if (service.empty() || !serves(*office, service)) {
            return refuse(ErrorCode::InvalidInput, "services", "shape.range");
        }
    }
    const auto now = stores.line.counter_of(clerk.user);
    if ((now && now->counter != counter && !now->visit.empty()) || !stores.line.sit({.office = clerk.office,
                                                                                     .counter = counter,
                                                                                     .user = clerk.user,
                                                                                     .services = services,
                                                                                     .visit = ""})) {
        return conflict("counter", "counter_busy");
    }
    return {};
}

Result<void> Counters::stand_up(storage::Stores& stores, const Clerk& clerk) const {
    const auto counter = stores.line.counter_of(clerk.user);
    if (counter && !counter->visit.empty()) {
        return conflict("counter", "counter_busy");
    }
    stores.line.stand_up(clerk.user);
    return {};
}

void Counters::sign_off(storage::Stores& stores, const Clerk& clerk) const {
    const auto counter = stores.line.counter_of(clerk.user);
    if (counter && counter->visit.empty()) {
        stores.line.stand_up(clerk.user);
    }
}

Result<storage::VisitRecord> Counters::call(storage::Stores& stores, const storage::CounterRecord& counter,
                                            const storage::VisitRecord& visit) const {
    storage::TicketRecord after = visit.ticket;
    after.counter = counter.counter;
    return line_.step(stores, visit, Event::Call, after);
}

Result<storage::VisitRecord> Counters::call_next(storage::Stores& stores, const Clerk& clerk) const {
    MC_TRY_ASSIGN(const storage::CounterRecord counter, free_counter_of(stores, clerk));
    const auto office = stores.offices.office(clerk.office);
    const LineLook look(stores, *office, clock_());
    const storage::VisitRecord* next = look.next(counter);
    return next == nullptr ? conflict("line", "line_empty") : call(stores, counter, *next);
}

Result<storage::TicketRecord> Counters::ticket_after(storage::Stores& stores,
                                                     const storage::VisitRecord& visit, Event event,
                                                     const LineAction& action) const {
    storage::TicketRecord after = visit.ticket;
    if (event == Event::Transfer || event == Event::Refer) {
        const auto office = stores.offices.office(visit.booking.office);
        if (!serves(*office, action.service)) {
            return refuse(ErrorCode::InvalidInput, "service", "shape.range");
        }
        after.service = action.service;
    }
    if (event == Event::Reclassify) {
        MC_TRY(line_.check_priority(action.priority));
        after.priority = action.priority;
    }
    if (event == Event::Return && visit.booking.state == visits::State::Missed) {
        after.arrived_at_secs = clock_();  // Their turn has passed: as who comes now.
    }
    return after;
}

Result<storage::VisitRecord> Counters::act(storage::Stores& stores, const Clerk& clerk,
                                           const LineAction& action) const {
    const auto visit = stores.line.visit(action.visit);
    if (!visit || visit->booking.office != clerk.office) {
        return refuse(ErrorCode::NotFound, "visit", "ticket_unknown");
    }
    if (visit->booking.version != action.version || visit->ticket.day != day_number(clock_())) {
        return conflict("version", "visit_moved_on");
    }
    MC_TRY_ASSIGN(const storage::CounterRecord counter, counter_of(stores, clerk));
    if (visits::is_at_counter(visit->booking.state) && counter.visit != visit->booking.id) {
        return conflict("counter", "counter_other");
    }
    if (action.event == "undo") {
        MC_TRY_ASSIGN(storage::VisitRecord back, line_.undo(stores, *visit));
        const bool elsewhere =
            visits::is_at_counter(back.booking.state) && back.ticket.counter != counter.counter;
        return elsewhere ? Result<storage::VisitRecord>(conflict("counter", "counter_other")) : back;
    }
    const auto event = visits::event_named(action.event);
    if (!event || !is_clerks(*event)) {
        return refuse(ErrorCode::InvalidInput, "event", "shape.range");
    }
    if (*event == Event::Call) {
        MC_TRY(free_counter_of(stores, clerk));
        // Whose turn it is, is for call_next() alone.
        return visits::is_waiting(visit->booking.state) ? conflict("event", "step_impossible")
                                                        : call(stores, counter, *visit);
    }
    if (!visits::next(visit->booking.state, *event)) {
        return conflict("event", "step_impossible");
    }
    MC_TRY_ASSIGN(const storage::TicketRecord after, ticket_after(stores, *visit, *event, action));
    return line_.step(stores, *visit, *event, after);
}

Result<storage::VisitRecord> Counters::check_in(storage::Stores& stores, const Clerk& clerk,
                                                const std::string& code, const std::string& priority) const {
    const auto dossier = stores.dossiers.dossier_by_code(normalise_dossier_code(code));
    if (!dossier || dossier->office != clerk.office) {
        return refuse(ErrorCode::NotFound, "code", "dossier_unknown");
    }
    return line_.check_in(stores, *dossier, priority);
}

Result<storage::NumberRange> Counters::reserve(storage::Stores& stores, const Clerk& clerk,
                                               const std::string& device, int count) const {
    storage::NumberRange range{.office = clerk.office, .day = day_number(clock_()), .device = device};
    range.first = stores.line.take_numbers(range.office, range.day, count);
    range.last = range.first + count - 1;
    stores.line.add_range(range);
    return range;
}

protocol::LineVisit Counters::shown(const storage::VisitRecord& visit, const i18n::Texts& texts) const {
    const visits::LineRules rules;
    return {.visit = visit.booking.id,
            .version = visit.booking.version,
            .number = visit.ticket.number,
            .state = std::string(visits::name(visit.booking.state)),
            .service = visit.ticket.service,
            .priority = line_.priority_named(visit.ticket.priority, texts).name,
            .arrived_at_secs = visit.ticket.arrived_at_secs,
            .booked_at_secs = visit.booking.starts_at_secs,
            .late = visits::is_late(LineLook::entry_of(visit, 0), rules),
            .since_secs = visit.since_secs,
            .counter = visit.ticket.counter,
            .code = visit.code,
            .dossier = visit.booking.dossier,
            .undo = can_undo(visit) ? visit.last_event : ""};
}

protocol::Line Counters::line(storage::Stores& stores, const Clerk& clerk, const i18n::Texts& texts) const {
    const auto office = stores.offices.office(clerk.office);
    const LineLook look(stores, *office, clock_());
    protocol::Line line;
    storage::CounterRecord own;
    for (const storage::CounterRecord& counter : look.counters()) {
        protocol::LineCounter told{.counter = counter.counter, .clerk = "", .number = 0};
        if (const auto staff = stores.staff.staff(counter.user)) {
            told.clerk = staff->name;
        }
        for (const storage::VisitRecord& visit : look.others()) {
            if (visit.booking.id == counter.visit) {
                told.number = visit.ticket.number;
            }
        }
        line.counters.push_back(std::move(told));
        if (counter.user == clerk.user) {
            own = counter;
        }
    }
    line.counter = own.counter;
    line.services = own.services;
    for (const storage::VisitRecord* visit : look.in_order(own)) {
        line.waiting.push_back(shown(*visit, texts));
    }
    for (const storage::VisitRecord& visit : look.others()) {
        if (visit.booking.id == own.visit) {
            line.here.push_back(shown(visit, texts));
        } else if (!visits::is_at_counter(visit.booking.state)) {
            line.aside.push_back(shown(visit, texts));
        }
    }
    const auto last =
        own.counter == 0 ? std::nullopt : stores.line.last_at(own.office, own.counter, day_number(clock_()));
    if (last && can_undo(*last) && !visits::is_at_counter(last->booking.state)) {
        line.last.push_back(shown(*last, texts));
    }
    return line;
}

}  // namespace motcua::backend::services
