#include <algorithm>
#include <cstdlib>

#include "client/ui/composer.hpp"
#include "client/ui/text_wrap.hpp"

namespace motcua::ui {
namespace {

using page::Node;

/// The button that asks for files, with an arrow; on a tinted ground so that it is seen as a place.
Rect place_pick(Composer& c, const Node& node, const std::string& words) {
    const TextStyle style = c.style(kBody, Weight::SemiBold);
    const float mark = c.px(24);
    const float natural = c.text_width(words, style) + mark + c.px(24 + 12 + 24);
    const float width = c.narrow() ? c.column.width : std::min(c.column.width, natural);
    const float inner = width - mark - c.px(16 + 12 + 16);
    const float height = std::max(c.px(56), c.text_height(words, style, inner) + c.px(24));
    const Rect rect{c.column.x, c.y, width, height};
    const bool live = !node.disabled && !node.busy;
    const int area = live ? c.area(node, Action::Pick, rect, c.px(6)) : -1;
    Item& ground = c.fill(rect, live ? Colour::Surface : Colour::Sunken, c.px(6), area);
    ground.hover = ground.pressed = Colour::PrimaryTint;
    const Colour ink = live ? Colour::Primary : Colour::Muted;
    c.border(rect, node.error.empty() ? (live ? Colour::Primary : Colour::Divider) : Colour::Error, c.px(2),
             c.px(6), area);
    c.icon(Icon::Upload, {rect.x + c.px(18), rect.y + (height - mark) / 2, mark, mark}, ink, area);
    const float words_height = c.text_height(words, style, inner);
    c.text(words, style, ink, rect.x + c.px(18 + 12) + mark, rect.y + (height - words_height) / 2, inner,
           area);
    return rect;
}

void place_progress(Composer& c, const Node& node, const Column& column) {
    const float share = static_cast<float>(std::clamp(std::atoi(node.value.c_str()), 0, 100)) / 100.0F;
    const float height = c.px(6);
    c.y += c.px(10);
    c.fill({column.x, c.y, column.width, height}, Colour::Divider, height / 2);
    if (share > 0) {
        c.fill({column.x, c.y, std::max(height, column.width * share), height}, Colour::Primary, height / 2);
    }
    c.y += height;
}

}  // namespace

void compose_file_picker(Composer& c, const Node& node) {
    Node head_only = node;
    if (node.value.empty()) {
        head_only.name.clear();  // The label is the button's own words.
    }
    const FieldHead head = open_field(c, head_only, kBody);
    const Rect rect = place_pick(c, node, node.value.empty() ? node.name : node.value);
    c.rect(node.id, rect);
    c.y = rect.bottom();
    for (const Node& file : node.children) {
        c.y += c.px(12);
        c.node(file);
    }
    close_field(c, node, head);
}

void compose_file(Composer& c, const Node& node) {
    Box box(c, c.px(16), Colour::Surface, node.error.empty() ? Colour::Divider : Colour::Error, c.px(1),
            c.px(6));
    const Column outer = c.column;
    const float top = c.y;
    const float mark = c.px(28);
    c.icon(node.error.empty() ? Icon::File : Icon::Error, {outer.x, top, mark, mark},
           node.error.empty() ? Colour::Primary : Colour::Error);
    float buttons = 0;
    const TextStyle style = c.style(kBody);
    for (const Node& button : node.children) {
        buttons += c.text_width(button.name, style) + c.px(24);
    }
    const bool beside = buttons < outer.width * 0.45F;
    const float left = mark + c.px(12);
    c.column = {outer.x + left, outer.width - left - (beside ? buttons : 0)};
    const float words_top = c.y;
    c.paragraph(node.name, c.style(kBody, Weight::SemiBold), Colour::Ink);
    if (!node.hint.empty()) {
        c.paragraph(node.hint, c.style(kHint), Colour::Muted);
    }
    if (!node.value.empty()) {
        place_progress(c, node, c.column);
    }
    if (!node.error.empty()) {
        c.y += c.px(4);
        c.paragraph(node.error, c.style(kHint, Weight::SemiBold), Colour::Error);
    }
    float x = beside ? outer.x + outer.width - buttons + c.px(24) : outer.x + left;
    float at = beside ? words_top : c.y + c.px(14);
    for (const Node& button : node.children) {
        const Rect placed = place_link(c, button, x, at, outer.width, style);
        x = placed.right() + c.px(24);
        c.y = std::max(c.y, placed.bottom() + (beside ? 0 : c.px(8)));
    }
    c.y = std::max(c.y, top + mark);
    c.column = outer;
    c.rect(node.id, box.close());
}

}  // namespace motcua::ui
