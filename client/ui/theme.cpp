#include "client/ui/theme.hpp"

namespace motcua::ui {

Colour tone_colour(page::Tone tone) {
    switch (tone) {
        case page::Tone::Normal:
            return Colour::Ink;
        case page::Tone::Muted:
            return Colour::Muted;
        case page::Tone::Primary:
            return Colour::Primary;
        case page::Tone::Info:
            return Colour::Info;
        case page::Tone::Success:
            return Colour::Success;
        case page::Tone::Warning:
            return Colour::Warning;
        case page::Tone::Error:
        case page::Tone::Danger:
            return Colour::Error;
    }
    return Colour::Ink;
}

Colour tone_tint(page::Tone tone) {
    switch (tone) {
        case page::Tone::Normal:
        case page::Tone::Muted:
            return Colour::Sunken;
        case page::Tone::Primary:
            return Colour::PrimaryTint;
        case page::Tone::Info:
            return Colour::InfoTint;
        case page::Tone::Success:
            return Colour::SuccessTint;
        case page::Tone::Warning:
            return Colour::WarningTint;
        case page::Tone::Error:
        case page::Tone::Danger:
            return Colour::ErrorTint;
    }
    return Colour::Sunken;
}

}  // namespace motcua::ui
