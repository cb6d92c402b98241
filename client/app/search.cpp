#include "client/app/search.hpp"

#include <algorithm>

#include "client/app/editions.hpp"
#include "client/app/wording.hpp"
#include "shared/form/amount.hpp"
#include "shared/places/former.hpp"
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

/// " sao y ban chinh ": each word between spaces.
std::string spaced(const catalogue::Text& text, const std::string& lang) {
    return text.empty() ? " " : " " + text::search_key(text.in(lang)) + " ";
}

using Words = std::vector<std::string>;

Words words_of(const std::string& typed) {
    Words words;
    std::string key = text::search_key(typed) + " ";
    for (std::size_t end = key.find(' '); end != std::string::npos;
         key.erase(0, end + 1), end = key.find(' ')) {
        if (end > 0) {
            words.push_back(key.substr(0, end));
        }
    }
    return words;
}

/// Those that say what is looked for; when none does, all.
Words telling_words(const i18n::Texts& texts, const std::string& typed) {
    const Words all = words_of(typed);
    const Words ignored = words_of(texts.get("search.ignored"));
    Words telling;
    for (const std::string& word : all) {
        if (std::find(ignored.begin(), ignored.end(), word) == ignored.end()) {
            telling.push_back(word);
        }
    }
    return telling.empty() ? all : telling;
}

/// 2 when the word stands in `key`; 1 when it is the last, perhaps not typed to its end, and a word begins
/// so.
int fit(const std::string& key, const Words& words, std::size_t at) {
    const std::string word = " " + words[at];
    return key.find(word + " ") != std::string::npos                       ? 2
           : at + 1 == words.size() && key.find(word) != std::string::npos ? 1
                                                                           : 0;
}

/// A procedure, and how well what was typed fits it.
struct Candidate {
    FoundProcedure found;
    std::size_t words = 0;  ///< That were found
    int weight = 0;
};

/// Adds the other words, separated by commas, of which the word at `at` is one.
void add_meant(std::string& meant, const std::string& also, const Words& words, std::size_t at) {
    for (std::string_view one : form::between_commas(also)) {
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        const std::string other(one);
        if (fit(" " + text::search_key(other) + " ", words, at) > 0 &&
            meant.find(other) == std::string::npos) {
            meant += (meant.empty() ? "" : ", ") + other;
        }
    }
}

Candidate candidate(const Listed& listed, const std::string& lang, const Words& words) {
    constexpr int kInName = 4;
    constexpr int kInAlso = 3;
    const std::string name = spaced(listed.name, lang);
    const std::string about = spaced(listed.summary, lang) + spaced(listed.field, lang);
    const std::string also = listed.also.empty() ? "" : listed.also.in(lang);
    const std::string also_key = spaced(listed.also, lang);
    Candidate out{{&listed, "", false}};
    for (std::size_t at = 0; at < words.size(); ++at) {
        const int own = std::max(kInName * fit(name, words, at), fit(about, words, at));
        const int best = std::max(own, kInAlso * fit(also_key, words, at));
        out.words += best > 0 ? 1 : 0;
        out.weight += best;
        if (own == 0 && best > 0) {
            add_meant(out.found.by, also, words, at);
        }
    }
    return out;
}

bool better(const Candidate& a, const Candidate& b) {
    return a.words != b.words ? a.words > b.words : a.weight > b.weight;
}

/// What is shown of the candidates, the best of which comes first. Where one has all words, another is found
/// too when it has them nearly as prominently, and near with two words of three; else with half of the words.
std::vector<FoundProcedure> shown_of(std::vector<Candidate>& candidates, std::size_t words) {
    constexpr std::size_t kMostNear = 4;
    std::vector<FoundProcedure> shown;
    std::size_t near = 0;
    const Candidate best = candidates.empty() ? Candidate{} : candidates.front();
    const bool any = best.words == words;
    const int prominent = best.weight * 3 / 4;
    for (Candidate& one : candidates) {
        one.found.near = one.words < words || (words > 0 && one.weight <= prominent);
        const bool is_near = any ? one.words * 3 >= words * 2 : one.words * 2 >= words;
        if (!one.found.near || (is_near && ++near <= kMostNear)) {
            shown.push_back(std::move(one.found));
        }
    }
    return shown;
}

/// What the places of before 1 July 2025 that are called so belong to today.
void add_former(const State& state, SearchResult& out, std::vector<places::Former> found) {
    out.more = found.size() > kMostShown;
    found.resize(std::min(found.size(), kMostShown));
    for (const places::Former& one : found) {
        const places::Commune* commune = state.places.commune(one.code);
        const places::Province* province = state.places.province(one.code);
        out.former = true;
        out.matches.push_back({one.code, commune != nullptr ? commune->full : province->full,
                               state.shell.texts().get("address.former", {{"name", one.name}})});
    }
}

}  // namespace

std::vector<FoundProcedure> found_procedures(const State& state, const std::string& typed) {
    const Words words = telling_words(state.shell.texts(), typed);
    std::vector<Candidate> candidates;
    for (const Listed* listed : offered(state)) {
        Candidate one = candidate(*listed, state.shell.lang, words);
        if (one.words > 0 || words.empty()) {
            const auto place = std::find_if(candidates.begin(), candidates.end(),
                                            [&one](const Candidate& other) { return better(one, other); });
            candidates.insert(place, std::move(one));
        }
    }
    return shown_of(candidates, words.size());
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
        if (out.matches.empty()) {
            add_former(state, out,
                       places::former_provinces(state.old_places, state.places, typed, kMostShown + 1));
        }
    } else if (const auto province = part.answers.find(spot.id + ".province");
               province != part.answers.end()) {
        for (const places::Commune* place :
             state.places.find_communes(province->second, typed, kMostShown + 1)) {
            add_place(out, *place, key);
        }
        if (out.matches.empty()) {
            add_former(state, out,
                       places::former_communes(state.old_places, state.places, province->second, typed,
                                               kMostShown + 1));
        }
    }
    return out;
}

}  // namespace motcua::app
