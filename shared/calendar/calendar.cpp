#include "shared/calendar/calendar.hpp"

#include <algorithm>

#include "shared/calendar/lunar.hpp"

namespace motcua::calendar {
namespace {

int weekday_of(std::int64_t day) {
    return weekday(from_days(day));
}

bool is_weekend(std::int64_t day) {
    const int at = weekday_of(day);
    return at == 0 || at == 6;
}

/// Days by their number; what was put first stays.
class Days {
public:
    [[nodiscard]] bool has(std::int64_t day) const {
        const auto at = place_of(day);
        return at != entries_.end() && at->day == day;
    }
    void put(std::int64_t day, Day what) {
        const auto at = place_of(day);
        if (at == entries_.end() || at->day != day) {
            entries_.insert(at, {day, what});
        }
    }
    std::vector<DayEntry> take() { return std::move(entries_); }

private:
    [[nodiscard]] std::vector<DayEntry>::const_iterator place_of(std::int64_t day) const {
        return std::lower_bound(entries_.begin(), entries_.end(), day,
                                [](const DayEntry& entry, std::int64_t at) { return entry.day < at; });
    }
    std::vector<DayEntry> entries_;
};

/// What a block of days makes free by itself, with the substitutes for its weekend days.
std::vector<std::int64_t> days_off(std::int64_t first, int count) {
    std::vector<std::int64_t> off;
    std::int64_t next = first + count;
    for (std::int64_t day = first; day < first + count; ++day) {
        off.push_back(day);
        if (is_weekend(day)) {
            while (is_weekend(next)) {
                ++next;
            }
            off.push_back(next++);
        }
    }
    return off;
}

/// Length of the run of days off around a block.
int run_length(std::int64_t first, int count) {
    const std::vector<std::int64_t> off = days_off(first, count);
    const auto is_off = [&](std::int64_t day) {
        return is_weekend(day) || std::find(off.begin(), off.end(), day) != off.end();
    };
    std::int64_t from = first;
    while (is_off(from - 1)) {
        --from;
    }
    std::int64_t until = first;
    while (is_off(until)) {
        ++until;
    }
    return static_cast<int>(until - from);
}

/// Where the days off most likely begin; of two runs alike, the earlier.
int likely_begin(const Holiday& holiday, std::int64_t at) {
    if (holiday.expect) {
        return *holiday.expect;
    }
    int best = holiday.begins.front();
    for (const int begin : holiday.begins) {
        if (run_length(at + begin, holiday.days) > run_length(at + best, holiday.days)) {
            best = begin;
        }
    }
    return best;
}

void put_announcement(Days& days, const Announcement& notice) {
    for (const Announcement::Swap& swap : notice.swaps) {
        const std::int64_t off = days_since_1970(swap.off);
        const std::int64_t work = days_since_1970(swap.work);
        const int hours_of = weekday_of(off);
        days.put(off, {DayKind::SwappedOff, Basis::Announced, notice.holiday, hours_of, notice.verified});
        days.put(work, {DayKind::SwappedWork, Basis::Announced, notice.holiday, hours_of, notice.verified});
    }
    for (std::int64_t day = days_since_1970(notice.first); day <= days_since_1970(notice.last); ++day) {
        days.put(day, {DayKind::Holiday, Basis::Announced, notice.holiday, weekday_of(day), notice.verified});
    }
}

/// Days off by law alone, and the working days that a notice may still take.
class LawDays {
public:
    LawDays(const std::vector<Holiday>& holidays, Days& days) : holidays_(holidays), days_(days) {}

    void add_year(int year) {
        blocks_.clear();
        for (std::size_t i = 0; i < holidays_.size(); ++i) {
            const Holiday& holiday = holidays_[i];
            const std::int64_t at = day_of_holiday(holiday, year);
            if (!days_.has(at) && !(from_days(at) < holiday.since)) {
                const Basis basis = holiday.begins.size() > 1 ? Basis::Expected : Basis::Law;
                blocks_.push_back({static_cast<int>(i), at, at + likely_begin(holiday, at), basis});
            }
        }
        for (const Block& block : blocks_) {
            put_holiday(block);
        }
        for (const Block& block : blocks_) {
            put_substitutes(block);
        }
        for (const Block& block : blocks_) {
            if (block.basis == Basis::Expected) {
                put_uncertain(block);
            }
        }
    }

private:
    struct Block {
        int holiday;
        std::int64_t at;  ///< The holiday's own day
        std::int64_t first;
        Basis basis;
    };

    [[nodiscard]] const Holiday& holiday_of(const Block& block) const {
        return holidays_[static_cast<std::size_t>(block.holiday)];
    }

    void put(std::int64_t day, const Block& block, DayKind kind, Basis basis) {
        days_.put(day, {kind, basis, block.holiday, weekday_of(day), holiday_of(block).verified});
    }

    void put_holiday(const Block& block) {
        for (std::int64_t day = block.first; day < block.first + holiday_of(block).days; ++day) {
            // Whatever the notice will say, the holiday itself is off.
            put(day, block, DayKind::Holiday, day == block.at ? Basis::Law : block.basis);
        }
    }

    void put_substitutes(const Block& block) {
        const std::int64_t end = block.first + holiday_of(block).days;
        for (std::int64_t day = block.first; day < end; ++day) {
            if (!is_weekend(day)) {
                continue;
            }
            std::int64_t next = end;
            while (is_weekend(next) || days_.has(next)) {
                ++next;
            }
            put(next, block, DayKind::Substitute, block.basis);
        }
    }

    void put_uncertain(const Block& block) {
        for (const int begin : holiday_of(block).begins) {
            for (const std::int64_t day : days_off(block.at + begin, holiday_of(block).days)) {
                if (!is_weekend(day)) {
                    put(day, block, DayKind::Working, block.basis);
                }
            }
        }
    }

    const std::vector<Holiday>& holidays_;
    Days& days_;
    std::vector<Block> blocks_;
};

}  // namespace

bool is_rest(const Day& day) {
    return day.kind != DayKind::Working && day.kind != DayKind::SwappedWork;
}

std::int64_t day_of_holiday(const Holiday& holiday, int year) {
    if (holiday.lunar) {
        const auto date = from_lunar({year, holiday.month, holiday.day, false});
        return days_since_1970(date.value_or(Date{year, 1, 1}));
    }
    return days_since_1970({year, holiday.month, holiday.day});
}

Calendar::Calendar(const CalendarFile& file) : holidays_(file.holidays) {
    if (file.years.empty()) {
        return;
    }
    first_year_ = file.years.front().year;
    last_known_year_ = file.years.back().year;
    Days days;
    for (const CalendarFile::Year& year : file.years) {
        for (const Announcement& notice : year.announced) {
            put_announcement(days, notice);
        }
    }
    LawDays law(holidays_, days);
    for (int year = first_year_; year <= last_known_year_ + kYearsAhead; ++year) {
        law.add_year(year);
    }
    entries_ = days.take();
}

Result<Calendar> Calendar::read(const json::Value& value) {
    MC_TRY_ASSIGN(const CalendarFile file, read_file(value));
    return Calendar(file);
}

Day Calendar::day(const Date& date) const {
    const std::int64_t at = days_since_1970(date);
    const auto found =
        std::lower_bound(entries_.begin(), entries_.end(), at,
                         [](const DayEntry& entry, std::int64_t day) { return entry.day < day; });
    if (found != entries_.end() && found->day == at) {
        return found->what;
    }
    Day day;
    day.kind = is_weekend(at) ? DayKind::Weekend : DayKind::Working;
    day.basis = covers(date.year) ? Basis::Law : Basis::Expected;
    day.works_as = weekday_of(at);
    return day;
}

std::vector<Date> Calendar::special_days(int year) const {
    std::vector<Date> dates;
    for (const DayEntry& entry : entries_) {
        const Date date = from_days(entry.day);
        if (date.year == year) {
            dates.push_back(date);
        }
    }
    return dates;
}

}  // namespace motcua::calendar
