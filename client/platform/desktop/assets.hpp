#pragma once

#include <map>
#include <optional>
#include <string>

#include "client/app/message.hpp"
#include "shared/crypto/crypto.hpp"

namespace motcua::kiosk {

/// The server's assets by name, as browsers get them: /assets/manifest.json says which file
/// stands for "lang/vi" today. For the worker's thread.
class Assets {
public:
    explicit Assets(std::string server) : server_(std::move(server)) {}
    std::optional<std::string> fetch(const std::string& name);

    /// Procedures are used only when they are signed with this key (docs/catalogue.md).
    void trust(const crypto::PublicKey& key) { trusted_ = key; }
    /// The answer to FetchAsset. Without a trusted key procedures are taken as the server gives them.
    app::Asset asset(const std::string& name);

private:
    bool load_manifest();
    std::string server_;
    std::map<std::string, std::string> paths_;
    std::optional<crypto::PublicKey> trusted_;
};

}  // namespace motcua::kiosk
