#include "shared/calendar/deadline.hpp"

#include <algorithm>
#include <string>

#include "shared/json/shape.hpp"

namespace motcua::calendar {
namespace {

// Far outside of every calendar, and safe to calculate with.
constexpr std::int64_t kMaxSecs = 100'000'000'000;

/// A suspension in local minutes.
struct Pause {
    std::int64_t from = 0;
    std::optional<std::int64_t> until;
};

Error out_of_range(std::string place) {
    return {.code = ErrorCode::InvalidInput,
            .detail = "deadline: " + place,
            .findings = {{std::move(place), "deadline.range", {}}}};
}

bool is_covered(const Calendar& calendar, std::int64_t secs) {
    return secs > -kMaxSecs && secs < kMaxSecs && calendar.covers(day_in_vietnam(secs).year);
}

Result<void> check(std::int64_t received_at_secs, const Limit& limit, const OfficeHours& hours,
                   const Calendar& calendar, const std::vector<Suspension>& suspensions) {
    if (!is_covered(calendar, received_at_secs)) {
        return out_of_range("received_at");
    }
    const int cut_off = limit.cut_off_minute.value_or(0);
    if (limit.value < 0 || limit.value > kMaxLimit || cut_off < 0 || cut_off >= kMinutesADay) {
        return out_of_range("limit");
    }
    if (!is_valid(hours)) {
        return out_of_range("hours");
    }
    for (std::size_t i = 0; i < suspensions.size(); ++i) {
        const Suspension& one = suspensions[i];
        const std::int64_t until = one.until_secs.value_or(one.from_secs);
        if (!is_covered(calendar, one.from_secs) || !is_covered(calendar, until) || until < one.from_secs) {
            return out_of_range(json::item_path("suspensions", i));
        }
    }
    return {};
}

/// In order, and joined where they overlap.
std::vector<Pause> pauses_of(const std::vector<Suspension>& suspensions) {
    std::vector<Pause> pauses;
    for (const Suspension& one : suspensions) {
        Pause pause{local_minute(one.from_secs), std::nullopt};
        if (one.until_secs) {
            pause.until = local_minute(*one.until_secs);
        }
        auto place = pauses.begin();
        while (place != pauses.end() && place->from <= pause.from) {
            ++place;
        }
        pauses.insert(place, pause);
    }
    std::vector<Pause> joined;
    for (const Pause& pause : pauses) {
        if (joined.empty() || (joined.back().until && *joined.back().until < pause.from)) {
            joined.push_back(pause);
        } else if (joined.back().until && (!pause.until || *pause.until > *joined.back().until)) {
            joined.back().until = pause.until;
        }
    }
    return joined;
}

/// One limit on its way from receipt to deadline, in local minutes.
class Clock {
public:
    Clock(std::int64_t received, const Limit& limit, const WorkingTime& work, const Calendar& calendar)
        : received_(received), limit_(limit), work_(work), calendar_(calendar) {
        begin_ = begin_at(received_);
        last_day_ = day_of_minute(begin_) + limit_.value;
        due_ = first_due();
    }

    void suspend(const Pause& pause) {
        if (!due_ || pause.from >= *due_ || (pause.until && *pause.until <= begin_)) {
            return;
        }
        if (!pause.until) {
            open_since_ = std::max(pause.from, begin_);
            due_.reset();
            return;
        }
        move(std::max(pause.from, begin_), *pause.until);
    }

    [[nodiscard]] Deadline result(const std::vector<Pause>& pauses) const {
        Deadline deadline;
        deadline.began_at_secs = utc_secs_of_local(begin_);
        deadline.start = start_;
        if (due_) {
            deadline.due_at_secs = utc_secs_of_local(*due_);
        }
        const std::int64_t last = day_of_minute(due_ ? *due_ : open_since_);
        for (std::int64_t at = day_of_minute(received_); at <= last; ++at) {
            explain(at, last, pauses, deadline);
        }
        return deadline;
    }

private:
    std::int64_t begin_at(std::int64_t received) {
        const std::int64_t begin = work_.begin_of(received);
        const std::int64_t day = day_of_minute(received);
        if (limit_.cut_off_minute && day_of_minute(begin) == day &&
            minute_of_day(received) > *limit_.cut_off_minute) {
            start_ = Start::AfterCutOff;
            return work_.begin_of((day + 1) * kMinutesADay);
        }
        start_ = begin == received ? Start::OnReceipt : Start::AtOpening;
        return begin;
    }

    [[nodiscard]] std::int64_t closing_of(std::int64_t day) const { return work_.within(day, kMinutesADay); }

    [[nodiscard]] std::int64_t first_due() const {
        const std::int64_t day = day_of_minute(begin_);
        switch (limit_.unit) {
            case Unit::WorkingHour:
                return work_.add_minutes(begin_, std::int64_t{60} * limit_.value);
            case Unit::WorkingDay:
                return work_.within(work_.add_days(day, limit_.value), minute_of_day(begin_));
            case Unit::CalendarDay:
                return closing_of(work_.working_day_from(last_day_));
            case Unit::SameDay:
                break;
        }
        return closing_of(day);
    }

    /// What was left when the clock stopped runs on from where it starts again.
    void move(std::int64_t from, std::int64_t until) {
        switch (limit_.unit) {
            case Unit::WorkingHour:
                due_ = work_.add_minutes(work_.begin_of(until), work_.minutes_between(from, *due_));
                break;
            case Unit::WorkingDay:
                due_ = work_.add_minutes(work_.begin_of(until), work_.minutes_between(from, *due_));
                // A day that ends at closing time goes on, at the same time of day, next morning.
                due_ = work_.begin_of(*due_);
                break;
            case Unit::CalendarDay: {
                const std::int64_t stopped = day_of_minute(from);
                last_day_ = std::max(last_day_, stopped) + day_of_minute(until) - stopped;
                due_ = closing_of(work_.working_day_from(last_day_));
                break;
            }
            case Unit::SameDay: {
                const Start start = start_;
                due_ = closing_of(day_of_minute(begin_at(until)));
                start_ = start;
                break;
            }
        }
    }

    /// Does it change the deadline whether this day is worked?
    [[nodiscard]] bool counts(std::int64_t day) const {
        return limit_.unit != Unit::CalendarDay || day < day_of_minute(begin_) || day >= last_day_;
    }

    [[nodiscard]] bool is_paused(std::int64_t day, const std::vector<Pause>& pauses) const {
        const std::vector<OpenSpan>& spans = work_.spans(day);
        if (spans.empty()) {
            return false;
        }
        const std::int64_t opening = day * kMinutesADay + spans.front().from_minute;
        return std::any_of(pauses.begin(), pauses.end(), [&](const Pause& pause) {
            return pause.from <= opening && (!pause.until || *pause.until >= closing_of(day));
        });
    }

    void explain(std::int64_t at, std::int64_t last, const std::vector<Pause>& pauses,
                 Deadline& deadline) const {
        const SkippedDay skipped{from_days(at), calendar_.day(from_days(at)), is_paused(at, pauses)};
        const bool counted = counts(at) && !skipped.suspended;
        deadline.expected =
            deadline.expected || (counted && (skipped.day.basis == Basis::Expected ||
                                              skipped.date.year > calendar_.last_known_year()));
        if (at < last && (skipped.suspended || (counted && is_rest(skipped.day)))) {
            deadline.skipped.push_back(skipped);
        }
    }

    std::int64_t received_;
    const Limit& limit_;
    const WorkingTime& work_;
    const Calendar& calendar_;
    Start start_ = Start::OnReceipt;
    std::int64_t begin_ = 0;
    std::int64_t last_day_ = 0;  ///< Of calendar days, before rest moves it
    std::int64_t open_since_ = 0;
    std::optional<std::int64_t> due_;
};

}  // namespace

std::optional<Unit> unit_of(std::string_view name) {
    if (name == "working_hour") {
        return Unit::WorkingHour;
    }
    if (name == "working_day") {
        return Unit::WorkingDay;
    }
    if (name == "calendar_day") {
        return Unit::CalendarDay;
    }
    return name == "same_day" ? std::optional<Unit>(Unit::SameDay) : std::nullopt;
}

Result<Deadline> deadline(std::int64_t received_at_secs, const Limit& limit, const OfficeHours& hours,
                          const Calendar& calendar, const std::vector<Suspension>& suspensions) {
    MC_TRY(check(received_at_secs, limit, hours, calendar, suspensions));
    const WorkingTime work(hours, calendar);
    const std::vector<Pause> pauses = pauses_of(suspensions);
    Clock clock(local_minute(received_at_secs), limit, work, calendar);
    for (const Pause& pause : pauses) {
        clock.suspend(pause);
    }
    Deadline deadline = clock.result(pauses);
    if (!is_covered(calendar, deadline.due_at_secs.value_or(deadline.began_at_secs))) {
        return out_of_range("limit");
    }
    return deadline;
}

}  // namespace motcua::calendar
