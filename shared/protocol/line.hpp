#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/json/value.hpp"

/// What is said of the line on the day (docs/API.md, The line). Times are UTC seconds, 0: none.
namespace motcua::protocol {

struct Named {
    std::string id;
    std::string name;
};

/// What one has to know before taking a ticket.
struct LineOffer {
    Named office;
    bool open = false;  ///< Somebody sits at a counter
    int waiting = 0;
    std::vector<Named> services;  ///< By code
    std::vector<Named> priority;  ///< Who is called first by law
};

struct WaitBounds {
    std::int64_t median_secs = 0;
    std::int64_t bound_secs = 0;  ///< That four waits of five keep
};

/// How often the bound that people were told with their ticket was kept: of those called in the last four
/// weeks, the latest few hundred.
struct Promise {
    int given = 0;
    int kept = 0;
};
/// Fewer say nothing to people in the line.
inline constexpr int kTellingPromises = 30;

/// A person's own ticket.
struct Ticket {
    std::string secret;  ///< "": not told again
    std::int64_t number = 0;
    Named office;
    std::string state;  ///< visits::name of its State
    Named service;      ///< Its id is "" for something else than a procedure of the office
    Named priority;     ///< As stated, to be checked at the counter; its id is "" for none
    std::int64_t arrived_at_secs = 0;
    std::int64_t booked_at_secs = 0;
    bool late = false;
    int ahead = -1;  ///< Who is called earlier at the counters for its service; -1: does not wait
    std::optional<WaitBounds> wait;  ///< None: does not wait, or nobody serves it now
    Promise promise;                 ///< Told when there are kTellingPromises
    int counter = 0;                 ///< Where to go to, or where it was called to last
    std::string rule;                ///< Why it stands where it stands, in words
    std::string qr;  ///< The address of its page as rows of 0 and 1; "": nobody said where the pages are
};

/// For the display in the hall: number and counter only.
struct Call {
    std::int64_t number = 0;
    int counter = 0;
    std::int64_t at_secs = 0;
    std::int64_t call = 0;  ///< Greater for a later call
};
struct Board {
    Named office;
    std::vector<Call> calls;  ///< Newest first
    int waiting = 0;
};

/// A visit as clerks see it.
struct LineVisit {
    std::string visit;
    int version = 0;
    std::int64_t number = 0;
    std::string state;
    std::string service;
    std::string priority;  ///< Its name, as stated; "": none
    std::int64_t arrived_at_secs = 0;
    std::int64_t booked_at_secs = 0;
    bool late = false;
    std::int64_t since_secs = 0;  ///< In this state
    int counter = 0;
    std::string code;     ///< Of its dossier
    std::string dossier;  ///< Its id
    std::string undo;     ///< The event that can be undone; "": none
};
struct LineCounter {
    int counter = 0;
    std::string clerk;  ///< Their name; "": nobody sits there
    std::int64_t number = 0;
};
/// The line as a clerk sees it.
struct Line {
    int counter = 0;  ///< Where they sit; 0: nowhere
    std::vector<std::string> services;
    std::vector<LineCounter> counters;
    std::vector<LineVisit> here;     ///< At this counter: none or one
    std::vector<LineVisit> waiting;  ///< As they are called to this counter; then whom it does not serve
    std::vector<LineVisit> aside;    ///< Parked and missed
    std::vector<LineVisit> last;     ///< What was last done here and can be undone: none or one
};

json::Value encode(const Promise& promise);
json::Value encode(const LineOffer& offer);
json::Value encode(const Ticket& ticket);
json::Value encode(const Board& board);
json::Value encode(const Line& line);

}  // namespace motcua::protocol
