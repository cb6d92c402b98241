#include <algorithm>

#include "client/ui/composer.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;

bool is_action(const Node& node) {
    return node.role == Role::Link || node.role == Role::Button;
}
bool is_name(const Node& node) {
    return node.role == Role::Heading || node.role == Role::Paragraph;
}

struct Bar {
    std::vector<const Node*> names;
    std::vector<const Node*> actions;
    std::vector<const Node*> others;  ///< notices and the like, below the bar
};

void sort_into(Bar& bar, const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
        if (node.role == Role::Toolbar) {
            sort_into(bar, node.children);
        } else if (is_action(node)) {
            bar.actions.push_back(&node);
        } else if (is_name(node)) {
            bar.names.push_back(&node);
        } else {
            bar.others.push_back(&node);
        }
    }
}

float action_width(const Composer& c, const Node& node) {
    return c.text_width(node.name, c.style(kHint)) + c.px(24);
}

void place_action(Composer& c, const Node& node, float x, float top, float height) {
    const TextStyle style = c.style(kHint, node.selected ? Weight::SemiBold : Weight::Regular);
    const Rect rect{x, top, action_width(c, node), height};
    const int area = node.disabled ? -1 : c.area(node, Action::Press, rect, c.px(6));
    Item& ground = c.fill(rect.grown(-c.px(2)), Colour::Header, c.px(6), area);
    ground.hover = ground.pressed = Colour::HeaderHover;
    c.word(node.name, style, Colour::HeaderInk, x + (rect.w - c.text_width(node.name, style)) / 2,
           top + (height - style.size * kLineHeight) / 2, area);
    c.out.items.back().underline = true;
    c.rect(node.id, rect);
}

/// The emblem and the names; returns their right end.
float place_names(Composer& c, const Bar& bar, float x, float top, float height, float right) {
    const float mark = c.px(34);
    c.icon(Icon::Door, {x, top + (height - mark) / 2, mark, mark}, Colour::HeaderAccent);
    x += mark + c.px(12);
    for (const Node* name : bar.names) {
        const bool first = name == bar.names.front();
        const TextStyle style = c.style(first ? 21 : kHint, first ? Weight::SemiBold : Weight::Regular);
        const float width = std::min(c.text_width(name->name, style), std::max(c.px(80), right - x));
        const float words = c.text_height(name->name, style, width);
        c.text(name->name, style, Colour::HeaderInk, x, top + (height - words) / 2, width);
        c.rect(name->id, {x, top, width, height});
        x += width + c.px(16);
    }
    return x;
}

}  // namespace

void compose_header(Composer& c) {
    if (c.page.header.empty()) {
        return;
    }
    Bar bar;
    sort_into(bar, c.page.header);
    const float row = std::max(c.px(64), c.target());
    const std::size_t ground = c.out.items.size();
    c.fill({}, Colour::Header);
    const float left = c.column.x;
    const float right = c.column.x + c.column.width;
    float actions = 0;
    for (const Node* action : bar.actions) {
        actions += action_width(c, *action);
    }
    float names = c.px(34 + 12);
    for (const Node* name : bar.names) {
        names += c.text_width(name->name, c.style(name == bar.names.front() ? 21 : kHint, Weight::SemiBold)) +
                 c.px(16);
    }
    const bool one_line = names + actions <= c.column.width;
    place_names(c, bar, left, 0, row, right);
    float x = one_line ? right - actions + c.px(12) : left - c.px(12);
    float top = one_line ? 0 : row - c.px(8);
    const float height = one_line ? row : c.target();
    for (const Node* action : bar.actions) {
        const float width = action_width(c, *action);
        if (x > left && x + width > right + c.px(12)) {
            x = left - c.px(12);
            top += height;
        }
        place_action(c, *action, x, top, height);
        x += width;
    }
    const float bottom = one_line || bar.actions.empty() ? row : top + height + c.px(8);
    c.out.items[ground].rect = {0, 0, c.out.width, bottom};
    c.fill({0, bottom, c.out.width, c.px(4)}, Colour::HeaderAccent);
    c.y = bottom + c.px(4);
    for (const Node* other : bar.others) {
        c.y += c.px(16);
        c.node(*other);
    }
}

}  // namespace motcua::ui
