#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

/// The administrative units since 1 July 2025: 34 provinces and cities, 3,321 communes.
namespace motcua::places {

/// A unit's name as the search compares it.
struct SearchKey {
    std::string text;           ///< search_key of the full name, "xa tra cu"
    std::size_t name_at = 0;    ///< where the name begins behind its kind
    std::uint32_t letters = 0;  ///< which letters occur, as bits: most units are told apart by these
    [[nodiscard]] std::string_view name() const { return std::string_view(text).substr(name_at); }
};

struct Province {
    std::string code;  ///< "86"
    std::string name;  ///< "Vĩnh Long"
    std::string full;  ///< "Tỉnh Vĩnh Long"
    SearchKey key;     ///< of `full`
};

struct Commune {
    std::string code;  ///< "29461"
    std::string name;  ///< "Trà Cú"
    std::string full;  ///< "Xã Trà Cú"
    std::string province;
    SearchKey key;
};

class Places {
public:
    /// Reads assets/places/units.json.
    static Result<Places> read(const json::Value& file);

    [[nodiscard]] const std::vector<Province>& provinces() const { return provinces_; }
    [[nodiscard]] const Province* province(std::string_view code) const;
    [[nodiscard]] const Commune* commune(std::string_view code) const;
    /// Best matches first, at most `limit`. Searched without marks, and marks that are typed put
    /// names alike in order. The whole name comes first, then names that begin so, then those whose
    /// successive words begin with the typed ones ("ng trai"), the same from a later word on,
    /// initials ("hcm"), at last what is inside a word; equals by name, then by code. A kind may
    /// stand in front, whole or short ("xã", "p.", "tp"). No text finds all.
    [[nodiscard]] std::vector<const Province*> find_provinces(std::string_view typed,
                                                              std::size_t limit) const;
    [[nodiscard]] std::vector<const Commune*> find_communes(std::string_view province, std::string_view typed,
                                                            std::size_t limit) const;
    /// The same in the whole country, where names repeat: show each with its province. A province
    /// typed at the end narrows: "tra cu vinh long", "ba dinh, hn".
    [[nodiscard]] std::vector<const Commune*> find_communes(std::string_view typed, std::size_t limit) const;
    [[nodiscard]] bool empty() const { return provinces_.empty(); }

private:
    std::vector<Province> provinces_;
    std::vector<Commune> communes_;  ///< sorted by code
};

}  // namespace motcua::places
