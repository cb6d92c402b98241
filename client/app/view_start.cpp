#include <algorithm>
#include <utility>

#include "client/app/editions.hpp"
#include "client/app/search.hpp"
#include "client/app/view.hpp"
#include "client/page/build.hpp"

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

/// Those found, one list for each field of administration in the order of the index.
void add_lists(const State& state, Nodes& main, const std::vector<FoundProcedure>& found) {
    const i18n::Texts& texts = state.shell.texts();
    std::vector<std::string> fields;
    for (const auto& [listed, by] : found) {
        const std::string field =
            listed->field.empty() ? texts.get("start.procedures") : listed->field.in(texts.lang());
        auto at = std::find(fields.begin(), fields.end(), field);
        if (at == fields.end()) {
            const std::string number = std::to_string(fields.size());
            fields.push_back(field);
            main.push_back(page::in_its_language(page::heading("field." + number, field, 2), listed->field,
                                                 texts.lang()));
            page::Node list;
            list.id = "procedures." + number;
            list.role = page::Role::TaskList;
            list.name = field;
            main.push_back(std::move(list));
            at = fields.end() - 1;
        }
        const auto lists_from_end = 2 * (fields.end() - at) - 1;
        page::Node& list = *(main.end() - lists_from_end);
        std::string hint = listed->summary.empty() ? "" : listed->summary.in(texts.lang());
        if (!by.empty()) {
            hint += (hint.empty() ? "" : " ") + texts.get("start.found_by", {{"words", by}});
        }
        list.children.push_back(page::in_its_language(
            task("procedure." + page::id_part(listed->code), listed->name.in(texts.lang()), std::move(hint)),
            listed->name, texts.lang()));
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
    const std::vector<FoundProcedure> found = found_procedures(state);
    if (found.empty() && count > 0) {
        main.push_back(page::paragraph("start.none", texts.get("search.none")));
    }
    add_lists(state, main, found);
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
