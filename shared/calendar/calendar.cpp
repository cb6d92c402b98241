#include "shared/calendar/calendar.hpp"

#include <algorithm>
#include <map>

#include "shared/calendar/lunar.hpp"

namespace motcua::calendar {
namespace {

constexpr int kYearsAhead = 10;

using Days = std::map<std::int64_t, Day>;

int weekday_of(std::int64_t day) {
    return weekday(from_days(day));
}

bool is_weekend(std::int64_t day) {
    const int at = weekday_of(day);
    return at == 0 || at == 6;
}

void put(Days& days, std::int64_t at, Day what) {
    what.works_as = weekday_of(at);
    days.emplace(at, std::move(what));
}

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
        put(days, off, {DayKind::SwappedOff, Basis::Announced, notice.holiday, 0, notice.verified});
        put(days, work, {DayKind::SwappedWork, Basis::Announced, notice.holiday, 0, notice.verified});
        days[work].works_as = weekday_of(off);
    }
    for (std::int64_t day = days_since_1970(notice.first); day <= days_since_1970(notice.last); ++day) {
        put(days, day, {DayKind::Holiday, Basis::Announced, notice.holiday, 0, notice.verified});
    }
}

struct Block {
    const Holiday* holiday;
    std::int64_t at;  ///< The holiday's own day
    std::int64_t first;
    Basis basis;
};

/// Days off by law alone, and the working days that a notice may still take.
class LawDays {
public:
    explicit LawDays(Days& days) : days_(days) {}

    void add_year(const std::vector<Holiday>& holidays, int year) {
        blocks_.clear();
        for (const Holiday& holiday : holidays) {
            const std::int64_t at = day_of_holiday(holiday, year);
            if (days_.count(at) == 0 && !(from_days(at) < holiday.since)) {
                const Basis basis = holiday.begins.size() > 1 ? Basis::Expected : Basis::Law;
                blocks_.push_back({&holiday, at, at + likely_begin(holiday, at), basis});
            }
        }
        std::sort(blocks_.begin(), blocks_.end(),
                  [](const Block& a, const Block& b) { return a.first < b.first; });
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
    Day day_of(const Block& block, DayKind kind) {
        return {kind, block.basis, block.holiday->id, 0, block.holiday->verified};
    }

    void put_holiday(const Block& block) {
        for (int i = 0; i < block.holiday->days; ++i) {
            Day what = day_of(block, DayKind::Holiday);
            // Whatever the notice will say, the day itself is off.
            what.basis = block.first + i == block.at ? Basis::Law : block.basis;
            put(days_, block.first + i, std::move(what));
        }
    }

    void put_substitutes(const Block& block) {
        std::int64_t next = block.first + block.holiday->days;
        for (int i = 0; i < block.holiday->days; ++i) {
            if (!is_weekend(block.first + i)) {
                continue;
            }
            while (is_weekend(next) || days_.count(next) != 0) {
                ++next;
            }
            put(days_, next, day_of(block, DayKind::Substitute));
        }
    }

    void put_uncertain(const Block& block) {
        for (const int begin : block.holiday->begins) {
            for (const std::int64_t day : days_off(block.at + begin, block.holiday->days)) {
                if (!is_weekend(day)) {
                    put(days_, day, day_of(block, DayKind::Working));
                }
            }
        }
    }

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
    LawDays law(days);
    for (int year = first_year_; year <= last_known_year_ + kYearsAhead; ++year) {
        law.add_year(holidays_, year);
    }
    entries_.reserve(days.size());
    for (auto& [day, what] : days) {
        entries_.push_back({day, std::move(what)});
    }
}

Result<Calendar> Calendar::read(const json::Value& value) {
    MC_TRY_ASSIGN(const CalendarFile file, read_file(value));
    return Calendar(file);
}

Day Calendar::day(const Date& date) const {
    const std::int64_t at = days_since_1970(date);
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), at,
                                        [](const Entry& entry, std::int64_t day) { return entry.day < day; });
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
    for (const Entry& entry : entries_) {
        const Date date = from_days(entry.day);
        if (date.year == year) {
            dates.push_back(date);
        }
    }
    return dates;
}

const Holiday* Calendar::holiday(std::string_view id) const {
    const auto found = std::find_if(holidays_.begin(), holidays_.end(),
                                    [id](const Holiday& holiday) { return holiday.id == id; });
    return found == holidays_.end() ? nullptr : &*found;
}

}  // namespace motcua::calendar
