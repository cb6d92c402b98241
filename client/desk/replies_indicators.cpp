#include "client/desk/replies.hpp"
#include "client/page/build.hpp"
#include "shared/json/read.hpp"

namespace motcua::desk {

namespace {

Spread read_spread(const json::Value* value) {
    return value == nullptr ? Spread{}
                            : Spread{.count = value->integer_or("count", 0),
                                     .median_secs = value->integer_or("median_secs", 0),
                                     .p90_secs = value->integer_or("p90_secs", 0)};
}

std::optional<std::int64_t> secs_at(const json::Value& value, const char* name) {
    const json::Value* found = value.find(name);
    const std::int64_t* secs = found == nullptr ? nullptr : found->integer();
    return secs == nullptr ? std::nullopt : std::optional(*secs);
}

}  // namespace

std::optional<Indicators> read_indicators(const std::string& body) {
    const auto value = json::read(body);
    if (!value || value->array_at("rows").empty()) {
        return std::nullopt;
    }
    Indicators found{.definitions = value->integer_or("definitions", 0),
                     .from = value->text_or("from"),
                     .until = value->text_or("until")};
    if (const json::Value* log = value->find("log")) {
        found.log_events = log->integer_or("events", 0);
        found.log_hash = log->text_or("hash");
    }
    if (const json::Value* promise = value->find("promise")) {
        found.promises = promise->integer_or("given", 0);
        found.kept = promise->integer_or("kept", 0);
    }
    for (const json::Value& item : value->array_at("rows")) {
        IndicatorRow row{.kind = item.text_or("kind"),
                         .key = item.text_or("key"),
                         .visits = item.integer_or("visits", 0),
                         .wait = read_spread(item.find("wait")),
                         .way = read_spread(item.find("way")),
                         .service = read_spread(item.find("service")),
                         .within_15 = item.integer_or("within_15", 0),
                         .within_30 = item.integer_or("within_30", 0),
                         .booked = item.integer_or("booked", 0),
                         .no_shows = item.integer_or("no_shows", 0)};
        // They stand in node ids and in paths.
        if (page::id_part(row.kind + row.key) == row.kind + row.key) {
            found.rows.push_back(std::move(row));
        }
    }
    return found;
}

std::optional<CountedVisits> read_counted_visits(const std::string& body) {
    const auto value = json::read(body);
    if (!value || value->find("visits") == nullptr) {
        return std::nullopt;
    }
    CountedVisits found{.total = value->integer_or("total", 0), .visits = {}};
    for (const json::Value& item : value->array_at("visits")) {
        found.visits.push_back({.number = item.integer_or("number", 0),
                                .service = item.text_or("service"),
                                .came_at_secs = item.integer_or("came_at", 0),
                                .no_show = item.boolean_or("no_show", false),
                                .wait_secs = secs_at(item, "wait_secs"),
                                .way_secs = secs_at(item, "way_secs"),
                                .service_secs = secs_at(item, "service_secs")});
    }
    return found;
}

}  // namespace motcua::desk
