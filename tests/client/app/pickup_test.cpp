#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

constexpr const char* kAsk = "POST /api/v1/pickups";

/// Has handed in, and looks at what there is to say of fetching the papers.
Person at_the_pickup() {
    Person person = a_citizen();
    person.keep_timers = true;
    reach_check(person);
    person.press("continue");
    person.press("sign");
    person.press("slip.open");
    person.press("slip.pickup");
    REQUIRE(person.page().id == "pickup");
    return person;
}

void fill_in(Person& person) {
    person.press("pickup.ask");
    person.choose("pickup.commune", "29461");
    person.type("pickup.line", "Số nhà 7, ấp Thử");
    person.type("pickup.telephone", "090 123 45 67");
    person.choose("pickup.window", person.node("pickup.window").children.front().id);
}

Person with_a_pickup() {
    Person person = at_the_pickup();
    fill_in(person);
    person.press("continue");
    REQUIRE(person.page().id == "pickup");
    return person;
}

}  // namespace

TEST_CASE("a pickup is asked for from the slip, and nothing is said to have been fetched",
          "[client][pickup]") {
    Person person = at_the_pickup();
    check_golden(person.page(), "pickup_offer");
    person.press("pickup.ask");
    person.press("continue");
    CHECK(person.error_lines().size() == 4);
    person.press("back");
    fill_in(person);
    check_golden(person.page(), "pickup_form");
    person.press("continue");
    check_golden(person.page(), "pickup_asked");
    CHECK(person.node("pickup.when").value == "08:00 – 10:00, Thứ Ba, 24/11/2026");
    CHECK(person.node("pickup.state").value == "Đã ghi yêu cầu, chưa có ai lên đường");
    CHECK(person.node("pickup.own_number").value == "012 345");
    CHECK(person.page().announcement.text == "Đã ghi yêu cầu đến lấy giấy tờ");
    CHECK(person.words().find("K7P2") == std::string::npos);
    person.press("back");
    CHECK(person.page().id == "appointment");
}

TEST_CASE("it is changed and cancelled until the courier sets out", "[client][pickup]") {
    Person person = with_a_pickup();
    person.press("pickup.change");
    CHECK(person.node("pickup.line").value == "Số nhà 7, ấp Thử");
    CHECK(person.node("pickup.window").children.size() == 2);
    person.choose("pickup.window", person.node("pickup.window").children.back().id);
    person.press("continue");
    CHECK(person.node("pickup.when").value == "14:00 – 16:00, Thứ Ba, 24/11/2026");
    person.press("pickup.cancel");
    CHECK(person.page().dialog.has_value());
    person.press("pickup.keep");
    CHECK(person.backend.pickup.state == "requested");
    person.press("pickup.cancel");
    person.press("pickup.cancel_yes");
    CHECK(person.backend.pickup.state == "cancelled");
    CHECK(person.sees("pickup.ask"));
    CHECK_FALSE(person.sees("pickup.own_number"));
}

TEST_CASE("when the courier is on the way their number can be checked, and nothing changed",
          "[client][pickup]") {
    Person person = with_a_pickup();
    person.backend.pickup.state = "on_the_way";
    person.backend.pickup.steps.push_back({"set_out", "courier", person.now_secs});
    person.press("pickup.refresh");
    CHECK_FALSE(person.sees("pickup.cancel"));
    person.press("pickup.meet");
    CHECK_FALSE(person.node("pickup.number").error.empty());
    person.type("pickup.number", "111111");
    person.press("pickup.meet");
    CHECK(person.node("pickup.number").error == "Số này không đúng. Hãy xem lại từng chữ số.");
    person.type("pickup.number", "999000");
    person.press("pickup.meet");
    check_golden(person.page(), "pickup_met");
    CHECK(person.node("done").name == "Đúng là người giao nhận của cơ quan");
}

TEST_CASE("who wants to change it when the courier has just set out is told, and sees how it is",
          "[client][pickup]") {
    Person person = with_a_pickup();
    person.press("pickup.change");
    person.backend.pickup.state = "on_the_way";
    person.press("continue");
    CHECK(person.page().id == "pickup");
    CHECK(person.sees("pickup.meet"));
    CHECK(person.sees("problem"));
}

TEST_CASE("an answer that was lost is asked for again with the same key", "[client][pickup]") {
    Person person = at_the_pickup();
    fill_in(person);
    person.backend.next[kAsk].push_back({200, "", true});
    person.press("continue");
    CHECK(person.sees("problem"));
    person.press("continue");
    CHECK(person.page().id == "pickup");
    const auto& keys = person.backend.keys;
    REQUIRE(keys.size() >= 2);
    CHECK(keys[keys.size() - 1] == keys[keys.size() - 2]);
}

TEST_CASE("where nothing can be fetched the page says why", "[client][pickup]") {
    Person person = at_the_pickup();
    person.backend.pickup.closed = "pickup_none";
    person.press("back");
    person.press("slip.pickup");
    CHECK(person.node("closed").name == "Cơ quan này chưa có người đến nhà lấy giấy tờ.");
    CHECK_FALSE(person.sees("pickup.ask"));
    person.send(app::Press{"pickup.ask"});
    CHECK(person.page().id == "pickup");
}

TEST_CASE("without a slip there is no pickup to see", "[client][pickup]") {
    Person person = at_the_pickup();
    person.press("nav.home");
    person.send(app::Visit{"pickup.form"});
    CHECK(person.page().id == "pickup");
    person.press("back");
    person.press("back");
    person.press("new");
    person.send(app::Visit{"pickup"});
    CHECK(person.page().id == "start");
}

}  // namespace motcua::tests
