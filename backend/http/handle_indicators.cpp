#include <utility>

#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"
#include "backend/services/indicators.hpp"

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

Result<services::OfficeIndicators> read_indicators(const Context& context) {
    MC_TRY_ASSIGN(const calendar::Date from, day_of(context, "from"));
    MC_TRY_ASSIGN(const calendar::Date until, day_of(context, "until"));
    const std::int64_t days = calendar::days_since_1970(until) - calendar::days_since_1970(from) + 1;
    if (days < 1 || days > services::kMostIndicatorDays) {
        return refuse(ErrorCode::InvalidInput, "until", "shape.range");
    }
    return read_with<services::OfficeIndicators>(context, [&](storage::Stores& stores) {
        return Result(services::office_indicators(stores, context.clerk.office, from, until));
    });
}

}  // namespace

Result<Step> handle_indicators(const Context& context) {
    MC_TRY_ASSIGN(const services::OfficeIndicators found, read_indicators(context));
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
                          {"rows", std::move(rows)}}));
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
