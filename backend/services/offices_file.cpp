#include "backend/services/offices_file.hpp"

#include <algorithm>

#include "backend/services/pickup_plan.hpp"
#include "shared/calendar/date.hpp"
#include "shared/json/shape.hpp"

namespace motcua::backend::services {

namespace {

constexpr int kDaysAhead = 14;
constexpr int kMostCounters = 60;
constexpr int kMinutesADay = 24 * 60;

/// "07:30" → 450; -1 when it is no time of day.
int minutes_of(const std::string& text) {
    const auto digit = [&](std::size_t at) {
        return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : 99;
    };
    if (text.size() != 5 || text[2] != ':') {
        return -1;
    }
    const int hour = digit(0) * 10 + digit(1);
    const int minute = digit(3) * 10 + digit(4);
    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

storage::OfficeRecord read_office(const json::Value& value, const std::string& path,
                                  std::vector<Finding>& findings) {
    json::Shape shape(value, path, "shape", findings);
    storage::OfficeRecord office;
    office.id = shape.text("id");
    office.name = shape.text("name");
    office.address = shape.text("address");
    office.commune = shape.text("commune");
    office.unit_code = shape.text("unit_code");
    for (const json::Value& code : shape.array("procedures")) {
        office.procedures.push_back(code.string() == nullptr ? "" : *code.string());
    }
    if (shape.has("coordinates")) {
        const json::Value& at = shape.any("coordinates");
        office.lat = at.text_or("lat");
        office.lon = at.text_or("lon");
    }
    json::Shape from = shape.object("from");
    from.text("source");
    from.text("checked_on");
    office.verified = from.boolean("verified");
    from.close();
    shape.close();
    return office;
}

SlotPlan read_plan(json::Shape shape, std::vector<Finding>& findings) {
    SlotPlan plan;
    plan.minutes = static_cast<int>(shape.integer("minutes", 5, kMinutesADay));
    plan.lanes = static_cast<int>(shape.integer("lanes", 1, 100));
    for (const json::Value& day : shape.array("weekdays")) {
        plan.weekdays.push_back(day.integer() == nullptr ? 0 : static_cast<int>(*day.integer()));
    }
    for (const json::Value& item : shape.array("hours")) {
        const int from = minutes_of(item.text_or("from"));
        const int until = minutes_of(item.text_or("until"));
        if (from < 0 || until <= from) {
            findings.push_back({shape.path_of("hours"), "shape.range", {}});
        }
        plan.hours.push_back({.from_minutes = from, .until_minutes = until});
    }
    for (const json::Value& item : shape.array("closed_days")) {
        const auto day = calendar::parse_iso(item.text_or("day"));
        if (!day) {
            findings.push_back({shape.path_of("closed_days"), "shape.range", {}});
        }
        plan.closed_days.push_back(day.value_or(calendar::Date{}));
    }
    json::Shape from = shape.object("from");
    from.text("source");
    from.text("checked_on");
    from.boolean("verified");
    from.close();
    shape.close();
    return plan;
}

bool is_role(std::string_view text) {
    return text == storage::kClerkRole || text == storage::kCourierRole;
}

DemonstrationClerk read_clerk(const json::Value& value, const std::string& path,
                              std::vector<Finding>& findings) {
    json::Shape shape(value, path, "shape", findings);
    DemonstrationClerk clerk;
    clerk.user = shape.text("user");
    clerk.name = shape.text("name");
    clerk.office = shape.text("office");
    clerk.password = shape.text("password");
    if (shape.has("role")) {
        clerk.role = shape.text("role", "range", is_role);
    }
    shape.close();
    return clerk;
}

/// A plan may open on weekends; holidays close it whatever it says.
bool is_open_day(const SlotPlan& plan, const calendar::Calendar& calendar, const calendar::Date& date) {
    const calendar::Day day = calendar.day(date);
    if (calendar::is_rest(day) && day.kind != calendar::DayKind::Weekend) {
        return false;
    }
    const int iso_weekday = day.works_as == 0 ? 7 : day.works_as;
    return std::find(plan.weekdays.begin(), plan.weekdays.end(), iso_weekday) != plan.weekdays.end() &&
           std::find(plan.closed_days.begin(), plan.closed_days.end(), date) == plan.closed_days.end();
}

}  // namespace

Result<OfficesFile> read_offices(const json::Value& value) {
    std::vector<Finding> findings;
    json::Shape shape(value, "", "shape", findings);
    OfficesFile file;
    shape.expect("v", 1);
    const json::Array& offices = shape.array("offices");
    for (std::size_t index = 0; index < offices.size(); ++index) {
        file.offices.push_back(read_office(offices[index], json::item_path("offices", index), findings));
    }
    file.plan = read_plan(shape.object("slots"), findings);
    if (shape.has("counters")) {
        file.counters = static_cast<int>(shape.integer("counters", 0, kMostCounters));
    }
    const json::Array& clerks = shape.array("clerks");
    for (std::size_t index = 0; index < clerks.size(); ++index) {
        file.clerks.push_back(read_clerk(clerks[index], json::item_path("clerks", index), findings));
    }
    if (shape.has("pickup")) {
        json::Shape pickup = shape.object("pickup");
        SlotPlan windows = read_plan(pickup.object("windows"), findings);
        file.pickup = read_pickup(pickup, std::move(windows), findings);
    }
    shape.close();
    if (!findings.empty()) {
        return Error{.code = ErrorCode::InvalidInput, .detail = "offices", .findings = std::move(findings)};
    }
    return file;
}

std::vector<storage::SlotRecord> planned_slots(const SlotPlan& plan, const calendar::Calendar& calendar,
                                               const std::string& office, std::int64_t now_secs, int days) {
    std::vector<storage::SlotRecord> slots;
    const std::int64_t first = calendar::days_since_1970(calendar::day_in_vietnam(now_secs));
    for (int ahead = 0; ahead < days; ++ahead) {
        const calendar::Date day = calendar::from_days(first + ahead);
        if (!is_open_day(plan, calendar, day)) {
            continue;
        }
        for (const SlotPlan::Hours& hours : plan.hours) {
            for (int at = hours.from_minutes; at + plan.minutes <= hours.until_minutes; at += plan.minutes) {
                slots.push_back({.office = office,
                                 .starts_at_secs = calendar::utc_secs(day, at / 60, at % 60),
                                 .minutes = plan.minutes,
                                 .lanes = plan.lanes,
                                 .free = plan.lanes});
            }
        }
    }
    return slots;
}

void put_offices(storage::Stores& stores, const OfficesFile& file, const calendar::Calendar& calendar,
                 std::int64_t now_secs) {
    for (const storage::OfficeRecord& office : file.offices) {
        stores.offices.put_office(office);
        stores.line.put_counters(office.id, file.counters);
        for (const storage::SlotRecord& slot :
             planned_slots(file.plan, calendar, office.id, now_secs, kDaysAhead)) {
            stores.offices.put_slot(slot);
        }
    }
    if (file.pickup) {
        put_pickup_plan(stores, *file.pickup, calendar, now_secs, kDaysAhead);
    }
}

}  // namespace motcua::backend::services
