#include "client/desk/list.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "client/app/wording.hpp"
#include "client/desk/view.hpp"
#include "shared/text/text.hpp"

namespace motcua::desk {

namespace {

/// Made once for each line, not once for each comparison.
struct Keyed {
    std::int64_t number = 0;
    std::string text;
    const Line* line = nullptr;
};

/// Lists of people stand by given name, which comes last: "Lê Thị An" before "Bùi Văn Bình".
std::string name_key(const std::string& name) {
    const std::string key = text::search_key(name);
    const std::size_t space = key.rfind(' ');
    return space == std::string::npos ? key : key.substr(space + 1) + " " + key;
}

Keyed keyed(const State& state, const Line& line) {
    switch (state.wish.by) {
        case SortBy::Applicant:
            return {0, name_key(line.applicant), &line};
        case SortBy::Procedure:
            return {0, text::search_key(procedure_name(state, line.procedure)), &line};
        case SortBy::Received:
            return {line.received_at_secs, "", &line};
        case SortBy::Appointment:
            return {line.starts_at_secs, "", &line};
        case SortBy::Due:
            // What nobody can tell comes after all that is known.
            return {line.due_at_secs == 0 ? std::numeric_limits<std::int64_t>::max() : line.due_at_secs, "",
                    &line};
    }
    return {};
}

}  // namespace

std::vector<const Line*> lines_shown(const State& state) {
    std::vector<Keyed> found;
    for (const Line& line : state.lines) {
        const std::string words =
            line.code + " " + line.applicant + " " + procedure_name(state, line.procedure);
        if (app::matches(words, state.wish.typed)) {
            found.push_back(keyed(state, line));
        }
    }
    const bool descending = state.wish.descending;
    std::sort(found.begin(), found.end(), [descending](const Keyed& a, const Keyed& b) {
        const Keyed& first = descending ? b : a;
        const Keyed& second = descending ? a : b;
        if (first.number != second.number) {
            return first.number < second.number;
        }
        if (const int order = first.text.compare(second.text); order != 0) {
            return order < 0;
        }
        return a.line->code < b.line->code;
    });
    std::vector<const Line*> lines;
    lines.reserve(found.size());
    for (const Keyed& each : found) {
        lines.push_back(each.line);
    }
    return lines;
}

int pages_of(std::size_t lines) {
    return static_cast<int>(std::max<std::size_t>(1, (lines + kRowsShown - 1) / kRowsShown));
}

const char* sort_name(SortBy by) {
    switch (by) {
        case SortBy::Applicant:
            return "applicant";
        case SortBy::Procedure:
            return "procedure";
        case SortBy::Received:
            return "received";
        case SortBy::Appointment:
            return "appointment";
        case SortBy::Due:
            return "due";
    }
    return "";
}

const std::vector<SortBy>& sort_columns() {
    static const std::vector<SortBy> kAll = {SortBy::Applicant, SortBy::Procedure, SortBy::Received,
                                             SortBy::Appointment, SortBy::Due};
    return kAll;
}

}  // namespace motcua::desk
