#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/json/value.hpp"
#include "shared/places/places.hpp"

/// Present places by the names of before 1 July 2025, for somebody who looks for a place as it was called.
/// `file` is assets/places/old_units.json as it is: no table is made of it for one search.
namespace motcua::places {

/// A present unit and what it was called that answers the text.
struct Former {
    std::string code;
    std::string name;  ///< "Tỉnh Trà Vinh"; "Xã Ngãi Xuyên, Huyện Trà Cú"; several with "; " between them
};

/// Provinces that took over old ones in whose names the typed words stand together, marks or not, the last of
/// them perhaps begun; in the order of the file, at most `limit`. The kind may stand in front.
std::vector<Former> former_provinces(const json::Value& file, const Places& places, std::string_view typed,
                                     std::size_t limit);
/// The same of the communes of a present province; the words may also be those of the old district. The table
/// knows few of the communes that were divided (docs/places.md): what it finds is proposed.
std::vector<Former> former_communes(const json::Value& file, const Places& places, std::string_view province,
                                    std::string_view typed, std::size_t limit);

}  // namespace motcua::places
