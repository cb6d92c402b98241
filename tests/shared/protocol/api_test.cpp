#include "shared/protocol/api.hpp"

#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/support/findings.hpp"

using namespace motcua;
using namespace motcua::protocol;
using motcua::tests::findings_of;
using motcua::tests::Lines;

namespace {

json::Value parsed(const std::string& text) {
    const auto value = json::read(text);
    REQUIRE(value.ok());
    return *value;
}

const std::string kOffice =
    R"({"id":"vl-29461","name":"Xã Trà Cú","address":"","commune":"29461","verified":false})";
const std::string kSlot = R"({"starts_at":1795226400,"minutes":15,"free":3})";
const std::string kBooking =
    R"({"booking":"b1","office":"vl-29461","starts_at":1795226400,"hold_until":1795220000})";
const std::string kReceipt =
    R"({"code":"MC-1","secret":"s","received_at":1795220000,"office":"o","starts_at":1795226400,"qr":"01\n10"})";
const std::string kStatus =
    R"({"code":"MC-1","procedure":"1.004873","office":"o","starts_at":1795226400,)"
    R"("events":[{"state":"handed_in","at":1795220000},{"state":"passed_on","at":1795220100}],)"
    R"("forwarding":"delivered"})";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("answers are written as docs/API.md says", "[protocol]") {
    CHECK(json::write(encode(Office{"vl-29461", "Xã Trà Cú", "", "29461", false})) == kOffice);
    CHECK(json::write(encode(Slot{1795226400, 15, 3})) == kSlot);
    CHECK(json::write(encode(Booking{"b1", "vl-29461", 1795226400, 1795220000})) == kBooking);
    CHECK(json::write(encode(Receipt{"MC-1", "s", 1795220000, "o", 1795226400, "01\n10"})) == kReceipt);
    CHECK(json::write(encode(DossierStatus{"MC-1",
                                           "1.004873",
                                           "o",
                                           1795226400,
                                           {{"handed_in", 1795220000}, {"passed_on", 1795220100}},
                                           "delivered"})) == kStatus);
}

TEST_CASE("what was written is read again", "[protocol]") {
    const auto offices = decode_offices(parsed(R"({"offices":[)" + kOffice + "]}"));
    REQUIRE(offices.ok());
    CHECK(json::write(encode(offices->at(0))) == kOffice);
    const auto slots = decode_slots(parsed(R"({"slots":[)" + kSlot + "," + kSlot + "]}"));
    REQUIRE(slots.ok());
    CHECK(slots->size() == 2);
    CHECK(json::write(encode(slots->at(1))) == kSlot);
    CHECK(json::write(encode(*decode_booking(parsed(kBooking)))) == kBooking);
    CHECK(json::write(encode(*decode_receipt(parsed(kReceipt)))) == kReceipt);
    CHECK(json::write(encode(*decode_status(parsed(kStatus)))) == kStatus);
}

TEST_CASE("empty lists are answers too", "[protocol]") {
    CHECK(decode_offices(parsed(R"({"offices":[]})"))->empty());
    CHECK(decode_slots(parsed(R"({"slots":[]})"))->empty());
}

TEST_CASE("lists of another shape are refused", "[protocol]") {
    CHECK(findings_of(decode_offices(parsed("[]"))) == Lines{"shape.type"});
    CHECK(findings_of(decode_offices(parsed("{}"))) == Lines{"offices: shape.missing"});
    CHECK(findings_of(decode_offices(parsed(R"({"offices":{}})"))) == Lines{"offices: shape.type"});
    CHECK(findings_of(decode_offices(parsed(R"({"offices":[],"more":1})"))) == Lines{"more: shape.unknown"});
    CHECK(findings_of(decode_slots(parsed(R"({"slots":[1]})"))) == Lines{"slots.0: shape.type"});
    CHECK(findings_of(decode_slots(parsed(R"({"slots":[)" + kSlot + R"(,{"starts_at":1,"minutes":15}]})"))) ==
          Lines{"slots.1.free: shape.missing"});
}

TEST_CASE("numbers that cannot be are refused", "[protocol]") {
    CHECK(
        findings_of(decode_slots(parsed(R"({"slots":[{"starts_at":-1,"minutes":0,"free":-1}]})"))) ==
        Lines{"slots.0.starts_at: shape.range", "slots.0.minutes: shape.range", "slots.0.free: shape.range"});
    CHECK(findings_of(decode_booking(parsed(replaced(kBooking, "1795226400", "9007199254740991")))) ==
          Lines{"starts_at: shape.range"});
}

TEST_CASE("an office's members have their types", "[protocol]") {
    const std::string office = replaced(kOffice, "false", "\"no\"");
    CHECK(findings_of(decode_offices(parsed(R"({"offices":[)" + office + "]}"))) ==
          Lines{"offices.0.verified: shape.type"});
}

TEST_CASE("a receipt's QR code is rows of modules", "[protocol]") {
    CHECK(findings_of(decode_receipt(parsed(replaced(kReceipt, "01\\n10", "01x10")))) ==
          Lines{"qr: shape.range"});
    CHECK(findings_of(decode_receipt(parsed(replaced(kReceipt, "\"secret\":\"s\",", "")))) ==
          Lines{"secret: shape.missing"});
}

TEST_CASE("states that this program has no words for are refused", "[protocol]") {
    CHECK(findings_of(decode_status(parsed(replaced(kStatus, "passed_on", "lost")))) ==
          Lines{"events.1.state: shape.range"});
    CHECK(findings_of(decode_status(parsed(replaced(kStatus, "delivered", "perhaps")))) ==
          Lines{"forwarding: shape.range"});
    CHECK(findings_of(decode_status(parsed(replaced(kStatus, "\"at\":1795220000", "\"at\":\"now\"")))) ==
          Lines{"events.0.at: shape.type"});
}
