#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>

#include "backend/http/backend.hpp"
#include "backend/http/message.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::http {

/// Names one request that may be repeated: who may see its answer, its key, its body.
struct RepeatKey {
    std::string scope;
    std::string key;
    std::string request_hash;
};

/// First answers of requests marked *once* (docs/API.md).
class Repeats {
public:
    explicit Repeats(const Backend& backend) : backend_(backend) {}

    /// InvalidInput when the request carries no usable Idempotency-Key.
    Result<RepeatKey> key_of(const Request& request, const std::string& user) const;

    /// False while another request with this key is being worked on.
    bool enter(const RepeatKey& key);
    void leave(const RepeatKey& key);

    /// The first answer; nullopt when there is none yet; KeyReused for another body.
    Result<std::optional<Response>> find(storage::Stores& stores, const RepeatKey& key) const;
    void keep(storage::Stores& stores, const RepeatKey& key, const Response& response) const;
    /// Faults of ours, and what may be different in a moment, are not kept.
    static bool is_kept(const Response& response);

private:
    const Backend& backend_;
    std::mutex mutex_;
    std::unordered_set<std::string> working_;
};

}  // namespace motcua::backend::http
