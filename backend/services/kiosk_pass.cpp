#include "backend/services/kiosk_pass.hpp"

#include <algorithm>

namespace motcua::backend::services {

std::string kiosk_pass(const security::TokenHasher& hasher, std::string_view name) {
    constexpr std::size_t kMacDigits = 32;
    return std::string(name) + "." + hasher.hash("kiosk", name).substr(0, kMacDigits);
}

bool is_kiosk_pass(const security::TokenHasher& hasher, std::string_view pass,
                   const std::vector<std::string>& lost) {
    const std::string_view name = pass.substr(0, pass.find('.'));
    return !name.empty() && std::find(lost.begin(), lost.end(), name) == lost.end() &&
           security::equal_constant_time(pass, kiosk_pass(hasher, name));
}

}  // namespace motcua::backend::services
