#include "shared/crypto/crypto.hpp"
#include "shared/dossier/package_rules.hpp"
#include "shared/json/write.hpp"

namespace motcua::dossier {
namespace {

json::Value manifest_of(const PackageRequest& request, const std::string& form_sha256) {
    return json::Object{
        {"appointment", detail::encode_appointment(request.appointment)},
        {"created_at", request.created_at_secs},
        {"files", detail::encode_files(request.files)},
        {"form", json::Object{{"sha256", form_sha256}}},
        {"id", request.id},
        {"nonce", request.nonce},
        {"office", request.office},
        {"procedure", json::Object{{"code", request.form.procedure}, {"edition", request.form.edition}}},
        {"v", 1}};
}

}  // namespace

Result<std::string> sign_package(const PackageRequest& request) {
    // The same rules as for a request that came as text: nothing is signed that
    // open_package would refuse.
    MC_TRY(decode_request(encode(request)));
    json::Value form_value = form::encode(request.form);
    const std::string form_bytes = json::write_canonical(form_value);
    json::Value manifest = manifest_of(request, crypto::hex(crypto::sha256(form_bytes)));
    const crypto::Digest digest = crypto::sha256(json::write_canonical(manifest));

    crypto::KeyPair keys = crypto::make_key_pair();
    const crypto::Signature signature = crypto::sign(crypto::as_text(digest), keys.secret_key);
    crypto::wipe(keys.secret_key);

    return json::write_canonical(json::Object{
        {"form", std::move(form_value)},
        {"manifest", std::move(manifest)},
        {"signature",
         json::Object{
             {"alg", "Ed25519"}, {"key", crypto::hex(keys.public_key)}, {"value", crypto::hex(signature)}}},
        {"v", 1}});
}

}  // namespace motcua::dossier
