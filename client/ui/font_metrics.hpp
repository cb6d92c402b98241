#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "client/ui/text_style.hpp"
#include "shared/core/result.hpp"

namespace motcua::ui {

/// Widths and line metrics of one TrueType font, read from its bytes, so that layout needs
/// no glyph atlas. Kerning is not applied, here or when drawing.
class FontMetrics {
public:
    /// InvalidInput when a table is missing or cut short. The bytes are not kept.
    static Result<FontMetrics> read(std::string_view ttf);

    [[nodiscard]] bool has(char32_t code_point) const;
    /// Advance in em; a missing glyph has the advance of '?', which is drawn for it.
    [[nodiscard]] float advance(char32_t code_point) const;
    /// Advance of the widest digit, in em.
    [[nodiscard]] float digit_advance() const { return digit_advance_; }
    /// Above and below the baseline, in em; both positive.
    [[nodiscard]] float ascent() const { return ascent_; }
    [[nodiscard]] float descent() const { return descent_; }
    [[nodiscard]] float width(std::string_view text, const TextStyle& style) const;

private:
    struct Glyph {
        char32_t code_point;
        float advance;
    };
    std::vector<Glyph> glyphs_;  ///< sorted by code point
    float ascent_ = 1;
    float descent_ = 0.25F;
    float missing_advance_ = 0.5F;
    float digit_advance_ = 0.6F;

    [[nodiscard]] const Glyph* find(char32_t code_point) const;
};

/// The two weights of the one family.
struct Family {
    FontMetrics regular;
    FontMetrics semibold;
    [[nodiscard]] const FontMetrics& of(Weight weight) const {
        return weight == Weight::SemiBold ? semibold : regular;
    }
    [[nodiscard]] Measure measure() const;
};

}  // namespace motcua::ui
