#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

constexpr int kIdleSecs = 120;
constexpr int kWarnSecs = 30;

app::Start shared_screen() {
    return {.random = std::string(64, 'a'),
            .path = "/",
            .lang = "vi",
            .idle_secs = kIdleSecs,
            .warn_secs = kWarnSecs,
            .languages = {{"vi", "Tiếng Việt"}, {"en", "English"}}};
}

/// A citizen at a kiosk whose timers only run when the test lets time pass.
Person at_kiosk() {
    Person person(app::make_citizen_application());
    person.keep_timers = true;
    person.send(shared_screen());
    return person;
}

}  // namespace

TEST_CASE("another procedure asks before it loses what was entered for the first", "[client][layer]") {
    Person person = a_citizen();
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("nav.home");
    person.press("procedure.1.000894");
    CHECK(person.page().id == "start");
    REQUIRE(person.page().dialog);
    CHECK(person.page().dialog->tone == page::Tone::Warning);
    CHECK(person.page().focus.id == "other.keep");
    check_golden(person.page(), "start_other");
    person.press(person.page().dialog->value);
    CHECK_FALSE(person.page().dialog);
    person.press("resume");
    CHECK(person.node("q.nyc_quan_he").value == "ban_than");
    person.press("nav.home");
    person.press("procedure.1.000894");
    person.press("other.lose");
    CHECK(person.page().id == "procedure");
    CHECK_FALSE(person.page().unsaved);
}

TEST_CASE("what would be lost for another procedure is named, the held appointment too", "[client][layer]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("nav.home");
    person.press("procedure.1.000894");
    REQUIRE(person.page().dialog);
    CHECK(person.page().dialog->name.find("Cấp Giấy xác nhận tình trạng hôn nhân") != std::string::npos);
    const std::string text = person.page().dialog->children.front().name;
    CHECK(text.find("Trà Cú") != std::string::npos);
    CHECK(text.find("/11/2026") != std::string::npos);
}

TEST_CASE("another procedure is begun without a question when nothing would be lost", "[client][layer]") {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    person.press("nav.home");
    person.press("procedure.1.000894");
    CHECK(person.page().id == "procedure");
    CHECK_FALSE(person.page().dialog);
}

TEST_CASE("Back of the browser takes the question away with its page", "[client][layer]") {
    Person person = a_citizen();
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("nav.home");
    person.press("procedure.1.000894");
    person.send(app::Visit{"procedure"});
    CHECK(person.page().id == "procedure");
    CHECK_FALSE(person.page().dialog);
}

TEST_CASE("a file taken away stands in a toast until it is closed or the page is left", "[client][layer]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    person.choose("doc.giay_xn_cu", "attached");
    show_papers(person);
    person.pick("doc.giay_xn_cu.files", "a.pdf");
    person.press("doc.giay_xn_cu.remove.1");
    REQUIRE(person.page().toast);
    CHECK(person.page().toast->name.find("a.pdf") != std::string::npos);
    CHECK(person.page().announcement.text.find("a.pdf") != std::string::npos);
    CHECK_FALSE(person.page().announcement.assertive);
    person.press("lang.en");
    CHECK(person.page().toast);
    person.press("toast.close");
    CHECK_FALSE(person.page().toast);
    CHECK(person.dropped == std::vector<int>{1});
}

TEST_CASE("a shared screen asks whether anybody is there, and stays when somebody is", "[client][layer]") {
    Person person = at_kiosk();
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.let_pass(kIdleSecs - 1);
    CHECK_FALSE(person.page().dialog);
    person.let_pass(1);
    REQUIRE(person.page().dialog);
    CHECK(person.page().dialog->id == "idle");
    CHECK(person.page().focus.id == "idle.stay");
    CHECK(person.node("idle.text").name.find("30 giây") != std::string::npos);
    person.let_pass(10);
    CHECK(person.node("idle.text").name.find("20 giây") != std::string::npos);
    CHECK(person.page().announcement.text == "Còn 20 giây.");
    CHECK_FALSE(person.page().announcement.assertive);
    const int said = person.page().announcement.number;
    person.let_pass(1);
    CHECK(person.page().announcement.number == said);
    person.press("idle.stay");
    CHECK_FALSE(person.page().dialog);
    CHECK(person.restarts == 0);
    CHECK(person.node("q.nyc_quan_he").value == "ban_than");
    person.let_pass(kIdleSecs);
    CHECK(person.page().dialog);
}

TEST_CASE("a shared screen forgets everything when nobody answers", "[client][layer]") {
    Person person = at_kiosk();
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.let_pass(kIdleSecs + kWarnSecs);
    REQUIRE(person.restarts == 1);
    person.send(shared_screen());
    CHECK(person.page().id == "start");
    CHECK_FALSE(person.page().dialog);
    CHECK_FALSE(person.page().unsaved);
    CHECK_FALSE(person.sees("resume"));
}

TEST_CASE("whoever leaves a shared screen can have it forgotten at once", "[client][layer]") {
    Person person = at_kiosk();
    begin(person);
    person.let_pass(kIdleSecs);
    person.press("idle.clear");
    CHECK(person.restarts == 1);
}

TEST_CASE("reading on a shared screen is not leaving it", "[client][layer]") {
    Person person = at_kiosk();
    begin(person);
    for (int i = 0; i < 4; ++i) {
        person.let_pass(kIdleSecs - 10);
        person.send(app::Stirred{});
    }
    CHECK_FALSE(person.page().dialog);
}

TEST_CASE("a shared screen that shows nothing of anybody does not ask", "[client][layer]") {
    Person person = at_kiosk();
    person.let_pass(3 * kIdleSecs);
    CHECK_FALSE(person.page().dialog);
    CHECK(person.restarts == 0);
    person.press("lang.en");
    person.let_pass(kIdleSecs);
    CHECK(person.page().dialog);
}

TEST_CASE("a person's own browser never asks whether anybody is there", "[client][layer]") {
    Person person = a_citizen();
    person.keep_timers = true;
    begin(person);
    person.let_pass(100 * kIdleSecs);
    CHECK_FALSE(person.page().dialog);
}

}  // namespace motcua::tests
