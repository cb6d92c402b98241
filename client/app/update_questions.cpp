#include <utility>

#include "client/app/files.hpp"
#include "client/app/update.hpp"
#include "client/app/wording.hpp"

namespace motcua::app {

namespace {

using catalogue::Question;
using catalogue::QuestionType;

constexpr std::string_view kField = "q.";
constexpr std::string_view kWhy = "why.";
constexpr std::string_view kDigits = "0123456789";

bool is_typed(const form::Spot& spot, const std::string& field) {
    switch (spot.question->type) {
        case QuestionType::Choice:
        case QuestionType::Choices:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
        case QuestionType::File:
            return false;
        case QuestionType::Address:
            return field == spot.id + ".line";
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::Time:
        case QuestionType::Number:
        case QuestionType::Money:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::PartialDate:
        case QuestionType::Date:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::PersonName:
        case QuestionType::Phone:
        case QuestionType::Email:
            return field == spot.id;
    }
    return false;
}

bool has_option(const Question& question, const std::string& id) {
    for (const catalogue::Option& option : question.options) {
        if (option.id == id) {
            return true;
        }
    }
    return question.options.empty() && question.type == QuestionType::YesNo && (id == "yes" || id == "no");
}

/// Digits alone are a date typed without its strokes: number pads of phones have none.
std::string with_strokes(const Question& question, const std::string& typed) {
    if (typed.find_first_not_of(kDigits) != std::string::npos) {
        return typed;
    }
    const bool partial = question.type == QuestionType::PartialDate;
    if ((partial || question.type == QuestionType::Date) && typed.size() == 8) {
        return typed.substr(0, 2) + "/" + typed.substr(2, 2) + "/" + typed.substr(4);
    }
    if (partial && typed.size() == 6) {
        return typed.substr(0, 2) + "/" + typed.substr(2);
    }
    return typed;
}

void store(State& state, const std::string& field, std::string value) {
    if (value.empty()) {
        state.dossier.questions.answers.erase(field);
    } else {
        state.dossier.questions.answers.insert_or_assign(field, std::move(value));
    }
}

form::Findings findings_of(const State& state, const form::Spot& spot) {
    return form::check_question(*state.procedure, spot, current_answers(state), state.shell.today(),
                                state.places);
}

/// Found when files were picked or sent, not by the rules: stays until files change.
bool is_about_files(const Finding& finding) {
    return finding.code.compare(0, 7, "picked_") == 0 || finding.code == "document_not_sent";
}

/// Judges again what is shown as wrong on this page: takes away what is mended.
void refresh_errors(State& state) {
    std::map<std::string, Finding, std::less<>>& errors = state.dossier.questions.errors;
    for (auto error = errors.begin(); error != errors.end();) {
        const auto spot = present_spot(state, error->first);
        if (!spot || is_about_files(error->second)) {
            ++error;
            continue;
        }
        bool still = false;
        for (const Finding& finding : findings_of(state, *spot)) {
            if (finding.field == error->first && !still) {
                error->second = finding;
                still = true;
            }
        }
        error = still ? std::next(error) : errors.erase(error);
    }
}

void store_typed(State& state, const form::Spot& spot, const std::string& field, const std::string& typed) {
    const std::string part = field == spot.id ? "" : field.substr(spot.id.size() + 1);
    store(state, field, form::normalise(*spot.question, part, with_strokes(*spot.question, typed)));
}

/// Shows what is wrong with an answer just given; an empty field is not yet wrong.
void judge(Turn& turn, const form::Spot& spot, const std::string& field) {
    State& state = turn.state;
    refresh_errors(state);
    if (state.dossier.questions.answers.find(field) == state.dossier.questions.answers.end()) {
        return;
    }
    for (const Finding& finding : findings_of(state, spot)) {
        if (finding.field == field) {
            state.dossier.questions.errors.insert_or_assign(field, finding);
            say(state.shell, {"said", {{"text", field_sentence(state, finding)}}});
            return;
        }
    }
}

void forget_group_errors(State& state, const catalogue::Group& group) {
    state.dossier.questions.errors.erase(group.id);
    std::erase_if(state.dossier.questions.errors, [&](const auto& error) {
        const auto spot = spot_of(state, error.first);
        return spot && spot->group == &group;
    });
}

bool asks_address(const std::vector<form::Spot>& spots) {
    for (const form::Spot& spot : spots) {
        if (spot.question->type == QuestionType::Address) {
            return true;
        }
    }
    return false;
}

void note_errors(State& state, const form::Spot& spot, const form::Findings& findings) {
    std::map<std::string, Finding, std::less<>>& errors = state.dossier.questions.errors;
    for (const Finding& finding : findings) {
        // Without a province there is no commune to choose: one error is enough.
        const bool hidden =
            finding.field == spot.id + ".commune" && errors.find(spot.id + ".province") != errors.end();
        if (!hidden) {
            errors.insert({finding.field, finding});
        }
    }
}

/// Notes everything wrong on the page; false when nothing is.
bool find_errors(State& state, const catalogue::Group& group, const std::vector<form::Spot>& spots) {
    forget_group_errors(state, group);
    std::map<std::string, Finding, std::less<>>& errors = state.dossier.questions.errors;
    const std::size_t before = errors.size();
    if (group.repeat) {
        for (const Finding& finding :
             form::check_rows(*state.procedure, group, current_answers(state), state.shell.today())) {
            errors.insert({finding.field, finding});
        }
    }
    for (const form::Spot& spot : spots) {
        note_errors(state, spot, findings_of(state, spot));
        if (spot.question->type == QuestionType::File && any_failed_at(state, spot.id)) {
            errors.insert({spot.id, {spot.id, "document_not_sent", {}}});
        }
    }
    return errors.size() > before;
}

/// The option ids of a choice of several, in the order of the options.
std::string toggled(const Question& question, std::string_view answer, std::string_view option, bool on) {
    std::string out;
    for (const catalogue::Option& one : question.options) {
        if (one.id == option ? on : is_chosen(answer, one.id)) {
            out += (out.empty() ? "" : ",") + one.id;
        }
    }
    return out;
}

void choose_place(Turn& turn, const form::Spot& spot, const std::string& field, const std::string& code) {
    State& state = turn.state;
    const std::string province = spot.id + ".province";
    const std::string commune = spot.id + ".commune";
    const places::Commune* place = state.places.commune(code);
    if (field == province && state.places.province(code) != nullptr) {
        if (state.dossier.questions.answers[field] != code) {
            store(state, commune, "");
            state.dossier.questions.errors.erase(commune);
        }
        answer(turn, spot, field, code);
    } else if (field == commune && place != nullptr &&
               state.dossier.questions.answers[province] == place->province) {
        answer(turn, spot, field, code);
    }
}

}  // namespace

const catalogue::Group* present_group(const State& state) {
    if (state.procedure && state.where.place == Place::Trial) {
        return checklist::deciding(*state.procedure)[state.where.group].group;
    }
    const bool there = state.procedure && state.where.place == Place::Questions &&
                       state.where.group < state.procedure->groups.size();
    return there ? &state.procedure->groups[state.where.group] : nullptr;
}

std::optional<form::Spot> present_spot(const State& state, const std::string& field) {
    const catalogue::Group* group = present_group(state);
    const auto spot = group == nullptr ? std::nullopt : spot_of(state, field);
    return spot && spot->group == group ? spot : std::nullopt;
}

std::string field_of(const std::string& node) {
    return node.compare(0, kField.size(), kField) == 0 ? node.substr(kField.size()) : "";
}

void answer(Turn& turn, const form::Spot& spot, const std::string& field, std::string value) {
    store(turn.state, field, std::move(value));
    judge(turn, spot, field);
}

void input_question(Turn& turn, const Input& input) {
    const std::string field = field_of(input.id);
    const auto spot = present_spot(turn.state, field);
    if (spot && is_typed(*spot, field)) {
        turn.state.dossier.questions.typed.insert_or_assign(field, input.value);
        store_typed(turn.state, *spot, field, input.value);
        refresh_errors(turn.state);
    }
}

void commit_question(Turn& turn, const Commit& commit) {
    const std::string field = field_of(commit.id);
    const auto spot = present_spot(turn.state, field);
    if (spot && is_typed(*spot, field)) {
        turn.state.dossier.questions.typed.erase(field);
        store_typed(turn.state, *spot, field, commit.value);
        judge(turn, *spot, field);
    }
}

void choose_question(Turn& turn, const Choose& choose) {
    const std::string field = field_of(choose.id);
    const auto spot = present_spot(turn.state, field);
    if (!spot) {
        return;
    }
    const Question& question = *spot->question;
    if (question.type == QuestionType::Address) {
        choose_place(turn, *spot, field, choose.option);
    } else if (question.type == QuestionType::Choice || question.type == QuestionType::YesNo) {
        if (field == spot->id && has_option(question, choose.option)) {
            answer(turn, *spot, field, choose.option);
        }
    }
}

void toggle_question(Turn& turn, const Toggle& toggle) {
    const std::string whole = field_of(toggle.id);
    const std::string field = whole.substr(0, whole.find('/'));
    const auto spot = present_spot(turn.state, field);
    if (!spot || field != spot->id) {
        return;
    }
    if (spot->question->type == QuestionType::Agreement && whole == field) {
        answer(turn, *spot, field, toggle.on ? "yes" : "");
    } else if (spot->question->type == QuestionType::Choices && whole != field) {
        const std::string before(form::answer_of(turn.state.dossier.questions.answers, field));
        answer(turn, *spot, field,
               toggled(*spot->question, before, whole.substr(field.size() + 1), toggle.on));
    }
}

bool press_question(Turn& turn, std::string_view id) {
    if (id.substr(0, kWhy.size()) != kWhy) {
        return press_row(turn, id);
    }
    const std::string question(id.substr(kWhy.size()));
    std::set<std::string, std::less<>>& open = turn.state.dossier.questions.open_whys;
    if (present_spot(turn.state, question) && open.erase(question) == 0) {
        open.insert(question);
    }
    return true;
}

bool is_page_right(Turn& turn, const catalogue::Group& group, const std::vector<form::Spot>& spots) {
    State& state = turn.state;
    state.dossier.questions.typed.clear();
    if (asks_address(spots) && state.places_load != Load::Ready) {
        say(state.shell, {"places.needed", {}});
        return false;
    }
    if (find_errors(state, group, spots)) {
        show_summary(turn);
        return false;
    }
    return true;
}

void continue_questions(Turn& turn) {
    State& state = turn.state;
    const catalogue::Group* group = present_group(state);
    if (group == nullptr || !is_page_right(turn, *group, spots_of(current_walk(state), *group))) {
        return;
    }
    state.dossier.questions.visited.insert(group->id);
    state.dossier.questions.prefilled.erase(group->id);
    if (state.from_check) {
        state.from_check = false;
        return go_to(turn, {Place::Check, 0});
    }
    go_further(turn);
}

}  // namespace motcua::app
