#include "shared/form/check_documents.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "shared/checklist/checklist.hpp"
#include "shared/form/check_value.hpp"

namespace motcua::form {
namespace {

// As the backend takes them (docs/API.md): 20 files a dossier.
constexpr std::size_t kMaxFiles = 20;
constexpr std::size_t kDigestDigits = 64;

bool is_digest(std::string_view text) {
    return text.size() == kDigestDigits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

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

}  // namespace

void check_documents(const catalogue::Procedure& procedure, const Form& form, Findings& findings) {
    std::vector<bool> used(form.documents.size(), false);
    for (const checklist::Item& item : checklist::needed(procedure, form.answers)) {
        if (item.choices.empty()) {
            continue;  // Made from the answers.
        }
        const GivenDocument* given = nullptr;
        for (std::size_t i = 0; i < form.documents.size(); ++i) {
            if (form.documents[i].id == item.document->id && given == nullptr) {
                given = &form.documents[i];
                used[i] = true;
            }
        }
        const char* code = given == nullptr ? "document_missing" : check_given(item, *given);
        if (*code != '\0') {
            findings.push_back({item.document->id, code, {}});
        }
    }
    for (std::size_t i = 0; i < form.documents.size(); ++i) {
        if (!used[i]) {
            findings.push_back({shortened(form.documents[i].id), "document_not_needed", {}});
        }
    }
}

}  // namespace motcua::form
