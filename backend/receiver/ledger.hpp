#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "backend/receiver/envelope.hpp"
#include "backend/security/sealer.hpp"
#include "shared/core/result.hpp"

namespace motcua::receiver {

/// One line of what was received.
struct Entry {
    std::string receipt;
    std::string idempotency_key;
    std::string sha256;
    std::string code;
    std::size_t files = 0;
};

/// What was received, each once, sealed on disk (one file a dossier; attachments are checked
/// and counted, but not kept) before it is acknowledged. Safe to use from several threads.
class Ledger {
public:
    /// Opens DIR, with its key in DIR/receiver.key and everything stored before.
    static Result<std::unique_ptr<Ledger>> open(const std::filesystem::path& folder);

    /// Stores it, or finds it stored. KeyReused when the key belongs to another body.
    Result<Entry> accept(const std::string& idempotency_key, const Envelope& envelope);

    [[nodiscard]] std::vector<Entry> entries() const;
    /// Envelope::contents of a receipt.
    [[nodiscard]] Result<json::Value> contents(const std::string& receipt) const;

private:
    Ledger(std::filesystem::path folder, backend::security::Sealer sealer);
    Result<void> load();
    Result<void> load_file(const std::filesystem::path& file);

    std::filesystem::path folder_;
    backend::security::Sealer sealer_;
    mutable std::mutex mutex_;
    std::map<std::string, Entry> by_key_;
};

}  // namespace motcua::receiver
