#include <algorithm>
#include <utility>

#include "client/app/wording.hpp"
#include "client/desk/view.hpp"
#include "client/page/build.hpp"
#include "client/page/chart.hpp"

namespace motcua::desk {

namespace {

/// Its table is shown or can be.
void add_chart(const State& state, Nodes& main, page::Node chart, std::string hint) {
    chart.hint = std::move(hint);
    chart.selected = state.open_tables.find(chart.id) != state.open_tables.end();
    chart.children.push_back(
        page::button(chart.id + ".table",
                     state.shell.texts().get(chart.selected ? "statistics.hide_table" : "statistics.table")));
    main.push_back(std::move(chart));
}

void add_received(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const std::vector<Statistics::Day>& days = state.statistics.days;
    std::vector<page::ChartRow> rows;
    std::int64_t sum = 0;
    for (const Statistics::Day& day : days) {
        sum += day.received;
        rows.push_back({app::short_day_text(texts, day.day), {day.received}});
    }
    const auto most = std::max_element(days.begin(), days.end(),
                                       [](const auto& a, const auto& b) { return a.received < b.received; });
    std::string hint =
        sum == 0 ? texts.get("statistics.received_none")
                 : texts.get("statistics.received_hint", {{"count", app::number_text(texts, sum)},
                                                          {"most", app::number_text(texts, most->received)},
                                                          {"day", app::day_text(texts, most->day)}});
    add_chart(state, main,
              page::chart("received", page::ChartKind::Bar, texts.get("statistics.received"),
                          {texts.get("statistics.day"), texts.get("statistics.dossiers")}, rows,
                          texts.get("number.group")),
              std::move(hint));
}

void add_hours(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    std::vector<page::ChartRow> rows;
    std::int64_t seats = 0;
    std::int64_t booked = 0;
    for (const Statistics::Hour& hour : state.statistics.hours) {
        seats += hour.seats;
        booked += hour.booked;
        rows.push_back(
            {texts.get("statistics.hour", {{"hour", std::to_string(hour.hour)}}), {hour.seats, hour.booked}});
    }
    if (rows.empty()) {
        main.push_back(page::notice("hours.none", page::Tone::Info, texts.get("statistics.hours_none")));
        return;
    }
    add_chart(state, main,
              page::chart("hours", page::ChartKind::Line, texts.get("statistics.hours"),
                          {texts.get("statistics.hour_head"), texts.get("statistics.seats"),
                           texts.get("statistics.booked")},
                          rows, texts.get("number.group")),
              texts.get("statistics.hours_hint", {{"booked", app::number_text(texts, booked)},
                                                  {"seats", app::number_text(texts, seats)}}));
}

}  // namespace

void view_statistics(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("title", texts.get("statistics.title")));
    if (state.statistics_load != app::Load::Ready) {
        add_load_notice(state, main, state.statistics_load, "statistics");
    }
    if (state.statistics.days.empty()) {
        main.push_back(page::button("back", texts.get("desk.to_list")));
        return;
    }
    add_received(state, main);
    add_hours(state, main);
    main.push_back(page::paragraph("note", texts.get("statistics.note"), page::Tone::Muted));
    main.push_back(
        page::toolbar("actions", {page::button("statistics.refresh", texts.get("statistics.refresh")),
                                  page::button("back", texts.get("desk.to_list"))}));
}

}  // namespace motcua::desk
