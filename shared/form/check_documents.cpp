#include "shared/form/check_documents.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "shared/checklist/checklist.hpp"
#include "shared/form/check_value.hpp"

namespace motcua::form {
namespace {

// As the backend takes them (docs/API.md): 20 files a dossier.
constexpr std::size_t kMaxFiles = 20;

bool has_repeats(std::vector<std::string> files) {
    std::sort(files.begin(), files.end());
    return std::adjacent_find(files.begin(), files.end()) != files.end();
}

/// The code of what is wrong with the files of one paper, "" when nothing is.
const char* check_files(const GivenDocument& given) {
    if (given.provision != Provision::Attached) {
        return given.files.empty() ? "" : "document_files_unexpected";
    }
    if (given.files.empty()) {
        return "document_no_file";
    }
    if (given.files.size() > kMaxFiles) {
        return "document_too_many_files";
    }
    if (!std::all_of(given.files.begin(), given.files.end(), is_digest)) {
        return "document_digest";
    }
    return has_repeats(given.files) ? "document_file_twice" : "";
}

const char* check_given(const checklist::Item& item, const GivenDocument& given) {
    const auto& choices = item.choices;
    if (std::find(choices.begin(), choices.end(), given.provision) == choices.end()) {
        return "document_provision";
    }
    return check_files(given);
}

/// The first paper given under this id; nullptr when there is none.
const GivenDocument* find_given(const std::vector<GivenDocument>& documents, std::string_view id) {
    const auto found = std::find_if(documents.begin(), documents.end(),
                                    [&](const GivenDocument& given) { return given.id == id; });
    return found == documents.end() ? nullptr : &*found;
}

}  // namespace

void check_documents(Standing& standing, const std::vector<GivenDocument>& documents, Findings& findings) {
    std::set<const GivenDocument*> expected;
    const auto is_undecided = [&](const catalogue::Document& document) {
        return standing.reads_unsettled(document.required_if, {});
    };
    for (const catalogue::Document& document : standing.procedure().documents) {
        if (is_undecided(document)) {
            expected.insert(find_given(documents, document.id));
        }
    }
    for (const checklist::Item& item : checklist::needed(standing)) {
        if (item.choices.empty() || is_undecided(*item.document)) {
            continue;  // Made from the answers, or not known yet.
        }
        const GivenDocument* given = find_given(documents, item.document->id);
        expected.insert(given);
        const char* code = given == nullptr ? "document_missing" : check_given(item, *given);
        if (*code != '\0') {
            findings.push_back({item.document->id, code, {}});
        }
    }
    for (const GivenDocument& given : documents) {
        if (!expected.contains(&given)) {
            findings.push_back({shortened(given.id), "document_not_needed", {}});
        }
    }
}

}  // namespace motcua::form
