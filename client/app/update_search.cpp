#include "client/app/search.hpp"
#include "client/app/update.hpp"
#include "shared/text/text.hpp"

namespace motcua::app {

namespace {

constexpr std::string_view kField = "q.";
constexpr std::string_view kSearch = ".search";

/// "q.nyc_dan_toc.search" → "nyc_dan_toc"; "" for other nodes.
std::string searched_field(const std::string& node) {
    if (node.size() <= kField.size() + kSearch.size() || node.compare(0, kField.size(), kField) != 0 ||
        node.compare(node.size() - kSearch.size(), kSearch.size(), kSearch) != 0) {
        return "";
    }
    return node.substr(kField.size(), node.size() - kField.size() - kSearch.size());
}

void say_count(State& state, const SearchResult& found) {
    say(state.shell, {found.matches.empty() ? "search.none" : "search.found",
                      {{"count", std::to_string(found.matches.size())}}});
}

/// Nothing of today is called so: perhaps it was, before July 2025.
void look_further_back(Turn& turn, const std::string& field, const std::string& value) {
    constexpr std::size_t kLeastLetters = 3;
    const auto spot = present_spot(turn.state, field);
    if (spot && spot->question->type == catalogue::QuestionType::Address &&
        text::search_key(value).size() >= kLeastLetters && search(turn.state, *spot, field).matches.empty()) {
        want_old_places(turn);
    }
}

}  // namespace

bool input_search(Turn& turn, const std::string& id, const std::string& value) {
    const std::string field = searched_field(id);
    if (field.empty()) {
        return false;
    }
    State& state = turn.state;
    if (present_spot(state, field)) {
        state.dossier.questions.searched.insert_or_assign(field, value);
        look_further_back(turn, field, value);
    }
    return true;
}

bool commit_search(Turn& turn, const std::string& id, const std::string& value) {
    if (!input_search(turn, id, value)) {
        return false;
    }
    State& state = turn.state;
    const std::string field = searched_field(id);
    const auto spot = present_spot(state, field);
    if (!spot || text::search_key(value).empty()) {
        return true;
    }
    const SearchResult found = search(state, *spot, field);
    if (found.matches.size() == 1 && found.exact) {
        choose_question(turn, {field_id(field), found.matches.front().id});
        say(state.shell, {"search.chosen", {{"name", found.matches.front().name}}});
    } else {
        say_count(state, found);
    }
    return true;
}

void say_found(Turn& turn) {
    for (const auto& [field, typed] : turn.state.dossier.questions.searched) {
        if (const auto spot = present_spot(turn.state, field); spot && !typed.empty()) {
            say_count(turn.state, search(turn.state, *spot, field));
        }
    }
}

}  // namespace motcua::app
