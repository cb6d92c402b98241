#include <utility>

#include "client/app/wording.hpp"
#include "client/desk/view.hpp"
#include "client/page/build.hpp"

namespace motcua::desk {

namespace {

page::Node row(std::string id, const std::vector<std::string>& cells) {
    page::Node node;
    node.role = page::Role::Row;
    for (const std::string& text : cells) {
        node.children.push_back(page::cell(id + ".c" + std::to_string(node.children.size()), text));
    }
    node.id = std::move(id);
    return node;
}

page::Node table(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node node;
    node.id = "dossiers";
    node.role = page::Role::Table;
    node.name = texts.get("desk.list_caption");
    node.children.push_back(
        row("head", {texts.get("receipt.code"), texts.get("desk.applicant"), texts.get("sign.procedure"),
                     texts.get("desk.appointment"), texts.get("desk.state"), texts.get("desk.forwarding"),
                     texts.get("desk.verdict")}));
    for (const Line& line : state.lines) {
        page::Node one =
            row("row." + line.id,
                {line.code, line.applicant, procedure_name(state, line.procedure),
                 app::moment_text(texts, line.starts_at_secs), dossier_state_text(state, line.state),
                 forwarding_text(state, line.forwarding),
                 texts.get(line.complete ? "desk.complete_at_server" : "desk.incomplete_at_server")});
        one.link = true;
        node.children.push_back(std::move(one));
    }
    return node;
}

void add_pages(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes tools;
    if (state.page > 1) {
        tools.push_back(page::button("list.previous", texts.get("desk.previous")));
    }
    if (state.page < state.pages) {
        tools.push_back(page::button("list.next", texts.get("desk.next")));
    }
    tools.push_back(page::button("list.refresh", texts.get("desk.refresh")));
    main.push_back(page::paragraph(
        "list.page",
        texts.get("desk.page", {{"now", std::to_string(state.page)}, {"total", std::to_string(state.pages)}}),
        page::Tone::Muted));
    main.push_back(page::toolbar("list.tools", std::move(tools)));
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
    if (!state.lines.empty()) {
        main.push_back(table(state));
    } else if (state.list_load == app::Load::Ready) {
        main.push_back(page::notice("empty", page::Tone::Info, texts.get("desk.empty")));
    }
    if (state.list_load == app::Load::Ready || !state.lines.empty()) {
        add_pages(state, main);
    }
}

}  // namespace motcua::desk
