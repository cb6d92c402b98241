#include <utility>

#include "client/app/wording.hpp"
#include "client/desk/view.hpp"
#include "client/page/build.hpp"
#include "client/page/chart.hpp"

namespace motcua::desk {

namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHundred = 100;

/// Whole minutes, as people say it; a value that began counts.
std::int64_t minutes(std::int64_t secs) {
    return (secs + kMinute - 1) / kMinute;
}

std::string minutes_text(const i18n::Texts& texts, std::int64_t secs) {
    return texts.get("indicators.minutes", {{"count", std::to_string(minutes(secs))}});
}

std::string minutes_text(const i18n::Texts& texts, const std::optional<std::int64_t>& secs) {
    return secs ? minutes_text(texts, *secs) : texts.get("indicators.nothing");
}

/// "12 phút, 27 phút": half of them and nine of ten took no longer.
std::string spread_text(const i18n::Texts& texts, const Spread& spread) {
    return spread.count == 0
               ? texts.get("indicators.nothing")
               : texts.get("indicators.spread", {{"median", std::to_string(minutes(spread.median_secs))},
                                                 {"p90", std::to_string(minutes(spread.p90_secs))}});
}

/// "9 trên 12 (75 %)"
std::string share_text(const i18n::Texts& texts, std::int64_t part, std::int64_t whole) {
    return whole == 0 ? texts.get("indicators.nothing")
                      : texts.get("indicators.share", {{"part", app::number_text(texts, part)},
                                                       {"whole", app::number_text(texts, whole)},
                                                       {"percent", std::to_string(part * kHundred / whole)}});
}

/// The same in a cell: "12 / 27 phút", "75 %".
std::string spread_cell(const i18n::Texts& texts, const Spread& spread) {
    return spread.count == 0
               ? texts.get("indicators.nothing")
               : texts.get("indicators.pair", {{"median", std::to_string(minutes(spread.median_secs))},
                                               {"p90", std::to_string(minutes(spread.p90_secs))}});
}

std::string share_cell(const i18n::Texts& texts, std::int64_t part, std::int64_t whole) {
    return whole == 0 ? texts.get("indicators.nothing") : std::to_string(part * kHundred / whole) + " %";
}

std::string service_name(const State& state, const std::string& code) {
    return code.empty() ? state.shell.texts().get("desk.other_service") : procedure_name(state, code);
}

std::string hour_text(const i18n::Texts& texts, const std::string& hour) {
    return texts.get("statistics.hour", {{"hour", hour}});
}

/// The visits that the number is made from are behind it.
page::Node figure_row(const State& state, const char* figure, std::string value) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string name = texts.get(std::string("indicators.") + figure);
    page::Node row = page::summary_row(std::string("of.") + figure, name, std::move(value));
    page::Node open = page::link(std::string("figure.") + figure, texts.get("indicators.open"));
    open.said = open.name + ": " + name;
    row.children.push_back(std::move(open));
    return row;
}

void add_all(const State& state, Nodes& main, const IndicatorRow& all) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("all.title", texts.get("indicators.all"), 2));
    page::Node facts;
    facts.id = "all";
    facts.role = page::Role::Summary;
    facts.children = {
        figure_row(state, "visits", app::number_text(texts, all.visits)),
        figure_row(state, "wait", spread_text(texts, all.wait)),
        figure_row(state, "within_15", share_text(texts, all.within_15, all.wait.count)),
        figure_row(state, "within_30", share_text(texts, all.within_30, all.wait.count)),
        figure_row(state, "way", spread_text(texts, all.way)),
        figure_row(state, "service", spread_text(texts, all.service)),
        figure_row(state, "no_shows", share_text(texts, all.no_shows, all.booked)),
    };
    main.push_back(std::move(facts));
    main.push_back(page::paragraph("all.hint", texts.get("indicators.hint"), page::Tone::Muted));
}

void add_promise(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const Indicators& found = state.indicators;
    main.push_back(page::heading("promise.title", texts.get("indicators.promise"), 2));
    main.push_back(page::paragraph(
        "promise", found.promises == 0
                       ? texts.get("indicators.promise_none")
                       : texts.get("indicators.promise_kept",
                                   {{"share", share_text(texts, found.kept, found.promises)}})));
    main.push_back(page::paragraph("promise.hint", texts.get("indicators.promise_hint"), page::Tone::Muted));
}

void add_hours(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    std::vector<page::ChartRow> rows;
    for (const IndicatorRow& row : state.indicators.rows) {
        if (row.kind == "hour" && row.wait.count > 0) {
            rows.push_back(
                {hour_text(texts, row.key), {minutes(row.wait.median_secs), minutes(row.wait.p90_secs)}});
        }
    }
    if (rows.empty()) {
        return;
    }
    page::Node chart = page::chart("waits", page::ChartKind::Line, texts.get("indicators.waits_by_hour"),
                                   {texts.get("statistics.hour_head"), texts.get("indicators.half"),
                                    texts.get("indicators.nine_of_ten")},
                                   rows, texts.get("number.group"));
    chart.hint = texts.get("indicators.waits_hint");
    chart.selected = state.open_tables.find(chart.id) != state.open_tables.end();
    chart.children.push_back(page::button(
        "waits.table", texts.get(chart.selected ? "statistics.hide_table" : "statistics.table")));
    main.push_back(page::heading("hours.title", texts.get("indicators.hours"), 2));
    main.push_back(std::move(chart));
}

/// Rows of one kind; each opens the visits it is made from.
void add_table(const State& state, Nodes& main, const char* kind, const char* caption, const char* head) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node table;
    table.id = std::string("by.") + kind;
    table.role = page::Role::Table;
    table.name = texts.get(caption);
    table.children.push_back(page::row(
        table.id + ".head",
        {texts.get(head), texts.get("indicators.visits"), texts.get("indicators.wait"),
         texts.get("indicators.within_15"), texts.get("indicators.within_30"), texts.get("indicators.way"),
         texts.get("indicators.service"), texts.get("indicators.no_shows")}));
    for (const IndicatorRow& row : state.indicators.rows) {
        if (row.kind == kind) {
            page::Node one = page::row(
                row_id(row), {row.kind == "hour" ? hour_text(texts, row.key) : service_name(state, row.key),
                              app::number_text(texts, row.visits), spread_cell(texts, row.wait),
                              share_cell(texts, row.within_15, row.wait.count),
                              share_cell(texts, row.within_30, row.wait.count), spread_cell(texts, row.way),
                              spread_cell(texts, row.service), share_cell(texts, row.no_shows, row.booked)});
            one.link = true;
            table.children.push_back(std::move(one));
        }
    }
    if (table.children.size() > 1) {
        main.push_back(std::move(table));
    }
}

void add_period(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes options;
    for (const int days : kPeriods) {
        const std::string count = std::to_string(days);
        options.push_back(page::option(count, days == 1 ? texts.get("indicators.today")
                                                        : texts.get("indicators.days", {{"count", count}})));
    }
    main.push_back(page::choice("period", texts.get("indicators.period"), std::to_string(state.period_days),
                                std::move(options)));
}

/// "23/11/2026"
std::string day_of(const std::string& iso) {
    const auto day = calendar::parse_iso(iso);
    return day ? calendar::vietnamese(*day) : iso;
}

void add_source(const State& state, Nodes& main) {
    constexpr std::size_t kDigits = 16;
    const Indicators& found = state.indicators;
    main.push_back(page::paragraph(
        "source",
        state.shell.texts().get("indicators.source", {{"version", std::to_string(found.definitions)},
                                                      {"from", day_of(found.from)},
                                                      {"until", day_of(found.until)},
                                                      {"events", std::to_string(found.log_events)},
                                                      {"hash", found.log_hash.substr(0, kDigits)}}),
        page::Tone::Muted));
}

std::string figure_name(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const WhichFigure& which = state.which_figure;
    const std::string figure = texts.get("indicators." + which.figure);
    if (which.kind == "hour") {
        return hour_text(texts, which.key) + ": " + figure;
    }
    return which.kind == "service" ? service_name(state, which.key) + ": " + figure : figure;
}

}  // namespace

void view_indicators(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("title", texts.get("indicators.title")));
    Nodes tools = {page::link("back", texts.get("desk.to_list")),
                   page::button("indicators.refresh", texts.get("statistics.refresh"))};
    if (state.indicators_load == app::Load::Ready) {
        tools.push_back(page::link(
            "indicators.csv", texts.get("indicators.csv"),
            "/api/v1/staff/indicators.csv?" + days_query(state.shell.now_secs, state.period_days)));
    }
    main.push_back(page::toolbar("actions", std::move(tools)));
    add_period(state, main);
    if (state.indicators_load != app::Load::Ready) {
        add_load_notice(state, main, state.indicators_load, "indicators");
    }
    if (state.indicators.rows.empty()) {
        return;
    }
    add_source(state, main);
    add_table(state, main, "service", "indicators.by_service", "desk.service");
    add_table(state, main, "hour", "indicators.by_hour", "statistics.hour_head");
    add_all(state, main, state.indicators.rows.front());
    add_hours(state, main);
    add_promise(state, main);
}

void view_counted_visits(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("title", figure_name(state)));
    main.push_back(page::toolbar("actions", {page::link("nav.indicators", texts.get("indicators.back"))}));
    if (state.visits_load != app::Load::Ready) {
        return add_load_notice(state, main, state.visits_load, "visits");
    }
    const CountedVisits& counted = state.counted;
    main.push_back(
        page::paragraph("visits.count",
                        texts.get("indicators.shown", {{"shown", std::to_string(counted.visits.size())},
                                                       {"total", app::number_text(texts, counted.total)}}),
                        page::Tone::Muted));
    page::Node table;
    table.id = "visits";
    table.role = page::Role::Table;
    table.name = texts.get("indicators.visits_caption");
    table.children.push_back(page::row(
        "visits.head",
        {texts.get("desk.number"), texts.get("desk.service"), texts.get("desk.came"),
         texts.get("indicators.wait"), texts.get("indicators.way"), texts.get("indicators.service")}));
    for (const CountedVisit& visit : counted.visits) {
        table.children.push_back(page::row(
            "visit." + std::to_string(table.children.size()),
            {visit.number == 0 ? texts.get("indicators.nothing") : std::to_string(visit.number),
             service_name(state, visit.service),
             visit.no_show
                 ? texts.get("indicators.absent", {{"time", app::moment_text(texts, visit.came_at_secs)}})
                 : app::moment_text(texts, visit.came_at_secs),
             minutes_text(texts, visit.wait_secs), minutes_text(texts, visit.way_secs),
             minutes_text(texts, visit.service_secs)}));
    }
    if (!counted.visits.empty()) {
        main.push_back(std::move(table));
    }
}

}  // namespace motcua::desk
