#include <algorithm>
#include <utility>

#include "client/app/editions.hpp"
#include "client/app/files.hpp"
#include "client/app/journey.hpp"
#include "client/app/update.hpp"
#include "shared/form/migrate.hpp"

namespace motcua::app {

namespace {

/// What goes through the migrations.
struct Carried {
    form::Answers answers;
    form::Answers files;  ///< Where files of questions belong now → where they are kept
};

Carried as_it_is(const State& state) {
    Carried carried{state.dossier.questions.answers, {}};
    for (const auto& [place, paper] : state.dossier.papers) {
        if (file_question(state, place) != nullptr) {
            carried.files.emplace(place, place);
        }
    }
    return carried;
}

const catalogue::Text* note_of(const catalogue::Procedure& to, const std::string& from) {
    const auto migration = std::find_if(to.migrations.begin(), to.migrations.end(),
                                        [&](const auto& each) { return each.from_edition == from; });
    return migration == to.migrations.end() ? nullptr : &migration->note;
}

/// Through all editions on the way; false when one does not lead to the next.
bool migrate_all(const State& state, Carried& carried, std::vector<catalogue::Text>& notes) {
    const std::vector<catalogue::Procedure>& editions = state.dossier.change.editions;
    std::string from = state.procedure->edition;
    for (std::size_t i = editions.size(); i-- > 0;) {
        const catalogue::Procedure& to = editions[i];
        auto answers = form::migrate(to, from, carried.answers);
        auto files = form::migrate(to, from, carried.files);
        if (!answers || !files) {
            return false;
        }
        carried = {*std::move(answers), *std::move(files)};
        notes.push_back(*note_of(to, from));
        from = to.edition;
    }
    return true;
}

/// Files of questions go with their answers; those whose answer was dropped are forgotten.
void move_files(Turn& turn, const form::Answers& before, const form::Answers& after) {
    Papers& papers = turn.state.dossier.papers;
    Papers moving;
    for (const auto& [place, same] : before) {
        moving.insert(papers.extract(place));
    }
    for (const auto& [place, kept_at] : after) {
        if (auto paper = moving.extract(kept_at)) {
            paper.key() = place;
            papers.insert(std::move(paper));
        }
    }
    drop_files(turn, moving);
}

void look_again_at(State& state, const std::string& field) {
    const auto target = target_of(state, field);
    if (target && target->where.place == Place::Questions) {
        state.dossier.questions.visited.erase(state.procedure->groups[target->where.group].id);
    } else if (target && target->where.place == Place::Documents) {
        state.dossier.papers[field].provision.reset();
    }
}

/// Pages with an answer that was changed, a question that is new or put in other words, or something wrong.
void mark_pages(State& state, const catalogue::Procedure& earlier, const form::Answers& before) {
    const form::Answers& after = state.dossier.questions.answers;
    for (const auto& [from, to] : {std::pair(&before, &after), std::pair(&after, &before)}) {
        for (const auto& [field, answer] : *from) {
            if (form::answer_of(*to, field) != answer) {
                look_again_at(state, field);
            }
        }
    }
    for (const catalogue::Group& group : state.procedure->groups) {
        for (const catalogue::Question& question : group.questions) {
            const catalogue::Question* known = earlier.question(question.id);
            if (known == nullptr || known->label.by_lang != question.label.by_lang) {
                state.dossier.questions.visited.erase(group.id);
            }
        }
    }
    for (const Finding& finding : verdict(state)) {
        look_again_at(state, finding.field);
    }
}

/// What belonged to the pages of the earlier edition.
void forget_pages(Turn& turn) {
    State& state = turn.state;
    forget_removed_row(turn);
    QuestionPart& questions = state.dossier.questions;
    questions.typed.clear();
    questions.searched.clear();
    questions.errors.clear();
    state.dossier.hand_in.refused.clear();
    state.from_check = false;
}

}  // namespace

void carry_over(Turn& turn) {
    State& state = turn.state;
    ChangePart& change = state.dossier.change;
    const Carried before = as_it_is(state);
    Carried after = before;
    std::vector<catalogue::Text> notes;
    const bool carried = migrate_all(state, after, notes);
    if (!carried) {
        after = before;
        notes.clear();
        state.dossier.questions.visited.clear();
    }
    forget_pages(turn);
    const catalogue::Procedure earlier = *std::exchange(state.procedure, std::move(change.editions.front()));
    state.dossier.questions.answers = std::move(after.answers);
    move_files(turn, before.files, after.files);
    change = {carried ? Change::Carried : Change::Kept, {}, std::move(notes)};
    mark_pages(state, earlier, before.answers);
}

}  // namespace motcua::app
