#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/catalogue/procedure.hpp"
#include "shared/core/result.hpp"
#include "shared/form/answers.hpp"
#include "shared/places/places.hpp"

/// Which offices are competent by the addresses in the answers: citizen, clerk and backend say the same.
namespace motcua::form {

/// Where the answers lead, as unit codes.
struct Jurisdiction {
    std::vector<std::string> units;  ///< Communes or provinces whose offices are competent; empty: not told
    std::vector<std::string> provinces;  ///< In which they lie; where not told, those of every address
};
/// `answers` as form::effective gives them.
Jurisdiction jurisdiction(const catalogue::Procedure& procedure, const Answers& answers,
                          const places::Places& places);

/// Where an office lies, as unit codes.
struct OfficePlace {
    std::string commune;   ///< "" = not known, or it is an office of the whole province
    std::string province;  ///< Of such an office; "" = not known
};
/// The province's code; "" when nobody knows it.
std::string province_of(const OfficePlace& office, const places::Places& places);

enum class OfficeFit {
    Unknown,  ///< Nobody knows where the office lies, or where the answers lead
    Competent,
    SameProvince,  ///< It may receive: within a province, wherever one lives (NĐ 118/2025/NĐ-CP)
    OtherProvince,
};
OfficeFit fit(const Jurisdiction& where, const OfficePlace& office, const places::Places& places);

/// "Xã Trà Cú (Tỉnh Vĩnh Long), Tỉnh Khánh Hoà"
std::string unit_names(const std::vector<std::string>& units, const places::Places& places);

/// What is found at "office": `office_same_province` {places}, `office_other_province` {places, province} and
/// `office_far` {province, provinces} warn; `office_elsewhere` {places} refuses
/// (catalogue::Competence::must).
std::optional<Finding> check_office(const catalogue::Procedure& procedure, const Jurisdiction& where,
                                    const OfficePlace& office, const places::Places& places);

/// The code of the only finding of check_office that refuses.
inline constexpr const char* kOfficeRefused = "office_elsewhere";

}  // namespace motcua::form
