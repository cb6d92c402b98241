#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "shared/calendar/date.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

constexpr const char* kMove = "POST /api/v1/appointments/move";

/// Has handed in, for Tuesday 24 November 2026, 08:00, and is at the receipt.
Person at_the_receipt() {
    Person person = a_citizen();
    person.keep_timers = true;
    reach_check(person);
    person.press("continue");
    person.press("sign");
    REQUIRE(person.page().id == "receipt");
    return person;
}

Person at_the_appointment() {
    Person person = at_the_receipt();
    person.press("slip.open");
    REQUIRE(person.page().id == "appointment");
    return person;
}

/// At home, with nothing but the slip.
void look_up(Person& person) {
    person.press("nav.look_up");
    person.type("look_up.code", "MC-2026-000001");
    person.type("look_up.secret", "K7P2-9XQM");
    person.press("look_up.go");
}

void fill_all(Person& person, int places = 0) {
    for (auto& [start, free] : person.backend.free_places) {
        free = places;
    }
}

/// The times of the office full, the appointment on Wednesday.
Person with_a_late_appointment() {
    Person person = at_the_appointment();
    person.press("slip.move");
    person.press("day.2026-11-25");
    person.choose("slot", person.node("slot").children.back().id);
    person.press("continue");
    REQUIRE(person.page().id == "appointment");
    fill_all(person);
    return person;
}

void wait_for_earlier(Person& person) {
    person.press("slip.wait");
    person.choose("wish", "earlier");
    person.press("continue");
}

}  // namespace

TEST_CASE("a slip's appointment is seen from the receipt and from the look-up", "[client][slip]") {
    Person person = at_the_appointment();
    check_golden(person.page(), "appointment");
    CHECK(person.node("slip.time").value == "08:00, Thứ Ba, 24/11/2026");
    CHECK(person.node("slip.until").value == "08:00, Thứ Ba, 24/11/2026");
    person.press("back");
    CHECK(person.page().id == "receipt");
    look_up(person);
    CHECK(person.node("look_up.office").value == "Một cửa xã Trà Cú");
    person.press("slip.open");
    CHECK(person.page().id == "appointment");
    CHECK(person.paths.back() == "/tra-cuu");
    CHECK(person.words().find("K7P2") == std::string::npos);
    person.press("back");
    CHECK(person.page().id == "look_up");
}

TEST_CASE("without code and secret there is no appointment to see", "[client][slip]") {
    Person person = at_the_receipt();
    person.press("new");
    for (const char* page : {"appointment", "appointment.move", "appointment.wait"}) {
        person.send(app::Visit{page});
        CHECK(person.page().id == "start");
    }
    person.press("nav.look_up");
    person.type("look_up.code", "MC-2026-000001");
    person.type("look_up.secret", "SAI");
    person.press("look_up.go");
    CHECK_FALSE(person.sees("slip.open"));
    person.send(app::Press{"slip.open"});
    person.send(app::Visit{"appointment"});
    CHECK(person.page().id == "look_up");
}

TEST_CASE("an appointment that cannot be had now is asked for again", "[client][slip]") {
    Person person = at_the_receipt();
    person.backend.silent = true;
    person.press("slip.open");
    CHECK(person.sees("problem"));
    CHECK_FALSE(person.sees("slip.facts"));
    person.backend.silent = false;
    person.backend.next["POST /api/v1/appointments/status"].push_back(
        {422, problem(422, "invalid_input", "Sai", {{"code", "shape.missing", {}}}), false});
    const std::size_t asked = person.backend.requests.size();
    person.press("retry.slip");
    CHECK(person.backend.requests.size() == asked + 1);
    person.press("retry.slip");
    CHECK(person.sees("slip.facts"));
    CHECK_FALSE(person.sees("problem"));
}

TEST_CASE("a move says what it was and what it is, and the slip stays", "[client][slip]") {
    Person person = at_the_appointment();
    person.press("slip.move");
    check_golden(person.page(), "appointment_move");
    person.press("continue");
    CHECK(person.error_lines() == std::vector<std::string>{"Chọn một giờ hẹn"});
    person.press("day.2026-11-25");
    person.choose("slot", person.node("slot").children.front().id);
    CHECK(person.error_lines().empty());
    person.press("continue");
    check_golden(person.page(), "appointment_moved");
    CHECK(person.node("done").value ==
          "Trước đây: 08:00, Thứ Ba, 24/11/2026. Bây giờ: 08:00, Thứ Tư, 25/11/2026. Mã hồ sơ không đổi.");
    CHECK(person.page().announcement.text == "Đã có giờ hẹn mới");
    person.press("back");
    CHECK(person.node("receipt.time").value == "08:00, Thứ Tư, 25/11/2026");
    CHECK(person.node("receipt.code").value == "MC-2026-000001");
}

TEST_CASE("when somebody else was quicker the old time stands and the times come anew", "[client][slip]") {
    Person person = at_the_appointment();
    person.press("slip.move");
    person.choose("slot", person.node("slot").children.front().id);
    const int asked = static_cast<int>(person.backend.requests.size());
    fill_all(person);
    person.press("continue");
    CHECK(person.page().id == "appointment.move");
    CHECK(person.node("problem").name == "Chưa đổi được, lịch hẹn cũ vẫn còn");
    CHECK(static_cast<int>(person.backend.requests.size()) == asked + 2);
    CHECK(person.node("slot").role == page::Role::Notice);
    person.press("back");
    CHECK(person.node("slip.time").value == "08:00, Thứ Ba, 24/11/2026");
}

TEST_CASE("a move whose answer got lost happens once, however often it is sent", "[client][slip]") {
    Person person = at_the_appointment();
    person.press("slip.move");
    person.choose("slot", person.node("slot").children.back().id);
    person.backend.next[kMove].push_back({0, "", true});
    person.press("continue");
    CHECK(person.node("problem").name == "Chưa biết đã xong hay chưa");
    person.press("continue");
    REQUIRE(person.page().id == "appointment");
    const auto& keys = person.backend.keys;
    REQUIRE(keys.size() > 2);
    CHECK(keys.back() == keys[keys.size() - 2]);
    // Another wish has another key.
    person.press("slip.cancel");
    person.press("slip.cancel_yes");
    CHECK(person.backend.keys.back() != keys[keys.size() - 2]);
}

TEST_CASE("a look-up that fails late leaves the slip's pages as they are", "[client][slip]") {
    Person person = at_the_appointment();
    person.press("slip.move");
    person.press("nav.look_up");
    person.type("look_up.code", "MC-2026-000002");
    person.type("look_up.secret", "SAI");
    person.press("look_up.go");
    person.send(app::Visit{"appointment.move"});
    CHECK(person.page().id == "look_up");
}

TEST_CASE("a busy office is said, and what was chosen stays chosen", "[client][slip]") {
    Person person = at_the_appointment();
    person.press("slip.move");
    const std::string slot = person.node("slot").children.back().id;
    person.choose("slot", slot);
    person.backend.next[kMove].push_back({503, "", false});
    person.backend.next[kMove].push_back({429, "", false});
    person.press("continue");
    CHECK(person.node("problem").name == "Chưa biết đã xong hay chưa");
    person.press("continue");
    CHECK(person.node("problem").name == "Chưa đổi được, lịch hẹn cũ vẫn còn");
    CHECK(person.sees("problem"));
    CHECK(person.node("slot").value == slot);
    person.press("continue");
    CHECK(person.page().id == "appointment");
}

TEST_CASE("an appointment is cancelled after a question, and another is had with the same slip",
          "[client][slip]") {
    Person person = at_the_appointment();
    person.press("slip.cancel");
    check_golden(person.page(), "appointment_cancel");
    CHECK(person.page().focus.id == "slip.keep");
    person.press("slip.keep");
    CHECK(person.node("slip.state").value == "Đã đặt");
    person.press("slip.cancel");
    person.press("slip.cancel_yes");
    check_golden(person.page(), "appointment_cancelled");
    CHECK_FALSE(person.sees("slip.cancel"));
    person.press("back");
    CHECK(person.node("receipt.time").value == "Đã hủy lịch hẹn");
    look_up(person);
    CHECK(person.node("look_up.time").value == "Đã hủy lịch hẹn");
    person.press("slip.open");
    person.press("slip.move");
    person.choose("slot", person.node("slot").children.front().id);
    person.press("continue");
    CHECK(person.node("slip.state").value == "Đã đặt");
    CHECK(person.node("done").name == "Đã có giờ hẹn mới");
}

TEST_CASE("what was cancelled elsewhere is shown as it is now", "[client][slip]") {
    Person person = at_the_appointment();
    person.backend.appointment = "cancelled";
    person.press("slip.cancel");
    person.press("slip.cancel_yes");
    CHECK(person.node("problem").value == "Lịch hẹn này đã bị hủy");
    CHECK(person.node("slip.state").value == "Đã hủy lịch hẹn");
}

TEST_CASE("an appointment that has begun is only seen", "[client][slip]") {
    Person person = at_the_appointment();
    person.now_secs += 2 * 86400;
    person.send(app::Visit{"appointment.move"});
    CHECK(person.page().id == "appointment");
    CHECK(person.node("slip.state").value == "Đã đến hoặc đã qua giờ hẹn");
    for (const char* button : {"slip.move", "slip.wait", "slip.cancel", "slip.file"}) {
        CHECK_FALSE(person.sees(button));
        person.send(app::Press{button});
    }
    CHECK(person.page().id == "appointment");
    CHECK_FALSE(person.page().dialog);
}

TEST_CASE("nobody waits for what can be had", "[client][slip]") {
    Person person = at_the_appointment();
    person.press("slip.wait");
    CHECK_FALSE(person.sees("continue"));
    CHECK(person.node("wish").role == page::Role::Notice);
    person.press("back");
    person.press("slip.move");
    person.press("day.2026-11-25");
    person.choose("slot", person.node("slot").children.back().id);
    person.press("continue");
    person.press("slip.wait");
    CHECK(person.sees("free"));
    person.press("slip.move");
    CHECK(person.page().id == "appointment.move");
}

TEST_CASE("who waits sees their place, and leaves when they want", "[client][slip]") {
    Person person = with_a_late_appointment();
    person.press("slip.wait");
    check_golden(person.page(), "appointment_wait");
    person.press("continue");
    CHECK(person.error_lines().size() == 1);
    person.choose("wish", "2026-11-24");
    person.press("continue");
    check_golden(person.page(), "appointment_waiting");
    CHECK(person.node("waiting").name.find("Thứ Ba, 24/11/2026. Thứ tự") == 0);
    person.press("slip.leave");
    CHECK_FALSE(person.sees("waiting"));
    CHECK(person.node("done").name == "Đã ra khỏi danh sách chờ");
}

TEST_CASE("half a day is waited for where the other half is free", "[client][slip]") {
    Person person = with_a_late_appointment();
    const std::int64_t afternoon = calendar::utc_secs({2026, 11, 24}, 14, 0);
    const std::int64_t morning = afternoon - 6 * 3600;
    const std::string slots = R"({"slots":[{"starts_at":)" + std::to_string(morning) +
                              R"(,"minutes":15,"free":0},{"starts_at":)" + std::to_string(afternoon) +
                              R"(,"minutes":15,"free":1}]})";
    person.backend.next["GET /api/v1/slots"].push_back({200, slots, false});
    person.press("slip.wait");
    CHECK(person.node("wish/2026-11-24.am").name == "Thứ Ba, 24/11/2026, buổi sáng");
    CHECK_FALSE(person.sees("wish/earlier"));
}

TEST_CASE("a seat that is offered is said while the page is open, and taken", "[client][slip]") {
    Person person = with_a_late_appointment();
    wait_for_earlier(person);
    person.let_pass(59);
    CHECK_FALSE(person.sees("offer"));
    person.backend.offered_at_secs = person.backend.free_places.begin()->first;
    person.let_pass(1);
    check_golden(person.page(), "appointment_offer");
    CHECK(person.page().announcement.assertive);
    CHECK(person.page().unsaved);
    person.press("slip.take");
    CHECK(person.node("slip.time").value == "08:00, Thứ Ba, 24/11/2026");
    CHECK(person.node("done").name == "Đã có giờ hẹn mới");
    CHECK_FALSE(person.sees("waiting"));
}

TEST_CASE("an offer that is let go, or ran out, leaves the appointment as it was", "[client][slip]") {
    Person person = with_a_late_appointment();
    const std::string before = person.node("slip.time").value;
    wait_for_earlier(person);
    person.backend.offered_at_secs = person.backend.free_places.begin()->first;
    person.press("slip.refresh");
    SECTION("let go") {
        person.press("slip.leave");
        CHECK(person.node("done").name == "Đã ra khỏi danh sách chờ");
    }
    SECTION("ran out before it was taken") {
        person.backend.next[kMove].push_back(
            {409, problem(409, "conflict", "Hết", {{"starts_at", "slot_full", {}}}), false});
        person.backend.next["POST /api/v1/waiting/status"].push_back({404, "", false});
        person.press("slip.take");
        CHECK(person.node("problem").value.find("không còn trong danh sách chờ") != std::string::npos);
    }
    SECTION("ran out while somebody looked on") {
        person.backend.next["POST /api/v1/waiting/status"].push_back({204, "", false});
        person.let_pass(60);
        CHECK(person.node("problem").value.find("không còn trong danh sách chờ") != std::string::npos);
    }
    CHECK_FALSE(person.sees("offer"));
    CHECK_FALSE(person.sees("waiting"));
    CHECK(person.node("slip.time").value == before);
}

TEST_CASE("a lost line while waiting changes nothing on the page", "[client][slip]") {
    Person person = with_a_late_appointment();
    wait_for_earlier(person);
    person.backend.silent = true;
    person.let_pass(60);
    CHECK(person.sees("waiting"));
    CHECK_FALSE(person.sees("problem"));
    person.backend.silent = false;
    person.backend.offered_at_secs = person.backend.free_places.begin()->first;
    person.let_pass(60);
    CHECK(person.sees("offer"));
}

TEST_CASE("the calendar file is saved, but not on a screen that strangers share", "[client][slip]") {
    Person person = at_the_appointment();
    person.press("slip.file");
    REQUIRE(person.saved.size() == 1);
    CHECK(person.saved[0].name == "lich-hen.ics");
    CHECK(person.saved[0].text.find("BEGIN:VCALENDAR") == 0);
    CHECK(person.sees("done"));
    Person shared(app::make_citizen_application());
    shared.keep_timers = true;
    shared.idle_secs = 120;
    shared.start();
    reach_check(shared);
    shared.press("continue");
    shared.press("sign");
    shared.press("slip.open");
    CHECK(shared.sees("slip.cancel"));
    CHECK_FALSE(shared.sees("slip.file"));
}

TEST_CASE("a dossier in the making is left as it is by the slip of another", "[client][slip]") {
    Person owner = at_the_receipt();
    Person person = a_citizen();
    person.backend.take_over(owner.backend);
    begin(person);
    answer_all(person);
    bring_papers(person);
    person.choose("office", "tra-cu");
    person.press("continue");
    REQUIRE(person.page().id == "time");
    look_up(person);
    person.press("slip.open");
    person.press("slip.move");
    person.press("continue");
    CHECK(person.error_lines().size() == 1);
    person.press("nav.home");
    person.press("resume");
    CHECK(person.page().id == "time");
    CHECK(person.error_lines().empty());
    CHECK(person.node("slot").error.empty());
}

}  // namespace motcua::tests
