#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/app/state.hpp"
#include "shared/checklist/checklist.hpp"
#include "shared/checklist/deciding.hpp"
#include "shared/dossier/package.hpp"
#include "shared/form/journey.hpp"
#include "shared/i18n/texts.hpp"

/// Questions about the state that both update and view ask.
namespace motcua::app {

/// The answers to the questions that are asked now.
form::Answers current_answers(const State& state);

/// Which questions are asked now; made once for many of them.
form::Journey current_walk(const State& state);
/// The places where answers are asked for on this group's page, rows one after the other.
std::vector<form::Spot> spots_of(const form::Journey& walk, const catalogue::Group& group);

/// May somebody find out beforehand what will be needed? As long as nothing was answered.
bool can_try(const State& state);
inline bool in_trial(const Location& where) {
    return where.place == Place::Trial || where.place == Place::TrialResult;
}
/// The pages of the trial with these answers, in order: what decides and is asked, then the result.
std::vector<Location> trial_steps(const State& state, const form::Answers& answers);
/// The id of the place where this page of the trial asks: the question's, or the repeated group's.
const std::string& trial_place(const checklist::Deciding& page);
/// The places where it asks, rows one after the other.
std::vector<form::Spot> trial_spots(const form::Journey& walk, const checklist::Deciding& page);

/// The journey's pages in order, from the first group (or the helper) to signing; pages of which nobody knows
/// yet whether they come are left out.
std::vector<Location> steps(const State& state);
/// Are there pages left out, since what decides about them has not been answered?
bool more_may_come(const State& state);
/// The page's place in `steps`, from 1; 0 when it is none of them.
std::size_t step_number(const std::vector<Location>& all, const Location& where);

/// Has this step been gone through? What was entered is judged on the check page.
bool step_done(const State& state, const Location& where);
/// The first step that has not been gone through.
Location first_open_step(const State& state);

/// Nothing of a dossier is kept but in the state until it has been handed in.
bool has_unsaved(const State& state);

/// The form as it would be handed in now.
form::Form current_form(const State& state);
/// Files that go with it, those not yet sent included.
std::vector<dossier::FileEntry> current_files(const State& state);
/// The verdict on the whole form.
form::Findings verdict(const State& state);

/// What stands in the way of handing in: the verdict, and what the office's side refused.
form::Findings check_findings(const State& state);

/// The papers of the checklist now.
std::vector<checklist::Item> papers_needed(const State& state);

/// How this paper will be given: as chosen, or the only way there is.
std::optional<form::Provision> provision_of(const State& state, const std::string& document,
                                            const std::vector<form::Provision>& choices);

/// Where a finding's field is asked for and the node that shows it; nullopt when nowhere.
struct Target {
    Location where;
    std::string node;
};
std::optional<Target> target_of(const State& state, const std::string& field);
/// The node of an answer's field where a person begins.
std::string first_node(const State& state, const form::Spot& spot);

/// The place an answer belongs to ("nyc_noi_cu_tru.commune" → that address); nullopt when
/// there is none, or no such row.
std::optional<form::Spot> spot_of(const State& state, const std::string& field);

/// Is the choice long enough to be searched?
bool is_long(const catalogue::Question& question);

/// What a question or a page is called: as on record, without “you”, where somebody fills in for another.
const catalogue::Text& called(const State& state, const catalogue::Question& question);
const catalogue::Text& called(const State& state, const catalogue::Group& group);

/// The finding as a sentence that says what to do at its field.
std::string field_sentence(const State& state, const Finding& finding);
/// What a row of a repeated group is called, "Thành viên 2".
std::string row_name(const i18n::Texts& texts, const catalogue::Group& group, int row);
/// The finding as a sentence with the question's or paper's name before it.
std::string summary_line(const State& state, const Finding& finding);

/// Node ids.
std::string field_id(const std::string& answer);       ///< "q.nyc_ho_ten"
std::string document_id(const std::string& document);  ///< "doc.to_khai"

}  // namespace motcua::app
