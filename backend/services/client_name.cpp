#include "backend/services/client_name.hpp"

#include <arpa/inet.h>

#include <array>

namespace motcua::backend::services {

std::string client_name(const security::TokenHasher& hasher, std::string_view address) {
    constexpr std::size_t kNetworkBytes = 8;
    constexpr std::size_t kNameChars = 16;
    const std::string text(address);
    std::array<char, sizeof(in6_addr)> bytes{};
    std::string network;
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) {
        network.assign(bytes.data(), sizeof(in_addr));
    } else if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) {
        network.assign(bytes.data(), kNetworkBytes);
    }
    // Short, because the database keeps them in order: 64 bits, which do not meet by chance.
    return hasher.hash("client", network).substr(0, kNameChars);
}

}  // namespace motcua::backend::services
