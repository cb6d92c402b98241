#include "shared/crypto/crypto.hpp"
#include "shared/dossier/package_rules.hpp"
#include "shared/json/write.hpp"

namespace motcua::dossier {
namespace {

constexpr std::size_t kKeyDigits = 64;
constexpr std::size_t kSignatureDigits = 128;

struct DeviceSignature {
    crypto::PublicKey key{};
    crypto::Signature value{};
};

/// An envelope whose members have the right names and types.
struct Parts {
    PackageRequest request;  ///< without its form
    const json::Value* form = nullptr;
    const json::Value* manifest = nullptr;
    std::string form_sha256;
    std::string procedure;
    std::string edition;
    DeviceSignature signature;
};

bool is_ed25519(std::string_view text) {
    return text == "Ed25519";
}

bool is_key_hex(std::string_view text) {
    return detail::is_hex(text, kKeyDigits);
}

bool is_signature_hex(std::string_view text) {
    return detail::is_hex(text, kSignatureDigits);
}

bool is_digest_hex(std::string_view text) {
    return detail::is_hex(text, kKeyDigits);
}

DeviceSignature read_signature(json::Shape shape) {
    shape.text("alg", "algorithm", is_ed25519);
    const std::string key = shape.text("key", "hex", is_key_hex);
    const std::string value = shape.text("value", "hex", is_signature_hex);
    shape.close();
    DeviceSignature signature;
    // What is no hex has been noted; then these bytes are not used.
    crypto::from_hex(key, signature.key);
    crypto::from_hex(value, signature.value);
    return signature;
}

void read_manifest(json::Shape manifest, Parts& parts, std::vector<Finding>& findings) {
    manifest.expect("v", 1);
    detail::read_common(manifest, parts.request, findings);
    json::Shape form = manifest.object("form");
    parts.form_sha256 = form.text("sha256", "hex", is_digest_hex);
    form.close();
    json::Shape procedure = manifest.object("procedure");
    parts.procedure = procedure.text("code");
    parts.edition = procedure.text("edition");
    procedure.close();
    manifest.close();
}

Result<Parts> take_apart(const json::Value& envelope) {
    std::vector<Finding> findings;
    json::Shape shape(envelope, "", detail::kPackage, findings);
    Parts parts;
    shape.expect("v", 1);
    parts.form = &shape.any("form");
    parts.signature = read_signature(shape.object("signature"));
    read_manifest(shape.object("manifest"), parts, findings);
    shape.close();
    parts.manifest = envelope.find("manifest");
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "package: shape", std::move(findings)};
    }
    return parts;
}

bool signature_fits(const DeviceSignature& signature, const crypto::Digest& digest) {
    return crypto::verify(signature.value, crypto::as_text(digest), signature.key);
}

/// What can only be wrong once all members are there.
std::vector<Finding> judge(const Parts& parts, const Package& package, const crypto::Digest& digest) {
    std::vector<Finding> findings;
    if (crypto::hex(crypto::sha256(package.form_bytes)) != parts.form_sha256) {
        findings.push_back({"manifest.form.sha256", "package.form_altered", {}});
    }
    if (package.request.form.procedure != parts.procedure || package.request.form.edition != parts.edition) {
        findings.push_back({"manifest.procedure", "package.procedure_differs", {}});
    }
    detail::check_files(package.request, findings);
    if (!signature_fits(parts.signature, digest)) {
        findings.push_back({"signature.value", "package.signature", {}});
    }
    return findings;
}

}  // namespace

Result<Package> open_package(const json::Value& envelope) {
    MC_TRY_ASSIGN(Parts parts, take_apart(envelope));
    Package package;
    package.request = std::move(parts.request);
    package.form_bytes = json::write_canonical(*parts.form);
    MC_TRY_ASSIGN(package.request.form, detail::inner_form(form::read(package.form_bytes)));
    package.manifest_bytes = json::write_canonical(*parts.manifest);
    const crypto::Digest digest = crypto::sha256(package.manifest_bytes);
    package.manifest_sha256 = crypto::hex(digest);
    package.signer_key = crypto::hex(parts.signature.key);
    std::vector<Finding> findings = judge(parts, package, digest);
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "package: altered", std::move(findings)};
    }
    return package;
}

}  // namespace motcua::dossier
