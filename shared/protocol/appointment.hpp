#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

json::Value encode(const Appointment& appointment);

}  // namespace motcua::protocol
