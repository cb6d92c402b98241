#pragma once

#include <memory>

#include "client/app/application.hpp"

namespace motcua::app {

/// The citizen's journey, from choosing a procedure to the receipt, and the look-up.
std::unique_ptr<Application> make_citizen_application();

}  // namespace motcua::app
