#include "client/ui/paint.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "client/ui/icons.hpp"
#include "client/ui/utf8.hpp"

namespace motcua::ui {
namespace {

constexpr unsigned kVeil = 150;  // of 255: what lies below is seen, and seen to be away

/// Document CSS px to device px. Edges of boxes fall on whole pixels.
class Screen {
public:
    Screen(const View& view, bool fixed) : dpr_(view.dpr), scroll_(fixed ? 0 : view.scroll) {}
    [[nodiscard]] Rect exact(const Rect& r) const {
        return {r.x * dpr_, (r.y - scroll_) * dpr_, r.w * dpr_, r.h * dpr_};
    }
    [[nodiscard]] Rect snapped(const Rect& r) const {
        const Rect e = exact(r);
        const float x = std::round(e.x);
        const float y = std::round(e.y);
        return {x, y, std::round(e.right()) - x, std::round(e.bottom()) - y};
    }
    [[nodiscard]] float length(float css) const { return css * dpr_; }
    /// A stroke's width: whole pixels, at least one.
    [[nodiscard]] float stroke(float css) const { return std::max(1.0F, std::round(css * dpr_)); }

private:
    float dpr_;
    float scroll_;
};

Colour state_colour(const Item& item, const Pointed& pointed) {
    if (item.area >= 0 && item.area == pointed.held) {
        return item.pressed;
    }
    if (item.area >= 0 && item.area == pointed.hovered) {
        return item.hover;
    }
    return item.colour;
}

/// What a mark cut out of a filled icon shows: the light theme's icons are dark, the others' light.
Rgb cut_out(const Theme& theme) {
    return theme.name == ThemeName::Light ? 0xFFFFFF : 0x000000;
}

void draw_text(const Paint& p, const Screen& screen, const Item& item, unsigned colour) {
    const ImFont* font = p.atlas.font(item.style, p.view.dpr);
    if (font == nullptr) {
        return;
    }
    const FontMetrics& metrics = p.family.of(item.style.weight);
    const float em = screen.length(item.style.size);
    const Rect box = screen.exact(item.rect);
    const float content = (metrics.ascent() + metrics.descent()) * em;
    const float baseline = std::round(box.y + (box.h - content) / 2 + metrics.ascent() * em);
    // Dear ImGui puts glyphs relative to its own rounded ascent.
    const float top = baseline - font->Ascent;
    float x = std::round(box.x);
    for (std::size_t offset = 0; offset < item.text.size();) {
        const char32_t c = next_char(item.text, offset);
        const bool known = c < 0x10000U && metrics.has(c);
        const ImFontGlyph* glyph = font->FindGlyph(static_cast<ImWchar>(known ? c : U'?'));
        const bool digit = item.style.tabular && c >= U'0' && c <= U'9';
        const float advance = (digit ? metrics.digit_advance() : metrics.advance(c)) * em;
        if (glyph != nullptr && glyph->Visible) {
            const float left = x + (digit ? (advance - metrics.advance(c) * em) / 2 : 0);
            p.list.PrimReserve(6, 4);
            p.list.PrimRectUV({left + glyph->X0, top + glyph->Y0}, {left + glyph->X1, top + glyph->Y1},
                              {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, colour);
        }
        x += advance;
    }
    if (item.underline) {
        const float y = baseline + std::round(em * 0.12F);
        const float thick = std::max(1.0F, std::round(em * 0.06F));
        p.list.AddRectFilled({std::round(box.x), y}, {std::round(x), y + thick}, colour);
    }
}

void draw_modules(const Paint& p, const Screen& screen, const Item& item, unsigned colour) {
    const std::size_t newline = item.text.find('\n');
    const std::size_t size = newline == std::string::npos ? item.text.size() : newline;
    if (size == 0) {
        return;
    }
    const Rect box = screen.snapped(item.rect);
    // Whole pixels for every module, or readers see a moiré.
    const float module = std::max(1.0F, std::floor(box.w / static_cast<float>(size)));
    const float slack = std::floor((box.w - module * static_cast<float>(size)) / 2);
    for (std::size_t row = 0; row * (size + 1) + size <= item.text.size(); ++row) {
        const std::string_view line = std::string_view(item.text).substr(row * (size + 1), size);
        for (std::size_t from = line.find('1'); from != std::string_view::npos;) {
            const std::size_t to = std::min(line.find('0', from), size);
            const float x = box.x + slack + module * static_cast<float>(from);
            const float y = box.y + slack + module * static_cast<float>(row);
            p.list.AddRectFilled({x, y}, {x + module * static_cast<float>(to - from), y + module}, colour);
            from = line.find('1', to);
        }
    }
}

void draw_segment(const Paint& p, const Screen& screen, const Item& item, unsigned colour) {
    const Rect box = screen.exact(item.rect);
    const ImVec2 from{box.x, item.rising ? box.bottom() : box.y};
    const ImVec2 to{box.right(), item.rising ? box.y : box.bottom()};
    const float thick = screen.stroke(item.thickness);
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const float dash = item.dash > 0 ? screen.length(item.dash) : std::max(length, 1.0F);
    const auto at = [&](float along) {
        const float share = length > 0 ? std::min(along, length) / length : 0;
        return ImVec2{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
    };
    for (int stroke = 0; static_cast<float>(2 * stroke) * dash < length; ++stroke) {
        const float begin = static_cast<float>(2 * stroke) * dash;
        p.list.AddLine(at(begin), at(begin + dash), colour, thick);
    }
}

void draw_border(const Paint& p, const Rect& box, float radius, float thick, unsigned colour) {
    const float half = thick / 2;
    p.list.AddRect({box.x + half, box.y + half}, {box.right() - half, box.bottom() - half}, colour,
                   std::max(0.0F, radius - half), ImDrawFlags_None, thick);
}

void draw_item(const Paint& p, const Screen& screen, const Item& item) {
    const Theme& colours = p.view.theme;
    const Rgb rgb = colours.of(state_colour(item, p.pointed));
    const unsigned colour = packed(rgb);
    const Rect box = screen.snapped(item.rect);
    const float radius = screen.length(item.radius);
    const ImVec2 centre{box.x + box.w / 2, box.y + box.h / 2};
    switch (item.kind) {
        case Item::Kind::Fill:
            if (box.w > 0 && item.rect.h > 0) {
                // Thin lines are equally thick wherever they fall.
                const float exact = screen.length(item.rect.h);
                const float height = exact < 4 ? screen.stroke(item.rect.h) : box.h;
                p.list.AddRectFilled({box.x, box.y}, {box.right(), box.y + height}, colour,
                                     std::min(radius, height / 2));
            }
            return;
        case Item::Kind::Veil:
            return p.list.AddRectFilled({box.x, box.y}, {box.right(), box.bottom()}, packed(rgb, kVeil));
        case Item::Kind::Border:
            return draw_border(p, box, radius, screen.stroke(item.thickness), colour);
        case Item::Kind::Disc:
            return p.list.AddCircleFilled(centre, box.w / 2, colour);
        case Item::Kind::Ring: {
            const float thick = screen.stroke(item.thickness);
            return p.list.AddCircle(centre, (box.w - thick) / 2, colour, 0, thick);
        }
        case Item::Kind::Text:
            return draw_text(p, screen, item, colour);
        case Item::Kind::Icon: {
            const Rgb ground = item.icon == Icon::Door ? colours.of(Colour::Header) : cut_out(colours);
            const float thickness = screen.length(item.thickness);
            if (item.icon == Icon::Door && !p.view.emblem.empty()) {
                return draw_emblem(p.list, p.view.emblem, box, thickness, colour);
            }
            return draw_icon(p.list, item.icon, box, thickness, colour, packed(ground));
        }
        case Item::Kind::Modules:
            return draw_modules(p, screen, item, colour);
        case Item::Kind::Segment:
            return draw_segment(p, screen, item, colour);
    }
}

void draw_focus(const Paint& p) {
    const Area* area = p.view.focus.empty() ? nullptr : p.layout.area(p.view.focus);
    if (area == nullptr) {
        return;
    }
    const Screen screen(p.view, area->fixed);
    const Theme& colours = p.view.theme;
    const float width = screen.stroke(3);
    const Rect box = screen.snapped(area->rect);
    const float radius = screen.length(area->radius);
    const Rect inner = box.grown(width);
    draw_border(p, inner, radius + width, width, packed(colours.of(Colour::FocusInner)));
    draw_border(p, inner.grown(width), radius + 2 * width, width, packed(colours.of(Colour::FocusOuter)));
}

}  // namespace

unsigned packed(Rgb rgb, unsigned alpha) {
    return IM_COL32((rgb >> 16U) & 0xFFU, (rgb >> 8U) & 0xFFU, rgb & 0xFFU, alpha);
}

void paint(const Paint& p) {
    const float above = -64;
    const float below = static_cast<float>(p.view.height) * p.view.dpr + 64;
    for (const Item& item : p.layout.items) {
        const Screen screen(p.view, item.fixed);
        const Rect box = screen.exact(item.rect);
        if (box.bottom() < above || box.y > below) {
            continue;
        }
        if (item.clip < 0) {
            draw_item(p, screen, item);
            continue;
        }
        const Rect clip = screen.snapped(p.layout.clips[static_cast<std::size_t>(item.clip)]);
        p.list.PushClipRect({clip.x, clip.y}, {clip.right(), clip.bottom()}, true);
        draw_item(p, screen, item);
        p.list.PopClipRect();
    }
    draw_focus(p);
}

}  // namespace motcua::ui
