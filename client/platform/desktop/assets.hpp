#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "client/app/message.hpp"
#include "client/platform/desktop/trust.hpp"

namespace motcua::kiosk {

/// The server's assets by name, as browsers get them: /assets/manifest.json says which file
/// stands for "lang/vi" today. For the worker's thread.
class Assets {
public:
    /// Procedures are used only when they are signed with this key.
    Assets(std::string server, const crypto::PublicKey& trusted)
        : server_(std::move(server)), trust_(trusted) {}

    /// As the server gives it.
    std::optional<std::string> fetch(const std::string& name);
    /// The answer to FetchAsset; app::kUntrusted for a procedure that must not be used.
    app::Asset asset(const std::string& name);

private:
    bool load_manifest();
    app::Asset procedure(const std::string& name);

    std::string server_;
    std::map<std::string, std::string> paths_;
    Trust trust_;
};

}  // namespace motcua::kiosk
