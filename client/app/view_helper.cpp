#include <utility>

#include "client/app/view.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

page::Node typed_field(const State& state, const char* id, const std::string& value) {
    const i18n::Texts& texts = state.shell.texts();
    const auto typed = state.dossier.questions.typed.find(id);
    page::Node node = page::text_field(id, texts.get(id),
                                       typed == state.dossier.questions.typed.end() ? value : typed->second);
    node.error = error_at(state, id);
    return node;
}

page::Node name_field(const State& state) {
    page::Node node = typed_field(state, "helper.name", state.dossier.helper.who.name);
    node.required = true;
    node.input = {.autocomplete = "name", .capitalize = "words", .enter = "next"};
    return node;
}

page::Node relation_choice(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes options;
    for (const std::string_view code : form::kRelations) {
        options.push_back(page::option(std::string(code), texts.get("helper.relation." + std::string(code))));
    }
    page::Node node = page::choice("helper.relation", texts.get("helper.relation"),
                                   state.dossier.helper.who.relation, std::move(options));
    node.error = error_at(state, "helper.relation");
    node.required = true;
    return node;
}

page::Node phone_field(const State& state) {
    constexpr int kPhoneWidth = 16;
    page::Node node = typed_field(state, "helper.phone", state.dossier.helper.who.phone);
    node.name = state.shell.texts().get("question.optional", {{"label", node.name}});
    node.input = {.mode = "tel", .type = "tel", .autocomplete = "tel", .enter = "next"};
    node.input.width_chars = kPhoneWidth;
    return node;
}

}  // namespace

void view_helper(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    if (state.summary_shown) {
        std::vector<ErrorLine> lines;
        for (const char* field : {"helper.name", "helper.relation", "helper.phone"}) {
            const auto error = state.dossier.questions.errors.find(field);
            if (error != state.dossier.questions.errors.end()) {
                lines.push_back({field, summary_line(state, error->second)});
            }
        }
        add_error_summary(state, main, lines);
    }
    main.push_back(page::heading("title", texts.get("helper.step")));
    add_progress(state, main);
    main.push_back(page::paragraph("intro", texts.get("helper.intro")));
    main.push_back(name_field(state));
    main.push_back(relation_choice(state));
    main.push_back(phone_field(state));
    add_actions(state, main, texts.get(state.from_check ? "action.back_to_check" : "action.continue"));
    main.push_back(page::button("helper.off", texts.get("helper.off")));
}

}  // namespace motcua::app
