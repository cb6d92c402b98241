#include "client/platform/desktop/assets.hpp"

#include <utility>

#include "client/platform/desktop/http.hpp"
#include "shared/json/read.hpp"
#include "shared/publication/publication.hpp"

namespace motcua::kiosk {

bool Assets::load_manifest() {
    if (!paths_.empty()) {
        return true;
    }
    const HttpReply reply = perform_patiently({"GET", server_ + "/assets/manifest.json", {}, ""});
    const auto manifest = json::read(reply.body);
    if (reply.status != 200 || !manifest || manifest->object() == nullptr) {
        return false;
    }
    for (const auto& [name, path] : *manifest->object()) {
        if (path.string() != nullptr) {
            paths_[name] = *path.string();
        }
    }
    return true;
}

std::optional<std::string> Assets::fetch(const std::string& name) {
    if (!load_manifest()) {
        return std::nullopt;
    }
    const auto at = paths_.find(name);
    if (at == paths_.end()) {
        return std::nullopt;
    }
    HttpReply reply = perform_patiently({"GET", server_ + at->second, {}, ""});
    if (reply.status != 200) {
        return std::nullopt;
    }
    return std::move(reply.body);
}

app::Asset Assets::asset(const std::string& name) {
    auto text = fetch(name);
    if (!text) {
        return {name, "", false};
    }
    if (trusted_ && name.rfind("procedures/", 0) == 0) {
        const auto signature = fetch(name + ".sig");
        if (!signature) {
            return {name, "", false};
        }
        if (!publication::check_signature(*text, *signature, *trusted_)) {
            return {name, app::kUntrusted, false};
        }
    }
    return {name, *std::move(text), true};
}

}  // namespace motcua::kiosk
