#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/ui/theme.hpp"
#include "shared/core/result.hpp"
#include "shared/text/typing.hpp"

namespace motcua::kiosk {

/// What motcua-kiosk was called with.
struct Options {
    std::string server = "http://127.0.0.1:8080";
    std::string catalogue_key;   ///< File of the public key that procedures must be signed with
    bool demonstration = false;  ///< The key of a demonstration will do
    std::string pass;            ///< What motcua-backend --kiosk-pass printed; "" = limits hold here too
    std::string documents;       ///< Folder whose PDF, JPEG and PNG files can be attached; "" = none.
    std::string script;          ///< File of steps to take, see script.hpp; "" = a person is there.
    std::string shot;            ///< Picture to save when the script is done or the first page stands.
    std::string lang = "vi";
    ui::ThemeName theme = ui::ThemeName::Light;
    int width = 1080;
    int height = 1920;
    std::optional<text::Typing> typing =
        text::Typing{};  ///< How Vietnamese is typed; nullopt = by the system
    /// After so many seconds without anybody there the screen asks, and after some more forgets everything:
    /// the next person is a stranger. 0 = never, for a screen that is not shared.
    int idle_secs = 120;
    int warn_secs = 30;
    bool help = false;
};

/// InvalidInput says which word was not understood, or that there is no key to check procedures with.
Result<Options> read_options(const std::vector<std::string>& words);

extern const char* const kUsage;

}  // namespace motcua::kiosk
