#include <algorithm>

#include "client/ui/composer.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;

constexpr float kBrand = 21;
constexpr float kMark = 34;  ///< The emblem beside it.

bool is_action(const Node& node) {
    return node.role == Role::Link || node.role == Role::Button;
}
bool is_words(const Node& node) {
    return node.role == Role::Heading || node.role == Role::Paragraph;
}

/// What stands in the bar: first the product's name, then actions, then words.
struct Bar {
    const Node* brand = nullptr;
    std::vector<const Node*> parts;
    std::vector<const Node*> others;  ///< notices and the like, below the bar
};

void sort_into(Bar& bar, const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
        if (node.role == Role::Toolbar) {
            sort_into(bar, node.children);
        } else if (!is_action(node) && !is_words(node)) {
            bar.others.push_back(&node);
        } else if (bar.brand == nullptr) {
            bar.brand = &node;
        } else {
            bar.parts.push_back(&node);
        }
    }
}

/// Words and their room at both sides.
float part_width(const Composer& c, const Node& node) {
    return c.text_width(node.name, c.style(kHint, Weight::SemiBold)) + c.px(24);
}

void place_part(Composer& c, const Node& node, float x, float top, float width, float height) {
    const TextStyle style = c.style(kHint, node.selected ? Weight::SemiBold : Weight::Regular);
    const Rect rect{x, top, width, height};
    const bool live = is_action(node) && !node.disabled;
    const int area = live ? c.area(node, Action::Press, rect, c.px(6)) : -1;
    Item& ground = c.fill(rect.grown(-c.px(2)), Colour::Header, c.px(6), area);
    ground.hover = ground.pressed = Colour::HeaderHover;
    const float words = c.text_height(node.name, style, width - c.px(23));
    const std::size_t first = c.out.items.size();
    c.text(node.name, style, Colour::HeaderInk, x + c.px(12), top + (height - words) / 2, width - c.px(23),
           area);
    for (std::size_t i = first; i < c.out.items.size(); ++i) {
        c.out.items[i].underline = live && !node.selected;
    }
    if (node.selected) {
        const float wide = c.text_width(node.name, style);
        const float below = top + (height + words) / 2 + c.px(1);
        c.fill({x + c.px(12), below, wide, c.px(3)}, Colour::HeaderAccent, c.px(1));
    }
    c.rect(node.id, rect);
}

/// Emblem and product's name; returns their right end.
float place_brand(Composer& c, const Node& brand, float row) {
    const float mark = c.room(kMark);
    const float left = c.column.x;
    const TextStyle style = c.style(kBrand, Weight::SemiBold);
    const float x = left + mark + c.px(12);
    const float width = std::min(c.text_width(brand.name, style), c.column.x + c.column.width - x) + c.px(1);
    const Rect rect{left, 0, x + width - left, row};
    const int area = is_action(brand) && !brand.disabled ? c.area(brand, Action::Press, rect, c.px(6)) : -1;
    c.icon(Icon::Door, {left, (row - mark) / 2, mark, mark}, Colour::HeaderAccent, area);
    const float words = c.text_height(brand.name, style, width);
    c.text(brand.name, style, Colour::HeaderInk, x, (row - words) / 2, width, area);
    c.rect(brand.id, rect);
    return x + width;
}

/// The parts that fit beside the name stand at the right, the others in lines below.
float place_parts(Composer& c, const Bar& bar, float from, float row) {
    const float inset = c.px(12);  // Words stand on the column's edges, their ground beyond.
    const float left = c.column.x - inset;
    const float right = c.column.x + c.column.width + inset;
    std::size_t beside = 0;
    float taken = 0;
    while (beside < bar.parts.size() && from + c.px(8) + taken + part_width(c, *bar.parts[beside]) <= right) {
        taken += part_width(c, *bar.parts[beside++]);
    }
    float x = right - taken;
    for (std::size_t i = 0; i < beside; ++i) {
        const float width = part_width(c, *bar.parts[i]);
        place_part(c, *bar.parts[i], x, 0, width, row);
        x += width;
    }
    if (beside == bar.parts.size()) {
        return row;
    }
    float top = beside > 0 ? row : row - c.px(8);
    float height = 0;
    x = left;
    for (std::size_t i = beside; i < bar.parts.size(); ++i) {
        const Node& part = *bar.parts[i];
        const float width = std::min(part_width(c, part), right - left);
        if (x > left && x + width > right) {
            x = left;
            top += height;
            height = 0;
        }
        const float words = c.text_height(part.name, c.style(kHint, Weight::SemiBold), width - c.px(23));
        const float own = is_action(part) ? std::max(c.target(), words + c.px(8)) : words + c.px(12);
        height = std::max(height, own);
        place_part(c, part, x, top, width, is_action(part) ? own : height);
        x += width;
    }
    return top + height + c.px(6);
}

}  // namespace

void compose_header(Composer& c) {
    if (c.page.header.empty()) {
        return;
    }
    Bar bar;
    sort_into(bar, c.page.header);
    // Words last: on a phone the links share one line, and what is only read stands below.
    std::stable_partition(bar.parts.begin(), bar.parts.end(),
                          [](const Node* part) { return is_action(*part); });
    const std::size_t ground = c.out.items.size();
    c.fill({}, Colour::Header);
    float bottom = 0;
    if (bar.brand != nullptr) {
        const TextStyle style = c.style(kBrand, Weight::SemiBold);
        const float room = c.column.width - c.room(kMark) - c.px(12);
        const float row = std::max({c.px(64), c.target(), c.room(kMark) + c.px(16),
                                    c.text_height(bar.brand->name, style, room) + c.px(16)});
        bottom = place_parts(c, bar, place_brand(c, *bar.brand, row), row);
    }
    c.out.items[ground].rect = {0, 0, c.out.width, bottom};
    c.fill({0, bottom, c.out.width, c.px(4)}, Colour::HeaderAccent);
    c.y = bottom + c.px(4);
    for (const Node* other : bar.others) {
        c.y += c.px(16);
        c.node(*other);
    }
}

}  // namespace motcua::ui
