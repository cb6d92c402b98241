#include <algorithm>

#include "shared/calendar/calendar.hpp"
#include "shared/json/shape.hpp"

namespace motcua::calendar {
namespace {

constexpr std::size_t kMaxHolidays = 30;
constexpr std::size_t kMaxYears = 50;
constexpr std::size_t kMaxNotices = 20;
constexpr std::size_t kMaxSwaps = 5;
constexpr std::size_t kMaxTextBytes = 400;
constexpr std::int64_t kMaxDaysOff = 20;
constexpr std::int64_t kMaxSwapDays = 60;

bool is_text(std::string_view text) {
    return !text.empty() && text.size() <= kMaxTextBytes;
}

bool is_id(std::string_view text) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return is_text(text) && is_lower(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
               return is_lower(c) || (c >= '0' && c <= '9') || c == '_';
           });
}

bool is_day(std::string_view text) {
    return parse_iso(text).has_value();
}

int two_digits(std::string_view text) {
    const auto digit = [&](std::size_t at) {
        return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : 100;
    };
    return digit(0) * 10 + digit(1);
}

/// "11-24"
bool is_day_of_year(std::string_view text, int last_month, int most) {
    if (text.size() != 5 || text[2] != '-') {
        return false;
    }
    const int month = two_digits(text);
    const int day = two_digits(text.substr(3));
    return month >= 1 && month <= last_month && day >= 1 && day <= most;
}
bool is_solar_day(std::string_view text) {
    // 2001: 29 February is no day of every year.
    return is_day_of_year(text, 12, 31) && is_day("2001-" + std::string(text));
}
bool is_lunar_day(std::string_view text) {
    // Months 11 and 12 end in the next Gregorian year.
    return is_day_of_year(text, 10, 29);
}

Date read_day(json::Shape& shape, std::string_view key) {
    return parse_iso(shape.text(key, "date", is_day)).value_or(Date{});
}

bool read_verified(json::Shape from) {
    from.text("source", "range", is_text);
    from.text("checked_on", "date", is_day);
    const bool verified = from.boolean("verified");
    from.close();
    return verified;
}

/// The items of an array, none and a finding when there are too many.
const json::Array& items_of(json::Shape& shape, std::string_view key, std::size_t most) {
    static const json::Array kNone;
    const json::Array& items = shape.array(key);
    if (items.size() > most) {
        shape.note(key, "range");
        return kNone;
    }
    return items;
}

void read_begins(json::Shape& shape, Holiday& holiday) {
    for (const json::Value& item : shape.array("begins")) {
        const std::int64_t* begin = item.integer();
        // The holiday itself is one of its days off, wherever they begin.
        const bool fits = begin != nullptr && *begin <= 0 && *begin > -holiday.days &&
                          (holiday.begins.empty() || *begin > holiday.begins.back());
        if (!fits) {
            shape.note("begins", "range");
            return;
        }
        holiday.begins.push_back(static_cast<int>(*begin));
    }
}

/// In every language there is; Vietnamese and English are needed.
i18n::Text read_name(json::Shape shape, const json::Value* value) {
    i18n::Text name = i18n::Text::read(value);
    shape.text("vi", "range", is_text);
    shape.text("en", "range", is_text);
    for (const auto& each : name.by_lang) {
        if (each.first != "vi" && each.first != "en") {
            shape.text(each.first, "range", is_text);
        }
    }
    shape.close();
    return name;
}

Holiday read_holiday(const json::Value& value, const std::string& path, std::vector<Finding>& findings) {
    json::Shape shape(value, path, "calendar", findings);
    Holiday holiday;
    holiday.id = shape.text("id", "id", is_id);
    holiday.name = read_name(shape.object("name"), value.find("name"));
    holiday.lunar = value.find("lunar") != nullptr;
    const std::size_t noted = findings.size();
    const std::string day =
        holiday.lunar ? shape.text("lunar", "date", is_lunar_day) : shape.text("solar", "date", is_solar_day);
    if (findings.size() == noted && day.size() == 5) {
        holiday.month = two_digits(day);
        holiday.day = two_digits(std::string_view(day).substr(3));
    }
    if (value.find("days") != nullptr) {
        holiday.days = static_cast<int>(std::max<std::int64_t>(1, shape.integer("days", 1, 10)));
    }
    if (value.find("begins") != nullptr) {
        read_begins(shape, holiday);
    }
    if (holiday.begins.empty()) {
        holiday.begins.push_back(0);
    }
    if (value.find("expect") != nullptr) {
        holiday.expect = static_cast<int>(shape.integer("expect"));
        if (std::find(holiday.begins.begin(), holiday.begins.end(), *holiday.expect) ==
            holiday.begins.end()) {
            shape.note("expect", "range");
        }
    }
    if (value.find("since") != nullptr) {
        holiday.since = read_day(shape, "since");
    }
    holiday.verified = read_verified(shape.object("from"));
    shape.close();
    return holiday;
}

void read_swaps(json::Shape& shape, Announcement& notice, std::vector<Finding>& findings) {
    const json::Array& items = items_of(shape, "swaps", kMaxSwaps);
    for (std::size_t i = 0; i < items.size(); ++i) {
        json::Shape pair(items[i], json::item_path(shape.path_of("swaps"), i), "calendar", findings);
        const std::size_t noted = findings.size();
        const Announcement::Swap swap{read_day(pair, "off"), read_day(pair, "work")};
        pair.close();
        if (findings.size() != noted) {
            continue;
        }
        const int off = weekday(swap.off);
        const int work = weekday(swap.work);
        const bool off_within = !(swap.off < notice.first) && !(notice.last < swap.off);
        const bool work_within = !(swap.work < notice.first) && !(notice.last < swap.work);
        if (off == 0 || off == 6 || !off_within) {
            pair.note("off", "swap");
        }
        const std::int64_t apart = days_since_1970(swap.work) - days_since_1970(swap.off);
        if ((work != 0 && work != 6) || work_within || apart > kMaxSwapDays || apart < -kMaxSwapDays) {
            pair.note("work", "swap");
        }
        notice.swaps.push_back(swap);
    }
}

Announcement read_notice(const json::Value& value, const CalendarFile& file, const std::string& path,
                         std::vector<Finding>& findings) {
    json::Shape shape(value, path, "calendar", findings);
    Announcement notice;
    const std::string id = shape.text("holiday");
    for (std::size_t i = 0; i < file.holidays.size(); ++i) {
        if (file.holidays[i].id == id) {
            notice.holiday = static_cast<int>(i);
        }
    }
    const std::size_t noted = findings.size();
    notice.first = read_day(shape, "first");
    notice.last = read_day(shape, "last");
    const std::int64_t length = days_since_1970(notice.last) - days_since_1970(notice.first) + 1;
    if (findings.size() == noted && (length < 1 || length > kMaxDaysOff)) {
        shape.note("last", "range");
    }
    if (findings.size() == noted && value.find("swaps") != nullptr) {
        read_swaps(shape, notice, findings);
    } else if (value.find("swaps") != nullptr) {
        // Without the days off a swap cannot be judged.
        shape.array("swaps");
    }
    notice.verified = read_verified(shape.object("from"));
    shape.close();
    return notice;
}

/// What a notice must have to do with the holiday it names.
void check_notice(const CalendarFile& file, const CalendarFile::Year& year, std::size_t index,
                  const std::string& path, std::vector<Finding>& findings) {
    const Announcement& notice = year.announced[index];
    if (notice.holiday < 0) {
        findings.push_back({path + ".holiday", "calendar.holiday", {}});
        return;
    }
    for (std::size_t i = 0; i < index; ++i) {
        if (year.announced[i].holiday == notice.holiday) {
            findings.push_back({path + ".holiday", "calendar.duplicate", {}});
        }
    }
    const Holiday& holiday = file.holidays[static_cast<std::size_t>(notice.holiday)];
    const std::int64_t at = day_of_holiday(holiday, year.year);
    if (at < days_since_1970(notice.first) || at > days_since_1970(notice.last)) {
        findings.push_back({path + ".first", "calendar.holiday_day", {}});
    }
}

void read_years(json::Shape& shape, CalendarFile& file, std::vector<Finding>& findings) {
    const json::Array& years = items_of(shape, "years", kMaxYears);
    for (std::size_t i = 0; i < years.size(); ++i) {
        const std::string path = json::item_path("years", i);
        json::Shape item(years[i], path, "calendar", findings);
        const std::size_t noted = findings.size();
        CalendarFile::Year year;
        year.year = static_cast<int>(item.integer("year", 1900, 2180));
        if (findings.size() == noted && !file.years.empty() && year.year != file.years.back().year + 1) {
            item.note("year", "order");
        }
        const json::Array& notices = items_of(item, "announced", kMaxNotices);
        for (std::size_t j = 0; j < notices.size(); ++j) {
            const std::string place = json::item_path(path + ".announced", j);
            const std::size_t before = findings.size();
            year.announced.push_back(read_notice(notices[j], file, place, findings));
            if (findings.size() == before && year.year != 0) {
                check_notice(file, year, j, place, findings);
            }
        }
        item.close();
        file.years.push_back(std::move(year));
    }
    if (years.empty() && findings.empty()) {
        shape.note("years", "range");
    }
}

}  // namespace

Result<CalendarFile> read_file(const json::Value& value) {
    std::vector<Finding> findings;
    json::Shape shape(value, "", "calendar", findings);
    CalendarFile file;
    if (value.find("$schema") != nullptr) {
        shape.text("$schema");
    }
    shape.expect("v", 1);
    const json::Array& holidays = items_of(shape, "holidays", kMaxHolidays);
    for (std::size_t i = 0; i < holidays.size(); ++i) {
        const std::string path = json::item_path("holidays", i);
        Holiday holiday = read_holiday(holidays[i], path, findings);
        for (const Holiday& other : file.holidays) {
            if (other.id == holiday.id) {
                findings.push_back({path + ".id", "calendar.duplicate", {}});
            }
        }
        file.holidays.push_back(std::move(holiday));
    }
    read_years(shape, file, findings);
    shape.close();
    if (!findings.empty()) {
        return Error{.code = ErrorCode::InvalidInput, .detail = "calendar", .findings = std::move(findings)};
    }
    return file;
}

}  // namespace motcua::calendar
