#include "shared/protocol/api.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "shared/protocol/reading.hpp"

namespace motcua::protocol {
namespace {

using json::Shape;
using json::Value;

// Past it a time is a fault, not an appointment: 1 January 10000.
constexpr std::int64_t kEndOfTimeSecs = 253402300800;
constexpr int kMaxSlotMinutes = 24 * 60;
constexpr int kMaxPlaces = 1'000'000;

constexpr std::array<std::string_view, 4> kStates = {"handed_in", "passed_on", "received_by_clerk",
                                                     "taken_back"};
constexpr std::array<std::string_view, 3> kForwarding = {"waiting", "delivered", "refused"};

template <std::size_t N>
std::string one_of(Shape& shape, std::string_view key, const std::array<std::string_view, N>& allowed) {
    std::string word = shape.text(key);
    if (!word.empty() && std::find(allowed.begin(), allowed.end(), word) == allowed.end()) {
        shape.note(key, "range");
    }
    return word;
}

/// Reads {"<key>":[…]}, each item with `read_item`.
template <class T, class ReadItem>
Result<std::vector<T>> read_list(const Value& value, std::string_view key, ReadItem read_item) {
    std::vector<Finding> findings;
    Shape shape(value, "", kShape, findings);
    const json::Array& items = shape.array(key);
    shape.close();
    std::vector<T> list;
    list.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        Shape item(items[i], json::item_path(key, i), kShape, findings);
        list.push_back(read_item(item));
        item.close();
        // One bad answer needs no list of thousands of findings.
        if (!findings.empty()) {
            break;
        }
    }
    return value_or_findings(std::move(list), "answer: list", std::move(findings));
}

std::vector<Event> read_events(Shape& shape, std::vector<Finding>& findings) {
    std::vector<Event> events;
    const json::Array& items = shape.array("events");
    for (std::size_t i = 0; i < items.size() && findings.empty(); ++i) {
        Shape item(items[i], json::item_path("events", i), kShape, findings);
        Event event;
        event.state = one_of(item, "state", kStates);
        event.at_secs = time_of(item, "at");
        item.close();
        events.push_back(std::move(event));
    }
    return events;
}

}  // namespace

std::int64_t time_of(Shape& shape, std::string_view key) {
    return shape.integer(key, 0, kEndOfTimeSecs);
}

int minutes_of(Shape& shape, std::int64_t least) {
    return static_cast<int>(shape.integer("minutes", least, kMaxSlotMinutes));
}

Office read_office(Shape& shape) {
    Office office;
    office.id = shape.text("id");
    office.name = shape.text("name");
    office.address = shape.text("address");
    office.commune = shape.text("commune");
    office.verified = shape.boolean("verified");
    if (shape.has("coordinates")) {
        const Value& at = shape.any("coordinates");
        office.lat = at.text_or("lat");
        office.lon = at.text_or("lon");
    }
    if (shape.has("province")) {
        office.province = shape.text("province");
    }
    return office;
}

Slot read_slot(Shape& shape) {
    Slot slot;
    slot.starts_at_secs = time_of(shape, "starts_at");
    slot.minutes = minutes_of(shape, 1);
    slot.free = static_cast<int>(shape.integer("free", 0, kMaxPlaces));
    return slot;
}

Value encode(const Office& office) {
    json::Object out{{"id", office.id},
                     {"name", office.name},
                     {"address", office.address},
                     {"commune", office.commune},
                     {"verified", office.verified}};
    if (!office.lat.empty()) {
        out.emplace_back("coordinates", json::Object{{"lat", office.lat}, {"lon", office.lon}});
    }
    if (!office.province.empty()) {
        out.emplace_back("province", office.province);
    }
    return out;
}

Value encode(const Slot& slot) {
    return json::Object{{"starts_at", slot.starts_at_secs}, {"minutes", slot.minutes}, {"free", slot.free}};
}

Value encode(const Booking& booking) {
    return json::Object{{"booking", booking.id},
                        {"office", booking.office},
                        {"starts_at", booking.starts_at_secs},
                        {"hold_until", booking.hold_until_secs}};
}

Value encode(const Receipt& receipt) {
    return json::Object{{"code", receipt.code},
                        {"secret", receipt.secret},
                        {"received_at", receipt.received_at_secs},
                        {"office", receipt.office},
                        {"starts_at", receipt.starts_at_secs},
                        {"qr", receipt.qr}};
}

Value encode(const DossierStatus& status) {
    json::Array events;
    for (const Event& event : status.events) {
        events.push_back(json::Object{{"state", event.state}, {"at", event.at_secs}});
    }
    return json::Object{{"code", status.code},         {"procedure", status.procedure},
                        {"office", status.office},     {"starts_at", status.starts_at_secs},
                        {"events", std::move(events)}, {"forwarding", status.forwarding}};
}

Result<std::vector<Office>> decode_offices(const Value& value) {
    return read_list<Office>(value, "offices", read_office);
}

Result<std::vector<Slot>> decode_slots(const Value& value) {
    return read_list<Slot>(value, "slots", read_slot);
}

Result<Booking> decode_booking(const Value& value) {
    std::vector<Finding> findings;
    Shape shape(value, "", kShape, findings);
    Booking booking;
    booking.id = shape.text("booking");
    booking.office = shape.text("office");
    booking.starts_at_secs = time_of(shape, "starts_at");
    booking.hold_until_secs = time_of(shape, "hold_until");
    shape.close();
    return value_or_findings(std::move(booking), "answer: booking", std::move(findings));
}

Result<Receipt> decode_receipt(const Value& value) {
    std::vector<Finding> findings;
    Shape shape(value, "", kShape, findings);
    Receipt receipt;
    receipt.code = shape.text("code");
    receipt.secret = shape.text("secret");
    receipt.received_at_secs = time_of(shape, "received_at");
    receipt.office = shape.text("office");
    receipt.starts_at_secs = time_of(shape, "starts_at");
    receipt.qr = shape.text("qr");
    if (receipt.qr.find_first_not_of("01\n") != std::string::npos) {
        shape.note("qr", "range");
    }
    shape.close();
    return value_or_findings(std::move(receipt), "answer: receipt", std::move(findings));
}

Result<DossierStatus> decode_status(const Value& value) {
    std::vector<Finding> findings;
    Shape shape(value, "", kShape, findings);
    DossierStatus status;
    status.code = shape.text("code");
    status.procedure = shape.text("procedure");
    status.office = shape.text("office");
    status.starts_at_secs = time_of(shape, "starts_at");
    status.events = read_events(shape, findings);
    status.forwarding = one_of(shape, "forwarding", kForwarding);
    shape.close();
    return value_or_findings(std::move(status), "answer: status", std::move(findings));
}

}  // namespace motcua::protocol
