#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/core/result.hpp"

/// Handing accepted dossiers on: docs/decisions/0003-outbox.md.
namespace motcua::backend::forwarding {

/// One thing to be delivered to one destination. Immutable but for its delivery state.
struct OutboxRow {
    std::int64_t id = 0;
    std::string destination;
    std::string aggregate;      ///< Dossier id: rows of one dossier are delivered in order.
    std::int64_t sequence = 0;  ///< Place within (destination, aggregate), from 1.
    std::string kind;           ///< "dossier"
    std::string idempotency_key;
    int attempts = 0;         ///< Tries so far, this lease included.
    std::string body_sha256;  ///< Hex, frozen before the first try; "" before it.
};

/// Where the outbox is kept. Rows are inserted in the transaction that accepts the dossier,
/// in state "waiting" with `next_at` = now. Times are UTC milliseconds.
///
/// The `mark_` functions change a row only while the caller's lease is the latest one
/// (`WHERE id = ? AND attempts = ? AND state = 'leased'`), else they are Conflict and change
/// nothing. All functions are called from the forwarder's threads.
class OutboxStore {
public:
    virtual ~OutboxStore() = default;

    /// Takes the row that is due longest: state waiting with next_at <= now, or leased with
    /// its deadline passed (its holder died), and no undelivered row of a lower sequence
    /// for the same destination and aggregate. Stores attempts + 1 and the deadline
    /// durably before it returns. nullopt: nothing is due.
    virtual Result<std::optional<OutboxRow>> lease_next(std::string_view destination, std::int64_t now_millis,
                                                        std::int64_t lease_until_millis) = 0;

    /// The earliest time at which lease_next could find something: a waiting row's next_at or
    /// a leased row's deadline; nullopt when all is delivered or refused.
    virtual Result<std::optional<std::int64_t>> next_due(std::string_view destination) = 0;

    /// Remembers the digest of the body, once, before the first try.
    virtual Result<void> freeze_body(const OutboxRow& row, std::string_view sha256_hex) = 0;

    /// The receiver has it: state delivered; the dossier gets its "passed_on" event in the same
    /// transaction. `receipt` is what the receiver calls it.
    virtual Result<void> mark_delivered(const OutboxRow& row, std::string_view receipt,
                                        std::int64_t now_millis) = 0;

    /// Back to waiting until `next_at`. `error` is a code without personal data ("http_500").
    virtual Result<void> mark_retry(const OutboxRow& row, std::int64_t next_at_millis,
                                    std::string_view error) = 0;

    /// The receiver will never take it as it is; a person has to look. Later rows of the same
    /// dossier stay behind it.
    virtual Result<void> mark_refused(const OutboxRow& row, std::string_view error,
                                      std::int64_t now_millis) = 0;
};

}  // namespace motcua::backend::forwarding
