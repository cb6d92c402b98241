#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/lines.hpp"
#include "shared/calendar/deadline.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

struct DeadlineOptions {
    std::string received;
    std::string value;
    std::string unit;
    std::string cut_off;
    bool police = false;
    std::vector<std::string> suspended;
};

/// "2026-11-20 15:30" or "20/11/2026 15:30" in Vietnam as UTC seconds.
std::optional<std::int64_t> moment(std::string_view text) {
    const std::size_t gap = std::min(text.find_first_of(" T"), text.size());
    const auto day = calendar::parse_typed(text.substr(0, gap));
    const auto minute = gap < text.size() ? calendar::parse_minute(text.substr(gap + 1)) : std::nullopt;
    if (!day || !minute) {
        return std::nullopt;
    }
    return calendar::utc_secs(*day, *minute / 60, *minute % 60);
}

std::string shown(std::int64_t utc_secs) {
    return calendar::iso(calendar::day_in_vietnam(utc_secs)) + " " + calendar::time_in_vietnam(utc_secs);
}

/// "2026-11-20 15:30/2026-11-25 08:00", without an end "2026-11-20 15:30/".
std::optional<calendar::Suspension> suspension(const std::string& text) {
    const std::size_t slash = text.find('/');
    const auto from = moment(text.substr(0, slash));
    const std::string rest = slash == std::string::npos ? "" : text.substr(slash + 1);
    const auto until = moment(rest);
    if (!from || (!rest.empty() && !until)) {
        return std::nullopt;
    }
    return calendar::Suspension{*from, until};
}

const char* name_of(calendar::DayKind kind) {
    switch (kind) {
        case calendar::DayKind::Working:
            return "working";
        case calendar::DayKind::Weekend:
            return "weekend";
        case calendar::DayKind::Holiday:
            return "holiday";
        case calendar::DayKind::Substitute:
            return "substitute";
        case calendar::DayKind::SwappedOff:
            return "swapped_off";
        case calendar::DayKind::SwappedWork:
            return "swapped_work";
    }
    return "";
}

const char* why(const calendar::SkippedDay& skipped) {
    return skipped.suspended ? "suspended" : name_of(skipped.day.kind);
}

/// "holiday: Quốc khánh 2/9 · National Day (2 September)", with "(expected)" where a notice decides.
std::string reason(const calendar::SkippedDay& skipped, const calendar::Holiday* holiday) {
    std::string text = why(skipped);
    if (!skipped.suspended && holiday != nullptr) {
        text += ": " + holiday->name.in("vi") + " · " + holiday->name.in("en");
        text += skipped.day.basis == calendar::Basis::Expected ? " (expected)" : "";
    }
    return text;
}

json::Value json_of(const calendar::SkippedDay& skipped, const calendar::Holiday* holiday) {
    json::Object members{{"day", calendar::iso(skipped.date)}, {"why", why(skipped)}};
    if (!skipped.suspended && holiday != nullptr) {
        members.emplace_back("holiday", json::Object{{"id", holiday->id},
                                                     {"vi", holiday->name.in("vi")},
                                                     {"en", holiday->name.in("en")}});
        members.emplace_back("expected", skipped.day.basis == calendar::Basis::Expected);
    }
    return members;
}

void say(const calendar::Deadline& found, const calendar::Calendar& calendar, Session& session) {
    const std::string due = found.due_at_secs ? shown(*found.due_at_secs) : "";
    if (!session.json) {
        session.out << "begins  " << shown(found.began_at_secs) << "\ndue     "
                    << (due.empty() ? "open: still suspended" : due)
                    << (found.expected ? "  (a notice that is still to come may move it)" : "") << '\n';
        for (const calendar::SkippedDay& skipped : found.skipped) {
            session.out << "skipped " << calendar::iso(skipped.date) << "  "
                        << reason(skipped, calendar.holiday_of(skipped.day)) << '\n';
        }
        return;
    }
    json::Array skipped;
    for (const calendar::SkippedDay& day : found.skipped) {
        skipped.push_back(json_of(day, calendar.holiday_of(day.day)));
    }
    session.out << json::write(json::Object{{"begins", shown(found.began_at_secs)},
                                            {"due", due.empty() ? json::Value() : json::Value(due)},
                                            {"expected", found.expected},
                                            {"skipped", std::move(skipped)}})
                << '\n';
}

/// VALUE; nullopt when it is no whole number that may be a limit.
std::optional<int> value_of(const std::string& text) {
    const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
    const int value = digits && !text.empty() && text.size() <= 4 ? std::stoi(text) : -1;
    return value >= 0 && value <= calendar::kMaxLimit ? std::optional(value) : std::nullopt;
}

/// What is said of the place that the core finds out of range.
std::string range_text(const std::string& place, const DeadlineOptions& options,
                       const calendar::Calendar& calendar) {
    const std::string years = std::to_string(calendar.first_year()) + " to " +
                              std::to_string(calendar.last_known_year() + calendar::Calendar::kYearsAhead);
    if (place == "limit") {
        return "the limit ends after the years of the calendar, " + years;
    }
    const std::size_t dot = place.find('.');
    if (dot == std::string::npos) {
        return options.received + " is not in the years of the calendar, " + years;
    }
    const std::string& stretch = options.suspended[std::stoul(place.substr(dot + 1))];
    return stretch + " ends before it begins, or is not in the years of the calendar, " + years;
}

int deadline(const DeadlineOptions& options, Session& session) {
    const auto received = moment(options.received);
    const auto unit = calendar::unit_of(options.unit);
    if (!received || !unit) {
        return refuse(session,
                      received ? options.unit +
                                     " is no unit; units are working_hour, working_day, "
                                     "calendar_day and same_day"
                               : options.received + " is no time; times are written \"2026-11-20 15:30\"");
    }
    const auto value = value_of(options.value);
    if (!value) {
        return refuse(session, options.value + " is no limit; VALUE is a whole number from 0 to " +
                                   std::to_string(calendar::kMaxLimit));
    }
    calendar::Limit limit{*value, *unit, std::nullopt};
    if (!options.cut_off.empty()) {
        limit.cut_off_minute = calendar::parse_minute(options.cut_off);
        if (!limit.cut_off_minute) {
            return refuse(session, options.cut_off + " is no time of day; it is written 15:00");
        }
    }
    std::vector<calendar::Suspension> suspensions;
    for (const std::string& text : options.suspended) {
        const auto one = suspension(text);
        if (!one) {
            return refuse(
                session,
                text + " is no stretch of time; it is written \"2026-11-20 15:30/2026-11-25 08:00\"");
        }
        suspensions.push_back(*one);
    }
    const Result<json::Value> file = read_asset(session, "calendar/vn.json");
    const auto calendar = calendar::Calendar::read(file ? *file : json::Value());
    if (!calendar) {
        return refuse(session, session.assets + "/calendar/vn.json cannot be read");
    }
    const auto found = calendar::deadline(
        *received, limit, options.police ? calendar::police_hours() : calendar::standard_hours(), *calendar,
        suspensions);
    if (!found) {
        return refuse(session, range_text(found.error().findings.front().field, options, *calendar));
    }
    say(*found, *calendar, session);
    return kFine;
}

}  // namespace

Action add_deadline(CLI::App& app) {
    auto options = std::make_shared<DeadlineOptions>();
    app.add_option("RECEIVED", options->received, "when, in Vietnam: \"2026-11-20 15:30\"")->required();
    app.add_option("VALUE", options->value, "how many, 0 to 1000")->required();
    app.add_option("UNIT", options->unit, "working_hour, working_day, calendar_day, same_day")->required();
    app.add_option("--cut-off", options->cut_off,
                   "received after this counts as the next working day, 15:00");
    app.add_flag("--police", options->police, "hours of the police of communes: Saturday morning too");
    app.add_option("--suspended", options->suspended,
                   "\"FROM/UNTIL\", times as above; UNTIL may be left out");
    return [options](Session& session) { return deadline(*options, session); };
}

}  // namespace motcua::cli
