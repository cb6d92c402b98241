#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/app/apart.hpp"
#include "client/app/journey.hpp"
#include "client/app/state.hpp"
#include "client/app/timeline.hpp"
#include "client/page/page.hpp"

/// The parts of the journey's view, by page. Each fills `main`; the title is the page's
/// first heading.
namespace motcua::app {

MOTCUA_APART_BEGIN;

using Nodes = std::vector<page::Node>;

page::Page view(const State& state);
/// The id of the page at this place.
std::string page_id(const State& state, const Location& where);

// ---- pages -----------------------------------------------------------------------------

void view_start(const State& state, Nodes& main);
void view_procedure(const State& state, Nodes& main);
void view_trial(const State& state, Nodes& main);
void view_trial_result(const State& state, Nodes& main);
void view_helper(const State& state, Nodes& main);
void view_questions(const State& state, Nodes& main);
void view_documents(const State& state, Nodes& main);
void view_office(const State& state, Nodes& main);
void view_time(const State& state, Nodes& main);
void view_check(const State& state, Nodes& main);
void view_sign(const State& state, Nodes& main);
void view_handing_in(const State& state, Nodes& main);
void view_receipt(const State& state, Nodes& main);
void view_look_up(const State& state, Nodes& main);
void view_slip(const State& state, Nodes& main);
void view_move(const State& state, Nodes& main);
void view_wait(const State& state, Nodes& main);
void view_pickup(const State& state, Nodes& main);
void view_pickup_form(const State& state, Nodes& main);

// ---- over the page (view_layer.cpp) -------------------------------------------------------

/// What was done last and can be undone here.
std::optional<page::Node> view_toast(const State& state);
std::optional<page::Node> view_dialog(const State& state);

// ---- parts that pages share (view_parts.cpp) --------------------------------------------

/// "Bước 2 trên 7", and below it add_helping
void add_progress(const State& state, Nodes& main);
/// That somebody fills in for another person, and what that means; nothing when nobody does.
void add_helping_box(const State& state, Nodes& main);
void add_helping(const State& state, Nodes& main);
/// The primary button with this text (none for ""), "Quay lại", and the way to the list of steps.
void add_actions(const State& state, Nodes& main, const std::string& continue_text);
/// The list of errors, each a link to its node; nothing when there is none.
struct ErrorLine {
    std::string node;
    std::string text;
};
void add_error_summary(const State& state, Nodes& main, const std::vector<ErrorLine>& lines);
/// The sentence shown at a field, "" when nothing is wrong there.
std::string error_at(const State& state, const std::string& field);
/// Something is being fetched, or could not be had and can be tried again.
void add_load_notice(const State& state, Nodes& main, Load load, const std::string& retry_id);
/// Says what the sign in the hints of these nodes means; nothing when none has it.
void add_unverified(const State& state, Nodes& main, const Nodes& nodes);
/// Marks a row that nobody has compared with its source; says the source too where sources are shown.
void add_source(const State& state, page::Node& row, const catalogue::Provenance& from);
/// Rows with sources, and the switch that shows these.
void add_facts(const State& state, Nodes& main, page::Node facts);
/// What has come of the change to another edition; nothing when there was none.
void add_change(const State& state, Nodes& main);
/// The list of what is wrong on a page of questions, once it has been asked for (view_question.cpp).
void add_page_errors(const State& state, Nodes& main, const catalogue::Group& group,
                     const std::vector<form::Spot>& spots);
/// The questions at these places of the group; of a repeated group all its rows, each with these of them.
void add_fields(const State& state, Nodes& main, const catalogue::Group& group,
                const std::vector<form::Spot>& spots);
/// One question with all that belongs to it (view_field.cpp).
void add_question(const State& state, Nodes& main, const form::Spot& spot);
/// The days of the slots that are shown, to choose one (view_calendar.cpp).
page::Node day_calendar(const State& state);
/// That calendar with its buttons, and the times of the day chosen (view_appointment.cpp).
void add_slots(const State& state, Nodes& main);
/// When the appointment of this dossier is, or that it was cancelled (view_slip.cpp).
std::string appointment_text(const State& state, const std::string& code, std::int64_t starts_at_secs);
/// Why what was wanted of it was not done (view_slip.cpp).
void add_slip_problem(const State& state, Nodes& main);
/// Which times are waited for: "Thứ Ba, 24/11/2026, buổi sáng" (view_slip_wait.cpp)
std::string wish_text(const i18n::Texts& texts, std::int64_t from_secs, std::int64_t until_secs);
/// Over the page: whether it is to be cancelled.
page::Node cancel_dialog(const State& state);
/// Likewise of the pickup (view_pickup.cpp).
page::Node cancel_pickup_dialog(const State& state);
/// "08:00 – 10:00, Thứ Hai, 23/11/2026" (view_pickup.cpp)
std::string pickup_window_text(const i18n::Texts& texts, std::int64_t starts_at_secs, int minutes);
/// Why what was wanted of the pickup was not done; that nobody has compared its area (view_pickup.cpp).
void add_pickup_problem(const State& state, Nodes& main);
void add_pickup_trial(const State& state, Nodes& main);
/// The holidays among those days, a line each; "" when there is none.
std::string holidays_text(const State& state);
/// What there is to say against the office that was chosen; nothing when there is nothing
/// (view_appointment.cpp).
void add_office_warning(const State& state, Nodes& main);
/// Over the page: whether it is to be that office all the same.
page::Node office_dialog(const State& state);
/// Where the offices lie, numbered as in the list of options; nothing when nobody knows of any
/// (view_map.cpp).
void add_office_map(const State& state, Nodes& main, const Nodes& offices);
/// Takes files for a paper or a question, and shows those it has (view_files.cpp).
page::Node file_picker(const State& state, const std::string& place);
/// What the procedure costs and how long it takes in general: rows of facts (view_costs.cpp).
void add_costs(const State& state, Nodes& rows);
/// The same for this person's answers, as a heading and a summary.
void add_estimate(const State& state, Nodes& main);
/// The name of the office, or its id when it is not known here.
std::string office_name(const State& state, const std::string& id);
/// Its address; "" when that is not known here.
std::string office_address(const State& state, const std::string& id);

MOTCUA_APART_END;

}  // namespace motcua::app
