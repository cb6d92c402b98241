#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/visits/states.hpp"

/// What the services keep, in the words of the domain. Times are UTC seconds unless the
/// name says millis. Whatever is personal is held as Sealed.
namespace motcua::backend::storage {

/// Bytes encrypted by security::Sealer. A type of its own, so that nothing personal can be
/// stored in clear by mistake.
struct Sealed {
    std::string bytes;
    bool operator==(const Sealed&) const = default;
};

struct OfficeRecord {
    std::string id;
    std::string name;
    std::string address;    ///< "" = not known
    std::string commune;    ///< unit code
    std::string unit_code;  ///< first part of its dossier codes
    bool verified = false;
    std::vector<std::string> procedures;  ///< codes it takes
    std::string lat = "";                 ///< WGS 84 degrees, "9.6025"; "" = not known
    std::string lon = "";
};
/// The code of the province whose office it is; "" for an office of a commune, which tells its own.
inline std::string province_of(const OfficeRecord& office) {
    return office.commune.empty() ? office.unit_code : "";
}

struct SlotRecord {
    std::string office;
    std::int64_t starts_at_secs = 0;
    int minutes = 0;
    int lanes = 0;
    int free = 0;  ///< When read; ignored when stored.
};

/// A visit: of somebody with an appointment, or without one from when they took a ticket.
struct BookingRecord {
    std::string id;
    std::string dossier;  ///< "": without an appointment
    std::string office;
    std::int64_t starts_at_secs = 0;  ///< 0: without an appointment
    visits::State state = visits::State::None;
    std::int64_t hold_until_secs = 0;
    int version = 0;  ///< Steps it has taken
};

/// Where a visit stands on its day.
struct TicketRecord {
    std::string visit;  ///< Its booking's id
    std::string office;
    std::int64_t day = 0;     ///< Since 1970, in Vietnam
    std::int64_t number = 0;  ///< No two of an office's day are the same
    std::string service;      ///< Code of the procedure asked for; "": something else
    std::string priority;     ///< As the person states it, an id of assets/visits/priority.json; "": none
    std::int64_t arrived_at_secs = 0;
    int counter = 0;               ///< Where it was called to last; 0: nowhere yet
    std::int64_t bound_secs = -1;  ///< The wait that was simulated with it (80 %); -1: none was
    std::int64_t told_secs = -1;   ///< What the person was told of it, corrected; -1: nothing
};

/// A visit with its ticket.
struct VisitRecord {
    BookingRecord booking;
    TicketRecord ticket;
    std::string code;                            ///< Of its dossier; "": without one
    std::int64_t since_secs = 0;                 ///< When it came into its state
    std::string last_event;                      ///< That led there
    visits::State before = visits::State::None;  ///< From where
};

/// A counter, who sits there and whom they serve.
struct CounterRecord {
    std::string office;
    int counter = 0;                    ///< Its number, from 1
    std::string user;                   ///< "": nobody sits there
    std::vector<std::string> services;  ///< Codes served there; none: all
    std::string visit;                  ///< Called to it or served there; "": nobody
};

/// Numbers a device may give out while it cannot reach us.
struct NumberRange {
    std::string office;
    std::int64_t day = 0;
    std::string device;
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// A call that still stands.
struct CallRecord {
    std::int64_t number = 0;
    int counter = 0;
    std::int64_t at_secs = 0;
    std::int64_t sequence = 0;  ///< Of its event: later calls have greater ones
};

/// The last event of an office's log.
struct ChainHead {
    std::int64_t sequence = 0;  ///< 0: there is none
    std::string hash;
};

/// A wait until the first call, and the bounds that its ticket was given.
struct WaitRecord {
    std::int64_t waited_secs = 0;
    std::int64_t bound_secs = 0;
    std::int64_t told_secs = -1;
};

/// Who sits where, or whose turn it is to.
struct SeatClaim {
    std::string office;
    std::int64_t starts_at_secs = 0;
    int lane = 0;
    std::string booking;                          ///< "" = nobody's
    std::optional<std::int64_t> free_after_secs;  ///< From then on everybody's; none: never
    std::string offered_to;                       ///< The dossier that may take it; "" = none
    std::int64_t offered_until_secs = 0;
};

/// Seats that one client holds for a while.
struct HeldSeats {
    int count = 0;
    std::int64_t first_ends_at_secs = 0;  ///< When the first of them is everybody's again
};

/// How often limits refused with a finding.
struct RefusalCount {
    std::string code;
    std::int64_t count = 0;
};

/// Somebody who would come at any free time of an office that begins in [from, until).
struct WaitingRecord {
    std::string dossier;
    std::string office;
    std::int64_t from_secs = 0;
    std::int64_t until_secs = 0;
};

struct UploadRecord {
    std::string id;
    std::string dossier;
    std::int64_t size = 0;
    Sealed about;  ///< declared media type and digest
    std::int64_t created_at_secs = 0;
    bool claimed = false;  ///< belongs to an accepted dossier
};

struct EventRecord {
    std::string state;
    std::int64_t at_secs = 0;
};

struct ForwardingRecord {
    std::string state = "waiting";  ///< "waiting", "delivered", "refused"
    int attempts = 0;
    std::string last_error;  ///< a code without personal data
    std::optional<std::int64_t> delivered_at_secs;
};

struct DossierRecord {
    std::string id;
    std::string code;
    std::string secret_hash;
    std::string office;
    std::string booking;
    std::string procedure;
    std::int64_t starts_at_secs = 0;
    std::int64_t received_at_secs = 0;
    std::string state = "handed_in";  ///< or "received_by_clerk"
    int version = 1;
    bool complete = true;
    Sealed applicant;
    Sealed envelope;
};

/// One line of the clerk's list.
struct DossierLine {
    std::string id;
    std::string code;
    std::string procedure;
    std::int64_t starts_at_secs = 0;
    std::int64_t received_at_secs = 0;
    std::string state;
    std::string appointment;  ///< the state of its visit
    std::string forwarding;
    bool complete = true;
    Sealed applicant;
};

/// How many dossiers came in on a day.
struct DayCount {
    std::int64_t day = 0;  ///< since 1970, in Vietnam
    int count = 0;
};

/// What staff may do.
inline constexpr const char* kClerkRole = "clerk";
inline constexpr const char* kCourierRole = "courier";

struct StaffRecord {
    std::string user;
    std::string name;
    std::string office;
    std::string password_hash;
    bool demonstration = false;
    std::string role = kClerkRole;  ///< Or kCourierRole, who sees pickups alone
};

struct SessionRecord {
    std::string token_hash;
    std::string user;
    std::int64_t expires_at_secs = 0;
};

/// The first answer to a request that may be repeated.
struct AnswerRecord {
    std::string request_hash;
    Sealed answer;
};

}  // namespace motcua::backend::storage
