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

struct BookingRecord {
    std::string id;
    std::string dossier;
    std::string office;
    std::int64_t starts_at_secs = 0;
    visits::State state = visits::State::None;
    std::int64_t hold_until_secs = 0;
    int version = 0;  ///< Steps it has taken
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

struct StaffRecord {
    std::string user;
    std::string name;
    std::string office;
    std::string password_hash;
    bool demonstration = false;
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
