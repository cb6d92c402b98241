#include "backend/services/catalogue.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "backend/services/files.hpp"
#include "shared/catalogue/index.hpp"
#include "shared/json/read.hpp"
#include "shared/publication/publication.hpp"

namespace motcua::backend::services {

namespace {

/// Procedure files are named by their code, "1.004873.json", earlier editions by both.
bool is_procedure_file(const std::filesystem::path& file) {
    const std::string stem = file.stem().string();
    return file.extension() == ".json" && std::all_of(stem.begin(), stem.end(), [](char c) {
               return c == '.' || c == '@' || c == '-' || (c >= '0' && c <= '9');
           });
}

std::vector<std::filesystem::path> procedure_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
        if (is_procedure_file(entry.path())) {
            files.push_back(entry.path());
        }
    }
    return files;
}

/// A file whose signature holds, as JSON.
Result<json::Value> read_trusted(const std::filesystem::path& file, const crypto::PublicKey& trusted) {
    MC_TRY_ASSIGN(const std::string bytes, read_file(file));
    MC_TRY_ASSIGN(const std::string signature, read_file(file.string() + ".sig"));
    if (const Result<void> checked = publication::check_signature(bytes, signature, trusted); !checked) {
        return in_file(file, checked.error());
    }
    auto value = json::read(bytes);
    return value ? std::move(value) : in_file(file, value.error());
}

Error none_in(const std::filesystem::path& folder) {
    return {.code = ErrorCode::NotFound, .detail = folder.string() + ": no procedures", .findings = {}};
}

}  // namespace

Result<void> Catalogue::add(const std::filesystem::path& file, const json::Value& value) {
    auto procedure = catalogue::read_procedure(value);
    if (!procedure) {
        return in_file(file, procedure.error());
    }
    Editions& editions = procedures_[procedure->code];
    std::string edition = procedure->edition;
    editions.insert_or_assign(std::move(edition), *std::move(procedure));
    return {};
}

Result<Catalogue> Catalogue::read_sources(const std::filesystem::path& folder) {
    Catalogue all;
    MC_TRY_ASSIGN(const json::Value lists, read_json_file(folder / "lists.json"));
    for (const auto& from : {folder / "history", folder}) {
        for (const auto& file : procedure_files(from)) {
            MC_TRY_ASSIGN(const json::Value value, read_json_file(file));
            MC_TRY(all.add(file, catalogue::with_lists(value, lists)));
        }
    }
    return all.procedures_.empty() ? Result<Catalogue>(none_in(folder)) : std::move(all);
}

Result<Catalogue> Catalogue::read_published(const std::filesystem::path& folder,
                                            const crypto::PublicKey& trusted, bool demonstration) {
    MC_TRY_ASSIGN(const json::Value index, read_trusted(folder / "index.json", trusted));
    if (index.boolean_or("demonstration", false) && !demonstration) {
        return Error{.code = ErrorCode::Forbidden,
                     .detail = folder.string() +
                               " was published with a demonstration key: start with --demo, "
                               "or publish with the office's own key",
                     .findings = {}};
    }
    MC_TRY_ASSIGN(const std::vector<catalogue::Listing> listings, catalogue::read_index(index));
    Catalogue all;
    for (const catalogue::Listing& listing : listings) {
        for (const catalogue::ListedEdition& edition : listing.editions) {
            // The name follows from what the index lists, so that it cannot lead out of the folder.
            const auto file = folder / (catalogue::edition_name(listing.code, edition.edition) + ".json");
            MC_TRY_ASSIGN(const json::Value value, read_trusted(file, trusted));
            MC_TRY(all.add(file, value));
            if (all.edition(listing.code, edition.edition) == nullptr) {
                return in_file(file, Error{ErrorCode::InvalidInput, "holds another edition", {}});
            }
        }
    }
    return all.procedures_.empty() ? Result<Catalogue>(none_in(folder)) : std::move(all);
}

const catalogue::Procedure* Catalogue::latest(std::string_view code) const {
    const auto procedure = procedures_.find(code);
    // Editions are days, and so in order.
    return procedure == procedures_.end() ? nullptr : &procedure->second.rbegin()->second;
}

const catalogue::Procedure* Catalogue::edition(std::string_view code, std::string_view edition) const {
    const auto procedure = procedures_.find(code);
    if (procedure == procedures_.end()) {
        return nullptr;
    }
    const auto found = procedure->second.find(edition);
    return found == procedure->second.end() ? nullptr : &found->second;
}

}  // namespace motcua::backend::services
