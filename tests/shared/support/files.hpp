#pragma once

#include <fstream>
#include <sstream>
#include <string>

namespace motcua::tests {

/// A file of the repository, by its path from the root; empty when it is not there.
inline std::string repository_file(const std::string& path) {
    std::ifstream file(std::string(MOTCUA_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace motcua::tests
