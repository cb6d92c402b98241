#include <algorithm>
#include <cstdlib>

#include "client/ui/composer.hpp"
#include "client/ui/text_wrap.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;

constexpr float kSheetWord = 14;

/// The button that asks for files, with an arrow; on a tinted ground so that it is seen as a place.
Rect place_pick(Composer& c, const Node& node, const std::string& words) {
    const TextStyle style = c.style(kBody, Weight::SemiBold);
    const float mark = c.room(24);
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

constexpr float kPreview = 72;
constexpr float kSheet = 44;

/// A sheet that says what kind of file it is, or the ground that the platform lays the picture on.
Rect place_preview(Composer& c, const Node& node, float x, float top) {
    const bool picture = !node.value.empty();
    const float side = picture ? c.px(kPreview) : c.room(kSheet);
    const Rect box{x, top, side, side * (picture ? 1 : 1.25F)};
    c.fill(box, picture ? Colour::Sunken : Colour::Surface, c.px(4));
    c.border(box, picture ? Colour::Divider : Colour::Line, c.px(picture ? 1 : 2), c.px(4));
    if (picture) {
        const float mark = c.px(28);
        c.icon(Icon::File, {x + (side - mark) / 2, top + (side - mark) / 2, mark, mark}, Colour::Muted);
    } else {
        const TextStyle style = c.style(kSheetWord, Weight::SemiBold);
        const float width = c.text_width(node.name, style);
        c.word(node.name, style, Colour::Ink, x + (side - width) / 2,
               top + (box.h - style.size * kLineHeight) / 2);
    }
    c.rect(node.id, box);
    return box;
}

/// Its preview, or the icon that says that something is wrong with it.
Rect place_sign(Composer& c, const Node& file, float x, float top) {
    if (!file.children.empty() && file.children.front().role == Role::Preview) {
        return place_preview(c, file.children.front(), x, top);
    }
    const Rect box{x, top, c.room(28), c.room(28)};
    c.icon(file.error.empty() ? Icon::File : Icon::Error, box,
           file.error.empty() ? Colour::Primary : Colour::Error);
    return box;
}

std::vector<const Node*> actions_of(const Node& file) {
    std::vector<const Node*> actions;
    for (const Node& child : file.children) {
        if (child.role != Role::Preview) {
            actions.push_back(&child);
        }
    }
    return actions;
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
    const Rect sign = place_sign(c, node, outer.x, top);
    float buttons = 0;
    const TextStyle style = c.style(kBody);
    for (const Node* button : actions_of(node)) {
        buttons += c.text_width(button->name, style) + c.px(24);
    }
    const bool beside = buttons < outer.width * 0.45F;
    const float left = sign.w + c.px(12);
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
    for (const Node* button : actions_of(node)) {
        const Rect placed = place_link(c, *button, x, at, outer.x + outer.width - x, style);
        x = placed.right() + c.px(24);
        c.y = std::max(c.y, placed.bottom() + (beside ? 0 : c.px(8)));
    }
    c.y = std::max(c.y, sign.bottom());
    c.column = outer;
    c.rect(node.id, box.close());
}

}  // namespace motcua::ui
