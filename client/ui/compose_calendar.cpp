#include <algorithm>

#include "client/ui/composer.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;
using page::Tone;

/// The word under a day: seven of them have to stand side by side on a phone.
constexpr float kWord = 14;
constexpr float kDays = 7;

/// Where the seven columns stand; on a narrow phone they use as much of the page's margins as lets a day be
/// 48 wide, or nearly.
struct Grid {
    float x = 0;
    float each = 0;
    float space = 0;
    [[nodiscard]] float left(std::size_t column) const {
        return x + static_cast<float>(column) * (each + space);
    }
};

Grid grid_of(const Composer& c) {
    const float space = c.px(c.narrow() ? 1 : 6);
    const float least = kDays * c.px(48) + (kDays - 1) * space;
    const float more = c.narrow() ? std::clamp((least - c.column.width) / 2, 0.0F, c.px(15)) : 0;
    return {c.column.x - more, (c.column.width + 2 * more - (kDays - 1) * space) / kDays, space};
}

void place_heads(Composer& c, const Node& row, const Grid& grid) {
    const TextStyle style = c.style(kHint, Weight::SemiBold);
    const float height = style.size * kLineHeight;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
        const float width = c.text_width(row.children[i].name, style);
        c.word(row.children[i].name, style, Colour::Muted, grid.left(i) + (grid.each - width) / 2, c.y);
        c.rect(row.children[i].id, {grid.left(i), c.y, grid.each, height});
    }
    c.rect(row.id, {grid.x, c.y, grid.left(row.children.size()) - grid.space - grid.x, height});
    c.y += height + c.px(4);
}

/// What stands beside the number where few places are left or none, if there is room: what it says the word
/// below says too.
void place_mark(Composer& c, const Node& day, const Rect& box, float number_end, int area) {
    const float side = c.room(c.narrow() ? 12 : 14);
    const float inset = c.px(c.narrow() ? 3 : 6);
    const Rect square{box.right() - side - inset, box.y + inset + c.px(2), side, side};
    if (square.x < number_end + c.px(2)) {
        return;
    }
    if (day.tone == Tone::Warning) {
        c.icon(Icon::Warning, square, Colour::Warning, area);
    } else if (day.tone == Tone::Error) {
        c.icon(Icon::Cross, square, Colour::Muted, area);
    }
}

float word_height(const Composer& c, const Node& day, const Grid& grid) {
    return c.text_height(day.hint, c.style(kWord), grid.each - c.px(6));
}

void place_day(Composer& c, const Node& day, const Rect& box) {
    const int area = day.disabled ? -1 : c.area(day, Action::Press, box, c.px(6));
    // Days without appointments recede; full ones have a box that is sunken.
    if (!day.disabled || day.selected || day.tone == Tone::Error) {
        Item& ground = c.fill(box,
                              day.selected   ? Colour::PrimaryTint
                              : day.disabled ? Colour::Sunken
                                             : Colour::Surface,
                              c.px(6), area);
        ground.hover = ground.pressed = Colour::PrimaryTint;
        const Colour line = day.selected ? Colour::Primary : day.disabled ? Colour::Divider : Colour::Line;
        Item& edge = c.border(box, line, c.px(day.selected ? 3 : 1), c.px(6), area);
        edge.hover = edge.pressed = Colour::Primary;
    }
    const bool strong = day.selected || day.level == 1;
    const TextStyle number = c.style(kBody, strong ? Weight::SemiBold : Weight::Regular);
    const float left = box.x + c.px(5);
    const Colour figure = day.disabled ? Colour::Muted : Colour::Ink;
    const float width = c.word(day.name, number, figure, left, box.y + c.px(2), area);
    c.out.items.back().underline = day.level == 1;
    place_mark(c, day, box, left + width, area);
    const float top = box.y + c.px(2) + number.size * kLineHeight;
    const Colour ink = day.disabled ? Colour::Muted : tone_colour(day.tone);
    c.text(day.hint, c.style(kWord), ink, box.x + c.px(5), top, box.w - c.px(6), area);
    c.rect(day.id, box);
}

void place_week(Composer& c, const Node& week, const Grid& grid) {
    float words = 0;
    for (const Node& day : week.children) {
        words = std::max(words, word_height(c, day, grid));
    }
    const float height = std::max(c.target(), c.line(kBody) + words + c.px(8));
    for (std::size_t i = 0; i < week.children.size(); ++i) {
        place_day(c, week.children[i], {grid.left(i), c.y, grid.each, height});
    }
    c.rect(week.id, {grid.x, c.y, grid.left(week.children.size()) - grid.space - grid.x, height});
    c.y += height + grid.space;
}

}  // namespace

void compose_calendar(Composer& c, const Node& node) {
    c.paragraph(node.name, c.style(kBody, Weight::SemiBold), Colour::Ink);
    if (!node.hint.empty()) {
        c.paragraph(node.hint, c.style(kHint), Colour::Muted);
    }
    c.y += c.px(12);
    const Grid grid = grid_of(c);
    const float top = c.y;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (i == 0) {
            place_heads(c, node.children[i], grid);
        } else {
            place_week(c, node.children[i], grid);
        }
    }
    c.y -= grid.space;
    c.rect(node.id, {grid.x, top, kDays * (grid.each + grid.space) - grid.space, c.y - top});
}

}  // namespace motcua::ui
