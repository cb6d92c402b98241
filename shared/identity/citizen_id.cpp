#include <algorithm>
#include <array>

#include "shared/identity/identity.hpp"

namespace motcua::identity {
namespace {

constexpr std::size_t kCitizenIdDigits = 12;

// Generated from assets/places/citizen_id_provinces.json.
#include "shared/identity/citizen_id_provinces.inc"

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int digit(char c) {
    return c - '0';
}

}  // namespace

bool is_citizen_id_province(std::string_view code) {
    return std::binary_search(kCitizenIdProvinces.begin(), kCitizenIdProvinces.end(), code);
}

std::string_view check_citizen_id(std::string_view text) {
    if (!all_digits(text)) {
        return "citizen_id_digits";
    }
    return text.size() == kCitizenIdDigits ? "" : "citizen_id_length";
}

std::optional<CitizenId> read_citizen_id(std::string_view text) {
    if (!check_citizen_id(text).empty()) {
        return std::nullopt;
    }
    // The fourth digit counts centuries from 1900, even for men and odd for women.
    const int century_and_sex = digit(text[3]);
    CitizenId id;
    id.province = std::string(text.substr(0, 3));
    id.province_known = is_citizen_id_province(id.province);
    id.sex = century_and_sex % 2 == 0 ? Sex::Male : Sex::Female;
    id.birth_year = 1900 + century_and_sex / 2 * 100 + digit(text[4]) * 10 + digit(text[5]);
    return id;
}

std::string_view check_citizen_id_fits(std::string_view text, const std::optional<calendar::Date>& born,
                                       std::optional<Sex> sex) {
    const std::optional<CitizenId> id = read_citizen_id(text);
    if (id && born && id->birth_year != born->year) {
        return "citizen_id_birth_year";
    }
    if (id && sex && id->sex != *sex) {
        return "citizen_id_sex";
    }
    return "";
}

}  // namespace motcua::identity
