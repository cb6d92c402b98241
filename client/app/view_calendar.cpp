#include <utility>

#include "client/app/slot_days.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

constexpr int kFew = 3;
constexpr int kDaysAWeek = 7;

/// What the slots say of one day.
struct DayFacts {
    int slots = 0;
    int free = 0;
    bool offered = false;
};

DayFacts facts_of(const AppointmentPart& part, const calendar::Date& day) {
    DayFacts facts;
    for (const protocol::Slot& slot : part.slots) {
        if (calendar::day_in_vietnam(slot.starts_at_secs) == day) {
            ++facts.slots;
            facts.free += slot.free;
            facts.offered = facts.offered || is_offered(part, slot);
        }
    }
    return facts;
}

/// "" when the day is none, or nobody has told the client of holidays.
std::string holiday_name(const State& state, const calendar::Date& date) {
    if (!state.calendar) {
        return "";
    }
    const calendar::Day day = state.calendar->day(date);
    const calendar::Holiday* holiday = calendar::is_rest(day) ? state.calendar->holiday_of(day) : nullptr;
    return holiday == nullptr ? "" : holiday->name.in(state.shell.lang);
}

/// A day's state: the word in its field, the words that are said, and the tone of both.
struct DayState {
    std::string word;
    std::string said;
    page::Tone tone = page::Tone::Muted;
};

DayState state_of(const State& state, const calendar::Date& day, const DayFacts& facts) {
    const i18n::Texts& texts = state.shell.texts();
    const i18n::Args count = {{"count", std::to_string(facts.free)}};
    const auto plain = [&texts](const char* key) { return DayState{texts.get(key), texts.get(key)}; };
    if (facts.offered && facts.free <= kFew) {
        return {texts.get("calendar.left", count), texts.get("calendar.few", count), page::Tone::Warning};
    }
    if (facts.offered) {
        return {texts.get("calendar.left", count), texts.get("slots.free", count), page::Tone::Success};
    }
    if (facts.slots > 0) {
        return {texts.get("calendar.full"), texts.get("calendar.full"), page::Tone::Error};
    }
    if (day < times_of(state).from) {
        return plain("calendar.past");
    }
    if (const std::string holiday = holiday_name(state, day); !holiday.empty()) {
        return {texts.get("calendar.off"), texts.get("calendar.holiday", {{"name", holiday}})};
    }
    const int weekday = calendar::weekday(day);
    return plain(weekday == 0 || weekday == kDaysAWeek - 1 ? "calendar.off" : "calendar.none");
}

page::Node day_node(const State& state, const calendar::Date& day) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = times_of(state);
    const DayFacts facts = facts_of(part, day);
    const DayState now = state_of(state, day, facts);
    const bool today = day == state.shell.today();
    page::Node node;
    node.id = "day." + calendar::iso(day);
    node.role = page::Role::Day;
    node.name = std::to_string(day.day);
    node.hint = now.word;
    node.tone = now.tone;
    node.value = texts.get(today ? "calendar.today_said" : "calendar.said",
                           {{"day", day_text(texts, day)}, {"state", now.said}});
    node.level = today ? 1 : 0;
    node.selected = part.day && *part.day == day;
    node.disabled = !facts.offered;
    return node;
}

page::Node heads(const i18n::Texts& texts, std::int64_t monday) {
    page::Node row;
    row.id = "head.day";
    row.role = page::Role::Row;
    for (int at = 0; at < kDaysAWeek; ++at) {
        const calendar::Date day = calendar::from_days(monday + at);
        page::Node cell = page::cell("head.day." + std::to_string(at), short_weekday_text(texts, day));
        cell.value = weekday_text(texts, day);
        row.children.push_back(std::move(cell));
    }
    return row;
}

}  // namespace

page::Node day_calendar(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = times_of(state);
    const std::int64_t first = calendar::days_since_1970(monday_of(part.from));
    const calendar::Date last = calendar::from_days(first + kDaysShown - 1);
    page::Node node;
    node.id = "day";
    node.role = page::Role::Calendar;
    node.name = texts.get("slots.day");
    node.hint = texts.get("calendar.hint", {{"from", date_text(texts, part.from)},
                                            {"until", date_text(texts, last)},
                                            {"today", day_text(texts, state.shell.today())}});
    node.children.push_back(heads(texts, first));
    for (std::int64_t monday = first; monday < first + kDaysShown; monday += kDaysAWeek) {
        page::Node week;
        week.id = "week." + calendar::iso(calendar::from_days(monday));
        week.role = page::Role::Row;
        for (int at = 0; at < kDaysAWeek; ++at) {
            week.children.push_back(day_node(state, calendar::from_days(monday + at)));
        }
        node.children.push_back(std::move(week));
    }
    return node;
}

std::string holidays_text(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const std::int64_t first = calendar::days_since_1970(monday_of(times_of(state).from));
    std::string lines;
    for (std::int64_t number = first; number < first + kDaysShown; ++number) {
        const calendar::Date day = calendar::from_days(number);
        const bool open = facts_of(times_of(state), day).slots > 0;
        const std::string name = open ? "" : holiday_name(state, day);
        if (!name.empty()) {
            lines += (lines.empty() ? "" : "\n") +
                     line_of(texts, day_text(texts, day), texts.get("calendar.holiday", {{"name", name}}));
        }
    }
    return lines;
}

}  // namespace motcua::app
