#pragma once

#include <string>
#include <vector>

#include "client/app/message.hpp"
#include "client/ui/view.hpp"

namespace motcua::kiosk {

/// What the pages' asset "site" says of them (scripts/web/bundle).
struct Site {
    std::vector<app::Language> languages;  ///< Those that can be drawn
    i18n::Text agency;
    ui::View look;  ///< Theme and emblem alone
};

/// `theme` in the agency's colours; what is not understood is as the product has it.
Site read_site(const std::string& text, ui::ThemeName theme);

}  // namespace motcua::kiosk
