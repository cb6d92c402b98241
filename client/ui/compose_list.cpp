#include <algorithm>

#include "client/ui/composer.hpp"
#include "client/ui/text_wrap.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;
using page::Tone;

/// A state word on a tinted ground, with the icon of its tone. Returns its width.
float place_state(Composer& c, const Node& task, float x, float top, int area) {
    const TextStyle style = c.style(kHint, Weight::SemiBold);
    const float line = style.size * kLineHeight;
    const float mark = c.room(18);
    const float pad = c.px(10);
    const float width = pad + mark + c.px(6) + c.text_width(task.value, style) + pad;
    const Rect ground{x, top, width, line + c.px(8)};
    c.fill(ground, tone_tint(task.tone), ground.h / 2, area);
    c.icon(tone_icon(task.tone), {x + pad, top + (ground.h - mark) / 2, mark, mark}, tone_colour(task.tone),
           area);
    c.word(task.value, style, task.tone == Tone::Normal ? Colour::Ink : tone_colour(task.tone),
           x + pad + mark + c.px(6), top + c.px(4), area);
    return width;
}

float state_width(const Composer& c, const Node& task) {
    if (task.value.empty()) {
        return 0;
    }
    return c.text_width(task.value, c.style(kHint, Weight::SemiBold)) + c.room(18) + c.px(10 + 6 + 10);
}

/// A row of the task list between y and what it takes; its ground is patched afterwards.
void place_task(Composer& c, const Node& task) {
    const float pad = c.px(16);
    const Rect whole{c.column.x, c.y, c.column.width, 0};
    const int area = task.disabled ? -1 : c.area(task, Action::Press, whole, c.px(6));
    const std::size_t ground = c.out.items.size();
    Item& row = c.fill(whole, Colour::Surface, c.px(6), area);
    row.hover = row.pressed = Colour::PrimaryTint;
    const float arrow = task.disabled ? 0 : c.room(20);
    const float state = state_width(c, task);
    const bool beside = state > 0 && state < c.column.width * 0.4F;
    const float left = c.column.x + pad;
    const float inner = c.column.width - 2 * pad - (arrow > 0 ? arrow + c.px(8) : 0);
    const float words = inner - (beside ? state + c.px(16) : 0);
    float at = c.y + pad;
    const Colour ink = task.disabled ? Colour::Muted : Colour::Primary;
    at += c.text(task.name, c.style(kBody, Weight::SemiBold), ink, left, at, words, area);
    if (!task.hint.empty()) {
        at += c.text(task.hint, c.style(kHint), Colour::Muted, left, at, words, area);
    }
    const float pill = c.style(kHint).size * kLineHeight + c.px(8);
    if (beside) {
        place_state(c, task, left + inner - state, c.y + pad - c.px(1), area);
    } else if (state > 0) {
        place_state(c, task, left, at + c.px(8), area);
        at += c.px(8) + pill;
    }
    const float height = std::max(at - c.y + pad, c.target() + c.px(12));
    if (arrow > 0) {
        c.icon(
            Icon::Forward,
            {c.column.x + c.column.width - pad - arrow + c.px(4), c.y + (height - arrow) / 2, arrow, arrow},
            Colour::Primary, area);
    }
    const Rect done{whole.x, whole.y, whole.w, height};
    c.out.items[ground].rect = done;
    if (area >= 0) {
        c.out.areas[static_cast<std::size_t>(area)].rect = done;
    }
    c.rect(task.id, done);
    c.y += height;
}

void divider(Composer& c) {
    c.fill({c.column.x, c.y, c.column.width, c.px(1)}, Colour::Divider);
    c.y += c.px(1);
}

float row_links(const Composer& c, const Node& row) {
    float width = 0;
    for (const Node& link : row.children) {
        width += c.text_width(link.name, c.style(kBody)) + c.px(16);
    }
    return width;
}

void place_row(Composer& c, const Node& row) {
    const float top = c.y;
    const float links = row_links(c, row);
    const bool stacked = c.column.width < c.room(480);
    const float inner = c.column.width - links;
    const float question = stacked ? inner : c.column.width * 0.38F;
    c.y += c.px(14);
    const float first = c.y;
    const TextStyle asked = c.style(stacked ? kHint : kBody, stacked ? Weight::Regular : Weight::SemiBold);
    float bottom = first + c.text(row.name, asked, stacked ? Colour::Muted : Colour::Ink, c.column.x, first,
                                  question - c.px(16));
    const float x = stacked ? c.column.x : c.column.x + question;
    float answer = stacked ? bottom + c.px(2) : first;
    const float width = c.column.x + c.column.width - links - x;
    const bool large = row.tone == Tone::Primary;
    answer += c.text(row.value, large ? c.style(kQuestion, Weight::SemiBold) : c.style(kBody),
                     tone_colour(row.tone), x, answer, width);
    if (!row.hint.empty()) {
        answer += c.px(4);
        answer += c.text(row.hint, c.style(kHint), Colour::Muted, x, answer, width);
    }
    bottom = std::max(bottom, answer);
    float at = c.column.x + c.column.width - links + c.px(16);
    for (const Node& link : row.children) {
        at = place_link(c, link, at, first, links, c.style(kBody)).right() + c.px(16);
    }
    c.y = std::max(bottom + c.px(14), top + c.target() + c.px(8));
    c.rect(row.id, {c.column.x, top, c.column.width, c.y - top});
}

void place_step(Composer& c, const Node& step, bool last) {
    const float top = c.y;
    const float mark = c.room(28);
    const bool reached = step.tone != Tone::Muted && step.tone != Tone::Normal;
    const float indent = mark + c.px(16);
    const Column outer = c.column;
    const std::size_t thread = c.out.items.size();
    c.fill({}, reached ? tone_colour(step.tone) : Colour::Divider);
    if (reached) {
        c.icon(tone_icon(step.tone), {outer.x, top, mark, mark}, tone_colour(step.tone));
    } else {
        const Rect circle = Rect{outer.x, top, mark, mark}.grown(-c.room(2));
        c.disc(circle, Colour::Surface);
        c.ring(circle, Colour::Line, c.px(2));
    }
    c.column = {outer.x + indent, outer.width - indent};
    c.paragraph(step.name, c.style(kBody, Weight::SemiBold), reached ? Colour::Ink : Colour::Muted);
    if (!step.hint.empty()) {
        c.paragraph(step.hint, c.style(kHint), Colour::Muted);
    }
    if (!step.value.empty()) {
        c.y += c.px(2);
        c.paragraph(step.value, c.style(kBody), reached ? Colour::Ink : Colour::Muted);
    }
    c.column = outer;
    c.y = std::max(c.y, top + mark);
    c.rect(step.id, {outer.x, top, outer.width, c.y - top});
    c.y += last ? 0 : c.px(20);
    const float from = top + mark + c.px(2);
    c.out.items[thread].rect = {outer.x + mark / 2 - c.px(1), from, c.px(2),
                                last ? 0 : std::max(0.0F, c.y - c.px(2) - from)};
}

}  // namespace

void compose_task_list(Composer& c, const Node& node) {
    const float top = c.y;
    const Column outer = c.column;
    const std::size_t ground = c.out.items.size();
    c.fill({}, Colour::Surface, c.px(8));
    const float edge = c.px(1);
    c.column = {outer.x + edge, outer.width - 2 * edge};
    c.y += edge;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (i > 0) {
            divider(c);
        }
        place_task(c, node.children[i]);
    }
    c.column = outer;
    c.y += edge;
    const Rect rect{outer.x, top, outer.width, c.y - top};
    c.out.items[ground].rect = rect;
    c.border(rect, Colour::Divider, edge, c.px(8));
    c.rect(node.id, rect);
}

void compose_summary(Composer& c, const Node& node) {
    const float top = c.y;
    if (!node.name.empty()) {
        c.paragraph(node.name, c.style(kBody, Weight::SemiBold), Colour::Ink);
        c.y += c.px(8);
    }
    for (const Node& row : node.children) {
        divider(c);
        place_row(c, row);
    }
    divider(c);
    c.rect(node.id, {c.column.x, top, c.column.width, c.y - top});
}

void compose_timeline(Composer& c, const Node& node) {
    const float top = c.y;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        place_step(c, node.children[i], i + 1 == node.children.size());
    }
    c.rect(node.id, {c.column.x, top, c.column.width, c.y - top});
}

void compose_qr(Composer& c, const Node& node) {
    const std::size_t size = std::max<std::size_t>(
        1, node.value.find('\n') == std::string::npos ? node.value.size() : node.value.find('\n'));
    const float modules = static_cast<float>(size);
    const float module = std::max(2.0F, std::min(c.px(220), c.column.width - c.px(48)) / modules);
    // Four light modules round the code are part of it.
    const float quiet = 4 * module;
    const float side = modules * module + 2 * quiet;
    const Rect card{c.column.x, c.y, side, side};
    c.fill(card, Colour::CodePaper, c.px(8));
    c.border(card, Colour::Divider, c.px(1), c.px(8));
    Item& code = c.fill(card.grown(-quiet), Colour::CodeInk);
    code.kind = Item::Kind::Modules;
    code.text = node.value;
    const bool beside = c.column.width - side > c.room(220);
    const TextStyle style = c.style(kHint);
    if (beside) {
        const float x = card.right() + c.px(24);
        const float width = c.column.x + c.column.width - x;
        const float height = c.text_height(node.name, style, width);
        c.text(node.name, style, Colour::Muted, x, card.y + std::max(0.0F, (side - height) / 2), width);
        c.y = std::max(card.bottom(), card.y + height);
    } else {
        c.y = card.bottom() + c.px(8);
        c.paragraph(node.name, style, Colour::Muted);
    }
    c.rect(node.id, card);
}

}  // namespace motcua::ui
