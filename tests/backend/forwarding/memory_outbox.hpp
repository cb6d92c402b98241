#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "backend/forwarding/outbox_store.hpp"

namespace motcua::tests {

/// An outbox in memory: the shortest program that keeps the promises of OutboxStore.
class MemoryOutbox final : public backend::forwarding::OutboxStore {
public:
    using Row = backend::forwarding::OutboxRow;
    enum class State { Waiting, Leased, Delivered, Refused };
    struct Kept {
        Row row;
        State state = State::Waiting;
        std::int64_t due_millis = 0;
        std::string note;  ///< last error or receipt
    };

    std::int64_t add(std::string aggregate, std::int64_t sequence, std::int64_t now_millis = 0) {
        const std::lock_guard lock(mutex_);
        Kept kept;
        kept.row.id = static_cast<std::int64_t>(rows_.size()) + 1;
        kept.row.destination = "province";
        kept.row.idempotency_key = "key-" + aggregate + "-" + std::to_string(sequence);
        kept.row.aggregate = std::move(aggregate);
        kept.row.sequence = sequence;
        kept.row.kind = "dossier";
        kept.due_millis = now_millis;
        rows_.push_back(kept);
        return kept.row.id;
    }
    [[nodiscard]] Kept at(std::int64_t id) const {
        const std::lock_guard lock(mutex_);
        return rows_.at(static_cast<std::size_t>(id - 1));
    }

    Result<std::optional<Row>> lease_next(std::string_view destination, std::int64_t now_millis,
                                          std::int64_t lease_until_millis) override {
        const std::lock_guard lock(mutex_);
        Kept* best = nullptr;
        for (Kept& kept : rows_) {
            if (can_lease(kept, destination, now_millis) &&
                (best == nullptr || kept.due_millis < best->due_millis)) {
                best = &kept;
            }
        }
        if (best == nullptr) {
            return std::optional<Row>();
        }
        best->state = State::Leased;
        best->due_millis = lease_until_millis;
        ++best->row.attempts;
        return std::optional<Row>(best->row);
    }
    Result<std::optional<std::int64_t>> next_due(std::string_view destination) override {
        const std::lock_guard lock(mutex_);
        std::optional<std::int64_t> due;
        for (const Kept& kept : rows_) {
            if (kept.row.destination == destination && is_open(kept)) {
                due = std::min(due.value_or(kept.due_millis), kept.due_millis);
            }
        }
        return due;
    }
    Result<void> freeze_body(const Row& row, std::string_view sha256_hex) override {
        return change(row, [&](Kept& kept) { kept.row.body_sha256 = sha256_hex; });
    }
    Result<void> mark_delivered(const Row& row, std::string_view receipt, std::int64_t) override {
        return change(row, [&](Kept& kept) { settle(kept, State::Delivered, 0, receipt); });
    }
    Result<void> mark_retry(const Row& row, std::int64_t next_at_millis, std::string_view error) override {
        return change(row, [&](Kept& kept) { settle(kept, State::Waiting, next_at_millis, error); });
    }
    Result<void> mark_refused(const Row& row, std::string_view error, std::int64_t) override {
        return change(row, [&](Kept& kept) { settle(kept, State::Refused, 0, error); });
    }

    bool fails = false;  ///< Every change answers Unavailable.

private:
    static bool is_open(const Kept& kept) {
        return kept.state == State::Waiting || kept.state == State::Leased;
    }
    static void settle(Kept& kept, State state, std::int64_t due_millis, std::string_view note) {
        kept.state = state;
        kept.due_millis = due_millis;
        kept.note = note;
    }
    bool can_lease(const Kept& kept, std::string_view destination, std::int64_t now_millis) const {
        const auto before = [&kept](const Kept& other) {
            return other.row.destination == kept.row.destination &&
                   other.row.aggregate == kept.row.aggregate && other.row.sequence < kept.row.sequence &&
                   other.state != State::Delivered;
        };
        return kept.row.destination == destination && is_open(kept) && kept.due_millis <= now_millis &&
               std::none_of(rows_.begin(), rows_.end(), before);
    }
    Result<void> change(const Row& row, const std::function<void(Kept&)>& apply) {
        const std::lock_guard lock(mutex_);
        if (fails) {
            return Error{ErrorCode::Unavailable, "asked to fail"};
        }
        Kept& kept = rows_.at(static_cast<std::size_t>(row.id - 1));
        if (kept.state != State::Leased || kept.row.attempts != row.attempts) {
            return Error{ErrorCode::Conflict, "not the latest lease"};
        }
        apply(kept);
        return {};
    }

    mutable std::mutex mutex_;
    std::vector<Kept> rows_;
};

}  // namespace motcua::tests
