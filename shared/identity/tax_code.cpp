#include <algorithm>
#include <array>

#include "shared/identity/identity.hpp"

namespace motcua::identity {
namespace {

constexpr std::size_t kWhole = 10;        // a business, or a person before 1 July 2025
constexpr std::size_t kPersonal = 12;     // a citizen ID
constexpr std::size_t kTypedBranch = 13;  // a dependent unit, as typed without its dash
constexpr std::size_t kBranch = 14;       // "0123456789-001"
constexpr std::string_view kNoBranch = "000";

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The tenth digit is 10 − (weighted sum mod 11); where that is 10, the code is never given
/// out. The weights are public knowledge (python-stdnum's vn.mst names them); the law
/// (Thông tư 86/2024/TT-BTC) only says that there is a check digit.
bool check_digit_fits(std::string_view ten) {
    constexpr std::array<int, kWhole - 1> kWeights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        sum += kWeights[i] * (ten[i] - '0');
    }
    return 10 - sum % 11 == ten.back() - '0';
}

}  // namespace

std::string normalise_tax_code(std::string_view typed) {
    std::string code = compact_number(typed);
    if (code.size() == kTypedBranch && all_digits(code)) {
        code.insert(kWhole, "-");
    }
    return code;
}

std::string_view check_tax_code(std::string_view text) {
    const bool dashed = text.size() == kBranch && text[kWhole] == '-';
    const std::string_view whole = dashed ? text.substr(0, kWhole) : text;
    const std::string_view branch = dashed ? text.substr(kWhole + 1) : std::string_view();
    if (!all_digits(whole) || !all_digits(branch)) {
        return "tax_code_digits";
    }
    if (whole.size() == kPersonal) {
        return "";
    }
    if (whole.size() != kWhole) {
        return "tax_code_length";
    }
    if (!check_digit_fits(whole)) {
        return "tax_code_check";
    }
    return branch == kNoBranch ? "tax_code_branch" : "";
}

}  // namespace motcua::identity
