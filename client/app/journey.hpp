#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/app/state.hpp"
#include "shared/dossier/package.hpp"
#include "shared/form/journey.hpp"

/// Questions about the state that both update and view ask.
namespace motcua::app {

/// The answers to the questions that are asked now.
form::Answers current_answers(const State& state);

/// Which questions are asked now; made once for many of them.
form::Journey current_walk(const State& state);
/// Does the group ask anything now?
bool group_asked(const catalogue::Group& group, const form::Journey& walk);

/// The journey's pages in order, from the first group to signing.
std::vector<Location> steps(const State& state);
/// The page's place in `steps`, from 1; 0 when it is none of them.
std::size_t step_number(const std::vector<Location>& all, const Location& where);

/// Has this step been gone through? What was entered is judged on the check page.
bool step_done(const State& state, const Location& where);
/// The first step that has not been gone through.
Location first_open_step(const State& state);

/// The form as it would be handed in now.
form::Form current_form(const State& state);
/// Files that go with it, those not yet sent included.
std::vector<dossier::FileEntry> current_files(const State& state);
/// The verdict on the whole form.
form::Findings verdict(const State& state);

/// What stands in the way of handing in: the verdict, and what the office's side refused.
form::Findings check_findings(const State& state);

/// How this paper will be given: as chosen, or the only way there is.
std::optional<form::Provision> provision_of(const State& state, const std::string& document,
                                            const std::vector<form::Provision>& choices);

/// Where a finding's field is asked for and the node that shows it; nullopt when nowhere.
struct Spot {
    Location where;
    std::string node;
};
std::optional<Spot> spot_of(const State& state, const std::string& field);

/// The question a field of the form belongs to ("nyc_noi_cu_tru.commune" → that address).
const catalogue::Question* question_of(const catalogue::Procedure& procedure, const std::string& field);

/// Is the choice long enough to be searched?
bool is_long(const catalogue::Question& question);

/// The finding as a sentence that says what to do at its field.
std::string field_sentence(const State& state, const Finding& finding);
/// The finding as a sentence with the question's or paper's name before it.
std::string summary_line(const State& state, const Finding& finding);

/// Node ids.
std::string field_id(const std::string& answer);       ///< "q.nyc_ho_ten"
std::string document_id(const std::string& document);  ///< "doc.to_khai"

}  // namespace motcua::app
