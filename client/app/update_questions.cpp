#include <utility>

#include "client/app/update.hpp"

namespace motcua::app {

namespace {

using catalogue::Question;
using catalogue::QuestionType;

constexpr std::string_view kField = "q.";
constexpr std::string_view kWhy = "why.";

const catalogue::Group* present_group(const State& state) {
    const bool there = state.procedure && state.where.place == Place::Questions &&
                       state.where.group < state.procedure->groups.size();
    return there ? &state.procedure->groups[state.where.group] : nullptr;
}

/// The question of the present page that this field ("nyc_noi_cu_tru.line") belongs to.
const Question* present_question(const State& state, const std::string& field) {
    const catalogue::Group* group = present_group(state);
    const Question* question = group == nullptr ? nullptr : question_of(*state.procedure, field);
    if (question == nullptr) {
        return nullptr;
    }
    for (const Question& one : group->questions) {
        if (one.id == question->id) {
            return question;
        }
    }
    return nullptr;
}

/// The answer a node stands for: "q.nyc_ho_ten" → "nyc_ho_ten"; "" for other nodes.
std::string field_of(const std::string& node) {
    return node.compare(0, kField.size(), kField) == 0 ? node.substr(kField.size()) : "";
}

bool is_typed(const Question& question, const std::string& field) {
    switch (question.type) {
        case QuestionType::Choice:
        case QuestionType::Choices:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
            return false;
        case QuestionType::Address:
            return field == question.id + ".line";
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::Time:
        case QuestionType::Number:
        case QuestionType::Money:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::File:
        case QuestionType::PartialDate:
        case QuestionType::Date:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::PersonName:
        case QuestionType::Phone:
        case QuestionType::Email:
            return field == question.id;
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

/// Eight digits are a date typed without its strokes: number pads of phones have none.
std::string with_strokes(const Question& question, const std::string& typed) {
    constexpr std::size_t kDigits = 8;
    if (question.type != QuestionType::Date || typed.size() != kDigits ||
        typed.find_first_not_of("0123456789") != std::string::npos) {
        return typed;
    }
    return typed.substr(0, 2) + "/" + typed.substr(2, 2) + "/" + typed.substr(4);
}

void store(State& state, const std::string& field, std::string value) {
    if (value.empty()) {
        state.dossier.questions.answers.erase(field);
    } else {
        state.dossier.questions.answers.insert_or_assign(field, std::move(value));
    }
}

form::Findings findings_of(const State& state, const Question& question) {
    return form::check_question(*state.procedure, *form::spot_of(*state.procedure, question.id),
                                current_answers(state), state.shell.today(), state.places);
}

/// Judges again what is shown as wrong on this page: takes away what is mended.
void refresh_errors(State& state) {
    std::map<std::string, Finding, std::less<>>& errors = state.dossier.questions.errors;
    for (auto error = errors.begin(); error != errors.end();) {
        const Question* question = present_question(state, error->first);
        if (question == nullptr) {
            ++error;
            continue;
        }
        bool still = false;
        for (const Finding& finding : findings_of(state, *question)) {
            if (finding.field == error->first && !still) {
                error->second = finding;
                still = true;
            }
        }
        error = still ? std::next(error) : errors.erase(error);
    }
}

void store_typed(State& state, const Question& question, const std::string& field, const std::string& typed) {
    const std::string part = field == question.id ? "" : field.substr(question.id.size() + 1);
    store(state, field, form::normalise(question, part, with_strokes(question, typed)));
}

/// Shows what is wrong with an answer just given; an empty field is not yet wrong.
void judge(Turn& turn, const Question& question, const std::string& field) {
    State& state = turn.state;
    refresh_errors(state);
    if (state.dossier.questions.answers.find(field) == state.dossier.questions.answers.end()) {
        return;
    }
    for (const Finding& finding : findings_of(state, question)) {
        if (finding.field == field) {
            state.dossier.questions.errors.insert_or_assign(field, finding);
            say(state.shell, {"finding." + finding.code, finding.args});
            return;
        }
    }
}

void forget_group_errors(State& state, const catalogue::Group& group) {
    for (const Question& question : group.questions) {
        std::erase_if(state.dossier.questions.errors, [&](const auto& error) {
            const Question* owner = question_of(*state.procedure, error.first);
            return owner != nullptr && owner->id == question.id;
        });
    }
}

bool asks_address(const State& state, const catalogue::Group& group) {
    const form::Journey walk = current_walk(state);
    for (const Question& question : group.questions) {
        if (question.type == QuestionType::Address && walk.asks(question.id)) {
            return true;
        }
    }
    return false;
}

/// Notes everything wrong on the page; false when nothing is.
bool find_errors(State& state, const catalogue::Group& group) {
    forget_group_errors(state, group);
    std::map<std::string, Finding, std::less<>>& errors = state.dossier.questions.errors;
    bool any = false;
    for (const Question& question : group.questions) {
        for (const Finding& finding : findings_of(state, question)) {
            // Without a province there is no commune to choose: one error is enough.
            const bool hidden = finding.field == question.id + ".commune" &&
                                errors.find(question.id + ".province") != errors.end();
            if (!hidden) {
                errors.insert({finding.field, finding});
                any = true;
            }
        }
    }
    return any;
}

}  // namespace

void answer(Turn& turn, const Question& question, const std::string& field, std::string value) {
    store(turn.state, field, std::move(value));
    judge(turn, question, field);
}

void input_question(Turn& turn, const Input& input) {
    const std::string field = field_of(input.id);
    const Question* question = present_question(turn.state, field);
    if (question != nullptr && is_typed(*question, field)) {
        turn.state.dossier.questions.typed.insert_or_assign(field, input.value);
        store_typed(turn.state, *question, field, input.value);
        refresh_errors(turn.state);
    }
}

void commit_question(Turn& turn, const Commit& commit) {
    const std::string field = field_of(commit.id);
    const Question* question = present_question(turn.state, field);
    if (question != nullptr && is_typed(*question, field)) {
        turn.state.dossier.questions.typed.erase(field);
        store_typed(turn.state, *question, field, commit.value);
        judge(turn, *question, field);
    }
}

void choose_question(Turn& turn, const Choose& choose) {
    State& state = turn.state;
    const std::string field = field_of(choose.id);
    const Question* question = present_question(state, field);
    if (question == nullptr) {
        return;
    }
    if (question->type == QuestionType::Choice || question->type == QuestionType::YesNo) {
        if (field == question->id && has_option(*question, choose.option)) {
            answer(turn, *question, field, choose.option);
        }
    } else if (question->type == QuestionType::Address) {
        const std::string commune = question->id + ".commune";
        const places::Commune* place = state.places.commune(choose.option);
        if (field == question->id + ".province" && state.places.province(choose.option) != nullptr) {
            if (state.dossier.questions.answers[field] != choose.option) {
                store(state, commune, "");
                state.dossier.questions.errors.erase(commune);
            }
            answer(turn, *question, field, choose.option);
        } else if (field == commune && place != nullptr &&
                   state.dossier.questions.answers[question->id + ".province"] == place->province) {
            answer(turn, *question, field, choose.option);
        }
    }
}

void toggle_question(Turn& turn, const Toggle& toggle) {
    const std::string field = field_of(toggle.id);
    const Question* question = present_question(turn.state, field);
    if (question != nullptr && question->type == QuestionType::Agreement && field == question->id) {
        answer(turn, *question, field, toggle.on ? "yes" : "");
    }
}

bool press_question(Turn& turn, std::string_view id) {
    if (id.substr(0, kWhy.size()) != kWhy) {
        return false;
    }
    const std::string question(id.substr(kWhy.size()));
    std::set<std::string, std::less<>>& open = turn.state.dossier.questions.open_whys;
    if (present_question(turn.state, question) != nullptr && open.erase(question) == 0) {
        open.insert(question);
    }
    return true;
}

void continue_questions(Turn& turn) {
    State& state = turn.state;
    const catalogue::Group* group = present_group(state);
    if (group == nullptr) {
        return;
    }
    state.dossier.questions.typed.clear();
    if (asks_address(state, *group) && state.places_load != Load::Ready) {
        say(state.shell, {"places.needed", {}});
        return;
    }
    if (find_errors(state, *group)) {
        return show_summary(turn);
    }
    state.dossier.questions.visited.insert(group->id);
    if (state.from_check) {
        state.from_check = false;
        return go_to(turn, {Place::Check, 0});
    }
    go_on(turn);
}

}  // namespace motcua::app
