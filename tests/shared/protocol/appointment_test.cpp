#include "shared/protocol/appointment.hpp"

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

const std::string kAppointment =
    R"({"code":"MC-1","office":{"id":"o","name":"Trà Cú","address":"","commune":"29461","verified":false},)"
    R"("state":"confirmed","starts_at":1795226400,"minutes":15,"change_until":1795226400,"sequence":2,)"
    R"("next":[{"starts_at":1795227300,"minutes":15,"free":3}]})";
const std::string kWaiting = R"({"office":"o","from":1795226400,"until":1795312800,"position":2,)"
                             R"("offer":{"starts_at":1795230000,"until":1795227000}})";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("an appointment that was written is read again", "[protocol]") {
    const auto read = decode_appointment(parsed(kAppointment));
    REQUIRE(read.ok());
    CHECK(json::write(encode(*read)) == kAppointment);
    const std::string fixed =
        replaced(kAppointment, R"("change_until":1795226400)", R"("change_until":null)");
    const auto over = decode_appointment(parsed(fixed));
    REQUIRE(over.ok());
    CHECK(over->change_until_secs == 0);
    CHECK(json::write(encode(*over)) == fixed);
}

TEST_CASE("a place on the waiting list that was written is read again, with an offer and without",
          "[protocol]") {
    const std::string none = replaced(kWaiting, R"({"starts_at":1795230000,"until":1795227000})", "null");
    for (const std::string& text : {kWaiting, none}) {
        const auto read = decode_waiting(parsed(text));
        REQUIRE(read.ok());
        CHECK(json::write(encode(*read)) == text);
    }
    CHECK(decode_waiting(parsed(none))->offered_at_secs == 0);
}

TEST_CASE("appointments and places of another shape are refused", "[protocol]") {
    const auto appointment = [](const char* what, const char* by) {
        return findings_of(decode_appointment(parsed(replaced(kAppointment, what, by))));
    };
    CHECK(appointment(R"("sequence":2,)", "") == Lines{"sequence: shape.missing"});
    CHECK(appointment(R"("change_until":1795226400,)", "") == Lines{"change_until: shape.missing"});
    CHECK(appointment(R"("free":3)", R"("free":-1)") == Lines{"next.0.free: shape.range"});
    CHECK(appointment(R"("id":"o",)", "") == Lines{"office.id: shape.missing"});
    CHECK(appointment(R"("minutes":15,"change)", R"("minutes":15,"more":1,"change)") ==
          Lines{"more: shape.unknown"});
    const auto waiting = [](const char* what, const char* by) {
        return findings_of(decode_waiting(parsed(replaced(kWaiting, what, by))));
    };
    CHECK(waiting(R"("position":2)", R"("position":0)") == Lines{"position: shape.range"});
    CHECK(waiting(R"("until":1795227000)", R"("till":1)") ==
          Lines{"offer.until: shape.missing", "offer.till: shape.unknown"});
    CHECK(findings_of(decode_waiting(json::Value())) == Lines{"shape.type"});
}
