#pragma once

#include <functional>
#include <string_view>

namespace motcua::ui {

enum class Weight { Regular, SemiBold };

/// How a run of text is set. `size` is the em in CSS px.
struct TextStyle {
    float size = 19;
    Weight weight = Weight::Regular;
    bool tabular = false;  ///< All digits equally wide: for columns of numbers.
    bool operator==(const TextStyle&) const = default;
};

/// Stacked marks reach 1.14 em above the baseline and dots 0.23 em below it.
inline constexpr float kLineHeight = 1.4F;

/// Width of one line of text in CSS px.
using Measure = std::function<float(std::string_view text, const TextStyle& style)>;

}  // namespace motcua::ui
