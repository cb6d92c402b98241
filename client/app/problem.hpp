#pragma once

#include <string>

#include "client/app/shell.hpp"

namespace motcua::app {

/// Why a request was refused or got no answer (status 0).
Sentence problem_of(int status, const std::string& body);

}  // namespace motcua::app
