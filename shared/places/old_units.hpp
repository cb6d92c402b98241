#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

/// The communes, districts and provinces of before 1 July 2025, as a help with the addresses that
/// stand on older papers.
namespace motcua::places {

/// How well an old unit answers a text; the smaller the better.
enum class Likeness {
    Exact,       ///< commune, district and province stand there, letter for letter
    Unmarked,    ///< the same but for marks
    Loose,       ///< all three, but with another kind or not set apart from what stands before
    Incomplete,  ///< district or province are not named, or not as they were
};

/// One way to understand an old address.
struct Proposal {
    std::string commune;   ///< "Xã Hàm Giang"; empty for an island district without communes
    std::string district;  ///< "Huyện Trà Cú"
    std::string province;  ///< "Tỉnh Trà Vinh"
    std::string rest;      ///< what stands before the commune: "Ấp Chợ"
    /// Codes of communes of today that took over the old one or a part of it, ascending.
    std::vector<std::string> candidates;
    Likeness likeness = Likeness::Incomplete;
};

class OldUnits {
public:
    /// Reads assets/places/old_units.json.
    static Result<OldUnits> read(const json::Value& file);

    /// What an old address may mean today, the likeliest first, at most `limit`; all of one likeness
    /// class. The text is read from its right-hand end, with or without marks and kinds ("P.12, Q.
    /// Gò Vấp, TP HCM"). These are proposals: the table knows only few of the communes that were
    /// divided, so even one single candidate is shown to the person, who chooses, and is never
    /// put into an answer.
    [[nodiscard]] std::vector<Proposal> propose(std::string_view address, std::size_t limit = 5) const;

    [[nodiscard]] bool empty() const { return provinces_.empty(); }

    /// A unit's name, ready to be compared.
    struct Name {
        std::string full;       ///< "Huyện Trà Cú"
        std::string kind;       ///< search form of its kind, "huyen"; "" when it has none
        std::string plain;      ///< search form without the kind, "tra cu"
        std::size_t words = 0;  ///< of `plain`
    };
    struct Commune {
        Name name;
        std::vector<std::string> successors;  ///< sorted
    };
    struct District {
        Name name;
        std::vector<Commune> communes;
    };
    struct Province {
        std::vector<Name> names;  ///< the last one, then earlier ones
        std::vector<District> districts;
    };
    [[nodiscard]] const std::vector<Province>& provinces() const { return provinces_; }

private:
    std::vector<Province> provinces_;
};

}  // namespace motcua::places
