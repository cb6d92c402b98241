#include <algorithm>
#include <map>
#include <utility>

#include "shared/catalogue/index.hpp"
#include "shared/json/write.hpp"
#include "shared/publication/publication.hpp"

namespace motcua::publication {
namespace {

using catalogue::ListedEdition;
using catalogue::Listing;
using catalogue::Procedure;

Error refused(const Procedure& procedure, const char* code) {
    const std::string name = catalogue::edition_name(procedure.code, procedure.edition);
    return Error{ErrorCode::InvalidInput, name, {{"", code, {{"name", name}}}}};
}

void add_signed(std::vector<File>& files, std::string name, std::string bytes, const Key& key) {
    files.push_back({name + ".sig", signature_of(bytes, key)});
    files.push_back({std::move(name), std::move(bytes)});
}

/// Adds the edition to its procedure's entry, whose words are those of the newest edition.
Result<void> list(std::map<std::string, Listing>& listings, const Procedure& procedure,
                  ListedEdition edition) {
    Listing& listing = listings[procedure.code];
    for (const ListedEdition& other : listing.editions) {
        if (other.edition == edition.edition) {
            return refused(procedure, "publication.twice");
        }
        if (other.in_force.from_day == edition.in_force.from_day) {
            return refused(procedure, "publication.overlap");
        }
    }
    const auto later = std::find_if(listing.editions.begin(), listing.editions.end(), [&](const auto& other) {
        return edition.in_force.from_day < other.in_force.from_day;
    });
    if (later == listing.editions.end()) {
        listing.code = procedure.code;
        listing.words = edition.words;
        listing.levels = procedure.levels;
    }
    listing.editions.insert(later, std::move(edition));
    return {};
}

}  // namespace

Result<std::vector<File>> publish(const std::vector<json::Value>& procedures, const Key& key) {
    std::vector<File> files;
    std::map<std::string, Listing> listings;
    for (const json::Value& value : procedures) {
        MC_TRY_ASSIGN(const Procedure procedure, catalogue::read_procedure(value));
        const std::string name = catalogue::edition_name(procedure.code, procedure.edition) + ".json";
        std::string bytes = json::write(value);
        MC_TRY(list(listings, procedure,
                    {procedure.edition,
                     procedure.in_force,
                     name,
                     crypto::hex(crypto::sha256(bytes)),
                     {procedure.name, procedure.summary, procedure.field, procedure.also}}));
        add_signed(files, name, std::move(bytes), key);
    }
    json::Array entries;
    for (const auto& [code, listing] : listings) {
        entries.push_back(catalogue::encode(listing));
    }
    json::Object index{{"v", 1}, {"procedures", std::move(entries)}};
    if (key.demonstration) {
        index.emplace_back("demonstration", true);
    }
    add_signed(files, "index.json", json::write(index), key);
    return files;
}

}  // namespace motcua::publication
