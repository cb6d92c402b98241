#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/identity/identity.hpp"

namespace motcua::identity {

/// What else is known of the person; leave out what is not.
struct KnownOfPerson {
    std::optional<calendar::Date> born;
    std::optional<Sex> sex;
    std::optional<calendar::Date> today;
};

/// Everything the digits of a citizen ID say and how it fits.
struct CitizenIdReport {
    std::optional<CitizenId> id;     ///< empty when the text is not 12 digits
    std::string_view province_name;  ///< "Trà Vinh", one of the 63 before July 2025; "" when unknown
    /// Of the field "citizen_id": what check_citizen_id and check_citizen_id_fits say (year and sex
    /// both, when both differ), "citizen_id_future". Each is a mistake.
    std::vector<Finding> findings;
    /// "citizen_id_province": to be looked at, no mistake.
    std::vector<Finding> remarks;
};

CitizenIdReport report_citizen_id(std::string_view text, const KnownOfPerson& known);

/// "Trà Vinh" for "084"; "" for a code that is none of the 63 (assets/places/citizen_id_provinces.json).
std::string_view citizen_id_province_name(std::string_view code);

}  // namespace motcua::identity
