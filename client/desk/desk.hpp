#pragma once

#include <memory>

#include "client/app/application.hpp"

namespace motcua::desk {

/// The clerk's desk: sign-in, the office's dossiers, one dossier.
std::unique_ptr<app::Application> make_desk_application();

}  // namespace motcua::desk
