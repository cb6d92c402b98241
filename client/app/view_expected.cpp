#include <utility>

#include "client/app/expected.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"
#include "shared/form/due.hpp"

namespace motcua::app {

namespace {

using calendar::DayKind;
using calendar::Deadline;

std::string why_skipped(const State& state, const calendar::Day& day) {
    const i18n::Texts& texts = state.shell.texts();
    const calendar::Holiday* holiday = state.calendar->holiday_of(day);
    if (holiday == nullptr) {
        return texts.get("expected.weekend");
    }
    const std::string& name = holiday->name.in(texts.lang());
    return day.kind == DayKind::Holiday ? name : texts.get("expected.instead", {{"holiday", name}});
}

/// A line for each day from receipt to the expected one: counted, or why not.
std::string reckoning(const State& state, const Deadline& deadline, std::int64_t from_secs) {
    const i18n::Texts& texts = state.shell.texts();
    const calendar::Date began = calendar::day_in_vietnam(deadline.began_at_secs);
    const std::int64_t due = calendar::days_since_1970(calendar::day_in_vietnam(*deadline.due_at_secs));
    std::string lines;
    auto skipped = deadline.skipped.begin();
    int counted = 0;
    for (std::int64_t at = calendar::days_since_1970(calendar::day_in_vietnam(from_secs)); at <= due; ++at) {
        const calendar::Date date = calendar::from_days(at);
        i18n::Args args{{"day", day_text(texts, date)}};
        const char* key = "expected.counted";
        if (skipped != deadline.skipped.end() && skipped->date == date) {
            key = "expected.skipped";
            args.emplace_back("why", why_skipped(state, skipped->day));
            ++skipped;
        } else if (date < began) {
            key = "expected.too_late";
        } else if (date == began) {
            key = "expected.begins";
        } else {
            args.emplace_back("number", std::to_string(++counted));
        }
        lines += texts.get(key, args) + "\n";
    }
    return lines + texts.get(deadline.expected ? "expected.may_move" : "expected.calendar");
}

}  // namespace

void add_expected(const State& state, std::vector<page::Node>& rows, const char* key,
                  const catalogue::TimeLimit& limit, std::int64_t from_secs) {
    const auto deadline =
        state.calendar ? form::deadline_of(limit, from_secs, *state.calendar) : std::nullopt;
    if (!deadline) {
        return;
    }
    const i18n::Texts& texts = state.shell.texts();
    page::Node row = page::summary_row("expected", texts.get(key),
                                       day_text(texts, calendar::day_in_vietnam(*deadline->due_at_secs)));
    row.hint = texts.get("expected.no_promise");
    row.children.push_back(
        page::disclosure("expected.why", texts.get("expected.why"), "", state.expected_shown));
    rows.push_back(std::move(row));
    if (state.expected_shown) {
        rows.push_back(page::summary_row("expected.days", texts.get("expected.why"),
                                         reckoning(state, *deadline, from_secs)));
    }
}

}  // namespace motcua::app
