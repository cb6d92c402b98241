#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/app/apart.hpp"
#include "client/app/message.hpp"
#include "client/app/shell.hpp"
#include "shared/calendar/calendar.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"
#include "shared/places/places.hpp"
#include "shared/protocol/appointment.hpp"
#include "shared/protocol/pickup.hpp"

/// Everything the citizen's journey knows. `update` changes it, `view` shows it.
namespace motcua::app {

/// The pages, in the order of the journey.
enum class Place {
    Start,
    Procedure,
    Trial,        ///< Questions asked beforehand; `group` counts checklist::deciding
    TrialResult,  ///< What will be needed, by the answers given there
    Helper,
    Questions,
    Documents,
    Office,
    Time,
    Check,
    Sign,
    HandingIn,
    Receipt,
    LookUp,
    Appointment,  ///< Of a dossier that was handed in, for whoever has its slip
    Move,         ///< Where another time is chosen for it
    Wait,         ///< Where is said which times are waited for
    Pickup,       ///< Its papers fetched at home
    PickupForm,   ///< Where is said whence and when
};

/// A page; `group` counts the procedure's groups on Place::Questions, what decides on Place::Trial.
struct Location {
    Place place = Place::Start;
    std::size_t group = 0;
    bool operator==(const Location&) const = default;
};

/// An edition of a procedure, as procedures/index lists it.
struct Listed {
    std::string code;
    std::string edition;
    catalogue::InForce in_force;
    catalogue::Text name;
    catalogue::Text summary;
    catalogue::Text field;  ///< Field of administration, "Hộ tịch"; empty when not told
    catalogue::Text also;   ///< Other words it is looked for by, with commas; may be empty
};

struct QuestionPart {
    form::Answers answers;                                     ///< Canonical, also of questions not asked now
    std::map<std::string, std::string, std::less<>> typed;     ///< Field text not yet committed
    std::map<std::string, std::string, std::less<>> searched;  ///< Texts of search fields, by answer id
    std::map<std::string, Finding, std::less<>> errors;        ///< Shown, by Finding::field
    std::set<std::string, std::less<>> open_whys;              ///< Questions whose "why" is shown
    std::set<std::string, std::less<>> visited;                ///< Groups that were continued from
    std::set<std::string, std::less<>> prefilled;              ///< Groups with answers from the trial
};

enum class FileState { Sending, Sent, Failed };
struct AttachedFile {
    PickedFile picked;
    FileState state = FileState::Sending;
    bool removed = false;  ///< Can still be brought back.
    int call = 0;
    std::int64_t sent_bytes = 0;
    std::string upload;
    Sentence problem;
};
struct GivenPaper {
    std::optional<form::Provision> provision;
    std::vector<AttachedFile> files;
    bool more_shown = false;  ///< What else there is to know about it
};
/// By paper, and by the id of the answer for questions that ask for files.
using Papers = std::map<std::string, GivenPaper, std::less<>>;

struct AppointmentPart {
    Load offices_load = Load::Absent;
    std::vector<protocol::Office> offices;
    std::string office;  ///< "" = not chosen yet
    /// What the person was warned of at this office, and chose it all the same.
    std::optional<Finding> office_warned;
    bool office_asked = false;  ///< Asked whether it is to be this office all the same.
    Load slots_load = Load::Absent;
    calendar::Date from;  ///< First day that `slots` covers.
    std::vector<protocol::Slot> slots;
    std::optional<calendar::Date> day;
    std::optional<std::int64_t> starts_at_secs;
    std::optional<protocol::Booking> booking;
    bool holding = false;   ///< A hold is being asked for.
    int hold_number = 0;    ///< Part of the idempotency key: one a wish.
    std::string hold_body;  ///< What the last hold asked for.
    bool hold_unanswered = false;
    Sentence problem;  ///< Why the slot could not be held.
};

/// What handing in is doing, in this order.
enum class Stage { Idle, Files, Hold, Sign, Send, Done };
struct HandInPart {
    Stage stage = Stage::Idle;
    Sentence problem;  ///< Why it stopped at this stage; empty while it goes on.
    int sign_number = 0;
    std::string envelope;
    std::string check_code;         ///< Begin of the form's digest, as signed.
    bool may_have_arrived = false;  ///< Sent at least once without a clear answer.
    form::Findings refused;         ///< What the office's side found wrong.
    std::optional<protocol::Receipt> receipt;
    std::vector<protocol::Event> events;
    std::string forwarding;
    int asked = 0;  ///< How often the state was asked for without being told to.
    bool asking = false;
    bool more_shown = false;  ///< Of the receipt: what is not needed at the counter
};

struct LookUpPart {
    std::string code;
    std::string secret;
    bool asking = false;
    Sentence problem;
    std::map<std::string, Sentence, std::less<>> errors;  ///< By node id
    std::optional<protocol::DossierStatus> status;
};

/// What the office is asked about fetching the papers at home.
enum class PickupCall { None, Status, Ask, Cancel, Meet };
struct PickupPart {
    ~PickupPart();
    PickupCall call = PickupCall::None;    ///< Under way
    PickupCall failed = PickupCall::None;  ///< What `problem` is about
    PickupCall done = PickupCall::None;    ///< What was done last, said until something else is
    Sentence problem;
    std::string last_wish;    ///< Path and body
    bool unanswered = false;  ///< Nobody knows whether it was carried out
    bool cancel_asked = false;
    std::optional<protocol::Pickup> told;
    std::int64_t window = 0;  ///< When it starts; 0: not chosen yet
    std::string commune;
    std::string line;
    std::string telephone;
    std::string number;                                   ///< The courier's, as typed
    std::map<std::string, Sentence, std::less<>> errors;  ///< By node id
};

/// What the office is asked about a slip's appointment.
enum class SlipCall { None, Status, Move, Again, Cancel, File, Waiting, Wait, Leave };
/// The appointment of a dossier that was handed in.
MOTCUA_APART_BEGIN;
struct SlipPart {
    ~SlipPart();
    std::string code;
    std::string secret;                 ///< Never shown here
    Place opened_from = Place::LookUp;  ///< That, or the receipt
    SlipCall call = SlipCall::None;     ///< Under way
    std::string last_wish;              ///< Path and body
    bool unanswered = false;            ///< Nobody knows whether it was carried out
    SlipCall failed = SlipCall::None;   ///< What `problem` is about
    Sentence problem;
    SlipCall done = SlipCall::None;  ///< What was done last, said until something else is
    std::int64_t before_secs = 0;    ///< Of a move: when it was before
    std::optional<protocol::Appointment> appointment;
    std::optional<protocol::Waiting> waiting;
    int looked = 0;                      ///< How often it was looked by itself whether a seat is offered
    bool cancel_asked = false;           ///< Asked whether it is to be cancelled
    AppointmentPart times;               ///< Times of its office, and the one chosen
    std::string wish;                    ///< kEarlier, or "2026-11-24" with ".am", ".pm" or nothing
    Finding unchosen;                    ///< Shown at the choice of a time or a wish; no code: nothing
    std::unique_ptr<PickupPart> pickup;  ///< There where Place::Pickup and PickupForm are shown
};
MOTCUA_APART_END;

/// How a dossier comes to another edition of its procedure.
enum class Change {
    None,
    Asked,    ///< The present edition is being fetched
    Carried,  ///< The answers went through its migrations
    Kept,     ///< There are none that lead to it: the answers are as they were
    Closed,   ///< No edition is in force any more
};
struct ChangePart {
    Change state = Change::None;
    /// Fetched so far: the edition to come to, and those on the way to it, the newest first.
    std::vector<catalogue::Procedure> editions;
    std::vector<catalogue::Text> notes;  ///< What has changed, the oldest first
};

/// Who fills in when it is not the person whom the dossier is about. What was entered stays when it is
/// turned off.
struct HelperPart {
    bool on = false;
    bool dropped = false;  ///< Turned off just now, and can be brought back by the toast
    form::Helper who;
};

/// Answers that are not those of the present pages, and the pages gone through with them.
struct AsidePart {
    form::Answers answers;
    std::set<std::string, std::less<>> visited;
};

/// One dossier in the making.
struct DossierPart {
    std::string id;
    ChangePart change;
    HelperPart helper;
    QuestionPart questions;
    /// On the pages of the trial those of the dossier, elsewhere those of the trial: go_to exchanges the two.
    AsidePart aside;
    Papers papers;
    AppointmentPart appointment;
    HandInPart hand_in;
};

/// A row that was taken out and can still be brought back.
struct RemovedRow {
    std::string group;
    int row = 0;
    QuestionPart questions;  ///< What was under the row's ids
    Papers papers;
};

/// A screen that strangers share notices when nobody is there any more.
struct IdlePart {
    int after_secs = 0;  ///< 0 = never
    int warn_secs = 0;
    std::string lang;  ///< That a new person begins with
    std::int64_t stirred_at_secs = 0;
    std::int64_t ends_at_secs = 0;  ///< The question is on screen until then; 0 = it is not.
};

/// What an answer from the platform belongs to.
enum class Purpose {
    Offices,
    Slots,
    Hold,
    Upload,
    Sign,
    HandIn,
    Status,
    StatusWait,
    RetryWait,
    LookUp,
    Slip,
    SlipSlots,
    SlipWait,
    Pickup,
    Idle,
};

struct State {
    Shell shell;
    std::string random;
    int dossiers_begun = 0;
    Load index_load = Load::Absent;
    std::vector<Listed> index;      ///< Of each procedure the oldest edition first
    std::string searched;           ///< Text of the start page's search field
    std::string procedure_code;     ///< The one chosen, perhaps not here yet
    std::string procedure_edition;  ///< Likewise; "" when none is in force
    Load procedure_load = Load::Absent;
    bool untrusted = false;  ///< What was fetched last of the procedures is not as it was signed
    std::optional<catalogue::Procedure> procedure;
    Load places_load = Load::Absent;
    places::Places places;
    Load old_places_load = Load::Absent;
    json::Value old_places;  ///< The file, for places::former_provinces and its like
    Load calendar_load = Load::Absent;
    std::optional<calendar::Calendar> calendar;  ///< Days off; nullopt: deadlines are not shown
    bool expected_shown = false;                 ///< How the expected day is counted
    bool standing = false;  ///< The procedure's page made at build time is all that has to be seen so far
    bool sources_shown = false;  ///< Where what is said of procedures comes from
    Location where;
    Location resume;          ///< Where the journey was left for the start or the look-up.
    bool from_check = false;  ///< A question was opened from the check page; go back there.
    bool summary_shown = false;
    DossierPart dossier;
    std::optional<RemovedRow> removed_row;
    std::string wished_procedure;  ///< Asked whether the dossier in the making may be lost for it.
    IdlePart idle;
    LookUpPart look_up;
    std::unique_ptr<SlipPart> slip;  ///< There where Place::Appointment and what follows it are shown
    int slip_wishes = 0;             ///< Part of the idempotency key: one a wish
    std::map<int, Purpose> calls;    ///< Those that may still be answered.
};

/// A message being worked on: the state, and what the platform has to do after it.
struct Turn {
    State& state;
    std::vector<Effect>& effects;
};

}  // namespace motcua::app
