#include <string>

#include "client/platform/web/bridge.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/dossier/package.hpp"
#include "shared/json/read.hpp"

/// The `signing` module, loaded when a person signs: libsodium and shared/dossier.

namespace {

motcua::web::TextChannel channel;

motcua::Result<std::string> sign(std::string_view text) {
    MC_TRY_ASSIGN(const motcua::json::Value value, motcua::json::read(text));
    MC_TRY_ASSIGN(const motcua::dossier::PackageRequest request, motcua::dossier::decode_request(value));
    return motcua::dossier::sign_package(request);
}

}  // namespace

extern "C" {

/// False when there is no good source of random numbers.
bool mc_start() {
    return motcua::crypto::start();
}

char* mc_room(std::size_t bytes) {
    return channel.room(bytes);
}

/// A PackageRequest as JSON in, the signed envelope out; empty when it could not be made.
const char* ms_sign(std::size_t bytes) {
    const motcua::Result<std::string> envelope = sign(channel.received(bytes));
    return channel.answer(envelope ? *envelope : std::string());
}

/// The SHA-256 of the text, in hex: for pages that have no WebCrypto (plain HTTP).
const char* ms_sha256(std::size_t bytes) {
    return channel.answer(motcua::crypto::hex(motcua::crypto::sha256(channel.received(bytes))));
}

/// A public key (64 hex digits), a signature (128) and the bytes it is over: "yes" when it holds. For
/// browsers that do not know Ed25519.
const char* ms_verify(std::size_t bytes) {
    const std::string_view given = channel.received(bytes);
    motcua::crypto::PublicKey key{};
    motcua::crypto::Signature signature{};
    const std::size_t head = 2 * (key.size() + signature.size());
    const bool holds =
        given.size() >= head && motcua::crypto::from_hex(given.substr(0, 2 * key.size()), key) &&
        motcua::crypto::from_hex(given.substr(2 * key.size(), 2 * signature.size()), signature) &&
        motcua::crypto::verify(signature, given.substr(head), key);
    return channel.answer(holds ? "yes" : "");
}

std::size_t mc_answer_bytes() {
    return channel.answer_bytes();
}
}
