#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/procedure.hpp"

namespace motcua::catalogue {

/// What a procedure is called where people choose one.
struct Words {
    Text name;
    Text summary;
    Text field;
    Text also;  ///< As Procedure::also; empty when there are none
};

/// One published file of a procedure.
struct ListedEdition {
    std::string edition;
    InForce in_force;
    std::string file;    ///< "1.004873@2026-11-21.json"
    std::string sha256;  ///< Of that file, hex
    Words words;
};

/// A procedure as the published index lists it: {"code","name","summary","field","also","levels",
/// "editions":[{"edition","in_force":{"from","until"},"file","sha256"}]}; "also" where there is one. An
/// edition has a name, summary, field or other words of its own where they differ from the newest one's.
struct Listing {
    std::string code;
    Words words;                          ///< Of the newest edition
    std::vector<std::string> levels;      ///< Likewise
    std::vector<ListedEdition> editions;  ///< Oldest first

    /// The newest one in force on that day; nullptr when there is none.
    [[nodiscard]] const ListedEdition* on(std::string_view iso_day) const;
};

/// "1.004873@2026-11-21": a published file's name without ".json", and the asset's after "procedures/".
std::string edition_name(std::string_view code, std::string_view edition);

/// InvalidInput names what is missing or of another type ("procedures.0.code", "catalogue.missing").
Result<std::vector<Listing>> read_index(const json::Value& value);
json::Value encode(const Listing& listing);

}  // namespace motcua::catalogue
