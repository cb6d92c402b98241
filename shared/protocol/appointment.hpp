#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"
#include "shared/protocol/api.hpp"

namespace motcua::protocol {

/// What a slip says of its appointment: POST /appointments/status.
struct Appointment {
    std::string code;  ///< Of the dossier
    Office office;
    std::string state;  ///< visits::name of its State
    std::int64_t starts_at_secs = 0;
    int minutes = 0;
    /// Until then it may be moved and cancelled; 0: not any more.
    std::int64_t change_until_secs = 0;
    int sequence = 0;        ///< Changes its calendar file has seen (RFC 5545)
    std::vector<Slot> next;  ///< The nearest free times at its office, when it may be moved
};

/// A place on the waiting list: POST /waiting/status.
struct Waiting {
    std::string office;
    std::int64_t from_secs = 0;  ///< Any time that begins in [from, until) would do
    std::int64_t until_secs = 0;
    int position = 1;                     ///< Among those who want a time of these
    std::int64_t offered_at_secs = 0;     ///< A seat is held for this person, at this time; 0: none
    std::int64_t offered_until_secs = 0;  ///< Until then
};

json::Value encode(const Appointment& appointment);
json::Value encode(const Waiting& waiting);

Result<Appointment> decode_appointment(const json::Value& value);
Result<Waiting> decode_waiting(const json::Value& value);

}  // namespace motcua::protocol
