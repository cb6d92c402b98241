#include "client/cli/commands.hpp"

namespace motcua::cli {

const std::vector<Command>& commands() {
    static const std::vector<Command> kCommands = {
        {"catalogue", "check", "what is wrong with procedure files, with line and column",
         add_catalogue_check},
    };
    return kCommands;
}

}  // namespace motcua::cli
