#include <utility>

#include "client/app/files.hpp"
#include "client/app/search.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

using catalogue::Question;
using catalogue::QuestionType;

std::string in(const i18n::Texts& texts, const catalogue::Text& text) {
    return text.empty() ? "" : text.in(texts.lang());
}

std::string label_of(const State& state, const Question& question) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string& label = called(state, question).in(texts.lang());
    return question.required ? label : texts.get("question.optional", {{"label", label}});
}

/// The hint, then an example of what to write.
std::string hint_of(const i18n::Texts& texts, const Question& question) {
    std::string hint = in(texts, question.hint);
    const std::string example = in(texts, question.example);
    if (example.empty()) {
        return hint;
    }
    std::string sentence = texts.get("question.example", {{"example", example}});
    if (hint.empty()) {
        return sentence;
    }
    return hint + (hint.back() == '.' ? " " : ". ") + sentence;
}

const std::string& stored(const State& state, const std::string& field) {
    static const std::string kNone;
    const auto found = state.dossier.questions.answers.find(field);
    return found == state.dossier.questions.answers.end() ? kNone : found->second;
}

/// What stands in the field: the text being typed, or the answer as people write it.
std::string shown(const State& state, const form::Spot& spot, const std::string& field) {
    const auto typed = state.dossier.questions.typed.find(field);
    if (typed != state.dossier.questions.typed.end()) {
        return typed->second;
    }
    if (field != spot.id) {
        return stored(state, field);
    }
    const i18n::Texts& texts = state.shell.texts();
    std::string text =
        form::display(*spot.question, spot.id, state.dossier.questions.answers, state.places, texts.lang());
    // "1.250.000 đ": the unit is not typed.
    return spot.question->type == QuestionType::Money ? text.substr(0, text.find(' ')) : text;
}

constexpr int kDateWidth = 12;
constexpr int kNumberWidth = 14;
constexpr int kAmountWidth = 20;

page::Input input_of(const Question& question) {
    page::Input input{.enter = "next", .max_chars = question.max_chars};
    const auto narrow = [&input](const char* mode, int width) {
        input.mode = mode;
        input.width_chars = width;
    };
    switch (question.type) {
        case QuestionType::PersonName:
            input.capitalize = "words";
            break;
        case QuestionType::CitizenId:
            narrow("numeric", kNumberWidth);
            break;
        case QuestionType::TaxCode:
            narrow("numeric", kAmountWidth);
            break;
        case QuestionType::IdOrPassport:
        case QuestionType::Passport:
            input.capitalize = "characters";
            input.width_chars = kNumberWidth;
            break;
        case QuestionType::Date:
        case QuestionType::PartialDate:
            narrow("numeric", kDateWidth);
            input.type = "date-text";
            break;
        case QuestionType::Time:
            narrow("numeric", kDateWidth);
            break;
        case QuestionType::Number:
            narrow(question.scale > 0 ? "decimal" : "numeric", kNumberWidth);
            break;
        case QuestionType::Money:
            narrow("numeric", kAmountWidth);
            break;
        case QuestionType::Phone:
            narrow("tel", kNumberWidth + 2);
            input.type = "tel";
            break;
        case QuestionType::Email:
            input.mode = "email";
            input.type = "email";
            input.capitalize = "none";
            break;
        case QuestionType::LongText:
            input.enter = "enter";
            break;
        case QuestionType::Text:
        case QuestionType::File:
        case QuestionType::Choices:
        case QuestionType::Choice:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
        case QuestionType::Address:
            break;
    }
    return input;
}

/// The node that asks the question, said to be in Vietnamese where the question is in no other language.
page::Node in_its_language(const State& state, const Question& question, page::Node node) {
    return page::in_its_language(std::move(node), called(state, question), state.shell.lang);
}

/// What a helper's browser fills in is the helper's own.
std::string autocomplete_of(const State& state, const Question& question) {
    return state.dossier.helper.on ? "" : question.autocomplete;
}

page::Node typed_field(const State& state, const form::Spot& spot) {
    const Question& question = *spot.question;
    const i18n::Texts& texts = state.shell.texts();
    page::Node node =
        page::text_field(field_id(spot.id), label_of(state, question), shown(state, spot, spot.id));
    node.role = question.type == QuestionType::LongText ? page::Role::TextArea : page::Role::TextField;
    node.hint = hint_of(texts, question);
    node.error = error_at(state, spot.id);
    node.required = question.required;
    node.input = input_of(question);
    node.input.autocomplete = autocomplete_of(state, question);
    return node;
}

Nodes option_nodes(const State& state, const form::Spot& spot) {
    const Question& question = *spot.question;
    const i18n::Texts& texts = state.shell.texts();
    Nodes options;
    for (const catalogue::Option& option : question.options) {
        options.push_back(
            page::in_its_language(page::option(option.id, in(texts, option.label), in(texts, option.hint)),
                                  option.label, texts.lang()));
    }
    if (options.empty() && question.type == QuestionType::YesNo) {
        options.push_back(page::option("yes", texts.get("answer.yes")));
        options.push_back(page::option("no", texts.get("answer.no")));
    }
    return options;
}

page::Node short_choice(const State& state, const form::Spot& spot) {
    const Question& question = *spot.question;
    const i18n::Texts& texts = state.shell.texts();
    page::Node node = page::choice(field_id(spot.id), label_of(state, question), stored(state, spot.id),
                                   option_nodes(state, spot));
    node.hint = hint_of(texts, question);
    node.error = error_at(state, spot.id);
    node.required = question.required;
    return node;
}

/// How many options may be ticked, when that is not plain.
std::string several_hint(const i18n::Texts& texts, const Question& question) {
    const std::string least = std::to_string(question.least);
    const std::string most = std::to_string(question.most);
    const bool bounded =
        question.most > 0 && question.most < static_cast<std::int64_t>(question.options.size());
    if (question.least > 1) {
        return bounded ? texts.get("choices.between", {{"least", least}, {"most", most}})
                       : texts.get("choices.least", {{"least", least}});
    }
    return bounded ? texts.get("choices.most", {{"most", most}}) : texts.get("choices.any");
}

page::Node several(const State& state, const form::Spot& spot) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes options = option_nodes(state, spot);
    for (page::Node& option : options) {
        option.selected = is_chosen(stored(state, spot.id), option.id);
    }
    page::Node node =
        page::check_group(field_id(spot.id), label_of(state, *spot.question), std::move(options));
    const std::string hint = hint_of(texts, *spot.question);
    node.hint = hint + (hint.empty() ? "" : "\n") + several_hint(texts, *spot.question);
    node.error = error_at(state, spot.id);
    node.required = spot.question->required;
    return node;
}

void add_file_question(const State& state, Nodes& main, const form::Spot& spot) {
    const i18n::Texts& texts = state.shell.texts();
    const Question& question = *spot.question;
    page::Node node = file_picker(state, spot.id);
    node.value = node.name;
    node.name = label_of(state, question);
    node.said = spot.row < 0 ? "" : node.name + " – " + row_name(texts, *spot.group, spot.row);
    node.hint = hint_of(texts, question) + (question.hint.empty() && question.example.empty() ? "" : "\n") +
                texts.get(question.only_image ? "files.image_limits" : "files.limits");
    node.required = question.required;
    node.level = question.most == 1 ? 1 : 0;
    main.push_back(std::move(node));
}

/// A search field and what it finds; what is chosen stays in the list. The error stands
/// where the person has to act: at the search field until something is chosen.
struct Searched {
    std::string field;
    std::string label;
    std::string hint;
    std::string chosen_name;
    bool required = true;
};

void add_searched(const State& state, Nodes& main, const form::Spot& spot, const Searched& what) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string& chosen = stored(state, what.field);
    const auto& searched = state.dossier.questions.searched;
    const auto typed = searched.find(what.field);
    page::Node box =
        page::text_field(field_id(what.field) + ".search", texts.get("search.label", {{"label", what.label}}),
                         typed == searched.end() ? "" : typed->second);
    box.hint = what.hint;
    box.required = what.required && chosen.empty();
    box.error = chosen.empty() ? error_at(state, what.field) : "";
    box.input.enter = "search";
    main.push_back(std::move(box));

    const SearchResult found = search(state, spot, what.field);
    Nodes options;
    bool has_chosen = chosen.empty();
    for (const Found& one : found.matches) {
        options.push_back(page::option(one.id, one.name, one.hint));
        has_chosen = has_chosen || one.id == chosen;
    }
    if (!has_chosen) {
        options.insert(options.begin(), page::option(chosen, what.chosen_name));
    }
    if (typed != searched.end() && found.matches.empty() && !typed->second.empty()) {
        main.push_back(
            page::paragraph(field_id(what.field) + ".none", texts.get("search.none"), page::Tone::Muted));
    }
    if (!options.empty()) {
        page::Node list = page::choice(field_id(what.field), what.label, chosen, std::move(options));
        list.error = chosen.empty() ? "" : error_at(state, what.field);
        list.required = what.required;
        list.hint = found.former ? texts.get("address.former_hint") : "";
        list.hint += found.more ? (list.hint.empty() ? "" : " ") + texts.get("search.more") : "";
        main.push_back(std::move(list));
    }
}

void add_long_choice(const State& state, Nodes& main, const form::Spot& spot) {
    const Question& question = *spot.question;
    const i18n::Texts& texts = state.shell.texts();
    std::string chosen_name;
    for (const catalogue::Option& option : question.options) {
        if (option.id == stored(state, spot.id)) {
            chosen_name = in(texts, option.label);
        }
    }
    std::string hint = hint_of(texts, question);
    hint += (hint.empty() ? "" : " ") + texts.get("search.hint");
    add_searched(state, main, spot,
                 {spot.id, label_of(state, question), std::move(hint), chosen_name, question.required});
}

void add_places(const State& state, Nodes& main, const form::Spot& spot) {
    const Question& question = *spot.question;
    const i18n::Texts& texts = state.shell.texts();
    const places::Province* province = state.places.province(stored(state, spot.id + ".province"));
    add_searched(state, main, spot,
                 {spot.id + ".province", texts.get("address.province"), texts.get("search.hint"),
                  province == nullptr ? "" : province->full, question.required});
    if (province == nullptr) {
        return;
    }
    const places::Commune* commune = state.places.commune(stored(state, spot.id + ".commune"));
    add_searched(state, main, spot,
                 {spot.id + ".commune", texts.get("address.commune", {{"province", province->full}}),
                  texts.get("search.hint"), commune == nullptr ? "" : commune->full, question.required});
}

page::Node address(const State& state, const form::Spot& spot) {
    const Question& question = *spot.question;
    const i18n::Texts& texts = state.shell.texts();
    Nodes parts;
    const std::string hint = in(texts, question.hint);
    if (!hint.empty()) {
        parts.push_back(page::paragraph(field_id(spot.id) + ".hint", hint, page::Tone::Muted));
    }
    if (state.places_load == Load::Ready) {
        add_places(state, parts, spot);
    } else {
        add_load_notice(state, parts, state.places_load, "places");
    }
    const std::string field = spot.id + ".line";
    page::Node line = page::text_field(field_id(field), texts.get("address.line"), shown(state, spot, field));
    const std::string example = in(texts, question.example);
    line.hint = example.empty() ? "" : texts.get("question.example", {{"example", example}});
    line.error = error_at(state, field);
    line.required = question.required;
    line.input = {
        .autocomplete = autocomplete_of(state, question), .enter = "next", .max_chars = question.max_chars};
    parts.push_back(std::move(line));
    return page::group("group." + page::id_part(spot.id), label_of(state, question), std::move(parts));
}

page::Node agreement(const State& state, const form::Spot& spot) {
    const Question& question = *spot.question;
    page::Node node;
    node.id = field_id(spot.id);
    node.role = page::Role::Checkbox;
    node.name = called(state, question).in(state.shell.lang);
    node.hint = in(state.shell.texts(), question.hint);
    node.error = error_at(state, spot.id);
    node.required = question.required;
    node.selected = stored(state, spot.id) == "yes";
    return node;
}

void add_why(const State& state, Nodes& main, const form::Spot& spot) {
    const Question& question = *spot.question;
    if (question.why.empty()) {
        return;
    }
    const i18n::Texts& texts = state.shell.texts();
    const auto& open_whys = state.dossier.questions.open_whys;
    const bool open = open_whys.find(spot.id) != open_whys.end();
    main.push_back(page::disclosure("why." + page::id_part(spot.id), texts.get("question.why"),
                                    finding_place(texts, *state.procedure, spot.id, state.dossier.helper.on),
                                    open));
    if (open) {
        main.push_back(page::in_its_language(
            page::paragraph("why_text." + page::id_part(spot.id), in(texts, question.why), page::Tone::Muted),
            question.why, texts.lang()));
    }
}

}  // namespace

void add_question(const State& state, Nodes& main, const form::Spot& spot) {
    switch (spot.question->type) {
        case QuestionType::Choice:
            if (is_long(*spot.question)) {
                add_long_choice(state, main, spot);
            } else {
                main.push_back(in_its_language(state, *spot.question, short_choice(state, spot)));
            }
            break;
        case QuestionType::YesNo:
            main.push_back(in_its_language(state, *spot.question, short_choice(state, spot)));
            break;
        case QuestionType::Choices:
            main.push_back(in_its_language(state, *spot.question, several(state, spot)));
            break;
        case QuestionType::Agreement:
            main.push_back(in_its_language(state, *spot.question, agreement(state, spot)));
            break;
        case QuestionType::Address:
            main.push_back(in_its_language(state, *spot.question, address(state, spot)));
            break;
        case QuestionType::File:
            add_file_question(state, main, spot);
            break;
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::PartialDate:
        case QuestionType::Time:
        case QuestionType::Number:
        case QuestionType::Money:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::Date:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::PersonName:
        case QuestionType::Phone:
        case QuestionType::Email:
            main.push_back(in_its_language(state, *spot.question, typed_field(state, spot)));
            break;
    }
    add_why(state, main, spot);
}

}  // namespace motcua::app
