// motcua: the core on a terminal. docs/cli.md describes every command.
#include <iostream>

#include "client/cli/command.hpp"
#include "shared/crypto/crypto.hpp"

int main(int count, char** words) {
    if (!motcua::crypto::start()) {
        std::cerr << "motcua: libsodium does not start\n";
        return motcua::cli::kUsage;
    }
    motcua::cli::Session session{std::cin, std::cout, std::cerr, MOTCUA_ASSETS};
    return motcua::cli::run({words + 1, words + count}, session);
}
