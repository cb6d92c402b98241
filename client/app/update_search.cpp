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

}  // namespace

bool input_search(Turn& turn, const std::string& id, const std::string& value) {
    const std::string field = searched_field(id);
    if (field.empty()) {
        return false;
    }
    State& state = turn.state;
    if (present_spot(state, field)) {
        state.dossier.questions.searched.insert_or_assign(field, value);
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
        say(state.shell, {found.matches.empty() ? "search.none" : "search.found",
                          {{"count", std::to_string(found.matches.size())}}});
    }
    return true;
}

}  // namespace motcua::app
