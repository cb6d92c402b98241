#include "backend/receiver/envelope.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "backend/forwarding/delivery.hpp"
#include "backend/security/base64.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/dossier/package.hpp"
#include "shared/json/read.hpp"

namespace motcua::receiver {

namespace {

constexpr std::size_t kMaxBodyBytes = 80U << 20U;

Error refuse(ErrorCode code, std::string why) {
    return {code, std::move(why)};
}

bool is_key(std::string_view key) {
    return !key.empty() && key.size() <= 80 && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
               c == '_' || c == '-';
    });
}

/// Exactly these members, so that a misunderstanding shows at once.
bool has_exactly(const json::Value& value, const std::set<std::string_view>& names) {
    const json::Object* object = value.object();
    return object != nullptr && object->size() == names.size() &&
           std::all_of(object->begin(), object->end(),
                       [&names](const json::Member& member) { return names.count(member.first) == 1; });
}

Result<json::Value> check_file(const json::Value& file) {
    if (!has_exactly(file, {"sha256", "media_type", "name", "content"})) {
        return refuse(ErrorCode::InvalidInput, "a file has other members than expected");
    }
    const json::Value* encoded = file.find("content");
    const auto content =
        encoded->string() == nullptr ? std::nullopt : backend::security::from_base64(*encoded->string());
    if (!content) {
        return refuse(ErrorCode::InvalidInput, "a file is not base64");
    }
    if (crypto::hex(crypto::sha256(*content)) != file.text_or("sha256")) {
        return refuse(ErrorCode::InvalidInput, "a file does not fit its digest");
    }
    return json::Value(json::Object{{"sha256", file.text_or("sha256")},
                                    {"media_type", file.text_or("media_type")},
                                    {"name", file.text_or("name")},
                                    {"size", static_cast<std::int64_t>(content->size())}});
}

Result<json::Array> check_files(const json::Value& body) {
    json::Array files;
    for (const json::Value& file : body.array_at("files")) {
        MC_TRY_ASSIGN(json::Value checked, check_file(file));
        files.push_back(std::move(checked));
    }
    return files;
}

/// Every file the manifest names has come.
Result<void> check_complete(const dossier::Package& package, const json::Array& files) {
    std::set<std::string> came;
    for (const json::Value& file : files) {
        came.insert(file.text_or("sha256"));
    }
    for (const dossier::FileEntry& entry : package.request.files) {
        if (came.count(entry.sha256) == 0) {
            return refuse(ErrorCode::InvalidInput, "a file of the manifest is missing");
        }
    }
    return {};
}

Result<void> check_headers(const Delivery& delivery, const std::string& sha256) {
    if (delivery.content_type.rfind("application/json", 0) != 0) {
        return refuse(ErrorCode::UnsupportedType, "application/json is expected");
    }
    if (!is_key(delivery.idempotency_key)) {
        return refuse(ErrorCode::Unauthenticated, "Idempotency-Key is missing or malformed");
    }
    if (delivery.content_digest != backend::forwarding::content_digest(sha256)) {
        return refuse(ErrorCode::Unauthenticated, "Content-Digest is missing or does not fit the body");
    }
    return {};
}

}  // namespace

Result<Envelope> check(const Delivery& delivery) {
    std::string sha256 = crypto::hex(crypto::sha256(delivery.body));
    MC_TRY(check_headers(delivery, sha256));
    MC_TRY_ASSIGN(const json::Value body,
                  json::read(delivery.body, {.max_bytes = kMaxBodyBytes, .max_depth = 64}));
    if (!has_exactly(body, {"v", "kind", "code", "received_at", "office", "envelope", "files"}) ||
        body.integer_or("v", 0) != 1 || body.text_or("kind") != "dossier" || body.text_or("code").empty()) {
        return refuse(ErrorCode::InvalidInput, "the body is not a dossier, version 1");
    }
    MC_TRY_ASSIGN(const dossier::Package package, dossier::open_package(*body.find("envelope")));
    MC_TRY_ASSIGN(json::Array files, check_files(body));
    MC_TRY(check_complete(package, files));
    return Envelope{.code = body.text_or("code"),
                    .sha256 = std::move(sha256),
                    .contents = json::Object{{"code", body.text_or("code")},
                                             {"received_at", *body.find("received_at")},
                                             {"office", body.text_or("office")},
                                             {"envelope", *body.find("envelope")},
                                             {"files", std::move(files)}}};
}

}  // namespace motcua::receiver
