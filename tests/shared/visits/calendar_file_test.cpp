#include "shared/visits/calendar_file.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/calendar/date.hpp"

using namespace motcua;
using namespace motcua::visits;

namespace {

CalendarEntry entry() {
    return {.uid = "0a@motcua",
            .sequence = 2,
            .cancelled = false,
            .starts_at_secs = calendar::utc_secs({2026, 11, 23}, 7, 30),
            .minutes = 30,
            .written_at_secs = calendar::utc_secs({2026, 11, 22}, 6, 5) + 9,
            .summary = "Hẹn",
            .description = "Hồ sơ",
            .location = "Trà Cú",
            .reminder = "Mai"};
}

/// The lines, each without its CRLF; fails when one ends otherwise.
std::vector<std::string> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    std::size_t at = 0;
    while (at < file.size()) {
        const std::size_t end = file.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        lines.push_back(file.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

/// As a reader of RFC 5545 joins them again.
std::string unfolded(std::string file) {
    for (std::size_t at = 0; (at = file.find("\r\n ", at)) != std::string::npos;) {
        file.erase(at, 3);
    }
    return file;
}

bool has_line(const std::string& file, const std::string& line) {
    return ("\r\n" + unfolded(file)).find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("an appointment's calendar file is in Vietnamese time", "[visits][calendar_file]") {
    const std::string file = calendar_file(entry());
    for (const char* line :
         {"BEGIN:VCALENDAR", "VERSION:2.0", "TZID:Asia/Ho_Chi_Minh", "UID:0a@motcua", "SEQUENCE:2",
          "STATUS:CONFIRMED", "DTSTAMP:20261121T230509Z", "DTSTART;TZID=Asia/Ho_Chi_Minh:20261123T073000",
          "DTEND;TZID=Asia/Ho_Chi_Minh:20261123T080000", "SUMMARY:Hẹn", "DESCRIPTION:Hồ sơ",
          "LOCATION:Trà Cú", "TRIGGER:-P1D", "END:VCALENDAR"}) {
        CAPTURE(line);
        CHECK(has_line(file, line));
    }
    CHECK(lines_of(file).front() == "BEGIN:VCALENDAR");
    CHECK(lines_of(file).back() == "END:VCALENDAR");
}

TEST_CASE("a cancelled appointment says so and reminds of nothing", "[visits][calendar_file]") {
    CalendarEntry cancelled = entry();
    cancelled.cancelled = true;
    const std::string file = calendar_file(cancelled);
    CHECK(has_line(file, "STATUS:CANCELLED"));
    CHECK_FALSE(has_line(file, "BEGIN:VALARM"));
}

TEST_CASE("texts are escaped, so that none of them adds a line or a property", "[visits][calendar_file]") {
    CalendarEntry sly = entry();
    sly.summary = "a,b;c\\d\r\nSTATUS:CANCELLED\nx";
    const std::string file = calendar_file(sly);
    CHECK(has_line(file, "SUMMARY:a\\,b\\;c\\\\d\\nSTATUS:CANCELLED\\nx"));
    CHECK_FALSE(has_line(file, "STATUS:CANCELLED"));
}

TEST_CASE("lines of any length fold at 75 octets and between letters", "[visits][calendar_file]") {
    const std::string letters = GENERATE(as<std::string>{}, "a", "ạ", "đường ", "😀");
    for (std::size_t count = 1; count < 120; ++count) {
        CalendarEntry wordy = entry();
        wordy.description.clear();
        for (std::size_t i = 0; i < count; ++i) {
            wordy.description += letters;
        }
        const std::string file = calendar_file(wordy);
        for (const std::string& line : lines_of(file)) {
            CAPTURE(line);
            CHECK(line.size() <= 75);
            // No letter begins before the line does, or goes on after it.
            CHECK((static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0U) != 0x80U);
        }
        CHECK(has_line(file, "DESCRIPTION:" + wordy.description));
    }
}
