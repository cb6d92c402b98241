#include <algorithm>
#include <utility>

#include "shared/checklist/checklist.hpp"
#include "shared/sample/sample.hpp"

namespace motcua::sample {
namespace {

using form::Form;
using form::Provision;

bool may_be(const checklist::Item& item, Provision provision) {
    return std::find(item.choices.begin(), item.choices.end(), provision) != item.choices.end();
}

}  // namespace

void Maker::break_files(const Form& complete, std::size_t i, std::vector<Breakage>& out) {
    Form good = complete;
    const auto change = [&](const char* code, const auto& how) {
        Breakage broken{good.documents[i].id, code, good};
        how(broken.form.documents[i]);
        out.push_back(std::move(broken));
    };
    const auto items = checklist::needed(procedure_, complete.answers, complete.today);
    const auto item = std::find_if(items.begin(), items.end(), [&](const checklist::Item& each) {
        return each.document->id == good.documents[i].id;
    });
    good.documents[i] = {good.documents[i].id, Provision::AtCounter, {}};
    if (may_be(*item, Provision::AtCounter)) {
        change("document_files_unexpected", [&](auto& paper) { paper.files = {digest()}; });
    } else {
        change("document_provision", [](auto&) {});
    }
    good.documents[i] = {good.documents[i].id, Provision::Attached, {digest()}};
    if (!may_be(*item, Provision::Attached)) {
        change("document_provision", [](auto&) {});
        return;
    }
    change("document_no_file", [](auto& paper) { paper.files.clear(); });
    change("document_digest", [](auto& paper) { paper.files[0] = "DIGEST"; });
    change("document_file_twice", [](auto& paper) { paper.files.push_back(paper.files[0]); });
    change("document_too_many_files", [](auto& paper) { paper.files.resize(21); });
}

void Maker::break_documents(const Form& complete, std::vector<Breakage>& out) {
    for (std::size_t i = 0; i < complete.documents.size(); ++i) {
        const form::GivenDocument& given = complete.documents[i];
        Breakage missing{given.id, "document_missing", complete};
        missing.form.documents.erase(missing.form.documents.begin() + static_cast<std::ptrdiff_t>(i));
        out.push_back(std::move(missing));
        Breakage twice{given.id, "document_not_needed", complete};
        twice.form.documents.push_back(given);
        out.push_back(std::move(twice));
        break_files(complete, i, out);
    }
    Breakage unknown{"no_such_paper", "document_not_needed", complete};
    unknown.form.documents.push_back({"no_such_paper", Provision::AtCounter, {}});
    out.push_back(std::move(unknown));
}

}  // namespace motcua::sample
