#include "shared/protocol/appointment.hpp"

#include <utility>

namespace motcua::protocol {

json::Value encode(const Appointment& appointment) {
    const bool may_change = appointment.change_until_secs != 0;
    json::Array next;
    for (const Slot& slot : appointment.next) {
        next.push_back(encode(slot));
    }
    return json::Object{
        {"code", appointment.code},
        {"office", encode(appointment.office)},
        {"state", appointment.state},
        {"starts_at", appointment.starts_at_secs},
        {"minutes", appointment.minutes},
        {"change_until", may_change ? json::Value(appointment.change_until_secs) : json::Value()},
        {"sequence", appointment.sequence},
        {"next", std::move(next)}};
}

json::Value encode(const Waiting& waiting) {
    json::Value offer;
    if (waiting.offered_at_secs != 0) {
        offer = json::Object{{"starts_at", waiting.offered_at_secs}, {"until", waiting.offered_until_secs}};
    }
    return json::Object{{"office", waiting.office},
                        {"from", waiting.from_secs},
                        {"until", waiting.until_secs},
                        {"position", waiting.position},
                        {"offer", std::move(offer)}};
}

}  // namespace motcua::protocol
