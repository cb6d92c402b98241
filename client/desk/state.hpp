#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/app/shell.hpp"
#include "client/desk/indicators.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"
#include "shared/places/places.hpp"
#include "shared/protocol/api.hpp"
#include "shared/protocol/line.hpp"

/// Everything the clerk's desk knows.
namespace motcua::desk {

enum class Place { Opening, SignIn, List, Dossier, Statistics, Counter, Indicators, CountedVisits };

/// The days that figures can be had of, today the last of them.
inline constexpr int kPeriods[] = {1, 7, 28, 92};

struct Clerk {
    std::string user;
    std::string name;
    std::string office;
};

/// One line of the list, as docs/API.md has it.
struct Line {
    std::string id;
    std::string code;
    std::string procedure;
    std::string applicant;
    std::int64_t received_at_secs = 0;
    std::int64_t starts_at_secs = 0;
    std::int64_t due_at_secs = 0;  ///< 0 = cannot be told
    std::string state;
    std::string forwarding;
    bool complete = false;
};

struct Forwarding {
    std::string state;
    std::int64_t attempts = 0;
    std::string last_error;
    std::int64_t delivered_at_secs = 0;
};

struct File {
    std::int64_t index = 0;
    std::string document;
    std::string name;
    std::string media_type;
    std::int64_t size = 0;
};

/// A whole dossier.
struct Detail {
    std::string id;
    std::string code;
    std::string state;
    std::int64_t version = 0;
    std::int64_t received_at_secs = 0;
    std::int64_t starts_at_secs = 0;
    std::int64_t due_at_secs = 0;  ///< 0 = cannot be told
    Forwarding forwarding;
    std::string signature_algorithm;
    std::string signer_key;
    std::int64_t signature_level = 0;
    std::string manifest_sha256;
    form::Form form;
    std::vector<File> files;
    form::Findings warnings;  ///< What the backend says should be looked at, its office first
    std::vector<protocol::Event> events;
};

/// Counts of the office's work.
struct Statistics {
    struct Day {
        calendar::Date day;
        std::int64_t received = 0;
    };
    struct Hour {
        int hour = 0;
        std::int64_t seats = 0;
        std::int64_t booked = 0;
    };
    std::vector<Day> days;
    std::vector<Hour> hours;
};

/// Somebody in the line, as docs/API.md has it.
struct LineVisit {
    std::string id;
    std::int64_t version = 0;
    std::int64_t number = 0;
    std::string state;
    std::string service;
    std::string priority;  ///< As the person states it; "" = none
    std::int64_t arrived_at_secs = 0;
    std::int64_t booked_at_secs = 0;  ///< 0 = without an appointment
    bool late = false;
    std::string code;  ///< Of its dossier; "" = without one
    std::string undo;  ///< The event that can be undone; "" = none
};
struct LineCounter {
    std::int64_t counter = 0;
    std::string clerk;        ///< "" = nobody sits there
    std::int64_t number = 0;  ///< Who is there; 0 = nobody
};
/// The office's line today.
struct TodaysLine {
    std::int64_t counter = 0;           ///< Where this clerk sits; 0 = nowhere
    std::vector<std::string> services;  ///< Codes served there; none = all
    std::vector<LineCounter> counters;
    std::vector<LineVisit> here;
    std::vector<LineVisit> waiting;
    std::vector<LineVisit> aside;
    std::vector<LineVisit> last;
};

/// What the line is for: the office's services and the classes called first by law.
struct LineOffer {
    std::vector<protocol::Named> services;
    std::vector<protocol::Named> priority;
};

/// Stands for something else than a service of the office's, or for no class, in a choice.
inline constexpr const char* kNoneOption = "none";

/// What a clerk is about to say at the counter.
enum class CounterForm { None, Transfer, Refer, Reclassify, Services };
struct CounterDraft {
    CounterForm form = CounterForm::None;
    std::string visit;   ///< Whom it is about; "" = the counter
    std::string chosen;  ///< Option of the choice; "" = none yet
    std::set<std::string, std::less<>> services;
};

enum class Purpose {
    Session,
    SignIn,
    SignOut,
    List,
    Dossier,
    Receive,
    Statistics,
    Line,
    LineAction,
    LineOffer,
    CheckIn,
    Indicators,
    CountedVisits
};

/// What the list's rows can stand in order of; a column of its table.
enum class SortBy { Applicant, Procedure, Received, Appointment, Due };

/// How the clerk wants to see the list.
struct ListWish {
    std::string typed;  ///< Text searched for
    SortBy by = SortBy::Appointment;
    bool descending = false;
    int page = 1;
};

struct State {
    app::Shell shell;
    std::string random;
    Place where = Place::Opening;
    Place after_sign_in = Place::List;  ///< What a lost session interrupted.
    std::optional<Clerk> clerk;
    app::Sentence problem;  ///< Shown at the top of the page.
    bool summary_shown = false;

    std::string user;
    std::string password;
    bool signing_in = false;

    std::string filter = "handed_in";  ///< A dossier's state.
    app::Load list_load = app::Load::Absent;
    std::vector<Line> lines;     ///< Of every page that has come
    std::vector<Line> arriving;  ///< Those that come anew, until all are here
    int pages_here = 0;
    bool more_lines = false;  ///< There are more than are fetched.
    ListWish wish;
    std::map<std::string, catalogue::Text, std::less<>> procedure_names;

    std::string dossier_id;
    app::Load dossier_load = app::Load::Absent;
    std::optional<Detail> detail;
    bool confirming = false;  ///< Asked whether the dossier is really to be marked.
    bool marked = false;      ///< Marked just now: said until the page is left.
    bool receiving = false;

    app::Load statistics_load = app::Load::Absent;
    Statistics statistics;
    std::set<std::string, std::less<>> open_tables;  ///< Charts that are shown as tables too

    app::Load indicators_load = app::Load::Absent;
    Indicators indicators;
    int period_days = 7;
    app::Load visits_load = app::Load::Absent;
    WhichFigure which_figure;
    CountedVisits counted;

    app::Load line_load = app::Load::Absent;
    TodaysLine line;
    bool line_acting = false;  ///< Something was pressed and is not answered yet.
    LineOffer offer;
    CounterDraft draft;
    std::string check_in_code;    ///< As typed
    std::int64_t checked_in = 0;  ///< The number that was given last to whom the clerk checked in; 0 = none
    int line_timer = 0;           ///< The Wait after which the line is asked for again; 0 = none

    /// By code and edition, "1.004873@2026-11-21": a dossier keeps the edition it was begun under.
    std::map<std::string, app::Load, std::less<>> procedure_loads;
    std::map<std::string, catalogue::Procedure, std::less<>> procedures;
    app::Load places_load = app::Load::Absent;
    places::Places places;

    std::map<int, Purpose> calls;  ///< Those that may still be answered.
};

/// "1.004873@2026-11-21": the rules this form was filled in under.
inline std::string edition_key(const form::Form& form) {
    return form.procedure + "@" + form.edition;
}

}  // namespace motcua::desk
