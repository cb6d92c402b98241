#include "client/app/shell.hpp"

#include <utility>

#include "client/page/build.hpp"
#include "shared/json/read.hpp"

namespace motcua::app {

namespace {

constexpr std::string_view kLangPrefix = "lang/";

bool is_known(std::string_view lang) {
    return lang == "vi" || lang == "en";
}

page::Node language_button(const Shell& shell, const char* lang, const char* name) {
    page::Node node = page::button(std::string("lang.") + lang, name);
    node.toggles = true;
    node.selected = shell.lang == lang;
    node.lang = shell.lang == lang ? "" : lang;
    node.busy = shell.wanted_lang == lang;
    return node;
}

}  // namespace

const i18n::Texts& Shell::texts() const {
    static const i18n::Texts kNone;
    const auto found = languages.find(lang);
    return found == languages.end() ? kNone : found->second;
}

std::string Shell::say_it(const Sentence& what) const {
    return what.key.empty() ? "" : texts().get(what.key, what.args);
}

int next_call(Shell& shell) {
    return ++shell.last_call;
}

void focus_on(Shell& shell, std::string id) {
    ++shell.focus.epoch;
    shell.focus.id = std::move(id);
}

void say(Shell& shell, Sentence what) {
    ++shell.said;
    shell.said_assertive = false;
    shell.sentence = std::move(what);
}

void say_at_once(Shell& shell, Sentence what) {
    say(shell, std::move(what));
    shell.said_assertive = true;
}

void want_language(Shell& shell, std::string_view lang, std::vector<Effect>& effects) {
    if (!is_known(lang)) {
        return;
    }
    shell.language_failed = false;
    if (shell.languages.find(lang) != shell.languages.end()) {
        shell.lang = lang;
        shell.wanted_lang.clear();
        return;
    }
    shell.wanted_lang = lang;
    effects.emplace_back(FetchAsset{std::string(kLangPrefix) + std::string(lang)});
}

bool take_language(Shell& shell, const Asset& asset) {
    if (asset.name.compare(0, kLangPrefix.size(), kLangPrefix) != 0) {
        return false;
    }
    const std::string lang = asset.name.substr(kLangPrefix.size());
    if (!is_known(lang)) {
        return true;
    }
    const auto file = json::read(asset.ok ? asset.text : "");
    if (file) {
        if (auto texts = i18n::Texts::read(lang, *file)) {
            shell.languages.insert_or_assign(lang, *std::move(texts));
        }
    }
    const bool here = shell.languages.find(lang) != shell.languages.end();
    if (shell.wanted_lang == lang) {
        shell.language_failed = !here;
        shell.wanted_lang.clear();
        if (here) {
            shell.lang = lang;
        } else if (shell.ready()) {
            say(shell, {"shell.language_failed", {}});
        }
    }
    return true;
}

bool press_language(Shell& shell, std::string_view id, std::vector<Effect>& effects) {
    if (id == "lang.vi" || id == "lang.en") {
        want_language(shell, id.substr(5), effects);
        return true;
    }
    if (id == "lang.retry") {
        want_language(shell, shell.lang, effects);
        return true;
    }
    return false;
}

page::Node language_bar(const Shell& shell) {
    // Each language is named in itself, so that its readers find it.
    return page::toolbar(
        "lang", {language_button(shell, "vi", "Tiếng Việt"), language_button(shell, "en", "English")});
}

page::Page bare_page(const Shell& shell) {
    // The only words outside assets/lang: what is said when assets/lang cannot be had.
    page::Page page{.id = "loading", .title = "Một Cửa", .lang = shell.lang, .busy = !shell.language_failed};
    page.main.push_back(page::heading("title", "Một Cửa"));
    if (shell.language_failed) {
        page.main.push_back(
            page::notice("failed", page::Tone::Error, "Không tải được trang này",
                         "Hãy kiểm tra kết nối mạng rồi thử lại. Check your connection and try again."));
        page.main.push_back(page::button("lang.retry", "Thử lại – Try again", page::Tone::Primary));
    }
    return page;
}

void finish_page(const Shell& shell, page::Page& page) {
    page.lang = shell.lang;
    page.focus = shell.focus;
    page.announcement = {
        .number = shell.said, .assertive = shell.said_assertive, .text = shell.say_it(shell.sentence)};
}

}  // namespace motcua::app
