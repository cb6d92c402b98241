#include <algorithm>
#include <utility>

#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"
#include "backend/services/indicators.hpp"
#include "backend/services/line_look.hpp"
#include "shared/protocol/line.hpp"

namespace motcua::backend::http {

namespace {

json::Value encode(const visits::Spread& spread) {
    return json::Object{{"count", spread.count},
                        {"mean_secs", spread.mean_secs},
                        {"median_secs", spread.median_secs},
                        {"p90_secs", spread.p90_secs}};
}

json::Value encode(const services::IndicatorRow& row) {
    const visits::Indicators& values = row.values;
    return json::Object{{"kind", row.kind},
                        {"key", row.key},
                        {"visits", values.visits},
                        {"wait", encode(values.wait)},
                        {"way", encode(values.way)},
                        {"service", encode(values.service)},
                        {"within_15", values.within_15},
                        {"within_30", values.within_30},
                        {"booked", values.booked},
                        {"no_shows", values.no_shows}};
}

/// Today without any; InvalidInput for what is no day.
Result<calendar::Date> day_of(const Context& context, const char* name) {
    const std::string text = query_text(context, name);
    const auto day =
        text.empty() ? calendar::day_in_vietnam(context.backend.clock()) : calendar::parse_iso(text);
    return day ? Result(*day) : refuse(ErrorCode::InvalidInput, name, "shape.range");
}

struct Days {
    calendar::Date from;
    calendar::Date until;
};

Result<Days> days_of(const Context& context) {
    MC_TRY_ASSIGN(const calendar::Date from, day_of(context, "from"));
    MC_TRY_ASSIGN(const calendar::Date until, day_of(context, "until"));
    const std::int64_t days = calendar::days_since_1970(until) - calendar::days_since_1970(from) + 1;
    if (days < 1 || days > services::kMostIndicatorDays) {
        return refuse(ErrorCode::InvalidInput, "until", "shape.range");
    }
    return Days{from, until};
}

Result<services::OfficeIndicators> read_indicators(const Context& context) {
    MC_TRY_ASSIGN(const Days days, days_of(context));
    return read_with<services::OfficeIndicators>(context, [&](storage::Stores& stores) {
        return Result(services::office_indicators(stores, context.clerk.office, days.from, days.until));
    });
}

Result<protocol::Promise> read_promise(const Context& context) {
    return read_with<protocol::Promise>(context, [&](storage::Stores& stores) {
        const auto office = stores.offices.office(context.clerk.office);
        return Result(services::LineLook(stores, *office, context.backend.clock()).promise(stores));
    });
}

json::Value or_null(const std::optional<std::int64_t>& secs) {
    return secs ? json::Value(*secs) : json::Value();
}

json::Value encode(const services::CountedVisit& visit) {
    return json::Object{{"number", visit.number == 0 ? json::Value() : json::Value(visit.number)},
                        {"service", visit.service},
                        {"came_at", visit.times.came_at_secs},
                        {"booked", visit.times.booked},
                        {"no_show", visit.times.no_show},
                        {"wait_secs", or_null(visit.times.wait_secs)},
                        {"way_secs", or_null(visit.times.way_secs)},
                        {"service_secs", or_null(visit.times.service_secs)}};
}

}  // namespace

Result<Step> handle_indicators(const Context& context) {
    MC_TRY_ASSIGN(const services::OfficeIndicators found, read_indicators(context));
    MC_TRY_ASSIGN(const protocol::Promise promise, read_promise(context));
    json::Array rows;
    for (const services::IndicatorRow& row : found.rows) {
        rows.push_back(encode(row));
    }
    return Step(json_answer(
        200, json::Object{{"definitions", visits::kIndicatorVersion},
                          {"office", found.office},
                          {"from", calendar::iso(found.from)},
                          {"until", calendar::iso(found.until)},
                          {"log", json::Object{{"events", found.head.sequence}, {"hash", found.head.hash}}},
                          {"promise", protocol::encode(promise)},
                          {"rows", std::move(rows)}}));
}

Result<Step> handle_counted_visits(const Context& context) {
    MC_TRY_ASSIGN(const Days days, days_of(context));
    services::WhichFigure which{.kind = query_text(context, "kind"), .key = query_text(context, "key")};
    const auto figure = visits::figure_named(query_text(context, "figure"));
    if (!figure || (which.kind != "all" && which.kind != "service" && which.kind != "hour")) {
        return refuse(ErrorCode::InvalidInput, figure ? "kind" : "figure", "shape.range");
    }
    which.figure = *figure;
    using Visits = std::vector<services::CountedVisit>;
    MC_TRY_ASSIGN(const Visits visits, read_with<Visits>(context, [&](storage::Stores& stores) {
                      return Result(services::counted_visits(stores, context.clerk.office, days.from,
                                                             days.until, which));
                  }));
    json::Array rows;
    for (std::size_t i = 0; i < std::min(visits.size(), services::kMostCountedVisits); ++i) {
        rows.push_back(encode(visits[i]));
    }
    return Step(json_answer(
        200, json::Object{{"total", static_cast<std::int64_t>(visits.size())}, {"visits", std::move(rows)}}));
}

Result<Step> handle_indicators_csv(const Context& context) {
    MC_TRY_ASSIGN(const services::OfficeIndicators found, read_indicators(context));
    Response response{.status = 200,
                      .body = services::indicators_csv(found),
                      .media_type = "text/csv; charset=utf-8",
                      .headers = {{"Content-Disposition", "attachment; filename=\"chi-so.csv\""}}};
    return Step(std::move(response));
}

}  // namespace motcua::backend::http
