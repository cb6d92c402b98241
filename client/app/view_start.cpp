#include <algorithm>
#include <utility>

#include "client/app/editions.hpp"
#include "client/app/search.hpp"
#include "client/app/view.hpp"
#include "client/page/build.hpp"
#include "shared/text/text.hpp"

namespace motcua::app {

namespace {

page::Node task(std::string id, std::string name, std::string hint) {
    page::Node node;
    node.id = std::move(id);
    node.role = page::Role::Task;
    node.name = std::move(name);
    node.hint = std::move(hint);
    return node;
}

/// Below this number a list is looked through faster than searched.
constexpr std::size_t kSearchFrom = 6;

page::Node task_of(const i18n::Texts& texts, const FoundProcedure& found) {
    const Listed& listed = *found.listed;
    std::string hint = listed.summary.empty() ? "" : listed.summary.in(texts.lang());
    if (!found.by.empty()) {
        hint += (hint.empty() ? "" : " ") + texts.get("start.found_by", {{"words", found.by}});
    }
    return page::in_its_language(
        task("procedure." + page::id_part(listed.code), listed.name.in(texts.lang()), std::move(hint)),
        listed.name, texts.lang());
}

page::Node task_list(std::string id, std::string name) {
    page::Node list;
    list.id = std::move(id);
    list.role = page::Role::TaskList;
    list.name = std::move(name);
    return list;
}

/// One list for each field of administration in the order of the index.
void add_lists(const State& state, Nodes& main, const std::vector<FoundProcedure>& found) {
    const i18n::Texts& texts = state.shell.texts();
    std::vector<std::string> fields;
    for (const FoundProcedure& one : found) {
        const catalogue::Text& own = one.listed->field;
        const std::string field = own.empty() ? texts.get("start.procedures") : own.in(texts.lang());
        auto at = std::find(fields.begin(), fields.end(), field);
        if (at == fields.end()) {
            const std::string number = std::to_string(fields.size());
            fields.push_back(field);
            main.push_back(
                page::in_its_language(page::heading("field." + number, field, 2), own, texts.lang()));
            main.push_back(task_list("procedures." + number, field));
            at = fields.end() - 1;
        }
        const auto lists_from_end = 2 * (fields.end() - at) - 1;
        (main.end() - lists_from_end)->children.push_back(task_of(texts, one));
    }
}

/// Those found, or those that are near.
void add_ranked(const State& state, Nodes& main, const std::vector<FoundProcedure>& found, bool near) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string title = texts.get(near ? "start.near" : "start.found");
    page::Node list = task_list(near ? "procedures.near" : "procedures.found", title);
    for (const FoundProcedure& one : found) {
        if (one.near == near) {
            list.children.push_back(task_of(texts, one));
        }
    }
    if (!list.children.empty()) {
        main.push_back(page::heading(near ? "near" : "found", title, 2));
        main.push_back(std::move(list));
    }
}

void add_procedures(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const std::size_t count = offered(state).size();
    if (count >= kSearchFrom) {
        page::Node box = page::text_field("start.search", texts.get("start.search"), state.searched);
        box.hint = texts.get("search.hint");
        box.input.enter = "search";
        main.push_back(std::move(box));
    }
    const std::string typed = text::squeeze(state.searched);
    const std::vector<FoundProcedure> found = found_procedures(state, typed);
    const bool none = found.empty() || found.front().near;
    const std::string elsewhere = texts.get("start.elsewhere");
    if (none && count > 0) {
        main.push_back(
            page::paragraph("start.none", texts.get(found.empty() ? "start.none" : "start.only_near",
                                                    {{"typed", typed}, {"elsewhere", elsewhere}})));
    }
    if (found.empty() || text::search_key(typed).empty()) {
        add_lists(state, main, found_procedures(state, ""));
    } else {
        add_ranked(state, main, found, false);
        add_ranked(state, main, found, true);
    }
    if (!none) {
        main.push_back(page::paragraph("start.elsewhere", elsewhere, page::Tone::Muted));
    }
}

}  // namespace

void view_start(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("title", texts.get("start.title")));
    main.push_back(page::paragraph("intro", texts.get("start.intro")));
    if (!state.procedure_code.empty() && state.resume.place != Place::Start) {
        main.push_back(page::notice("open", page::Tone::Info, texts.get("start.open")));
        main.push_back(page::button("resume", texts.get("start.resume"), page::Tone::Primary));
    }
    add_load_notice(state, main, state.index_load, "index");
    add_procedures(state, main);
    main.push_back(
        page::notice("honest", page::Tone::Info, texts.get("honest.title"), texts.get("honest.text")));
    main.push_back(page::heading("look_up.title", texts.get("start.look_up"), 2));
    main.push_back(page::paragraph("look_up.text", texts.get("start.look_up_text")));
    main.push_back(page::button("look_up.open", texts.get("nav.look_up")));
}

}  // namespace motcua::app
