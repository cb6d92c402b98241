#include "client/app/search.hpp"

#include <algorithm>

#include "client/app/editions.hpp"
#include "client/app/wording.hpp"
#include "shared/form/amount.hpp"
#include "shared/text/text.hpp"

namespace motcua::app {

namespace {

constexpr std::size_t kMostShown = 8;
constexpr std::size_t kShownUnsearched = 5;

template <class T>
void add_place(SearchResult& out, const T& place, const std::string& key) {
    if (out.matches.size() == kMostShown) {
        out.more = true;
        return;
    }
    out.matches.push_back({place.code, place.full, ""});
    out.exact = out.matches.size() == 1 && (place.key.text == key || text::search_key(place.name) == key);
}

SearchResult search_options(const catalogue::Question& question, const std::string& typed,
                            const std::string& lang) {
    SearchResult out;
    const std::size_t most = text::search_key(typed).empty() ? kShownUnsearched : kMostShown;
    for (const catalogue::Option& option : question.options) {
        const std::string& label = option.label.in(lang);
        const std::string hint = option.hint.empty() ? "" : option.hint.in(lang);
        if (!matches(label + " " + hint, typed)) {
            continue;
        }
        if (out.matches.size() == most) {
            out.more = true;
            break;
        }
        out.matches.push_back({option.id, label, hint});
        out.exact = out.matches.size() == 1 && text::search_key(label) == text::search_key(typed);
    }
    return out;
}

/// Of the other words, separated by commas, those that say what `words` does not say.
std::string other_words(const std::string& words, const std::string& also, const std::string& typed) {
    std::string meant;
    std::string key = text::search_key(typed) + " ";
    for (std::size_t end = key.find(' '); end != std::string::npos;
         key.erase(0, end + 1), end = key.find(' ')) {
        const std::string word = key.substr(0, end);
        for (std::string_view one : form::between_commas(also)) {
            one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
            const std::string other(one);
            if (!matches(words, word) && matches(other, word) && meant.find(other) == std::string::npos) {
                meant += (meant.empty() ? "" : ", ") + other;
            }
        }
    }
    return meant;
}

}  // namespace

std::vector<FoundProcedure> found_procedures(const State& state) {
    const std::string& lang = state.shell.lang;
    std::vector<FoundProcedure> found;
    for (const Listed* listed : offered(state)) {
        std::string words = listed->name.in(lang);
        for (const catalogue::Text* more : {&listed->summary, &listed->field}) {
            words += more->empty() ? "" : " " + more->in(lang);
        }
        const std::string also = listed->also.empty() ? "" : listed->also.in(lang);
        if (matches(words + " " + also, state.searched)) {
            found.push_back({listed, other_words(words, also, state.searched)});
        }
    }
    return found;
}

SearchResult search(const State& state, const form::Spot& spot, const std::string& field) {
    const QuestionPart& part = state.dossier.questions;
    const auto typed_at = part.searched.find(field);
    const std::string typed = typed_at == part.searched.end() ? "" : typed_at->second;
    if (spot.question->type != catalogue::QuestionType::Address) {
        return search_options(*spot.question, typed, state.shell.lang);
    }
    SearchResult out;
    const std::string key = text::search_key(typed);
    if (key.empty()) {
        return out;
    }
    if (field == spot.id + ".province") {
        for (const places::Province* place : state.places.find_provinces(typed, kMostShown + 1)) {
            add_place(out, *place, key);
        }
    } else if (const auto province = part.answers.find(spot.id + ".province");
               province != part.answers.end()) {
        for (const places::Commune* place :
             state.places.find_communes(province->second, typed, kMostShown + 1)) {
            add_place(out, *place, key);
        }
    }
    return out;
}

}  // namespace motcua::app
