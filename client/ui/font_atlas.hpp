#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "client/ui/font_metrics.hpp"
#include "client/ui/layout.hpp"

struct ImFont;
struct ImFontAtlas;

namespace motcua::ui {

/// The bytes of the two weights; kept alive by whoever made the painter.
struct FontBytes {
    std::string regular;
    std::string semibold;
};

/// Holds the glyphs that the present page needs, at the device's pixels, and no others.
class FontAtlas {
public:
    enum class State { Unchanged, Rebuilt, TooLarge };

    /// Bakes what the layout's texts need and the atlas lacks. TooLarge: over 4096 px on a side.
    State cover(const Layout& layout, float dpr, const Family& family, FontBytes& bytes, ImFontAtlas& atlas);

    /// The baked font for a style, or nullptr.
    [[nodiscard]] ImFont* font(const TextStyle& style, float dpr) const;

private:
    /// Weight and size in 1/16 device px of the em.
    using Key = std::pair<Weight, int>;
    static Key key(const TextStyle& style, float dpr);
    std::map<Key, std::set<char32_t>> glyphs_;
    std::map<Key, ImFont*> fonts_;
};

}  // namespace motcua::ui
