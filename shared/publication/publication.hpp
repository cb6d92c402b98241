#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/json/value.hpp"

/// How procedures get from those who write them to those who use them: every file signed, so
/// that nobody between the two can change a question, a paper or a fee. docs/catalogue.md.
namespace motcua::publication {

/// A key procedures are published with.
struct Key {
    crypto::KeyPair pair;
    bool demonstration = false;  ///< For trying out: a backend that is no demonstration refuses it
};
using Seed = std::array<std::uint8_t, 32>;

/// The first 16 hex digits of the public key's SHA-256.
std::string key_id(const crypto::PublicKey& key);

/// The key file: {"v":1,"alg":"Ed25519","key":id,"public":hex,"seed":hex,"demonstration":…}. A secret.
std::string encode_secret(const Seed& seed, bool demonstration);
/// InvalidInput with "publication.key".
Result<Key> decode_secret(std::string_view text);
/// The same without "seed": what those who use the procedures get.
std::string encode_public(const Key& key);
/// `demonstration` takes the key of a demonstration too; Forbidden with "publication.demonstration"
/// when the key is one and this is none.
Result<crypto::PublicKey> decode_public(std::string_view text, bool demonstration);

/// The detached signature (RFC 8032) over exactly these bytes:
/// {"alg":"Ed25519","key":id,"value":128 hex digits}.
std::string signature_of(std::string_view bytes, const Key& key);

/// InvalidInput with one finding when the bytes must not be used: "publication.signature" (no such
/// signature, or a broken one), "publication.other_key", "publication.changed".
Result<void> check_signature(std::string_view bytes, std::string_view signature,
                             const crypto::PublicKey& trusted);

struct File {
    std::string name;
    std::string bytes;
};

/// Every file in its published form, an index.json over them, and a ".sig" for each. `procedures`
/// are files that have their lists; several editions of one procedure may be among them. InvalidInput
/// has the reader's findings, "publication.twice" for an edition that is there twice, and
/// "publication.overlap" for one that begins to be in force on the same day as another.
Result<std::vector<File>> publish(const std::vector<json::Value>& procedures, const Key& key);

}  // namespace motcua::publication
