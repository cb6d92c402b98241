#pragma once

#include "client/cli/command.hpp"

namespace motcua::cli {

Action add_catalogue_check(CLI::App& app);

}  // namespace motcua::cli
