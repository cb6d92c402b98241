#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/form/form.hpp"
#include "shared/json/value.hpp"

/// The dossier as it travels: form, manifest, and the device-key signature over the
/// SHA-256 of the manifest's canonical form (RFC 8785). Assurance level 1: it shows that
/// the device that filled the form in also handed it in; it is not a "chữ ký số".
namespace motcua::dossier {

struct FileEntry {
    /// Which paper of the checklist, or which answer: "anh_chan_dung", "thanh_vien.0.anh"
    std::string document;
    std::string name;        ///< As the person's device called it, NFC
    std::string media_type;  ///< "application/pdf", "image/jpeg", "image/png"
    std::int64_t size = 0;
    std::string sha256;
    std::string upload;  ///< Where the backend already holds it (docs/API.md)
};

struct Appointment {
    std::string booking;  ///< Id of the held booking
    std::int64_t starts_at_secs = 0;
};

/// What Sign is given.
struct PackageRequest {
    std::string id;     ///< 32 hex digits, made by the client
    std::string nonce;  ///< 32 hex digits; used once
    std::string office;
    std::int64_t created_at_secs = 0;
    form::Form form;
    std::vector<FileEntry> files;
    Appointment appointment;
};
json::Value encode(const PackageRequest& request);
Result<PackageRequest> decode_request(const json::Value& value);

/// What is handed in: POST /api/v1/dossiers.
/// {"form":{…},"manifest":{…},"signature":{"alg":"Ed25519","key":hex,"value":hex},"v":1}
/// manifest: {"appointment":{"booking","starts_at"},"created_at","files":[…],
///  "form":{"sha256"},"id","nonce","office","procedure":{"code","edition"},"v":1}
/// Makes a key, signs, forgets it. Returns the envelope's canonical JSON text.
Result<std::string> sign_package(const PackageRequest& request);

/// A read and verified envelope.
struct Package {
    PackageRequest request;
    std::string manifest_bytes;   ///< canonical
    std::string form_bytes;       ///< canonical
    std::string manifest_sha256;  ///< hex
    std::string signer_key;       ///< hex
};

/// Structure, limits, digests, signature, and that form and manifest name the same files.
/// InvalidInput with findings "package.<reason>" at the member's path, or form::decode's own
/// under "form."; does not judge the form (form::check) nor look at file bytes.
Result<Package> open_package(const json::Value& envelope);

}  // namespace motcua::dossier
