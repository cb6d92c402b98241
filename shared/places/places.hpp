#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

/// The administrative units since 1 July 2025: 34 provinces and cities, 3,321 communes.
namespace motcua::places {

struct Province {
    std::string code;  ///< "86"
    std::string name;  ///< "Vĩnh Long"
    std::string full;  ///< "Tỉnh Vĩnh Long"
    std::string key;   ///< search_key(full)
};

struct Commune {
    std::string code;  ///< "29461"
    std::string name;  ///< "Trà Cú"
    std::string full;  ///< "Xã Trà Cú"
    std::string province;
    std::string key;
};

class Places {
public:
    /// Reads assets/places/units.json.
    static Result<Places> read(const json::Value& file);

    [[nodiscard]] const std::vector<Province>& provinces() const { return provinces_; }
    [[nodiscard]] const Province* province(std::string_view code) const;
    [[nodiscard]] const Commune* commune(std::string_view code) const;
    /// Best matches first, searched without marks; at most `limit`.
    [[nodiscard]] std::vector<const Province*> find_provinces(std::string_view typed,
                                                              std::size_t limit) const;
    [[nodiscard]] std::vector<const Commune*> find_communes(std::string_view province, std::string_view typed,
                                                            std::size_t limit) const;
    [[nodiscard]] bool empty() const { return provinces_.empty(); }

private:
    std::vector<Province> provinces_;
    std::vector<Commune> communes_;  ///< sorted by code
};

}  // namespace motcua::places
