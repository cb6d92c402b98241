#include "shared/catalogue/index.hpp"

#include <algorithm>
#include <utility>

#include "shared/json/shape.hpp"

namespace motcua::catalogue {
namespace {

using json::Array;
using json::Object;
using json::Value;

Text read_text(const Value& value) {
    Text text;
    if (value.object() != nullptr) {
        for (const auto& [lang, words] : *value.object()) {
            if (words.string() != nullptr) {
                text.by_lang.emplace_back(lang, *words.string());
            }
        }
    }
    return text;
}

Value encode_text(const Text& text) {
    Object members;
    for (const auto& [lang, words] : text.by_lang) {
        members.emplace_back(lang, words);
    }
    return members;
}

/// An edition's own text, else the newest one's.
Text own_text(const Value& edition, std::string_view name, const Text& newest) {
    const Value* own = edition.find(name);
    return own == nullptr ? newest : read_text(*own);
}

void encode_own_text(Object& edition, const char* name, const Text& own, const Text& newest) {
    if (own.by_lang != newest.by_lang) {
        edition.emplace_back(name, encode_text(own));
    }
}

ListedEdition read_edition(const Value& value, const std::string& path, const Words& newest,
                           std::vector<Finding>& findings) {
    json::Shape shape(value, path, "catalogue", findings);
    ListedEdition edition{shape.text("edition"), {}, shape.text("file"), shape.text("sha256"), {}};
    const Value& in_force = shape.any("in_force");
    edition.in_force = {in_force.text_or("from"), in_force.text_or("until")};
    edition.words = {own_text(value, "name", newest.name), own_text(value, "summary", newest.summary),
                     own_text(value, "field", newest.field), own_text(value, "also", newest.also)};
    return edition;
}

Listing read_listing(const Value& value, const std::string& path, std::vector<Finding>& findings) {
    json::Shape shape(value, path, "catalogue", findings);
    Listing listing;
    listing.code = shape.text("code");
    listing.words.name = read_text(shape.any("name"));
    listing.words.summary = read_text(shape.any("summary"));
    listing.words.field = read_text(shape.any("field"));
    if (value.find("also") != nullptr) {
        listing.words.also = read_text(shape.any("also"));
    }
    for (const Value& level : shape.array("levels")) {
        listing.levels.push_back(level.string() != nullptr ? *level.string() : "");
    }
    const Array& editions = shape.array("editions");
    for (std::size_t i = 0; i < editions.size(); ++i) {
        listing.editions.push_back(read_edition(editions[i], json::item_path(shape.path_of("editions"), i),
                                                listing.words, findings));
    }
    return listing;
}

}  // namespace

const ListedEdition* Listing::on(std::string_view iso_day) const {
    const auto found = std::find_if(editions.rbegin(), editions.rend(),
                                    [&](const auto& edition) { return edition.in_force.on(iso_day); });
    return found == editions.rend() ? nullptr : &*found;
}

std::string edition_name(std::string_view code, std::string_view edition) {
    return std::string(code) + "@" + std::string(edition);
}

Result<std::vector<Listing>> read_index(const Value& value) {
    std::vector<Finding> findings;
    std::vector<Listing> listings;
    json::Shape shape(value, "", "catalogue", findings);
    shape.expect("v", 1);
    const Array& procedures = shape.array("procedures");
    for (std::size_t i = 0; i < procedures.size(); ++i) {
        listings.push_back(read_listing(procedures[i], json::item_path("procedures", i), findings));
    }
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "no index of procedures", std::move(findings)};
    }
    return listings;
}

Value encode(const Listing& listing) {
    Array levels;
    for (const std::string& level : listing.levels) {
        levels.emplace_back(level);
    }
    Array editions;
    for (const ListedEdition& edition : listing.editions) {
        Object in_force{{"from", edition.in_force.from_day}};
        if (!edition.in_force.until_day.empty()) {
            in_force.emplace_back("until", edition.in_force.until_day);
        }
        Object members{{"edition", edition.edition},
                       {"in_force", std::move(in_force)},
                       {"file", edition.file},
                       {"sha256", edition.sha256}};
        encode_own_text(members, "name", edition.words.name, listing.words.name);
        encode_own_text(members, "summary", edition.words.summary, listing.words.summary);
        encode_own_text(members, "field", edition.words.field, listing.words.field);
        encode_own_text(members, "also", edition.words.also, listing.words.also);
        editions.emplace_back(std::move(members));
    }
    Object members{{"code", listing.code},
                   {"name", encode_text(listing.words.name)},
                   {"summary", encode_text(listing.words.summary)},
                   {"field", encode_text(listing.words.field)}};
    if (!listing.words.also.empty()) {
        members.emplace_back("also", encode_text(listing.words.also));
    }
    members.emplace_back("levels", std::move(levels));
    members.emplace_back("editions", std::move(editions));
    return members;
}

}  // namespace motcua::catalogue
