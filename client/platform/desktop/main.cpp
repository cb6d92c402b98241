// motcua-kiosk: the citizen's journey as a native program. See options.cpp for its flags.
#include <curl/curl.h>

#include <filesystem>
#include <iostream>
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
Result<ui::FontBytes> fetch_fonts(const std::string& server, const crypto::PublicKey& trusted) {
    kiosk::Assets assets(server, trusted);
    auto regular = assets.fetch("fonts/regular.ttf");
    auto semibold = assets.fetch("fonts/semibold.ttf");
    if (!regular || !semibold) {
        return Error{ErrorCode::Unavailable, "no answer from " + server, {}};
    }
    return ui::FontBytes{*std::move(regular), *std::move(semibold)};
}

Result<crypto::PublicKey> read_catalogue_key(const kiosk::Options& options) {
    auto key = publication::decode_public(kiosk::read_whole(options.catalogue_key), options.demonstration);
    if (!key) {
        return Error{key.error().code, options.catalogue_key + ": " + key.error().detail, {}};
    }
    return key;
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
    MC_TRY_ASSIGN(const crypto::PublicKey trusted, read_catalogue_key(options));
    MC_TRY_ASSIGN(ui::FontBytes fonts, fetch_fonts(options.server, trusted));
    // The window goes first, while Dear ImGui still stands.
    MC_TRY_ASSIGN(const auto painter, ui::Painter::make(std::move(fonts)));
    MC_TRY_ASSIGN(const auto window, kiosk::Window::open("Một Cửa", options.width, options.height));
    window->attach(*painter);
    kiosk::Kiosk kiosk(options, trusted, *window, *painter, std::move(script));
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
