#include "client/platform/desktop/upload.hpp"

#include <algorithm>
#include <array>

#include "client/platform/desktop/http.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::kiosk {
namespace {

std::string fresh_key() {
    std::array<std::uint8_t, 16> random{};
    crypto::random_bytes(random);
    return "up-" + crypto::hex(random);
}

HttpReply announce(const std::string& server, const app::Upload& upload, const std::string& lang) {
    const json::Value body = json::Object{{"dossier", upload.dossier},
                                          {"sha256", upload.sha256},
                                          {"size", upload.size},
                                          {"media_type", upload.media_type}};
    return perform_patiently(
        {"POST",
         server + "/api/v1/uploads",
         {{"Content-Type", "application/json"}, {"Accept-Language", lang}, {"Idempotency-Key", fresh_key()}},
         json::write(body)});
}

}  // namespace

app::UploadAnswer upload_file(const std::string& server, const app::Upload& upload, const std::string& bytes,
                              const std::string& lang, const std::function<void(std::int64_t)>& sent) {
    const HttpReply announced = announce(server, upload, lang);
    const auto answer = json::read(announced.body);
    if (announced.status != 201 || !answer) {
        return {upload.call, announced.status == 201 ? 0 : announced.status, "", announced.body};
    }
    const std::string id = answer->text_or("upload");
    const auto part =
        static_cast<std::size_t>(std::max<std::int64_t>(1, answer->integer_or("part_bytes", 1)));
    for (std::size_t at = 0, number = 0; at < bytes.size(); at += part, ++number) {
        const HttpReply reply =
            perform_patiently({"PUT",
                               server + "/api/v1/uploads/" + id + "/parts/" + std::to_string(number),
                               {{"Content-Type", "application/octet-stream"}, {"Accept-Language", lang}},
                               bytes.substr(at, part)});
        if (reply.status != 204) {
            return {upload.call, reply.status, "", reply.body};
        }
        sent(static_cast<std::int64_t>(std::min(at + part, bytes.size())));
    }
    return {upload.call, 201, id, announced.body};
}

}  // namespace motcua::kiosk
