#include <array>
#include <optional>

#include "shared/calendar/calendar.hpp"
#include "shared/json/shape.hpp"

namespace motcua::calendar {
namespace {

constexpr std::size_t kMaxHolidays = 30;
constexpr std::size_t kMaxDays = 5000;
constexpr std::size_t kNumbersADay = 6;
constexpr std::int64_t kMaxDay = 100'000;

bool is_between(std::int64_t number, std::int64_t least, std::int64_t most) {
    return number >= least && number <= most;
}

/// [day, kind, basis, holiday, works as, verified]
json::Value numbers_of(const DayEntry& entry) {
    const Day& what = entry.what;
    return json::Array{entry.day,     static_cast<int>(what.kind), static_cast<int>(what.basis), what.holiday,
                       what.works_as, what.verified ? 1 : 0};
}

/// nullopt when the numbers say no day that follows the one before.
std::optional<DayEntry> entry_of(const json::Value& item, std::int64_t before, int holidays) {
    std::array<std::int64_t, kNumbersADay> numbers{};
    const json::Array* items = item.array();
    if (items == nullptr || items->size() != numbers.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::int64_t* number = (*items)[i].integer();
        numbers[i] = number == nullptr ? kMaxDay + 1 : *number;
    }
    const auto [day, kind, basis, holiday, works_as, verified] = numbers;
    if (!is_between(day, before + 1, kMaxDay) ||
        !is_between(kind, 0, static_cast<int>(DayKind::SwappedWork)) ||
        !is_between(basis, 0, static_cast<int>(Basis::Expected)) || !is_between(holiday, -1, holidays - 1) ||
        !is_between(works_as, 0, 6) || !is_between(verified, 0, 1)) {
        return std::nullopt;
    }
    return DayEntry{day,
                    {static_cast<DayKind>(kind), static_cast<Basis>(basis), static_cast<int>(holiday),
                     static_cast<int>(works_as), verified == 1}};
}

}  // namespace

json::Value Calendar::table() const {
    json::Array holidays;
    for (const Holiday& holiday : holidays_) {
        json::Object name;
        for (const auto& [lang, words] : holiday.name.by_lang) {
            name.emplace_back(lang, words);
        }
        holidays.push_back(json::Object{{"id", holiday.id}, {"name", std::move(name)}});
    }
    json::Array days;
    for (const DayEntry& entry : entries_) {
        days.push_back(numbers_of(entry));
    }
    return json::Object{{"v", 1},
                        {"first_year", first_year_},
                        {"last_known_year", last_known_year_},
                        {"holidays", std::move(holidays)},
                        {"days", std::move(days)}};
}

Result<Calendar> Calendar::read_table(const json::Value& value) {
    std::vector<Finding> findings;
    json::Shape shape(value, "", "calendar", findings);
    Calendar calendar;
    shape.expect("v", 1);
    calendar.first_year_ = static_cast<int>(shape.integer("first_year", 1900, 2180));
    calendar.last_known_year_ = static_cast<int>(shape.integer("last_known_year", 1900, 2180));
    for (const json::Value& item : shape.array("holidays")) {
        Holiday holiday;
        holiday.id = item.text_or("id");
        holiday.name = i18n::Text::read(item.find("name"));
        calendar.holidays_.push_back(std::move(holiday));
    }
    std::int64_t before = -kMaxDay;
    for (const json::Value& item : shape.array("days")) {
        const auto entry = entry_of(item, before, static_cast<int>(calendar.holidays_.size()));
        if (!entry || calendar.entries_.size() == kMaxDays) {
            shape.note("days", "range");
            break;
        }
        before = entry->day;
        calendar.entries_.push_back(*entry);
    }
    shape.close();
    if (calendar.holidays_.size() > kMaxHolidays) {
        shape.note("holidays", "range");
    }
    if (!findings.empty()) {
        return Error{
            .code = ErrorCode::InvalidInput, .detail = "calendar table", .findings = std::move(findings)};
    }
    return calendar;
}

}  // namespace motcua::calendar
