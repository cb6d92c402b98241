#include "shared/protocol/appointment.hpp"

#include <utility>

#include "shared/protocol/reading.hpp"

namespace motcua::protocol {

namespace {

constexpr int kMostSteps = 1'000'000;

}  // namespace

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

Result<Appointment> decode_appointment(const json::Value& value) {
    std::vector<Finding> findings;
    json::Shape shape(value, "", kShape, findings);
    Appointment appointment;
    appointment.code = shape.text("code");
    json::Shape office = shape.object("office");
    appointment.office = read_office(office);
    office.close();
    appointment.state = shape.text("state");
    appointment.starts_at_secs = time_of(shape, "starts_at");
    appointment.minutes = minutes_of(shape, 0);
    const json::Value* until = value.find("change_until");
    if (until != nullptr && until->is_null()) {
        shape.any("change_until");
    } else {
        appointment.change_until_secs = time_of(shape, "change_until");
    }
    appointment.sequence = static_cast<int>(shape.integer("sequence", 0, kMostSteps));
    const json::Array& next = shape.array("next");
    for (std::size_t i = 0; i < next.size() && findings.empty(); ++i) {
        json::Shape slot(next[i], json::item_path("next", i), kShape, findings);
        appointment.next.push_back(read_slot(slot));
        slot.close();
    }
    shape.close();
    return value_or_findings(std::move(appointment), "answer: appointment", std::move(findings));
}

Result<Waiting> decode_waiting(const json::Value& value) {
    std::vector<Finding> findings;
    json::Shape shape(value, "", kShape, findings);
    Waiting waiting;
    waiting.office = shape.text("office");
    waiting.from_secs = time_of(shape, "from");
    waiting.until_secs = time_of(shape, "until");
    waiting.position = static_cast<int>(shape.integer("position", 1, kMostSteps));
    const json::Value& offered = shape.any("offer");
    if (!offered.is_null()) {
        json::Shape offer(offered, "offer", kShape, findings);
        waiting.offered_at_secs = time_of(offer, "starts_at");
        waiting.offered_until_secs = time_of(offer, "until");
        offer.close();
    }
    shape.close();
    return value_or_findings(std::move(waiting), "answer: waiting", std::move(findings));
}

}  // namespace motcua::protocol
