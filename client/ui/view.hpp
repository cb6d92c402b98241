#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "client/ui/theme.hpp"

namespace motcua::ui {

enum class Profile { Phone, Desktop, Kiosk };

/// The field that is being typed in where the painter itself shows the typing (kiosk).
/// Offsets are bytes into `text`, on character boundaries.
struct Editing {
    std::string id;  ///< "" = none
    std::string text;
    std::string composition;  ///< What the input method has not committed, shown at the caret.
    std::size_t caret = 0;
    std::size_t anchor = 0;  ///< Other end of the selection; = caret when there is none.
    bool operator==(const Editing&) const = default;
};

/// Strokes through points of a square: [x, y, x, y, …] each, none empty.
using Emblem = std::vector<std::vector<unsigned>>;
inline constexpr int kEmblemSide = 96;

/// Everything besides the page that decides what the screen shows. Lengths in CSS px.
struct View {
    int width = 390;
    int height = 844;
    float dpr = 1;     ///< device pixels per CSS px
    float scroll = 0;  ///< how far the page is scrolled down
    float scale = 1;   ///< text scale the person asked for
    float bottom = 0;  ///< kept free below the page (on-screen keyboard)
    Theme theme = ui::theme(ThemeName::Light);
    Emblem emblem;  ///< The agency's, in place of the product's
    Profile profile = Profile::Phone;
    bool motion = false;
    std::string focus;                ///< node that shows the focus ring, "" = none
    std::vector<std::string> native;  ///< fields whose value somebody else paints
    Editing editing;
};

}  // namespace motcua::ui
