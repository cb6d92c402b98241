#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "client/cli/command.hpp"

namespace motcua::cli_test {

/// What one run of the program said and ended with.
struct Outcome {
    int exit = 0;
    std::string out;
    std::string err;
};

/// The program with these arguments and this text on its standard input.
inline Outcome motcua(std::vector<std::string> words, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    cli::Session session{in, out, err, MOTCUA_SOURCE_DIR "/assets"};
    const int exit = cli::run(std::move(words), session);
    return {exit, out.str(), err.str()};
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace motcua::cli_test
