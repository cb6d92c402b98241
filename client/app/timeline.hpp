#pragma once

#include <string>
#include <vector>

#include "client/page/page.hpp"
#include "shared/i18n/texts.hpp"
#include "shared/protocol/api.hpp"

namespace motcua::app {

/// Where a dossier stands: what has been reached, and what has not been yet. "Received
/// here" and "passed on" are two steps, never one.
page::Node timeline(const i18n::Texts& texts, const std::vector<protocol::Event>& events,
                    const std::string& forwarding);

}  // namespace motcua::app
