#include <catch2/catch.hpp>

#include "tests/client/support/journey.hpp"

namespace motcua::tests {

TEST_CASE("the procedure page says when a result may be expected, and how that is counted",
          "[client][expected]") {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    // Three working days from Monday; Tuesday is Vietnamese Culture Day.
    CHECK(person.node("expected").name == "Nếu nộp hôm nay, dự kiến có kết quả");
    CHECK(person.node("expected").value == "Thứ Sáu, 27/11/2026");
    CHECK(person.node("expected").hint.find("Chỉ là ước tính.") == 0);
    CHECK_FALSE(person.sees("expected.days"));
    person.press("expected.why");
    CHECK(person.node("expected.why").selected);
    CHECK(person.node("expected.days").value ==
          "Thứ Hai, 23/11/2026: bắt đầu tính\n"
          "Thứ Ba, 24/11/2026: không tính, Ngày Văn hóa Việt Nam 24/11\n"
          "Thứ Tư, 25/11/2026: ngày thứ 1\n"
          "Thứ Năm, 26/11/2026: ngày thứ 2\n"
          "Thứ Sáu, 27/11/2026: ngày thứ 3\n"
          "Theo lịch nghỉ đã có; chưa đối chiếu với Công báo.");
    person.press("expected.why");
    CHECK_FALSE(person.sees("expected.days"));
}

TEST_CASE("check page and receipt count from the appointment", "[client][expected]") {
    Person person = a_citizen();
    reach_check(person);
    CHECK(person.node("expected").value == "Thứ Hai, 30/11/2026");
    person.press("continue");
    person.press("sign");
    REQUIRE(person.page().id == "receipt");
    person.press("receipt.more");
    CHECK(person.node("expected").name == "Nếu tính từ giờ hẹn, dự kiến có kết quả");
    CHECK(person.node("expected").value == "Thứ Hai, 30/11/2026");
    // A week later it is still counted from there.
    person.now_secs += 7 * 86400;
    person.press("receipt.refresh");
    CHECK(person.node("expected").value == "Thứ Hai, 30/11/2026");
}

TEST_CASE("what is received after hours, or before days off that are not announced, is said to be so",
          "[client][expected]") {
    Person person = a_citizen();
    person.now_secs = kMondayEightSecs + 10 * 3600;
    person.press("procedure.1.004873");
    person.press("expected.why");
    const std::string late = person.node("expected.days").value;
    CHECK(late.find("Thứ Hai, 23/11/2026: quá giờ nhận trong ngày\n") == 0);
    CHECK(late.find("Thứ Tư, 25/11/2026: bắt đầu tính\n") != std::string::npos);
    CHECK(late.find("Thứ Bảy, 28/11/2026: không tính, cuối tuần\n") != std::string::npos);
    CHECK(person.node("expected").value == "Thứ Hai, 30/11/2026");
    // Thursday 28 January 2027: Tết has not been announced.
    person.now_secs = kMondayEightSecs + 71 * std::int64_t{86400};
    person.press("lang.vi");
    CHECK(person.node("expected.days").value.find("nên ngày dự kiến có thể đổi") != std::string::npos);
}

TEST_CASE("without the calendar the time limit stands alone, and the calendar is asked for again",
          "[client][expected]") {
    Person person = a_citizen();
    person.unavailable = "calendar";
    person.press("procedure.1.004873");
    CHECK(person.sees("fact.limit.giai_quyet"));
    CHECK_FALSE(person.sees("expected"));
    CHECK(person.words().find("calendar") == std::string::npos);
    person.unavailable.clear();
    person.press("nav.home");
    person.press("procedure.1.004873");
    CHECK(person.sees("expected"));
}

TEST_CASE("a calendar of another shape is no calendar", "[client][expected]") {
    Person person = a_citizen();
    person.assets["calendar"] = R"({"v":2})";
    person.press("procedure.1.004873");
    CHECK(person.sees("fact.limit.giai_quyet"));
    CHECK_FALSE(person.sees("expected"));
}

TEST_CASE("a limit that hangs on answers promises no day before they are given", "[client][expected]") {
    Person person = a_citizen();
    person.press("procedure.1.004859");
    CHECK(person.sees("fact.limit.bo_sung"));
    CHECK(person.sees("fact.limit.giai_quyet"));
    CHECK_FALSE(person.sees("expected"));
}

TEST_CASE("a limit of several steps is not added up", "[client][expected]") {
    Person person = a_citizen();
    person.press("procedure.3.000242");
    CHECK_FALSE(person.sees("expected"));
}

}  // namespace motcua::tests
