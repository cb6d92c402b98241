#include "backend/services/pickup_plan.hpp"

#include <utility>

namespace motcua::backend::services {

namespace {

constexpr std::int64_t kMinuteSecs = 60;
constexpr std::int64_t kMostMinutes = 24 * 60;

std::int64_t secs_of(json::Shape& shape, std::string_view key, std::int64_t least) {
    return kMinuteSecs * shape.integer(key, least, kMostMinutes);
}

storage::PickupArea read_area(const json::Value& value, const std::string& path, std::int64_t stop_secs,
                              std::vector<Finding>& findings) {
    json::Shape shape(value, path, "shape", findings);
    storage::PickupArea area;
    area.office = shape.text("office");
    area.stop_secs = stop_secs;
    const json::Array& communes = shape.array("communes");
    for (std::size_t i = 0; i < communes.size(); ++i) {
        json::Shape commune(communes[i], json::item_path(path + ".communes", i), "shape", findings);
        const std::string code = commune.text("code");
        area.communes.push_back({code, secs_of(commune, "minutes", 0)});
        commune.close();
    }
    const json::Array& ways = shape.array("ways");
    for (std::size_t i = 0; i < ways.size(); ++i) {
        json::Shape way(ways[i], json::item_path(path + ".ways", i), "shape", findings);
        const std::string one = way.text("one");
        const std::string other = way.text("other");
        area.ways.push_back({one, other, secs_of(way, "minutes", 0)});
        way.close();
    }
    shape.close();
    return area;
}

}  // namespace

PickupPlan read_pickup(json::Shape& shape, SlotPlan windows, std::vector<Finding>& findings) {
    PickupPlan plan{.windows = std::move(windows), .areas = {}};
    const std::int64_t stop_secs = secs_of(shape, "stop_minutes", 1);
    const json::Array& areas = shape.array("areas");
    for (std::size_t i = 0; i < areas.size(); ++i) {
        plan.areas.push_back(
            read_area(areas[i], json::item_path(shape.path_of("areas"), i), stop_secs, findings));
    }
    json::Shape from = shape.object("from");
    from.text("source");
    from.text("checked_on");
    const bool verified = from.boolean("verified");
    for (storage::PickupArea& area : plan.areas) {
        area.verified = verified;
    }
    from.close();
    shape.close();
    return plan;
}

void put_pickup_plan(storage::Stores& stores, const PickupPlan& plan, const calendar::Calendar& calendar,
                     std::int64_t now_secs, int days) {
    for (const storage::PickupArea& area : plan.areas) {
        if (!stores.offices.office(area.office)) {
            continue;
        }
        stores.pickups.put_area(area);
        for (const storage::SlotRecord& window :
             planned_slots(plan.windows, calendar, area.office, now_secs, days)) {
            stores.pickups.put_window({.office = area.office,
                                       .starts_at_secs = window.starts_at_secs,
                                       .minutes = window.minutes,
                                       .stops = window.lanes});
        }
    }
}

}  // namespace motcua::backend::services
