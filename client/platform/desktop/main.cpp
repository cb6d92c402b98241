// motcua-kiosk: the citizen's journey as a native program. See options.cpp for its flags.
#include <curl/curl.h>

#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "client/platform/desktop/assets.hpp"
#include "client/platform/desktop/file_shelf.hpp"
#include "client/platform/desktop/kiosk.hpp"
#include "client/platform/desktop/options.hpp"
#include "client/platform/desktop/script.hpp"
#include "client/platform/desktop/window.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/publication/publication.hpp"

namespace {

using namespace motcua;

/// The typeface comes from the server, like everything else that is shown.
Result<ui::FontBytes> fetch_fonts(const std::string& server) {
    kiosk::Assets assets(server);
    auto regular = assets.fetch("fonts/regular.ttf");
    auto semibold = assets.fetch("fonts/semibold.ttf");
    if (!regular || !semibold) {
        return Error{ErrorCode::Unavailable, "no answer from " + server, {}};
    }
    return ui::FontBytes{*std::move(regular), *std::move(semibold)};
}

/// nullopt when none was given.
Result<std::optional<crypto::PublicKey>> read_catalogue_key(const std::string& file) {
    if (file.empty()) {
        return std::optional<crypto::PublicKey>();
    }
    MC_TRY_ASSIGN(const crypto::PublicKey key, publication::decode_public(kiosk::read_whole(file)));
    return std::optional(key);
}

Result<int> run(const std::vector<std::string>& words) {
    MC_TRY_ASSIGN(const kiosk::Options options, kiosk::read_options(words));
    if (options.help) {
        std::cout << kiosk::kUsage;
        return 0;
    }
    MC_TRY_ASSIGN(std::vector<kiosk::Step> script,
                  kiosk::read_script(options.script.empty() ? "" : kiosk::read_whole(options.script)));
    if (script.empty() && !options.script.empty()) {
        return Error{ErrorCode::InvalidInput, "nothing to do in " + options.script, {}};
    }
    MC_TRY_ASSIGN(ui::FontBytes fonts, fetch_fonts(options.server));
    MC_TRY_ASSIGN(const std::optional<crypto::PublicKey> key, read_catalogue_key(options.catalogue_key));
    // The window goes first, while Dear ImGui still stands.
    MC_TRY_ASSIGN(const auto painter, ui::Painter::make(std::move(fonts)));
    MC_TRY_ASSIGN(const auto window, kiosk::Window::open("Một Cửa", options.width, options.height));
    window->attach(*painter);
    kiosk::Kiosk kiosk(options, *window, *painter, std::move(script));
    if (key) {
        kiosk.trust(*key);
    }
    return kiosk.run();
}

}  // namespace

int main(int count, char** words) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    if (!crypto::start()) {
        std::cerr << "libsodium does not start\n";
        return 1;
    }
    const Result<int> done = run({words + 1, words + count});
    if (!done) {
        std::cerr << "motcua-kiosk: " << done.error().detail << '\n' << kiosk::kUsage;
        return 2;
    }
    return *done;
}
