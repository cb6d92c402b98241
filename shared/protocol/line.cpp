#include "shared/protocol/line.hpp"

#include <utility>

namespace motcua::protocol {

namespace {

json::Value encode(const Named& named) {
    return json::Object{{"id", named.id}, {"name", named.name}};
}

json::Value moment(std::int64_t secs) {
    return secs == 0 ? json::Value() : json::Value(secs);
}

json::Value encode(const Call& call) {
    return json::Object{
        {"number", call.number}, {"counter", call.counter}, {"at", call.at_secs}, {"call", call.call}};
}

json::Value encode(const LineVisit& visit) {
    return json::Object{{"visit", visit.visit},
                        {"version", visit.version},
                        {"number", visit.number},
                        {"state", visit.state},
                        {"service", visit.service},
                        {"priority", visit.priority},
                        {"arrived_at", visit.arrived_at_secs},
                        {"booked_at", moment(visit.booked_at_secs)},
                        {"late", visit.late},
                        {"since", visit.since_secs},
                        {"counter", visit.counter},
                        {"code", visit.code},
                        {"dossier", visit.dossier},
                        {"undo", visit.undo}};
}

json::Value encode(const LineCounter& counter) {
    return json::Object{
        {"counter", counter.counter}, {"clerk", counter.clerk}, {"number", moment(counter.number)}};
}

template <class T>
json::Value list(const std::vector<T>& items) {
    json::Array all;
    for (const T& item : items) {
        all.push_back(encode(item));
    }
    return all;
}

}  // namespace

json::Value encode(const Promise& promise) {
    return json::Object{{"given", promise.given}, {"kept", promise.kept}};
}

json::Value encode(const LineOffer& offer) {
    return json::Object{{"office", encode(offer.office)},
                        {"open", offer.open},
                        {"waiting", offer.waiting},
                        {"services", list(offer.services)},
                        {"priority", list(offer.priority)}};
}

json::Value encode(const Ticket& ticket) {
    json::Value wait;
    if (ticket.wait) {
        wait =
            json::Object{{"median_secs", ticket.wait->median_secs}, {"bound_secs", ticket.wait->bound_secs}};
    }
    json::Object members{
        {"number", ticket.number},
        {"office", encode(ticket.office)},
        {"state", ticket.state},
        {"service", encode(ticket.service)},
        {"priority", encode(ticket.priority)},
        {"arrived_at", ticket.arrived_at_secs},
        {"booked_at", moment(ticket.booked_at_secs)},
        {"late", ticket.late},
        {"ahead", ticket.ahead < 0 ? json::Value() : json::Value(ticket.ahead)},
        {"wait", std::move(wait)},
        {"promise", ticket.promise.given < kTellingPromises ? json::Value() : encode(ticket.promise)},
        {"counter", moment(ticket.counter)},
        {"rule", ticket.rule},
        {"qr", ticket.qr}};
    if (!ticket.secret.empty()) {
        members.emplace_back("ticket", ticket.secret);
    }
    return members;
}

json::Value encode(const Board& board) {
    return json::Object{
        {"office", encode(board.office)}, {"calls", list(board.calls)}, {"waiting", board.waiting}};
}

json::Value encode(const Line& line) {
    json::Array services;
    for (const std::string& service : line.services) {
        services.push_back(service);
    }
    return json::Object{{"counter", moment(line.counter)}, {"services", std::move(services)},
                        {"counters", list(line.counters)}, {"here", list(line.here)},
                        {"waiting", list(line.waiting)},   {"aside", list(line.aside)},
                        {"last", list(line.last)}};
}

}  // namespace motcua::protocol
