#include "shared/calendar/office_hours.hpp"

#include <algorithm>

namespace motcua::calendar {
namespace {

constexpr OpenSpan kMorning{7 * 60, 11 * 60 + 30};
constexpr OpenSpan kAfternoon{13 * 60 + 30, 17 * 60};

const std::vector<OpenSpan>& no_spans() {
    static const std::vector<OpenSpan> kNone;
    return kNone;
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

const std::vector<OpenSpan>& of_weekday(const OfficeHours& hours, int weekday) {
    return hours.weekdays[static_cast<std::size_t>(weekday)];
}

}  // namespace

OfficeHours standard_hours() {
    OfficeHours hours;
    for (std::size_t weekday = 1; weekday <= 5; ++weekday) {
        hours.weekdays[weekday] = {kMorning, kAfternoon};
    }
    return hours;
}

OfficeHours police_hours() {
    OfficeHours hours = standard_hours();
    hours.weekdays[6] = {kMorning};
    return hours;
}

bool is_valid(const OfficeHours& hours) {
    for (std::size_t weekday = 0; weekday < hours.weekdays.size(); ++weekday) {
        int last = 0;
        for (const OpenSpan& span : hours.weekdays[weekday]) {
            if (span.from_minute < last || span.until_minute <= span.from_minute) {
                return false;
            }
            last = span.until_minute;
        }
        if (last > kMinutesADay || (last == 0 && weekday != 0 && weekday != 6)) {
            return false;
        }
    }
    return true;
}

const std::vector<OpenSpan>& WorkingTime::spans(std::int64_t day) const {
    const Day what = calendar_.day(from_days(day));
    return is_rest(what) ? no_spans() : of_weekday(hours_, what.works_as);
}

std::int64_t WorkingTime::begin_of(std::int64_t minute) const {
    const std::int64_t day = day_of_minute(minute);
    for (const OpenSpan& span : spans(day)) {
        if (minute_of_day(minute) < span.until_minute) {
            return day * kMinutesADay + std::max(minute_of_day(minute), span.from_minute);
        }
    }
    const std::int64_t next = working_day_from(day + 1);
    return next * kMinutesADay + spans(next).front().from_minute;
}

std::int64_t WorkingTime::working_day_from(std::int64_t day) const {
    while (!is_working_day(day)) {
        ++day;
    }
    return day;
}

std::int64_t WorkingTime::add_days(std::int64_t day, int count) const {
    for (; count > 0; --count) {
        day = working_day_from(day + 1);
    }
    return day;
}

std::int64_t WorkingTime::within(std::int64_t day, int minute_of_day) const {
    int at = 0;
    for (const OpenSpan& span : spans(day)) {
        if (minute_of_day < span.until_minute) {
            return day * kMinutesADay + std::max(minute_of_day, span.from_minute);
        }
        at = span.until_minute;
    }
    return day * kMinutesADay + at;
}

std::int64_t WorkingTime::add_minutes(std::int64_t minute, std::int64_t count) const {
    if (count <= 0) {
        return minute;
    }
    std::int64_t day = day_of_minute(begin_of(minute));
    int from = minute_of_day(begin_of(minute));
    for (;; day = working_day_from(day + 1), from = 0) {
        for (const OpenSpan& span : spans(day)) {
            const int begin = std::max(from, span.from_minute);
            if (begin >= span.until_minute) {
                continue;
            }
            if (count <= span.until_minute - begin) {
                return day * kMinutesADay + begin + count;
            }
            count -= span.until_minute - begin;
        }
    }
}

std::int64_t WorkingTime::minutes_between(std::int64_t from, std::int64_t until) const {
    std::int64_t sum = 0;
    for (std::int64_t day = day_of_minute(from); day <= day_of_minute(until); ++day) {
        for (const OpenSpan& span : spans(day)) {
            const std::int64_t begin = std::max(from, day * kMinutesADay + span.from_minute);
            const std::int64_t end = std::min(until, day * kMinutesADay + span.until_minute);
            sum += std::max<std::int64_t>(0, end - begin);
        }
    }
    return sum;
}

bool is_open(const OfficeHours& hours, const Calendar& calendar, std::int64_t utc_secs) {
    const std::int64_t minute = local_minute(utc_secs);
    const Day day = calendar.day(day_in_vietnam(utc_secs));
    if (is_rest(day) && day.kind != DayKind::Weekend) {
        return false;
    }
    const std::vector<OpenSpan>& spans = of_weekday(hours, day.works_as);
    const int at = minute_of_day(minute);
    return std::any_of(spans.begin(), spans.end(), [at](const OpenSpan& span) {
        return at >= span.from_minute && at < span.until_minute;
    });
}

std::int64_t local_minute(std::int64_t utc_secs) {
    return floor_divide(utc_secs + kVietnamOffsetSecs, 60);
}

std::int64_t utc_secs_of_local(std::int64_t minute) {
    return minute * 60 - kVietnamOffsetSecs;
}

std::int64_t day_of_minute(std::int64_t minute) {
    return floor_divide(minute, kMinutesADay);
}

int minute_of_day(std::int64_t minute) {
    return static_cast<int>(minute - day_of_minute(minute) * kMinutesADay);
}

}  // namespace motcua::calendar
