#include "client/platform/desktop/assets.hpp"

#include <string_view>
#include <utility>

#include "client/platform/desktop/http.hpp"
#include "shared/json/read.hpp"

namespace motcua::kiosk {
namespace {

constexpr std::string_view kProcedures = "procedures/";
constexpr const char* kIndex = "procedures/index";

}  // namespace

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
    if (name.rfind(kProcedures, 0) == 0) {
        return procedure(name);
    }
    auto text = fetch(name);
    return text ? app::Asset{name, *std::move(text), true} : app::Asset{name, "", false};
}

app::Asset Assets::procedure(const std::string& name) {
    if (name == kIndex) {
        paths_.clear();  // A kiosk runs for weeks, and procedures are published meanwhile.
    }
    auto text = fetch(name);
    if (!text) {
        return {name, "", false};
    }
    const std::string signature = fetch(name + ".sig").value_or("");
    bool trusted = false;
    if (name == kIndex) {
        trusted = trust_.accept_index(*text, signature);
    } else if (trust_.has_index() || procedure(kIndex).ok) {
        trusted = trust_.accepts(name.substr(kProcedures.size()), *text, signature);
    }
    return trusted ? app::Asset{name, *std::move(text), true} : app::Asset{name, app::kUntrusted, false};
}

}  // namespace motcua::kiosk
