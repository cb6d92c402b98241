#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "shared/core/result.hpp"

namespace motcua::backend::config {

/// What the command line says, checked.
struct Options {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8081;
    std::filesystem::path data;
    std::filesystem::path assets;
    std::filesystem::path catalogue;      ///< published procedures; "" = those of assets, as written
    std::filesystem::path catalogue_key;  ///< public key that they are signed with
    std::string receiver;                 ///< where accepted dossiers are forwarded to
    std::string public_url;               ///< "https://motcua.example"; "" = QR codes say the path alone
    std::filesystem::path offices;        ///< offices and slots; "" = those stored before
    bool demonstration = false;
    bool check_log = false;                        ///< check the log of visits and end
    std::string kiosk_pass;                        ///< print the pass of this kiosk and end
    std::vector<std::string> lost_kiosks;          ///< whose passes are void
    std::int64_t calm_requests = 60;               ///< of an office at once, before they are work
    std::int64_t retry_base_millis = 2'000;        ///< first wait after a failed delivery
    std::int64_t forward_timeout_millis = 20'000;  ///< of one delivery
};

/// What to do after reading the command line.
struct Parsed {
    std::optional<Options> options;  ///< nullopt: nothing more to do
    int exit_code = 0;               ///< then end with this
};

/// Prints help or what is wrong by itself.
Parsed parse(int argc, const char* const* argv);

}  // namespace motcua::backend::config
