#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "backend/storage/records.hpp"
#include "backend/storage/sqlite/query.hpp"

/// The log of what became of visits: for each office a chain of its events, each with the SHA-256 of
/// the one before and of itself, so that none can be changed, left out or put in between unseen
/// (docs/line.md, The log). Nothing personal is in it.
namespace motcua::backend::storage::sqlite {

struct VisitEvent {
    std::string booking;
    int version = 0;
    std::string event;
    std::string from;
    std::string to;
    std::string office;
    std::int64_t starts_at_secs = 0;
    std::int64_t at_secs = 0;
    /// What its ticket was afterwards.
    int counter = 0;
    std::string service;
    std::int64_t arrived_at_secs = 0;
    std::optional<std::string> priority;  ///< None: from before it was logged
};

ChainHead head_of(Connection& connection, std::string_view office);

/// At the end of its office's chain.
void append_event(Connection& connection, const VisitEvent& event);

/// The event that made this version of a booking.
std::optional<VisitEvent> event_of(Connection& connection, std::string_view booking, int version);

/// Every place where a chain is broken, or a booking is not what its last event made of it; the first few.
std::vector<std::string> find_broken_events(Connection& connection);

}  // namespace motcua::backend::storage::sqlite
