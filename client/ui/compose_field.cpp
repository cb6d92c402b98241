#include <algorithm>

#include "client/ui/composer.hpp"
#include "client/ui/text_wrap.hpp"
#include "client/ui/utf8.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;

constexpr float kFieldHeight = 52;
constexpr float kFieldPadding = 14;
constexpr float kAverageChar = 0.62F;
constexpr int kAreaLines = 4;

bool painted_by_others(const View& view, const std::string& id) {
    return std::find(view.native.begin(), view.native.end(), id) != view.native.end();
}

float box_width(const Composer& c, const Node& node) {
    const int chars = node.input.width_chars;
    if (chars <= 0) {
        return c.column.width;
    }
    const float text = static_cast<float>(chars) * kAverageChar * c.style(kBody).size;
    return std::min(c.column.width, std::max(c.px(96), text + c.px(2 * kFieldPadding + 4)));
}

std::string shown(const Node& node, std::string_view value) {
    if (node.input.type != "password") {
        return std::string(value);
    }
    std::string dots;
    for (std::size_t at = 0; at < value.size();) {
        next_char(value, at);
        dots += "\xE2\x80\xA2";
    }
    return dots;
}

/// The value being typed, with selection, composition and caret, kept in sight sideways.
void compose_editing(Composer& c, const Node& node, const Rect& inside) {
    const Editing& editing = c.view.editing;
    const TextStyle style = c.style(kBody);
    const std::string before = shown(node, editing.text.substr(0, editing.caret)) + editing.composition;
    const std::string all = before + shown(node, editing.text.substr(editing.caret));
    const float caret = c.measure(before, style);
    const float left = inside.x - std::max(0.0F, caret - inside.w + c.px(4));
    const float height = style.size * kLineHeight;
    const float top = inside.y + (inside.h - height) / 2;
    c.out.clips.push_back(inside.grown(c.px(2)));
    const int clip = static_cast<int>(c.out.clips.size()) - 1;
    if (editing.anchor != editing.caret) {
        const float other = c.measure(shown(node, editing.text.substr(0, editing.anchor)), style);
        c.fill({left + std::min(caret, other), top, std::abs(caret - other), height}, Colour::FocusInner)
            .clip = clip;
    }
    c.word(all, style, Colour::Ink, left, top);
    c.out.items.back().clip = clip;
    if (!editing.composition.empty()) {
        const float from = caret - c.measure(editing.composition, style);
        c.fill({left + from, top + height - c.px(4), caret - from, c.px(2)}, Colour::Ink).clip = clip;
    }
    c.fill({left + caret - c.px(1), top, c.px(2), height}, Colour::Primary).clip = clip;
}

void compose_value(Composer& c, const Node& node, const Rect& inside) {
    if (c.view.editing.id == node.id && node.role == Role::TextField) {
        return compose_editing(c, node, inside);
    }
    const std::string value =
        c.view.editing.id == node.id ? c.view.editing.text + c.view.editing.composition : node.value;
    if (value.empty() || painted_by_others(c.view, node.id)) {
        return;
    }
    const TextStyle style = c.style(kBody);
    const Colour colour = node.disabled ? Colour::Muted : Colour::Ink;
    c.out.clips.push_back(inside.grown(c.px(2)));
    const std::size_t first = c.out.items.size();
    if (node.role == Role::TextArea) {
        c.text(value, style, colour, inside.x, inside.y, inside.w);
    } else {
        c.word(shown(node, value), style, colour, inside.x,
               inside.y + (inside.h - style.size * kLineHeight) / 2);
    }
    for (std::size_t i = first; i < c.out.items.size(); ++i) {
        c.out.items[i].clip = static_cast<int>(c.out.clips.size()) - 1;
    }
}

float field_height(const Composer& c, const Node& node, float inner_width) {
    if (node.role == Role::TextField) {
        return std::max(c.px(kFieldHeight), c.line(kBody) + c.px(20));
    }
    const TextStyle style = c.style(kBody);
    const float line = style.size * kLineHeight;
    const float words = c.text_height(node.value, style, inner_width);
    return std::max(words, static_cast<float>(kAreaLines) * line) + c.px(24);
}

}  // namespace

FieldHead open_field(Composer& c, const Node& node, float label_size) {
    FieldHead head{c.column, c.y, !node.error.empty()};
    if (head.wrong) {
        c.column.x += c.px(18);
        c.column.width -= c.px(18);
    }
    const auto part = [&c, &node](const char* name, float top) {
        c.rect(node.id + name, {c.column.x, top, c.column.width, c.y - top});
    };
    float top = c.y;
    if (!node.name.empty()) {
        c.paragraph(node.name, c.style(label_size, Weight::SemiBold), Colour::Ink);
        part("#label", top);
    }
    if (!node.hint.empty()) {
        c.y += c.px(2);
        top = c.y;
        c.paragraph(node.hint, c.style(kHint), Colour::Muted);
        part("#hint", top);
    }
    if (head.wrong) {
        c.y += c.px(6);
        top = c.y;
        const TextStyle style = c.style(kHint, Weight::SemiBold);
        const float size = c.room(20);
        const float line = style.size * kLineHeight;
        c.icon(Icon::Error, {c.column.x, c.y + (line - size) / 2, size, size}, Colour::Error);
        const float indent = size + c.px(8);
        c.y += c.text(node.error, style, Colour::Error, c.column.x + indent, c.y, c.column.width - indent);
        part("#error", top);
    }
    c.y += c.px(8);
    return head;
}

void close_field(Composer& c, const Node& node, const FieldHead& head) {
    if (head.wrong) {
        c.fill({head.outer.x, head.top, c.px(5), c.y - head.top}, Colour::Error, c.px(2));
    }
    c.column = head.outer;
    c.rect(node.id + "#all", {head.outer.x, head.top, head.outer.width, c.y - head.top});
}

void compose_field(Composer& c, const Node& node) {
    const FieldHead head = open_field(c, node, kBody);
    const float width = box_width(c, node);
    const float pad = c.px(kFieldPadding);
    const Rect box{c.column.x, c.y, width, field_height(c, node, width - 2 * pad)};
    const int area = node.disabled ? -1 : c.area(node, Action::Edit, box, c.px(6));
    c.fill(box, node.disabled ? Colour::Sunken : Colour::Surface, c.px(6), area);
    Item& edge = c.border(box, head.wrong ? Colour::Error : Colour::Line, c.px(2), c.px(6), area);
    edge.hover = edge.pressed = head.wrong ? Colour::Error : Colour::Primary;
    const float vertical = node.role == Role::TextArea ? c.px(12) : 0;
    compose_value(c, node, {box.x + pad, box.y + vertical, width - 2 * pad, box.h - 2 * vertical});
    c.rect(node.id, box);
    c.y = box.bottom();
    close_field(c, node, head);
}

}  // namespace motcua::ui
