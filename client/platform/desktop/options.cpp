#include "client/platform/desktop/options.hpp"

#include <cstdlib>

namespace motcua::kiosk {

const char* const kUsage =
    "motcua-kiosk: the citizen's journey on a screen of its own\n"
    "  --catalogue-key FILE  public key that procedures must be signed with; cannot be left out\n"
    "  --demo              takes a demonstration key too\n"
    "  --server URL        backend that serves the pages too (http://127.0.0.1:8080)\n"
    "  --pass TEXT         what motcua-backend --kiosk-pass printed: no limits of addresses\n"
    "  --documents DIR     PDF, JPEG and PNG files in DIR can be attached\n"
    "  --size WxH          window in pixels (1080x1920)\n"
    "  --theme NAME        light, dark, contrast\n"
    "  --lang LANG         vi, en, another that the pages have\n"
    "  --typing METHOD     telex (the default), vni, or off when the system has an input method\n"
    "  --idle SECONDS      asks whether anybody is there after so long without input (120; 0: never)\n"
    "  --warning SECONDS   forgets everything so long after asking (30, at least 20)\n"
    "  --script FILE       takes the steps in FILE, then ends\n"
    "  --shot FILE         saves a picture at the end (.png, .bmp)\n";

namespace {

Error not_understood(const std::string& word) {
    return Error{ErrorCode::InvalidInput, "not understood: " + word, {}};
}

bool read_size(const std::string& text, Options& options) {
    const std::size_t by = text.find('x');
    if (by == std::string::npos) {
        return false;
    }
    options.width = std::atoi(text.substr(0, by).c_str());
    options.height = std::atoi(text.substr(by + 1).c_str());
    return options.width >= 320 && options.width <= 8192 && options.height >= 320 && options.height <= 8192;
}

bool read_theme(const std::string& text, Options& options) {
    if (text == "light") {
        options.theme = ui::ThemeName::Light;
    } else if (text == "dark") {
        options.theme = ui::ThemeName::Dark;
    } else if (text == "contrast") {
        options.theme = ui::ThemeName::Contrast;
    } else {
        return false;
    }
    return true;
}

bool read_typing(const std::string& text, Options& options) {
    if (text == "off") {
        options.typing.reset();
        return true;
    }
    options.typing = text::Typing{};
    if (text == "vni") {
        options.typing->method = text::TypingMethod::Vni;
    }
    return text == "telex" || text == "vni";
}

bool read_seconds(const std::string& text, int least, int& seconds) {
    constexpr int kMost = 3600;
    constexpr std::size_t kDigits = 4;
    if (text.empty() || text.size() > kDigits || text.find_first_not_of("0123456789") != std::string::npos) {
        return false;
    }
    seconds = std::atoi(text.c_str());
    return seconds >= least && seconds <= kMost;
}

bool take(const std::string& name, const std::string& value, Options& options) {
    if (name == "--size") {
        return read_size(value, options);
    }
    if (name == "--theme") {
        return read_theme(value, options);
    }
    if (name == "--typing") {
        return read_typing(value, options);
    }
    if (name == "--idle") {
        return read_seconds(value, 0, options.idle_secs);
    }
    if (name == "--warning") {
        constexpr int kLeast = 20;  // WCAG 2.2.1
        return read_seconds(value, kLeast, options.warn_secs);
    }
    std::string* const text = name == "--server"          ? &options.server
                              : name == "--catalogue-key" ? &options.catalogue_key
                              : name == "--pass"          ? &options.pass
                              : name == "--documents"     ? &options.documents
                              : name == "--script"        ? &options.script
                              : name == "--shot"          ? &options.shot
                              : name == "--lang"          ? &options.lang
                                                          : nullptr;
    if (text == nullptr || value.empty()) {
        return false;
    }
    *text = value;
    return true;
}

}  // namespace

Result<Options> read_options(const std::vector<std::string>& words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--help") {
            options.help = true;
        } else if (words[i] == "--demo") {
            options.demonstration = true;
        } else if (i + 1 >= words.size() || !take(words[i], words[i + 1], options)) {
            return not_understood(words[i]);
        } else {
            ++i;
        }
    }
    if (options.catalogue_key.empty() && !options.help) {
        return Error{ErrorCode::InvalidInput,
                     "--catalogue-key is missing: without it nobody can tell whether a procedure is as it "
                     "was published",
                     {}};
    }
    while (!options.server.empty() && options.server.back() == '/') {
        options.server.pop_back();
    }
    return options;
}

}  // namespace motcua::kiosk
