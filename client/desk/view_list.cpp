#include <algorithm>
#include <utility>

#include "client/app/wording.hpp"
#include "client/desk/list.hpp"
#include "client/desk/view.hpp"
#include "client/page/build.hpp"

namespace motcua::desk {

namespace {

std::string column_name(const i18n::Texts& texts, SortBy by) {
    switch (by) {
        case SortBy::Applicant:
            return texts.get("desk.applicant");
        case SortBy::Procedure:
            return texts.get("sign.procedure");
        case SortBy::Received:
            return texts.get("receipt.received");
        case SortBy::Appointment:
            return texts.get("desk.appointment");
        case SortBy::Due:
            return texts.get("desk.due");
    }
    return "";
}

/// A head that is pressed to sort by its column.
page::Node sort_cell(const State& state, SortBy by) {
    page::Node cell = page::cell(std::string("sort.") + sort_name(by), column_name(state.shell.texts(), by));
    cell.link = true;
    if (state.wish.by == by) {
        cell.value = state.wish.descending ? "descending" : "ascending";
    }
    return cell;
}

page::Node head(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node node = page::row("head", {texts.get("receipt.code")});
    for (const SortBy by : sort_columns()) {
        node.children.push_back(sort_cell(state, by));
    }
    node.children.push_back(page::cell("head.forwarding", texts.get("desk.forwarding")));
    node.children.push_back(page::cell("head.verdict", texts.get("desk.verdict")));
    return node;
}

page::Node table(const State& state, const std::vector<const Line*>& lines) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node node;
    node.id = "dossiers";
    node.role = page::Role::Table;
    node.name = texts.get("desk.list_caption");
    node.hint = texts.get("desk.sort");
    node.children.push_back(head(state));
    const std::size_t first = static_cast<std::size_t>(state.wish.page - 1) * kRowsShown;
    for (std::size_t i = first; i < std::min(first + kRowsShown, lines.size()); ++i) {
        const Line& line = *lines[i];
        page::Node one = page::row(
            "row." + line.id,
            {line.code, line.applicant, procedure_name(state, line.procedure),
             app::moment_text(texts, line.received_at_secs), app::moment_text(texts, line.starts_at_secs),
             due_text(state, line.due_at_secs), forwarding_text(state, line.forwarding),
             texts.get(line.complete ? "desk.complete_at_server" : "desk.incomplete_at_server")});
        one.link = true;
        node.children.push_back(std::move(one));
    }
    return node;
}

void add_pages(const State& state, Nodes& main, std::size_t lines) {
    const i18n::Texts& texts = state.shell.texts();
    const int pages = pages_of(lines);
    Nodes tools;
    if (state.wish.page > 1) {
        tools.push_back(page::button("list.previous", texts.get("desk.previous")));
    }
    if (state.wish.page < pages) {
        tools.push_back(page::button("list.next", texts.get("desk.next")));
    }
    tools.push_back(page::button("list.refresh", texts.get("desk.refresh")));
    tools.push_back(page::link("nav.counter", texts.get("desk.counter_title")));
    tools.push_back(page::link("nav.indicators", texts.get("indicators.title")));
    tools.push_back(page::link("nav.statistics", texts.get("statistics.title")));
    tools.push_back(page::link("nav.pickups", texts.get("desk.pickups"), "/giao-nhan"));
    main.push_back(page::paragraph(
        "list.page",
        texts.get("desk.page", {{"now", std::to_string(state.wish.page)}, {"total", std::to_string(pages)}}),
        page::Tone::Muted));
    main.push_back(page::toolbar("list.tools", std::move(tools)));
}

void add_search(const State& state, Nodes& main, std::size_t found) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node field = page::text_field("list.search", texts.get("desk.search"), state.wish.typed);
    field.hint = texts.get("search.hint");
    field.input.enter = "search";
    field.input.max_chars = 100;
    main.push_back(std::move(field));
    main.push_back(page::paragraph("list.count",
                                   texts.get("desk.count", {{"found", std::to_string(found)},
                                                            {"all", std::to_string(state.lines.size())}}),
                                   page::Tone::Muted));
    if (state.more_lines) {
        main.push_back(page::notice("list.more", page::Tone::Warning, texts.get("desk.more_lines")));
    }
}

}  // namespace

void view_list(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("title", texts.get("desk.list_title")));
    add_problem(state, main);
    main.push_back(page::choice("filter", texts.get("desk.filter"), state.filter,
                                {page::option("handed_in", texts.get("desk.filter_new")),
                                 page::option("received_by_clerk", texts.get("desk.filter_received"))}));
    if (state.list_load != app::Load::Ready) {
        add_load_notice(state, main, state.list_load, "list");
    }
    const std::vector<const Line*> lines = lines_shown(state);
    if (!state.lines.empty()) {
        add_search(state, main, lines.size());
    }
    if (!lines.empty()) {
        main.push_back(table(state, lines));
    } else if (state.list_load == app::Load::Ready) {
        main.push_back(page::notice("empty", page::Tone::Info,
                                    texts.get(state.lines.empty() ? "desk.empty" : "search.none")));
    }
    if (state.list_load == app::Load::Ready || !state.lines.empty()) {
        add_pages(state, main, lines.size());
    }
}

}  // namespace motcua::desk
