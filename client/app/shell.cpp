#include "client/app/shell.hpp"

#include <algorithm>
#include <utility>

#include "client/page/build.hpp"
#include "shared/json/read.hpp"

namespace motcua::app {

namespace {

constexpr std::string_view kLangPrefix = "lang/";

constexpr std::string_view kButtonPrefix = "lang.";

/// Vietnamese there is always.
bool is_known(const Shell& shell, std::string_view lang) {
    return lang == "vi" || std::any_of(shell.offered.begin(), shell.offered.end(),
                                       [lang](const Language& each) { return each.code == lang; });
}

/// What is in a language of its own has children in the page's, unless they say otherwise.
void settle(page::Node& node, const std::string& page_lang) {
    for (page::Node& child : node.children) {
        if (child.lang.empty() && !node.lang.empty()) {
            child.lang = page_lang;
        }
        settle(child, page_lang);
    }
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

Shell begun_shell(const Shell& before, const Start& start) {
    Shell shell;
    shell.now_secs = before.now_secs;
    shell.last_call = before.last_call;
    shell.focus = before.focus;
    shell.said = before.said;
    shell.offered = start.languages;
    shell.agency = start.agency;
    shell.lang = is_known(shell, start.lang) ? start.lang : shell.lang;
    return shell;
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
    if (!is_known(shell, lang)) {
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
    if (!is_known(shell, lang)) {
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
    if (id.substr(0, kButtonPrefix.size()) != kButtonPrefix) {
        return false;
    }
    id.remove_prefix(kButtonPrefix.size());
    want_language(shell, id == "retry" ? std::string_view(shell.lang) : id, effects);
    return true;
}

std::string brand_name(const Shell& shell, const char* product_key) {
    return shell.agency.empty() ? shell.texts().get(product_key) : shell.agency.in(shell.lang);
}

page::Node language_bar(const Shell& shell) {
    // Each language is named in itself, so that its readers find it.
    std::vector<page::Node> buttons;
    for (const Language& each : shell.offered) {
        page::Node node = page::button(std::string(kButtonPrefix) + each.code, each.name);
        node.toggles = true;
        node.selected = shell.lang == each.code;
        node.lang = node.selected ? "" : each.code;
        node.busy = shell.wanted_lang == each.code;
        buttons.push_back(std::move(node));
    }
    return page::toolbar("lang", std::move(buttons));
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
    for (page::Node& node : page.main) {
        settle(node, page.lang);
    }
    page.focus = shell.focus;
    page.announcement = {
        .number = shell.said, .assertive = shell.said_assertive, .text = shell.say_it(shell.sentence)};
}

}  // namespace motcua::app
