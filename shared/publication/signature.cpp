#include <algorithm>
#include <utility>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/publication/publication.hpp"

namespace motcua::publication {
namespace {

using json::Object;

constexpr const char* kAlgorithm = "Ed25519";
constexpr std::size_t kIdDigits = 16;

Error fault(const char* code, const char* detail) {
    return Error{ErrorCode::InvalidInput, detail, {{"", code, {}}}};
}

Object public_members(const crypto::PublicKey& key) {
    return {{"v", 1}, {"alg", kAlgorithm}, {"key", key_id(key)}, {"public", crypto::hex(key)}};
}

}  // namespace

std::string key_id(const crypto::PublicKey& key) {
    const std::string_view bytes(reinterpret_cast<const char*>(key.data()), key.size());
    return crypto::hex(crypto::sha256(bytes)).substr(0, kIdDigits);
}

std::string encode_secret(const Seed& seed, bool demonstration) {
    Object members = public_members(crypto::key_pair_from_seed(seed).public_key);
    members.emplace_back("seed", crypto::hex(seed));
    members.emplace_back("demonstration", demonstration);
    return json::write(members) + "\n";
}

Result<Key> decode_secret(std::string_view text) {
    const Result<json::Value> value = json::read(text);
    Seed seed{};
    if (!value || value->text_or("alg") != kAlgorithm || !crypto::from_hex(value->text_or("seed"), seed)) {
        return fault("publication.key", "no key file");
    }
    Key key{crypto::key_pair_from_seed(seed), value->boolean_or("demonstration", false)};
    seed.fill(0);
    return key;
}

std::string encode_public(const Key& key) {
    Object members = public_members(key.pair.public_key);
    members.emplace_back("demonstration", key.demonstration);
    return json::write(members) + "\n";
}

Result<crypto::PublicKey> decode_public(std::string_view text, bool demonstration) {
    const Result<json::Value> value = json::read(text);
    crypto::PublicKey key{};
    if (!value || value->text_or("alg") != kAlgorithm || !crypto::from_hex(value->text_or("public"), key)) {
        return fault("publication.key", "no public key file");
    }
    if (value->boolean_or("demonstration", false) && !demonstration) {
        return Error{ErrorCode::Forbidden,
                     "a demonstration key: start with --demo, or use the office's own key",
                     {{"", "publication.demonstration", {}}}};
    }
    return key;
}

std::string signature_of(std::string_view bytes, const Key& key) {
    return json::write(Object{{"alg", kAlgorithm},
                              {"key", key_id(key.pair.public_key)},
                              {"value", crypto::hex(crypto::sign(bytes, key.pair.secret_key))}});
}

Result<void> check_signature(std::string_view bytes, std::string_view signature,
                             const crypto::PublicKey& trusted) {
    const Result<json::Value> value = json::read(signature);
    crypto::Signature given{};
    if (!value || value->text_or("alg") != kAlgorithm || !crypto::from_hex(value->text_or("value"), given)) {
        return fault("publication.signature", "no signature");
    }
    if (value->text_or("key") != key_id(trusted)) {
        return fault("publication.other_key", "signed with another key");
    }
    if (!crypto::verify(given, bytes, trusted)) {
        return fault("publication.changed", "changed after it was signed");
    }
    return {};
}

}  // namespace motcua::publication
