#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "backend/services/clock.hpp"
#include "backend/services/line.hpp"
#include "backend/services/staff.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/line.hpp"

namespace motcua::backend::services {

/// What a clerk does to a visit.
struct LineAction {
    std::string visit;
    int version = 0;       ///< It had when they saw it
    std::string event;     ///< visits::name of an Event, or "undo"
    std::string service;   ///< Of Transfer and Refer: for which one it waits then
    std::string priority;  ///< Of Reclassify: the class it really has, "" none
};

/// The line as clerks work on it. Who is at which counter is a row with unique keys, so no fault here
/// can call one person twice or two to one counter.
class Counters {
public:
    static constexpr int kMostRange = 200;

    Counters(const Line& line, Clock clock) : line_(line), clock_(std::move(clock)) {}

    /// Conflict: somebody is being served there, or by this clerk elsewhere. InvalidInput: no such
    /// counter or service.
    Result<void> sit(storage::Stores& stores, const Clerk& clerk, int counter,
                     const std::vector<std::string>& services) const;
    /// Conflict while they serve somebody.
    Result<void> stand_up(storage::Stores& stores, const Clerk& clerk) const;
    /// The same where they can: who serves somebody keeps the counter, for when they come back.
    void sign_off(storage::Stores& stores, const Clerk& clerk) const;

    /// Calls whoever's turn it is to the clerk's counter. Conflict: it has somebody, the clerk sits
    /// nowhere, or nobody waits for it.
    Result<storage::VisitRecord> call_next(storage::Stores& stores, const Clerk& clerk) const;
    /// Conflict: not legal, not at this clerk's counter, or the visit has moved on.
    Result<storage::VisitRecord> act(storage::Stores& stores, const Clerk& clerk,
                                     const LineAction& action) const;
    /// Checks in whom the clerk sees, by the dossier's code. NotFound: not of this office.
    Result<storage::VisitRecord> check_in(storage::Stores& stores, const Clerk& clerk,
                                          const std::string& code, const std::string& priority) const;
    /// Numbers of today that nobody else gives out.
    Result<storage::NumberRange> reserve(storage::Stores& stores, const Clerk& clerk,
                                         const std::string& device, int count) const;

    protocol::Line line(storage::Stores& stores, const Clerk& clerk, const i18n::Texts& texts) const;

private:
    [[nodiscard]] protocol::LineVisit shown(const storage::VisitRecord& visit,
                                            const i18n::Texts& texts) const;
    /// Conflict: they sit nowhere.
    Result<storage::CounterRecord> counter_of(storage::Stores& stores, const Clerk& clerk) const;
    /// Likewise, and nobody is there.
    Result<storage::CounterRecord> free_counter_of(storage::Stores& stores, const Clerk& clerk) const;
    Result<storage::VisitRecord> call(storage::Stores& stores, const storage::CounterRecord& counter,
                                      const storage::VisitRecord& visit) const;
    Result<storage::TicketRecord> ticket_after(storage::Stores& stores, const storage::VisitRecord& visit,
                                               visits::Event event, const LineAction& action) const;

    const Line& line_;
    Clock clock_;
};

}  // namespace motcua::backend::services
