#include <algorithm>
#include <cstdlib>

#include "client/ui/composer.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Tone;

float heading_size(const Composer& c, int level) {
    if (level <= 1) {
        return c.narrow() ? 28 : kTitle;
    }
    return level == 2 ? (c.narrow() ? 22 : kQuestion) : kBody;
}

/// How far down an icon stands beside its first line of words.
float first_line(const Composer& c, float icon) {
    return std::max(0.0F, (c.line(kBody) - icon) / 2);
}

Rect since(const Composer& c, float top) {
    return {c.column.x, top, c.column.width, c.y - top};
}

}  // namespace

void compose_heading(Composer& c, const Node& node) {
    const float top = c.y;
    const TextStyle style = c.style(heading_size(c, node.level), Weight::SemiBold);
    c.y +=
        c.text(node.name, style, Colour::Ink, c.column.x, c.y, c.balanced(node.name, style, c.column.width));
    if (!node.hint.empty()) {
        c.y += c.px(4);
        c.paragraph(node.hint, c.style(kHint), Colour::Muted);
    }
    c.rect(node.id, since(c, top));
}

void compose_paragraph(Composer& c, const Node& node) {
    const float top = c.y;
    const bool muted = node.tone == Tone::Muted;
    if (!node.name.empty()) {
        c.paragraph(node.name, c.style(muted ? kHint : kBody), tone_colour(node.tone));
    }
    if (!node.value.empty()) {
        c.paragraph(node.value, c.style(muted ? kHint : kBody), tone_colour(node.tone));
    }
    c.rect(node.id, since(c, top));
    if (!node.children.empty()) {
        c.y += c.px(12);
        c.flow(node.children);
    }
}

void compose_notice(Composer& c, const Node& node) {
    const float top = c.y;
    const Colour mark = tone_colour(node.tone == Tone::Normal ? Tone::Info : node.tone);
    const Tone tint = node.tone == Tone::Normal ? Tone::Info : node.tone;
    const float bar = c.px(6);
    const Column outer = c.column;
    const std::size_t ground = c.out.items.size();
    c.fill({}, tone_tint(tint), c.px(6));
    const std::size_t edge = c.out.items.size();
    c.fill({}, mark, c.px(3));
    const float pad = c.px(c.narrow() ? 16 : 20);
    const float size = c.room(28);
    c.y += pad;
    c.icon(tone_icon(tint), {outer.x + bar + pad, c.y + first_line(c, size), size, size}, mark);
    const float indent = bar + pad + size + c.px(12);
    c.column = {outer.x + indent, outer.width - indent - pad};
    if (!node.name.empty()) {
        c.paragraph(node.name, c.style(kBody, Weight::SemiBold), Colour::Ink);
    }
    if (!node.value.empty()) {
        c.y += node.name.empty() ? 0 : c.px(4);
        c.paragraph(node.value, c.style(kBody), Colour::Ink);
    }
    if (!node.hint.empty()) {
        c.y += c.px(4);
        c.paragraph(node.hint, c.style(kHint), Colour::Ink);
    }
    if (!node.children.empty()) {
        c.y += c.px(16);
        c.flow(node.children);
    }
    c.y = std::max(c.y, top + pad + size) + pad;
    c.column = outer;
    const Rect box = since(c, top);
    c.out.items[ground].rect = box;
    c.out.items[edge].rect = {box.x, box.y, bar, box.h};
    c.rect(node.id, box);
}

void compose_progress(Composer& c, const Node& node) {
    const float top = c.y;
    c.paragraph(node.name, c.style(kHint, Weight::SemiBold), Colour::Muted);
    c.y += c.px(8);
    const int total = std::clamp(std::atoi(node.value.c_str()), 1, 100);
    const int now = std::clamp(node.level, 0, total);
    const float height = c.px(6);
    const float space = total <= 30 ? c.px(total <= 8 ? 4 : 3) : 0;
    const float each = (c.column.width - space * static_cast<float>(total - 1)) / static_cast<float>(total);
    for (int i = 0; i < total; ++i) {
        const float x = c.column.x + static_cast<float>(i) * (each + space);
        c.fill({x, c.y, each, height}, i < now ? Colour::Primary : Colour::Divider,
               total <= 30 ? c.px(2) : 0);
    }
    c.y += height;
    c.rect(node.id, since(c, top));
}

void compose_error_summary(Composer& c, const Node& node) {
    Box box(c, c.px(c.narrow() ? 16 : 24), Colour::ErrorTint, Colour::Error, c.px(3), c.px(6));
    const float size = c.room(28);
    const float indent = size + c.px(12);
    c.icon(Icon::Error, {c.column.x, c.y + first_line(c, size), size, size}, Colour::Error);
    c.column.x += indent;
    c.column.width -= indent;
    c.paragraph(node.name, c.style(kBody, Weight::SemiBold), Colour::Ink);
    c.y += c.px(16);
    float bottom = c.y;
    for (const Node& link : node.children) {
        const Rect at = place_link(c, link, c.column.x, c.y, c.column.width, c.style(kBody));
        // Far enough apart that what is pressed does not overlap.
        c.y = std::max(at.bottom() + c.px(20), at.y + c.target());
        bottom = at.bottom();
    }
    c.y = bottom;
    c.column.x -= indent;
    c.column.width += indent;
    c.rect(node.id, box.close());
}

void compose_group(Composer& c, const Node& node) {
    Box box(c, c.px(c.narrow() ? 16 : 24), Colour::Surface, Colour::Divider, c.px(1), c.px(8));
    if (!node.name.empty()) {
        c.paragraph(node.name, c.style(c.narrow() || c.desk() ? kBody : 21, Weight::SemiBold), Colour::Ink);
        c.y += c.px(16);
    }
    if (!node.hint.empty()) {
        c.paragraph(node.hint, c.style(kHint), Colour::Muted);
        c.y += c.px(16);
    }
    c.flow(node.children);
    c.rect(node.id, box.close());
}

}  // namespace motcua::ui
