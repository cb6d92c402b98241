#include "client/app/search.hpp"

#include "client/app/editions.hpp"
#include "client/app/wording.hpp"
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
        if (!matches(label, typed)) {
            continue;
        }
        if (out.matches.size() == most) {
            out.more = true;
            break;
        }
        out.matches.push_back({option.id, label, option.hint.empty() ? "" : option.hint.in(lang)});
        out.exact = out.matches.size() == 1 && text::search_key(label) == text::search_key(typed);
    }
    return out;
}

}  // namespace

std::vector<const Listed*> found_procedures(const State& state) {
    const std::string& lang = state.shell.lang;
    std::vector<const Listed*> found;
    for (const Listed* listed : offered(state)) {
        std::string words = listed->name.in(lang);
        for (const catalogue::Text* more : {&listed->summary, &listed->field}) {
            words += more->empty() ? "" : " " + more->in(lang);
        }
        if (matches(words, state.searched)) {
            found.push_back(listed);
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
