#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/app/apart.hpp"
#include "client/app/journey.hpp"
#include "client/app/problem.hpp"
#include "client/app/state.hpp"

/// The parts of the journey's update, by area. Each `take` and `press` says whether the
/// message was meant for it.
namespace motcua::app {

MOTCUA_APART_BEGIN;

// ---- all areas (update.cpp) ----------------------------------------------------------

void update(State& state, const Message& message, std::vector<Effect>& effects);

/// Shows a page from its top. Nothing that was entered is lost.
void go_to(Turn& turn, Location where);
/// Shows a page with the focus on one of its nodes.
void go_to_node(Turn& turn, Location where, std::string node);
/// The page after or before the present one in `steps`.
void go_on(Turn& turn);
/// The next page that was not gone through, when only some have to be looked at again; else as go_on.
void go_further(Turn& turn);
void go_back(Turn& turn);
/// Back or Forward of the browser led to this page; shown if the journey has come so far.
void visit_page(Turn& turn, const std::string& page);
/// Shows the errors of the present page and moves the focus to their list.
void show_summary(Turn& turn);

using Headers = std::vector<std::pair<std::string, std::string>>;
/// Starts a request; an earlier one for the same purpose is not waited for any more.
void send(Turn& turn, Purpose purpose, std::string method, std::string path, std::string body = "",
          std::string idempotency_key = "");
/// A number for another kind of call, remembered with its purpose.
int open_call(Turn& turn, Purpose purpose);
void forget_calls(Turn& turn, Purpose purpose);

// ---- start, language, procedure (update_start.cpp) ---------------------------------

/// Paths that the first message may name, besides "/".
inline constexpr std::string_view kLookUpPath = "/tra-cuu";
inline constexpr std::string_view kProcedurePath = "/thu-tuc/";  ///< and the procedure's code
void want_places(Turn& turn);
/// Nobody is told when it cannot be had, and it is asked for again with the next page that uses it.
void want_calendar(Turn& turn);
/// The names of before 1 July 2025; asked for only when a search finds nothing among those of today.
void want_old_places(Turn& turn);

void take_start(Turn& turn, const Start& start);
void take_asset(Turn& turn, const Asset& asset);
/// From here on pages are made, with what they need to be of this day. Not called again, changes nothing.
void leave_standing_page(Turn& turn);
bool press_start(Turn& turn, std::string_view id);
/// Begins with this procedure; what was entered for another is lost.
void begin_procedure(Turn& turn, std::string_view code);
/// Text in the search field of procedures.
bool input_start(Turn& turn, const std::string& id, const std::string& value);
/// Forgets the dossier in the making and gives the next one its id.
void begin_dossier(Turn& turn);
/// Asks for the index: at the start, and later for what is published by then.
void want_index(Turn& turn);
/// Asks for the procedure chosen, in `procedure_edition`.
void want_procedure(Turn& turn);
/// Ids for one dossier: the random text given at the start, with a counter mixed in.
std::string mixed(const std::string& hex, int number);

// ---- from one edition to another (update_edition.cpp) ---------------------------------

/// The edition of the dossier is not accepted any more: fetches the one that is in force now.
/// `why` stands on the check page meanwhile, and after it when there is no other one.
void change_edition(Turn& turn, form::Findings why);
/// A new index is here.
void find_present_edition(Turn& turn);
/// The edition asked for is here: carries the dossier over, or fetches one that leads there.
void take_edition(Turn& turn, catalogue::Procedure procedure);

// ---- helping somebody (update_helper.cpp) --------------------------------------------------

void toggle_helper(Turn& turn, const Toggle& toggle);
void input_helper(Turn& turn, const std::string& id, const std::string& value);
/// A field was left, or the relation chosen.
void commit_helper(Turn& turn, const std::string& id, const std::string& value);
bool press_helper(Turn& turn, std::string_view id);
void continue_helper(Turn& turn);

// ---- finding out beforehand what will be needed (update_trial.cpp) -----------------------

bool press_trial(Turn& turn, std::string_view id);
void continue_trial(Turn& turn);
/// Back to the page before: of the trial, or the procedure's.
void leave_trial_page(Turn& turn);
/// Makes the answers of the trial those of the dossier and goes to the first page that is left.
void begin_with_trial(Turn& turn);
/// Back or Forward of the browser led to this page of the trial.
bool visit_trial(Turn& turn, const std::string& page);

// ---- questions (update_questions.cpp, update_rows.cpp, update_search.cpp) ------------

/// The group whose page is shown; nullptr on other pages.
const catalogue::Group* present_group(const State& state);
/// The place on the present page that this answer ("nyc_noi_cu_tru.line") belongs to.
std::optional<form::Spot> present_spot(const State& state, const std::string& field);
/// The answer a node stands for: "q.nyc_ho_ten" → "nyc_ho_ten"; "" for other nodes.
std::string field_of(const std::string& node);
void input_question(Turn& turn, const Input& input);
void commit_question(Turn& turn, const Commit& commit);
void choose_question(Turn& turn, const Choose& choose);
void toggle_question(Turn& turn, const Toggle& toggle);
bool press_question(Turn& turn, std::string_view id);
void continue_questions(Turn& turn);
/// Is nothing wrong at these places of the present page? Else shows what is.
bool is_page_right(Turn& turn, const catalogue::Group& group, const std::vector<form::Spot>& spots);
/// Text in a search field: of a place, or of a long choice.
bool input_search(Turn& turn, const std::string& id, const std::string& value);
bool commit_search(Turn& turn, const std::string& id, const std::string& value);
/// Says what the search fields of the present page find now.
void say_found(Turn& turn);
/// Stores an answer and judges its question again.
void answer(Turn& turn, const form::Spot& spot, const std::string& field, std::string value);
/// Adding and removing rows of a repeated group, and bringing one back.
bool press_row(Turn& turn, std::string_view id);
/// The row taken out last cannot be brought back any more.
void forget_removed_row(Turn& turn);

// ---- over the page: questions, undoing, a shared screen that was left (update_layer.cpp) ---------

/// Answers to a dialog, and closing the toast.
bool press_layer(Turn& turn, std::string_view id);
/// Somebody is there.
void note_person(Turn& turn);
/// Keeps a timer running that notices when nobody is there any more.
void keep_watch(Turn& turn);
void take_idle(Turn& turn);

// ---- documents (update_documents.cpp) --------------------------------------------------

void choose_document(Turn& turn, const Choose& choose);
bool press_document(Turn& turn, std::string_view id);
void continue_documents(Turn& turn);

// ---- files of papers and questions (update_files.cpp) ------------------------------------

void take_files(Turn& turn, const Files& files);
void take_progress(Turn& turn, const UploadProgress& progress);
void take_upload(Turn& turn, const UploadAnswer& answer);
bool press_file(Turn& turn, std::string_view id);
/// Lets the platform forget files that were removed and not brought back.
void drop_removed(Turn& turn);
/// Lets the platform forget all of these.
void drop_files(Turn& turn, const Papers& papers);
bool all_sent(const State& state);
bool any_failed_at(const State& state, const std::string& place);
bool any_failed(const State& state);

// ---- office and time (update_appointment.cpp) ----------------------------------------

void want_offices(Turn& turn);
void want_slots(Turn& turn);
void want_hold(Turn& turn);
void choose_appointment(Turn& turn, const Choose& choose);
bool press_appointment(Turn& turn, std::string_view id);
/// Another day, other weeks, the same once more.
bool press_times(Turn& turn, std::string_view id);
void continue_office(Turn& turn);
void continue_time(Turn& turn);
void take_offices(Turn& turn, const HttpAnswer& answer);
void take_slots(Turn& turn, AppointmentPart& part, const HttpAnswer& answer);
void take_hold(Turn& turn, const HttpAnswer& answer);
/// The slot is gone: says why (a finding's code) on the page where another is chosen.
void lose_slot(Turn& turn, const std::string& code);
/// The finding that says that the slot cannot be had, if the refusal holds one.
const Finding* slot_finding(const protocol::Problem& problem);

// ---- checking, signing, handing in, receipt (update_hand_in.cpp, update_receipt.cpp) ----

bool press_hand_in(Turn& turn, std::string_view id);
void continue_check(Turn& turn);
/// Goes as far towards the receipt as it can without an answer from outside.
void advance(Turn& turn);
void stop_hand_in(Turn& turn, Sentence problem);
/// Back to checking, unless the dossier is on its way and may already have arrived.
void cancel_hand_in(Turn& turn);
void take_signed(Turn& turn, const Signed& answer);
void take_hand_in(Turn& turn, const HttpAnswer& answer);
void take_receipt(Turn& turn, const HttpAnswer& answer);
void ask_status(Turn& turn);
void take_status(Turn& turn, const HttpAnswer& answer);
bool press_receipt(Turn& turn, std::string_view id);

// ---- look-up (update_look_up.cpp) --------------------------------------------------------

bool input_look_up(Turn& turn, const std::string& id, const std::string& value);
bool press_look_up(Turn& turn, std::string_view id);
/// Shows how the expected day is counted, or where facts come from, or hides it again.
bool press_expected(Turn& turn, std::string_view id);
void take_look_up(Turn& turn, const HttpAnswer& answer);

// ---- the appointment of a dossier that was handed in (update_slip.cpp, update_slip_answers.cpp) -----------

/// Shows the page, with what it needs asked for.
void show_slip(Turn& turn, Place place);
/// Back or Forward of the browser led to this page.
bool visit_slip(Turn& turn, const std::string& page);
bool press_slip(Turn& turn, std::string_view id);
void choose_wish(Turn& turn, const Choose& choose);
void continue_slip(Turn& turn);
/// Asks something of the office; `more` joins code and secret in the request's body.
void call_slip(Turn& turn, SlipCall call, json::Object more = {});
void take_slip(Turn& turn, const HttpAnswer& answer);
void take_slip_slots(Turn& turn, const HttpAnswer& answer);
/// Time to look again whether a seat is offered.
void take_slip_wait(Turn& turn);

// ---- its papers fetched at home (update_pickup.cpp) --------------------------------------

/// Shows the page, with what it needs asked for.
void show_pickup(Turn& turn, Place place);
bool press_pickup(Turn& turn, std::string_view id);
bool input_pickup(Turn& turn, const std::string& id, const std::string& value);
void choose_pickup(Turn& turn, const Choose& choose);
void continue_pickup(Turn& turn);
void take_pickup(Turn& turn, const HttpAnswer& answer);

MOTCUA_APART_END;

}  // namespace motcua::app
