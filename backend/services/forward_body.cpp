#include <string>

#include "backend/security/base64.hpp"
#include "backend/services/dossiers.hpp"
#include "shared/json/write.hpp"

namespace motcua::backend::services {

namespace {

std::string quoted(const std::string& text) {
    return json::write(json::Value(text));
}

}  // namespace

// Put together as text, not as a json::Value: the files alone may be 67 MiB in base64.
Result<std::string> Dossiers::forward_body(storage::Stores& stores, std::string_view id) const {
    const auto dossier = stores.dossiers.dossier(id);
    if (!dossier) {
        return Error{.code = ErrorCode::NotFound, .detail = "no such dossier", .findings = {}};
    }
    MC_TRY_ASSIGN(const json::Value envelope_value, envelope(*dossier));
    MC_TRY_ASSIGN(const dossier::Package package, dossier::open_package(envelope_value));
    std::string body = R"({"v":1,"kind":"dossier","code":)" + quoted(dossier->code) + R"(,"received_at":)" +
                       std::to_string(dossier->received_at_secs) + R"(,"office":)" + quoted(dossier->office) +
                       R"(,"envelope":)" + json::write_canonical(envelope_value) + R"(,"files":[)";
    const char* comma = "";
    for (const dossier::FileEntry& file : package.request.files) {
        MC_TRY_ASSIGN(const std::string bytes, uploads_.read(stores, file.upload));
        body += comma;
        body += R"({"sha256":)" + quoted(file.sha256) + R"(,"media_type":)" + quoted(file.media_type) +
                R"(,"name":)" + quoted(file.name) + R"(,"content":")";
        body += security::base64(bytes);
        body += "\"}";
        comma = ",";
    }
    body += "]}";
    return body;
}

}  // namespace motcua::backend::services
