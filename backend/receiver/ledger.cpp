#include "backend/receiver/ledger.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <utility>

#include "shared/crypto/crypto.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::receiver {

namespace {

constexpr const char* kSuffix = ".sealed";

Error storage_fault() {
    return {ErrorCode::Unavailable, "cannot write the ledger"};
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return synced;
}

/// Whole or not at all, and there after a power cut.
Result<void> write_durably(const std::filesystem::path& file, std::string_view bytes) {
    std::filesystem::path beside = file;
    beside += ".new";
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return storage_fault();
    }
    const bool written = write_all(descriptor, bytes) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written || ::rename(beside.c_str(), file.c_str()) != 0 || !sync_folder(file.parent_path())) {
        return storage_fault();
    }
    return {};
}

Result<std::string> read_whole(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
        return Error{ErrorCode::Unavailable, "cannot read " + file.string()};
    }
    return bytes;
}

json::Value stored_form(const Entry& entry, const Envelope& envelope) {
    return json::Object{{"receipt", entry.receipt},
                        {"idempotency_key", entry.idempotency_key},
                        {"sha256", entry.sha256},
                        {"contents", envelope.contents}};
}

Entry entry_of(const json::Value& stored) {
    const json::Value* contents = stored.find("contents");
    return {.receipt = stored.text_or("receipt"),
            .idempotency_key = stored.text_or("idempotency_key"),
            .sha256 = stored.text_or("sha256"),
            .code = contents == nullptr ? "" : contents->text_or("code"),
            .files = contents == nullptr ? 0 : contents->array_at("files").size()};
}

}  // namespace

Ledger::Ledger(std::filesystem::path folder, backend::security::Sealer sealer)
    : folder_(std::move(folder)), sealer_(std::move(sealer)) {}

Result<std::unique_ptr<Ledger>> Ledger::open(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder / "received", failed);
    if (failed) {
        return Error{ErrorCode::Unavailable, "cannot make " + (folder / "received").string()};
    }
    MC_TRY_ASSIGN(auto key, backend::security::open_key_file(folder / "receiver.key"));
    std::unique_ptr<Ledger> ledger(
        new Ledger(folder / "received", backend::security::Sealer(std::move(key))));
    MC_TRY(ledger->load());
    return ledger;
}

Result<void> Ledger::load() {
    for (const auto& file : std::filesystem::directory_iterator(folder_)) {
        if (file.path().extension() == kSuffix) {
            MC_TRY(load_file(file.path()));
        }
    }
    return {};
}

Result<void> Ledger::load_file(const std::filesystem::path& file) {
    MC_TRY_ASSIGN(const std::string sealed, read_whole(file));
    MC_TRY_ASSIGN(const std::string plain, sealer_.open(sealed, file.stem().string()));
    MC_TRY_ASSIGN(const json::Value stored, json::read(plain));
    Entry entry = entry_of(stored);
    by_key_.emplace(entry.idempotency_key, std::move(entry));
    return {};
}

Result<Entry> Ledger::accept(const std::string& idempotency_key, const Envelope& envelope) {
    const std::lock_guard lock(mutex_);
    if (const auto known = by_key_.find(idempotency_key); known != by_key_.end()) {
        if (known->second.sha256 != envelope.sha256) {
            return Error{ErrorCode::KeyReused, "this key came with another body before"};
        }
        return known->second;
    }
    // The receipt is also the file's name, so that nothing of the sender's is in a path.
    std::string receipt = crypto::hex(crypto::sha256(idempotency_key)).substr(0, 24);
    const Entry entry{.receipt = receipt,
                      .idempotency_key = idempotency_key,
                      .sha256 = envelope.sha256,
                      .code = envelope.code,
                      .files = envelope.contents.array_at("files").size()};
    const std::string plain = json::write(stored_form(entry, envelope));
    MC_TRY(write_durably(folder_ / (receipt + kSuffix), sealer_.seal(plain, receipt)));
    by_key_.emplace(idempotency_key, entry);
    return entry;
}

std::vector<Entry> Ledger::entries() const {
    const std::lock_guard lock(mutex_);
    std::vector<Entry> all;
    for (const auto& [key, entry] : by_key_) {
        all.push_back(entry);
    }
    return all;
}

Result<json::Value> Ledger::contents(const std::string& receipt) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [key, entry] : by_key_) {
        if (entry.receipt == receipt) {
            MC_TRY_ASSIGN(const std::string sealed, read_whole(folder_ / (receipt + kSuffix)));
            MC_TRY_ASSIGN(const std::string plain, sealer_.open(sealed, receipt));
            MC_TRY_ASSIGN(const json::Value stored, json::read(plain));
            return *stored.find("contents");
        }
    }
    return Error{ErrorCode::NotFound, "no such receipt"};
}

}  // namespace motcua::receiver
