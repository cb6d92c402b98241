#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "shared/catalogue/procedure.hpp"
#include "shared/json/read.hpp"

namespace motcua::tests {

/// A file of the repository, by its path from the root; empty when it is not there.
inline std::string repository_file(const std::string& path) {
    std::ifstream file(std::string(MOTCUA_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A procedure's file with the lists it takes from lists.json.
inline json::Value procedure_file(const std::string& code) {
    return catalogue::with_lists(*json::read(repository_file("assets/procedures/" + code + ".json")),
                                 *json::read(repository_file("assets/procedures/lists.json")));
}

}  // namespace motcua::tests
