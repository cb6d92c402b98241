#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client/app/message.hpp"
#include "client/page/page.hpp"
#include "shared/calendar/date.hpp"
#include "shared/i18n/texts.hpp"

/// What the citizen's journey and the clerk's desk have in common: the time, the
/// languages, what is to be said and where the focus has to go.
namespace motcua::app {

/// A sentence that is not in any language yet.
struct Sentence {
    std::string key;
    i18n::Args args;
    bool operator==(const Sentence&) const = default;
};

/// How far something that was asked for has come.
enum class Load { Absent, Asked, Ready, Failed };

struct Shell {
    std::int64_t now_secs = 0;
    std::string lang = "vi";                                    ///< The language on screen.
    std::string wanted_lang;                                    ///< Shown as soon as it has come.
    std::vector<Language> offered;                              ///< All there are.
    std::map<std::string, i18n::Texts, std::less<>> languages;  ///< Those that are here.
    bool language_failed = false;
    i18n::Text agency;  ///< Whose pages these are
    int last_call = 0;
    page::FocusRequest focus;
    int said = 0;
    bool said_assertive = false;
    Sentence sentence;

    /// The texts on screen; every text is missing until the first language has come.
    [[nodiscard]] const i18n::Texts& texts() const;
    [[nodiscard]] bool ready() const { return languages.find(lang) != languages.end(); }
    [[nodiscard]] calendar::Date today() const { return calendar::day_in_vietnam(now_secs); }
    [[nodiscard]] std::string say_it(const Sentence& what) const;
};

/// The shell of somebody who begins. Numbers go on rising, so that late answers and old announcements are
/// known for what they are.
Shell begun_shell(const Shell& before, const Start& start);

/// The number of a new call to the platform.
int next_call(Shell& shell);

/// Asks that the focus goes to this node, or to the page's heading for "".
void focus_on(Shell& shell, std::string id = "");

/// Lets screen readers say this, when they come to it or at once.
void say(Shell& shell, Sentence what);
void say_at_once(Shell& shell, Sentence what);

/// Shows this language, fetching it when it is not here yet. Unknown ones are ignored.
void want_language(Shell& shell, std::string_view lang, std::vector<Effect>& effects);

/// Takes in "lang/…"; false for another asset.
bool take_language(Shell& shell, const Asset& asset);

/// "lang.<code>", and the button that fetches a failed language again.
bool press_language(Shell& shell, std::string_view id, std::vector<Effect>& effects);

/// What these pages are called: as the agency, or by this text where they are of no one agency.
std::string brand_name(const Shell& shell, const char* product_key);

/// The language buttons of the header.
page::Node language_bar(const Shell& shell);

/// The page before any text is here.
page::Page bare_page(const Shell& shell);

/// Fills in language, focus and announcement.
void finish_page(const Shell& shell, page::Page& page);

}  // namespace motcua::app
