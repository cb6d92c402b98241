#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

namespace motcua::receiver {

/// The parts of a request that matter here.
struct Delivery {
    std::string content_type;
    std::string content_digest;
    std::string idempotency_key;
    std::string body;
};

/// What a checked delivery says, its files without their contents.
struct Envelope {
    std::string code;
    std::string sha256;  ///< Of the body, hex
    json::Value
        contents;  ///< {"code","received_at","office","envelope","files":[{"sha256","media_type","name","size"}]}
};

/// docs/API.md, "To the receiver": headers, digest of the body, its shape, the signature of
/// the dossier inside, and the digest of every file.
Result<Envelope> check(const Delivery& delivery);

}  // namespace motcua::receiver
