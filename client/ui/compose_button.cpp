#include <algorithm>

#include "client/ui/composer.hpp"
#include "client/ui/text_wrap.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;
using page::Tone;

constexpr float kButtonHeight = 52;
constexpr float kPadding = 24;

/// The colours of one kind of button, at rest and under the pointer.
struct Look {
    Colour ground;
    Colour hover;
    Colour pressed;
    Colour edge;
    Colour ink;
};

Look look_of(const Node& node) {
    if (node.disabled || node.busy) {
        return {Colour::Sunken, Colour::Sunken, Colour::Sunken, Colour::Divider, Colour::Muted};
    }
    if (node.tone == Tone::Primary) {
        return {Colour::Primary, Colour::PrimaryHover, Colour::PrimaryPressed, Colour::Primary,
                Colour::PrimaryInk};
    }
    if (node.tone == Tone::Danger || node.tone == Tone::Error) {
        return {Colour::Surface, Colour::ErrorTint, Colour::ErrorTint, Colour::Error, Colour::Error};
    }
    return {Colour::Surface, Colour::PrimaryTint, Colour::PrimaryTint, Colour::Primary, Colour::Primary};
}

bool goes_back(const Node& node) {
    return node.id == "back" || (node.id.size() > 5 && node.id.compare(node.id.size() - 5, 5, ".back") == 0);
}

}  // namespace

float button_width(const Composer& c, const Node& node) {
    return c.text_width(node.name, c.style(kBody, Weight::SemiBold)) + c.px(2 * kPadding);
}

Rect place_button(Composer& c, const Node& node, float x, float top, float least_width) {
    const TextStyle style = c.style(kBody, Weight::SemiBold);
    const float room = c.column.x + c.column.width - x;
    const float width = std::min(room, std::max(least_width, button_width(c, node)));
    const auto lines = wrap(node.name, style, c.balanced(node.name, style, width - c.px(2 * 16)), c.measure);
    const float words = static_cast<float>(lines.size()) * style.size * kLineHeight;
    const float height = std::max(c.px(kButtonHeight), words + c.px(20));
    const Rect rect{x, top, width, height};
    const Look look = look_of(node);
    const bool live = !node.disabled && !node.busy;
    const int area = live ? c.area(node, Action::Press, rect, c.px(6)) : -1;
    Item& ground = c.fill(rect, look.ground, c.px(6), area);
    ground.hover = look.hover;
    ground.pressed = look.pressed;
    Item& edge = c.border(rect, look.edge, c.px(2), c.px(6), area);
    edge.hover = look.edge == Colour::Primary && look.ground == Colour::Primary ? look.hover : look.edge;
    edge.pressed = look.edge == Colour::Primary && look.ground == Colour::Primary ? look.pressed : look.edge;
    float at = top + (height - words) / 2;
    for (const std::string_view line : lines) {
        c.word(line, style, look.ink, x + (width - c.text_width(line, style)) / 2, at, area);
        at += style.size * kLineHeight;
    }
    c.rect(node.id, rect);
    return rect;
}

void compose_button(Composer& c, const Node& node) {
    const float least = c.narrow() ? c.column.width : c.px(160);
    c.y = place_button(c, node, c.column.x, c.y, least).bottom();
}

Rect place_link(Composer& c, const Node& node, float x, float top, float width, const TextStyle& style) {
    const bool back = goes_back(node);
    const float mark = back ? style.size * 1.2F : 0;
    const auto lines = wrap(node.name, style, width - mark, c.measure);
    const float line = style.size * kLineHeight;
    const float words = static_cast<float>(lines.size()) * line;
    float widest = 0;
    for (const std::string_view part : lines) {
        widest = std::max(widest, c.text_width(part, style));
    }
    const Rect seen{x, top, widest + mark, words};
    // What is pressed is never lower than the least target, however small the words.
    const float more = std::max(0.0F, (c.target() - words) / 2);
    const Rect pressed{x - c.px(4), top - more, seen.w + c.px(8), words + 2 * more};
    const int area = node.disabled ? -1 : c.area(node, Action::Press, pressed, c.px(4));
    const Colour colour = node.disabled               ? Colour::Muted
                          : node.tone == Tone::Danger ? Colour::Error
                                                      : Colour::Primary;
    if (back) {
        c.icon(Icon::Back, {x - c.px(2), top + (line - style.size) / 2, style.size, style.size}, colour,
               area);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        c.word(lines[i], style, colour, x + mark, top + static_cast<float>(i) * line, area);
        Item& item = c.out.items.back();
        item.underline = !node.disabled;
        item.hover = colour == Colour::Primary ? Colour::PrimaryHover : colour;
        item.pressed = item.hover;
    }
    c.rect(node.id, pressed);
    return seen;
}

void compose_link(Composer& c, const Node& node) {
    c.y = place_link(c, node, c.column.x, c.y, c.column.width, c.style(kBody)).bottom();
}

void compose_toolbar(Composer& c, const Node& node) {
    const float top = c.y;
    const float row = c.px(kButtonHeight);
    const float space = c.px(16);
    float x = c.column.x;
    float bottom = c.y;
    for (const Node& child : node.children) {
        const bool button = child.role == Role::Button;
        const bool alone = button && c.narrow();  // On a phone each button has its own line.
        const TextStyle style = c.style(kBody);
        const float width = alone    ? c.column.width
                            : button ? button_width(c, child)
                                     : c.text_width(child.name, style);
        if (x > c.column.x && x + width > c.column.x + c.column.width) {
            x = c.column.x;
            c.y = bottom + c.px(12);
        }
        if (button) {
            const Rect rect = place_button(c, child, x, c.y, alone ? c.column.width : 0);
            x = rect.right() + space;
            bottom = std::max(bottom, rect.bottom());
        } else {
            const float inset = (row - style.size * kLineHeight) / 2;
            const Rect rect = place_link(c, child, x, c.y + inset, c.column.width, style);
            x = rect.right() + space + c.px(8);
            bottom = std::max({bottom, rect.bottom() + inset, c.y + row});
        }
    }
    c.y = bottom;
    c.rect(node.id, {c.column.x, top, c.column.width, c.y - top});
}

}  // namespace motcua::ui
