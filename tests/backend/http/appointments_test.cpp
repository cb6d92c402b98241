#include <thread>

#include "tests/backend/support/citizen.hpp"
#include "tests/backend/support/morning.hpp"

namespace motcua::tests {

namespace {

bool has(const Response& response, const std::string& text) {
    return response.body.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a slip tells its appointment, until when it may change, and what else is free",
          "[backend][http][appointments]") {
    Morning morning;
    Citizen citizen(morning.house, 1);
    citizen.complete(morning.times[0]);
    Citizen(morning.house, 2).hold(morning.times[1]);
    const json::Value told = json_of(citizen.appointment("status"));
    CHECK(told.text_or("code") == citizen.receipt.text_or("code"));
    CHECK(told.text_or("state") == "confirmed");
    CHECK(told.integer_or("starts_at", 0) == morning.times[0]);
    CHECK(told.integer_or("minutes", 0) == 30);
    CHECK(told.integer_or("change_until", 0) == morning.times[0]);
    CHECK(told.integer_or("sequence", -1) == 0);
    REQUIRE(told.find("office") != nullptr);
    CHECK(told.find("office")->text_or("id") == "van-phong");
    REQUIRE(told.array_at("next").size() == 1);
    CHECK(told.array_at("next")[0].integer_or("starts_at", 0) == morning.times[2]);
}

TEST_CASE("a move keeps the code and leaves the old time in one step", "[backend][http][appointments]") {
    Morning morning;
    Citizen citizen(morning.house, 1);
    citizen.complete(morning.times[0]);
    Citizen other(morning.house, 2);
    REQUIRE(other.hold(morning.times[1]).status == 201);

    const Response full = citizen.appointment("move", morning.times[1]);
    CHECK(full.status == 409);
    CHECK(first_finding(full) == "starts_at slot_full");
    CHECK(json_of(citizen.appointment("status")).integer_or("starts_at", 0) == morning.times[0]);

    const Response moved = citizen.appointment("move", morning.times[2]);
    REQUIRE(moved.status == 200);
    CHECK(json_of(moved).integer_or("starts_at", 0) == morning.times[2]);
    CHECK(json_of(moved).integer_or("sequence", 0) == 1);
    // The same again: it is there already.
    CHECK(json_of(citizen.appointment("move", morning.times[2])).integer_or("sequence", 0) == 1);
    CHECK(first_finding(citizen.appointment("move", morning.times[2] + 60)) == "starts_at slot_unknown");

    const Response status = morning.house.ask(
        post("/api/v1/dossiers/status", json::Object{{"code", citizen.receipt.text_or("code")},
                                                     {"secret", citizen.receipt.text_or("secret")}}));
    CHECK(json_of(status).integer_or("starts_at", 0) == morning.times[2]);
}

TEST_CASE("a cancelled appointment stays cancelled, however often it is asked",
          "[backend][http][appointments]") {
    Morning morning;
    Citizen citizen(morning.house, 1);
    citizen.complete(morning.times[0]);
    for (int time = 0; time < 2; ++time) {
        const Response cancelled = citizen.appointment("cancel");
        REQUIRE(cancelled.status == 200);
        CHECK(json_of(cancelled).text_or("state") == "cancelled");
        CHECK(json_of(cancelled).integer_or("change_until", -1) == -1);
        CHECK(json_of(cancelled).integer_or("sequence", 0) == 1);
        CHECK(json_of(cancelled).array_at("next").empty());
    }
    const Response moved = citizen.appointment("move", morning.times[1]);
    CHECK(moved.status == 409);
    CHECK(first_finding(moved) == "appointment appointment_cancelled");
    // Its dossier is in; the place of another is not to be had with it.
    CHECK(first_finding(citizen.hold(morning.times[1])) == "dossier dossier_handed_in");
}

TEST_CASE("after a cancellation another appointment is had with the same slip",
          "[backend][http][appointments]") {
    Morning morning;
    Citizen citizen(morning.house, 1);
    citizen.complete(morning.times[0]);
    CHECK(first_finding(citizen.appointment("again", morning.times[1])) ==
          "appointment person_has_appointment");
    const Response before = citizen.appointment("calendar.ics");
    REQUIRE(citizen.appointment("cancel").status == 200);

    SECTION("and is one like the first") {
        Citizen other(morning.house, 2);
        REQUIRE(other.hold(morning.times[1]).status == 201);
        CHECK(first_finding(citizen.appointment("again", morning.times[1])) == "starts_at slot_full");
        CHECK(first_finding(citizen.appointment("again", morning.times[1] + 60)) == "starts_at slot_unknown");
        CHECK(json_of(citizen.appointment("status")).text_or("state") == "cancelled");
        const Response again = citizen.appointment("again", morning.times[2]);
        REQUIRE(again.status == 200);
        CHECK(json_of(again).text_or("code") == citizen.receipt.text_or("code"));
        CHECK(json_of(again).text_or("state") == "confirmed");
        CHECK(json_of(again).integer_or("starts_at", 0) == morning.times[2]);
        CHECK(json_of(again).integer_or("change_until", 0) == morning.times[2]);
        // It has a place of its own in a calendar: that of the first was taken out.
        CHECK(json_of(again).integer_or("sequence", -1) == 0);
        CHECK(citizen.appointment("calendar.ics").body != before.body);
        CHECK(citizen.appointment("again", morning.times[2]).status == 200);
        CHECK(citizen.appointment("cancel").status == 200);
        CHECK(citizen.appointment("again", morning.times[2]).status == 409);
    }
    SECTION("unless the person has another by now") {
        Citizen other(morning.house, 2);
        other.request.form.answers["nyc_so_dinh_danh"] = citizen_id(1);
        other.complete(morning.times[1]);
        CHECK(first_finding(citizen.appointment("again", morning.times[2])) ==
              "nyc_so_dinh_danh person_has_appointment");
        CHECK(json_of(citizen.appointment("status")).text_or("state") == "cancelled");
        REQUIRE(other.appointment("cancel").status == 200);
        CHECK(citizen.appointment("again", morning.times[2]).status == 200);
    }
    SECTION("and keeps the person from a second") {
        REQUIRE(citizen.appointment("again", morning.times[2]).status == 200);
        Citizen other(morning.house, 2);
        other.request.form.answers["nyc_so_dinh_danh"] = citizen_id(1);
        REQUIRE(other.hold(morning.times[1]).status == 201);
        other.upload(other.a_pdf());
        CHECK(first_finding(other.hand_in(other.envelope())) == "nyc_so_dinh_danh person_has_appointment");
    }
}

TEST_CASE("an appointment changes until it begins and not from then on", "[backend][http][appointments]") {
    Morning morning;
    Citizen citizen(morning.house, 1);
    citizen.complete(morning.times[0]);
    morning.house.clock().set(morning.times[0] - 1);
    CHECK(first_finding(citizen.appointment("move", morning.times[0] - 3600)) == "starts_at slot_unknown");
    REQUIRE(citizen.appointment("move", morning.times[1]).status == 200);
    morning.house.clock().set(morning.times[1]);
    for (const Response& late :
         {citizen.appointment("move", morning.times[2]), citizen.appointment("cancel")}) {
        CHECK(late.status == 409);
        CHECK(first_finding(late) == "appointment appointment_begun");
    }
    CHECK(json_of(citizen.appointment("status")).integer_or("change_until", -1) == -1);
}

TEST_CASE("who has only half of a slip learns and changes nothing", "[backend][http][appointments]") {
    Morning morning;
    Citizen citizen(morning.house, 1);
    citizen.complete(morning.times[0]);
    const json::Value slip = citizen.receipt;
    std::string first;
    for (const char* what : {"status", "move", "again", "cancel", "calendar.ics"}) {
        for (const bool wrong_code : {false, true}) {
            CAPTURE(what, wrong_code);
            citizen.receipt =
                wrong_code ? json::Object{{"code", "29461-261123-0002"}, {"secret", slip.text_or("secret")}}
                           : json::Object{{"code", slip.text_or("code")}, {"secret", "AAAAA-AAAAA"}};
            const Response refused = citizen.appointment(
                what,
                std::string_view("move again").find(what) != std::string_view::npos ? morning.times[1] : 0);
            CHECK(refused.status == 404);
            first = first.empty() ? refused.body : first;
            CHECK(refused.body == first);
        }
    }
    citizen.receipt = slip;
    CHECK(json_of(citizen.appointment("status")).text_or("state") == "confirmed");
}

TEST_CASE("the calendar file follows the appointment", "[backend][http][appointments]") {
    Morning morning;
    Citizen citizen(morning.house, 1);
    citizen.complete(morning.times[0]);
    const Response file = citizen.appointment("calendar.ics");
    REQUIRE(file.status == 200);
    CHECK(file.media_type == "text/calendar; charset=utf-8");
    CHECK(has(file, "DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T080000\r\n"));
    CHECK(has(file, "SEQUENCE:0\r\n"));
    CHECK(has(file, citizen.receipt.text_or("code")));
    CHECK_FALSE(has(file, citizen.receipt.text_or("secret")));
    CHECK_FALSE(has(file, "⟦"));
    const std::string uid = file.body.substr(file.body.find("UID:"), 40);

    REQUIRE(citizen.appointment("move", morning.times[1]).status == 200);
    const Response moved = citizen.appointment("calendar.ics");
    CHECK(has(moved, "DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T090000\r\n"));
    CHECK(has(moved, "SEQUENCE:1\r\n"));
    CHECK(has(moved, uid));

    REQUIRE(citizen.appointment("cancel").status == 200);
    const Response cancelled = citizen.appointment("calendar.ics");
    CHECK(has(cancelled, "SEQUENCE:2\r\n"));
    CHECK(has(cancelled, "STATUS:CANCELLED\r\n"));
    CHECK(has(cancelled, uid));
}

TEST_CASE("a person has one appointment of a procedure at a time", "[backend][http][appointments]") {
    Morning morning;
    Citizen first(morning.house, 1);
    first.complete(morning.times[0]);
    Citizen again(morning.house, 2);
    again.request.form.answers["nyc_so_dinh_danh"] = citizen_id(1);
    REQUIRE(again.hold(morning.times[1]).status == 201);
    again.upload(again.a_pdf());
    const json::Value envelope = again.envelope();
    const Response refused = again.hand_in(envelope);
    CHECK(refused.status == 409);
    CHECK(first_finding(refused) == "nyc_so_dinh_danh person_has_appointment");
    // Nothing of the other is told.
    CHECK_FALSE(has(refused, first.receipt.text_or("code")));
    CHECK_FALSE(has(refused, std::to_string(morning.times[0])));

    SECTION("not while it stands, wherever it is moved") {
        REQUIRE(first.appointment("move", morning.times[2]).status == 200);
        CHECK(again.hand_in(envelope).status == 409);
    }
    SECTION("but when it is cancelled") {
        REQUIRE(first.appointment("cancel").status == 200);
        CHECK(again.hand_in(envelope).status == 201);
    }
    SECTION("but when its time has come") {
        morning.house.clock().set(morning.times[0] - 1);
        REQUIRE(again.hold(morning.times[1]).status == 201);
        const json::Value anew = again.envelope();
        CHECK(first_finding(again.hand_in(anew)) == "nyc_so_dinh_danh person_has_appointment");
        morning.house.clock().set(morning.times[0]);
        CHECK(again.hand_in(anew).status == 201);
    }
    SECTION("and of another person the number is another") {
        again.request.form.answers["nyc_so_dinh_danh"] = citizen_id(2);
        CHECK(again.hand_in(again.envelope()).status == 201);
    }
}

TEST_CASE("who was received by a clerk may book again", "[backend][http][appointments]") {
    Morning morning;
    Citizen first(morning.house, 1);
    first.complete(morning.times[0]);
    commit(morning.house.storage(), [&](Stores& stores) {
        const backend::services::Clerk clerk{.user = "can-bo", .name = "", .office = "van-phong"};
        REQUIRE(morning.house.backend()
                    .staff.mark(stores, clerk, first.request.id, 1, backend::services::Mark::Received)
                    .ok());
    });
    Citizen again(morning.house, 2);
    again.request.form.answers["nyc_so_dinh_danh"] = citizen_id(1);
    again.complete(morning.times[1]);
}

TEST_CASE("of one person's dossiers handed in at once one is taken", "[backend][http][appointments]") {
    Morning morning;
    std::vector<std::unique_ptr<Citizen>> citizens;
    std::vector<json::Value> envelopes;
    for (int number = 1; number <= 3; ++number) {
        citizens.push_back(std::make_unique<Citizen>(morning.house, number));
        Citizen& citizen = *citizens.back();
        citizen.request.form.answers["nyc_so_dinh_danh"] = citizen_id(9);
        REQUIRE(citizen.hold(morning.times[static_cast<std::size_t>(number - 1)]).status == 201);
        citizen.upload(citizen.a_pdf());
        envelopes.push_back(citizen.envelope());
    }
    std::atomic<int> taken{0};
    std::vector<std::thread> threads;
    for (std::size_t index = 0; index < citizens.size(); ++index) {
        threads.emplace_back(
            [&, index] { taken += citizens[index]->hand_in(envelopes[index]).status == 201 ? 1 : 0; });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(taken == 1);
}

}  // namespace motcua::tests
