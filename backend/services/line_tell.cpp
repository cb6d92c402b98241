// What people are told of the line.
#include <algorithm>

#include "backend/services/line.hpp"
#include "backend/services/receipts.hpp"
#include "backend/services/refuse.hpp"

namespace motcua::backend::services {

protocol::Named Line::service_named(const std::string& code, const i18n::Texts& texts) const {
    if (code.empty()) {
        return {"", texts.get("line.other_service")};
    }
    const catalogue::Procedure* procedure = assets_.catalogue().latest(code);
    return {code, procedure == nullptr ? code : procedure->name.in(texts.lang())};
}

protocol::Named Line::priority_named(const std::string& id, const i18n::Texts& texts) const {
    for (const PriorityGroup& group : assets_.priority_groups()) {
        if (group.id == id) {
            return {id, group.name.in(texts.lang())};
        }
    }
    return {};
}

Result<protocol::LineOffer> Line::offer(storage::Stores& stores, const std::string& id,
                                        const i18n::Texts& texts) const {
    const auto office = stores.offices.office(id);
    if (!office) {
        return refuse(ErrorCode::NotFound, "office", "office_unknown");
    }
    const LineLook look(stores, *office, clock_());
    protocol::LineOffer offer{.office = {office->id, office->name},
                              .open = look.is_open(),
                              .waiting = static_cast<int>(look.waiting().size())};
    std::vector<std::string> services = office->procedures;
    std::sort(services.begin(), services.end());
    for (const std::string& service : services) {
        offer.services.push_back(service_named(service, texts));
    }
    for (const PriorityGroup& group : assets_.priority_groups()) {
        offer.priority.push_back({group.id, group.name.in(texts.lang())});
    }
    return offer;
}

protocol::Ticket Line::tell(storage::Stores& stores, const storage::VisitRecord& visit,
                            const i18n::Texts& texts, bool with_secret) const {
    const visits::LineRules rules;
    const visits::Entry entry = LineLook::entry_of(visit, 0);
    const visits::Explanation rule = visits::explain(entry, rules);
    protocol::Ticket ticket{.secret = with_secret ? secret_of(visit.booking.id) : "",
                            .number = visit.ticket.number,
                            .office = {visit.booking.office, ""},
                            .state = std::string(visits::name(visit.booking.state)),
                            .service = service_named(visit.ticket.service, texts),
                            .priority = priority_named(visit.ticket.priority, texts),
                            .arrived_at_secs = visit.ticket.arrived_at_secs,
                            .booked_at_secs = visit.booking.starts_at_secs,
                            .late = visits::is_late(entry, rules),
                            .counter = visit.ticket.counter,
                            .rule = texts.get(rule.key, rule.args)};
    if (!public_url_.empty()) {
        ticket.qr = qr_rows(public_url_ + "/so-thu-tu#" + secret_of(visit.booking.id));
    }
    const auto office = stores.offices.office(visit.booking.office);
    if (!office) {
        return ticket;
    }
    ticket.office.name = office->name;
    if (visits::is_waiting(visit.booking.state)) {
        LineLook look(stores, *office, clock_());
        ticket.ahead = look.ahead_of(visit);
        ticket.wait = look.estimate(stores, visit);
        ticket.promise = look.promise(stores);
    }
    return ticket;
}

Result<protocol::Board> Line::board(storage::Stores& stores, const std::string& id) const {
    const auto office = stores.offices.office(id);
    if (!office) {
        return refuse(ErrorCode::NotFound, "office", "office_unknown");
    }
    const LineLook look(stores, *office, clock_());
    protocol::Board board{.office = {office->id, office->name},
                          .waiting = static_cast<int>(look.waiting().size())};
    for (const storage::CallRecord& call : stores.line.calls(id, day_number(clock_()), kBoardCalls)) {
        board.calls.push_back(
            {.number = call.number, .counter = call.counter, .at_secs = call.at_secs, .call = call.sequence});
    }
    return board;
}

}  // namespace motcua::backend::services
