#pragma once

#include <map>
#include <optional>
#include <string>

namespace motcua::kiosk {

/// The server's assets by name, as browsers get them: /assets/manifest.json says which file
/// stands for "lang/vi" today. For the worker's thread.
class Assets {
public:
    explicit Assets(std::string server) : server_(std::move(server)) {}
    std::optional<std::string> fetch(const std::string& name);

private:
    bool load_manifest();
    std::string server_;
    std::map<std::string, std::string> paths_;
};

}  // namespace motcua::kiosk
