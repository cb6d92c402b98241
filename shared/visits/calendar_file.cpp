#include "shared/visits/calendar_file.hpp"

#include <string_view>

#include "shared/calendar/date.hpp"

namespace motcua::visits {

namespace {

// RFC 5545, 3.1: a line has 75 octets at most, without its end.
constexpr std::size_t kLineOctets = 75;

bool continues_letter(char octet) {
    return (static_cast<unsigned char>(octet) & 0xC0U) == 0x80U;
}

/// Folds between letters, so that each line is UTF-8 by itself.
void add_line(std::string& file, std::string_view line) {
    std::size_t room = kLineOctets;
    while (line.size() > room) {
        std::size_t cut = room;
        while (continues_letter(line[cut])) {
            --cut;
        }
        file.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = kLineOctets - 1;  // The space that begins it counts
    }
    file.append(line).append("\r\n");
}

/// TEXT of RFC 5545, 3.3.11.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '\n') {
            out += "\\n";
        } else if (letter != '\r') {
            if (letter == '\\' || letter == ';' || letter == ',') {
                out += '\\';
            }
            out += letter;
        }
    }
    return out;
}

/// "20261123T073000"
std::string wall_clock(std::int64_t utc_secs) {
    const std::string day = calendar::iso(calendar::day_in_vietnam(utc_secs));
    const std::string time = calendar::time_in_vietnam(utc_secs);
    const std::int64_t second = utc_secs % 60;
    return day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2) + "T" + time.substr(0, 2) +
           time.substr(3, 2) + (second < 10 ? "0" : "") + std::to_string(second);
}

void add_zone(std::string& file) {
    for (const char* line :
         {"BEGIN:VTIMEZONE", "TZID:Asia/Ho_Chi_Minh", "BEGIN:STANDARD", "DTSTART:19750613T000000",
          "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE"}) {
        add_line(file, line);
    }
}

void add_reminder(std::string& file, const std::string& text) {
    add_line(file, "BEGIN:VALARM");
    add_line(file, "ACTION:DISPLAY");
    add_line(file, "TRIGGER:-P1D");
    add_line(file, "DESCRIPTION:" + escaped(text));
    add_line(file, "END:VALARM");
}

}  // namespace

std::string calendar_file(const CalendarEntry& entry) {
    const std::string zone = ";TZID=Asia/Ho_Chi_Minh:";
    std::string file;
    add_line(file, "BEGIN:VCALENDAR");
    add_line(file, "VERSION:2.0");
    add_line(file, "PRODID:-//Mot Cua//Lich hen//VI");
    add_zone(file);
    add_line(file, "BEGIN:VEVENT");
    add_line(file, "UID:" + escaped(entry.uid));
    add_line(file, "SEQUENCE:" + std::to_string(entry.sequence));
    add_line(file, "STATUS:" + std::string(entry.cancelled ? "CANCELLED" : "CONFIRMED"));
    add_line(file, "DTSTAMP:" + wall_clock(entry.written_at_secs - calendar::kVietnamOffsetSecs) + "Z");
    add_line(file, "DTSTART" + zone + wall_clock(entry.starts_at_secs));
    add_line(file, "DTEND" + zone + wall_clock(entry.starts_at_secs + std::int64_t{60} * entry.minutes));
    add_line(file, "SUMMARY:" + escaped(entry.summary));
    add_line(file, "DESCRIPTION:" + escaped(entry.description));
    add_line(file, "LOCATION:" + escaped(entry.location));
    if (!entry.cancelled) {
        add_reminder(file, entry.reminder);
    }
    add_line(file, "END:VEVENT");
    add_line(file, "END:VCALENDAR");
    return file;
}

}  // namespace motcua::visits
