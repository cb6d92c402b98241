#include "client/app/rows.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "client/app/journey.hpp"

namespace motcua::app {

namespace {

/// Moves what is kept under one row to another row, or to another map.
template <class Map>
void move_row(Map& from, const std::string& prefix, Map& to, const std::string& new_prefix) {
    // Taken out first: both may be the same map, and adding may end its iterators.
    std::vector<std::pair<std::string, typename Map::value_type::second_type>> moved;
    for (auto at = from.lower_bound(prefix);
         at != from.end() && at->first.compare(0, prefix.size(), prefix) == 0;) {
        moved.emplace_back(new_prefix + at->first.substr(prefix.size()), std::move(at->second));
        at = from.erase(at);
    }
    for (auto& [id, kept] : moved) {
        to.emplace(id, std::move(kept));
    }
}

/// `From` and `To` have questions and papers: the dossier, or the row taken out.
template <class From, class To>
void move_rows(From& from, const std::string& prefix, To& to, const std::string& new_prefix) {
    move_row(from.questions.answers, prefix, to.questions.answers, new_prefix);
    move_row(from.questions.typed, prefix, to.questions.typed, new_prefix);
    move_row(from.questions.searched, prefix, to.questions.searched, new_prefix);
    move_row(from.questions.errors, prefix, to.questions.errors, new_prefix);
    move_row(from.papers, prefix, to.papers, new_prefix);
}

void set_rows(State& state, const catalogue::Group& group, int rows) {
    QuestionPart& part = state.dossier.questions;
    part.answers.insert_or_assign(group.id, std::to_string(rows));
    part.errors.erase(group.id);
    for (auto& [field, finding] : part.errors) {
        finding.field = field;
    }
    // What the office's side found is kept by rows that are now others.
    state.dossier.hand_in.refused.clear();
}

}  // namespace

std::string row_prefix(const catalogue::Group& group, int row) {
    return group.id + "." + std::to_string(row) + ".";
}

int rows_of(const State& state, const catalogue::Group& group) {
    return form::rows_of(group, state.dossier.questions.answers);
}

void fill_rows(State& state, const catalogue::Group& group) {
    const int rows = rows_of(state, group);
    if (!state.dossier.questions.answers.contains(group.id) || rows < group.repeat->least) {
        set_rows(state, group, std::max(rows, group.repeat->least));
    }
}

void add_row(State& state, const catalogue::Group& group) {
    set_rows(state, group, rows_of(state, group) + 1);
}

void take_row(State& state, const catalogue::Group& group, int row) {
    const int rows = rows_of(state, group);
    DossierPart& dossier = state.dossier;
    state.removed_row.emplace();
    state.removed_row->group = group.id;
    state.removed_row->row = row;
    move_rows(dossier, row_prefix(group, row), *state.removed_row, row_prefix(group, row));
    for (int below = row + 1; below < rows; ++below) {
        move_rows(dossier, row_prefix(group, below), dossier, row_prefix(group, below - 1));
    }
    set_rows(state, group, rows - 1);
}

std::string removed_row_name(const State& state, const catalogue::Group& group) {
    const RemovedRow& removed = *state.removed_row;
    for (const catalogue::Question& question : group.questions) {
        const auto name = removed.questions.answers.find(row_prefix(group, removed.row) + question.id);
        if (question.type == catalogue::QuestionType::PersonName && name != removed.questions.answers.end()) {
            return name->second;
        }
    }
    return row_name(state.shell.texts(), group, removed.row);
}

void put_row_back(State& state, const catalogue::Group& group) {
    DossierPart& dossier = state.dossier;
    RemovedRow removed = *std::move(state.removed_row);
    state.removed_row.reset();
    for (int below = rows_of(state, group) - 1; below >= removed.row; --below) {
        move_rows(dossier, row_prefix(group, below), dossier, row_prefix(group, below + 1));
    }
    const std::string prefix = row_prefix(group, removed.row);
    move_rows(removed, prefix, dossier, prefix);
    set_rows(state, group, rows_of(state, group) + 1);
}

}  // namespace motcua::app
