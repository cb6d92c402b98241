#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "backend/storage/stores.hpp"
#include "shared/protocol/line.hpp"
#include "shared/visits/estimate.hpp"

namespace motcua::backend::services {

/// The day in Vietnam, since 1970.
std::int64_t day_number(std::int64_t utc_secs);

/// An office's line at one moment, as shared/visits wants to see it.
class LineLook {
public:
    LineLook(storage::Stores& stores, const storage::OfficeRecord& office, std::int64_t now_secs);

    /// Who waits, in the order of their numbers.
    [[nodiscard]] const std::vector<storage::VisitRecord>& waiting() const { return waiting_; }
    /// Visits that are live and do not wait.
    [[nodiscard]] const std::vector<storage::VisitRecord>& others() const { return others_; }
    [[nodiscard]] const std::vector<storage::CounterRecord>& counters() const { return counters_; }
    [[nodiscard]] bool is_open() const { return !now_.counters.empty(); }

    /// Who is called next to a counter; nullptr: nobody waits for it.
    [[nodiscard]] const storage::VisitRecord* next(const storage::CounterRecord& counter) const;
    /// Those that the counter serves, in the order they are called; then the others in theirs.
    [[nodiscard]] std::vector<const storage::VisitRecord*> in_order(
        const storage::CounterRecord& counter) const;
    /// How many of those that its own counters serve too are called before it; -1 when it does not wait.
    [[nodiscard]] int ahead_of(const storage::VisitRecord& visit) const;

    /// How long somebody who waits, or would with this ticket, will: as simulated.
    std::optional<visits::WaitEstimate> simulate(storage::Stores& stores, const storage::VisitRecord& visit);
    /// What is said of it: the bound corrected by past errors (visits::bound_correction), whole minutes.
    protocol::WaitBounds bounds_of(storage::Stores& stores, const visits::WaitEstimate& found);
    /// Both in one.
    std::optional<protocol::WaitBounds> estimate(storage::Stores& stores, const storage::VisitRecord& visit);
    /// How often what was said was kept.
    protocol::Promise promise(storage::Stores& stores);

    [[nodiscard]] static visits::Entry entry_of(const storage::VisitRecord& visit, int group);

private:
    [[nodiscard]] int group_of(const std::string& service) const;
    [[nodiscard]] visits::GroupSet skills_of(const storage::CounterRecord& counter) const;
    void learn(storage::Stores& stores);
    /// Of the last four weeks, the latest few hundred.
    const std::vector<storage::WaitRecord>& past_waits(storage::Stores& stores);

    std::string office_;
    std::vector<std::string> services_;  ///< By group
    std::vector<storage::VisitRecord> waiting_;
    std::vector<storage::VisitRecord> others_;
    std::vector<storage::CounterRecord> counters_;
    visits::LineNow now_;  ///< Its line beside waiting_
    std::optional<std::vector<storage::WaitRecord>> past_waits_;
};

}  // namespace motcua::backend::services
