#include <algorithm>
#include <cstdlib>

#include "client/ui/composer.hpp"

namespace motcua::ui {
namespace {

using page::Node;

constexpr float kPin = 32;
constexpr float kWhole = 1000;

/// "312 540" within the panel.
Point point_of(const std::string& value, const Rect& panel) {
    char* rest = nullptr;
    const auto x = static_cast<float>(std::strtol(value.c_str(), &rest, 10));
    const auto y = static_cast<float>(std::strtol(rest, nullptr, 10));
    return {panel.x + panel.w * x / kWhole, panel.y + panel.h * y / kWhole};
}

void place_pin(Composer& c, const Node& pin, const Rect& panel) {
    const Point at = point_of(pin.value, panel);
    const float reach = std::max(c.target(), c.px(kPin)) / 2;
    const Rect pressed{at.x - reach, at.y - reach, 2 * reach, 2 * reach};
    const int area = pin.disabled ? -1 : c.area(pin, Action::Press, pressed, reach);
    const float radius = c.px(kPin) / 2;
    const Rect disc{at.x - radius, at.y - radius, 2 * radius, 2 * radius};
    c.disc(disc, pin.selected ? Colour::Primary : Colour::Surface, area);
    Item& ring = c.ring(disc, Colour::Primary, c.px(pin.selected ? 4 : 2), area);
    ring.hover = ring.pressed = Colour::PrimaryHover;
    if (pin.selected) {  // A second ring: chosen is not a matter of colour alone.
        c.ring(disc.grown(c.px(4)), Colour::Primary, c.px(2), area);
    }
    TextStyle style = c.style(kHint, Weight::SemiBold);
    style.size = std::min(style.size, c.px(kHint));  // The disc does not grow with the text.
    const float width = c.text_width(pin.name, style);
    c.word(pin.name, style, pin.selected ? Colour::PrimaryInk : Colour::Primary, at.x - width / 2,
           at.y - style.size * kLineHeight / 2, area);
    c.rect(pin.id, pressed);
}

/// An arrow up with the word for north beside it, above the panel at its right.
void place_north(Composer& c, const Node& node, const Rect& line) {
    const TextStyle style = c.style(kHint, Weight::SemiBold);
    const float width = c.text_width(node.value, style);
    const float x = line.right() - c.px(8);
    c.word(node.value, style, Colour::Ink, x - c.px(12) - width, line.y);
    const float top = line.y + c.px(4);
    c.segment({x, top}, {x, line.bottom() - c.px(4)}, Colour::Ink, c.px(2));
    c.segment({x - c.px(5), top + c.px(6)}, {x, top}, Colour::Ink, c.px(2));
    c.segment({x, top}, {x + c.px(5), top + c.px(6)}, Colour::Ink, c.px(2));
}

/// A bar as long as its words say, below the panel at its left.
void place_scale(Composer& c, const Node& node, const Rect& panel) {
    const TextStyle style = c.style(kHint);
    const float line = style.size * kLineHeight;
    const float length = panel.w * static_cast<float>(node.level) / kWhole;
    const float middle = c.y + line / 2;
    c.fill({panel.x, middle, length, c.px(2)}, Colour::Ink);
    for (const float x : {panel.x, panel.x + length - c.px(2)}) {
        c.fill({x, middle - c.px(5), c.px(2), c.px(12)}, Colour::Ink);
    }
    c.word(node.hint, style, Colour::Ink, panel.x + length + c.px(10), c.y);
    c.y += line;
}

}  // namespace

void compose_map(Composer& c, const Node& node) {
    c.paragraph(node.name, c.style(kBody, Weight::SemiBold), Colour::Ink);
    c.y += c.px(4);
    const float line = c.line(kHint);
    place_north(c, node, {c.column.x, c.y, c.column.width, line});
    c.y += line + c.px(4);
    const Rect panel{c.column.x, c.y, c.column.width, c.column.width / 1.5F};
    c.fill(panel, Colour::Sunken, c.px(6));
    c.border(panel, Colour::Line, c.px(1), c.px(6));
    for (const Node& pin : node.children) {
        place_pin(c, pin, panel);
    }
    c.rect(node.id, panel);
    c.y = panel.bottom() + c.px(6);
    place_scale(c, node, panel);
}

}  // namespace motcua::ui
