#include <algorithm>

#include "client/ui/composer.hpp"
#include "client/ui/text_wrap.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;

constexpr float kRowHeight = 56;
constexpr std::size_t kGridFrom = 6;

bool is_chosen(const Node& group, const Node& option) {
    return group.role == Role::CheckGroup ? option.selected
                                          : !group.value.empty() && group.value == option.id;
}

/// The box of a choice of several, ticked or not.
void place_box(Composer& c, const Rect& square, bool ticked, Colour line, int area) {
    c.fill(square, ticked ? Colour::Primary : Colour::Surface, c.px(4), area);
    c.border(square, ticked ? Colour::Primary : line, c.px(2), c.px(4), area);
    if (ticked) {
        c.icon(Icon::Tick, square.grown(-c.room(4)), Colour::PrimaryInk, area);
        c.out.items.back().thickness = c.room(3);
    }
}

/// The circle of a choice of one.
void place_circle(Composer& c, const Rect& circle, bool chosen, Colour line, int area) {
    c.disc(circle, Colour::Surface, area);
    c.ring(circle, chosen ? Colour::Primary : line, c.px(2), area);
    if (chosen) {
        c.disc(circle.grown(-c.room(6)), Colour::Primary, area);
    }
}

/// What pressing an option does.
int option_area(Composer& c, const Node& group, const Node& option, const Rect& row) {
    const bool several = group.role == Role::CheckGroup;
    const int area = c.area(group, several ? Action::Toggle : Action::Choose, row, c.px(6));
    Area& made = c.out.areas.back();
    made.id = group.id + "/" + option.id;
    if (several) {
        made.node = made.id;
        made.on = !option.selected;
    } else {
        made.option = option.id;
    }
    return area;
}

/// One option as a row: circle or box, words, hint; the whole row is pressed.
float place_option(Composer& c, const Node& group, const Node& option, const Rect& at) {
    const bool chosen = is_chosen(group, option);
    const bool live = !group.disabled && !option.disabled;
    const float mark = c.room(24);
    const float left = c.px(16) + mark + c.px(14);
    const float inner = at.w - left - c.px(16);
    const TextStyle style = c.style(kBody, chosen ? Weight::SemiBold : Weight::Regular);
    const TextStyle small = c.style(kHint);
    const float words = c.text_height(option.name, c.style(kBody, Weight::SemiBold), inner);
    const float hints = option.hint.empty() ? 0 : c.text_height(option.hint, small, inner) + c.px(2);
    const float height = std::max({c.px(kRowHeight), words + hints + c.px(28), at.h});
    const Rect row{at.x, at.y, at.w, height};
    const int area = live ? option_area(c, group, option, row) : -1;
    Item& ground = c.fill(row,
                          chosen ? Colour::PrimaryTint
                          : live ? Colour::Surface
                                 : Colour::Sunken,
                          c.px(6), area);
    ground.hover = ground.pressed = Colour::PrimaryTint;
    const Colour line = chosen ? Colour::Primary : !group.error.empty() ? Colour::Error : Colour::Line;
    Item& edge = c.border(row, live ? line : Colour::Divider, c.px(chosen ? 3 : 2), c.px(6), area);
    edge.hover = edge.pressed = Colour::Primary;
    const float first = row.y + (height - words - hints) / 2;
    const float line_height = style.size * kLineHeight;
    const Rect sign{row.x + c.px(16), first + (line_height - mark) / 2, mark, mark};
    const Colour rim = live ? Colour::Line : Colour::Divider;
    if (group.role == Role::CheckGroup) {
        place_box(c, sign, chosen, rim, area);
    } else {
        place_circle(c, sign, chosen, rim, area);
    }
    const Colour ink = live ? Colour::Ink : Colour::Muted;
    const float below = c.text(option.name, style, ink, row.x + left, first, inner, area);
    if (!option.hint.empty()) {
        c.text(option.hint, small, Colour::Muted, row.x + left, first + below + c.px(2), inner, area);
    }
    c.rect(group.id + "/" + option.id, row);
    return height;
}

/// How many options stand side by side: many short ones (time slots) make a grid; on the desk, few do too.
int columns_for(const Composer& c, const Node& group) {
    if (group.children.size() < (c.desk() ? 2 : kGridFrom)) {
        return 1;
    }
    float widest = 0;
    for (const Node& option : group.children) {
        const float hint = c.text_width(option.hint, c.style(kHint));
        widest = std::max({widest, c.text_width(option.name, c.style(kBody, Weight::SemiBold)), hint});
    }
    const float each = widest + c.room(24) + c.px(16 + 14 + 16);
    const int fit = static_cast<int>((c.column.width + c.px(8)) / (each + c.px(8)));
    return std::clamp(fit, 1, 4);
}

void place_options(Composer& c, const Node& group) {
    const int columns = columns_for(c, group);
    const float space = c.px(8);
    const float width =
        (c.column.width - space * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float lowest = c.y;
    for (std::size_t i = 0; i < group.children.size(); ++i) {
        const auto column = static_cast<int>(i) % columns;
        if (column == 0 && i > 0) {
            c.y = lowest + space;
        }
        const Rect at{c.column.x + static_cast<float>(column) * (width + space), c.y, width, 0};
        lowest = std::max(lowest, c.y + place_option(c, group, group.children[i], at));
    }
    c.y = lowest;
}

}  // namespace

void compose_choice_group(Composer& c, const Node& node) {
    const FieldHead head = open_field(c, node, kBody);
    const float top = c.y;
    place_options(c, node);
    c.rect(node.id, {c.column.x, top, c.column.width, c.y - top});
    close_field(c, node, head);
}

void compose_checkbox(Composer& c, const Node& node) {
    Node head_only = node;  // The words stand beside the box, not above it.
    head_only.name.clear();
    head_only.hint.clear();
    const bool wrong = !node.error.empty();
    const FieldHead head = wrong ? open_field(c, head_only, kBody) : FieldHead{c.column, c.y, false};
    const TextStyle style = c.style(kBody);
    const float box = c.room(28);
    const float left = c.px(16) + box + c.px(14);
    const float inner = c.column.width - left - c.px(16);
    const float words = c.text_height(node.name, style, inner);
    const float hints = node.hint.empty() ? 0 : c.text_height(node.hint, c.style(kHint), inner) + c.px(2);
    const Rect row{c.column.x, c.y, c.column.width, std::max(c.px(kRowHeight), words + hints + c.px(28))};
    int area = -1;
    if (!node.disabled) {
        area = c.area(node, Action::Toggle, row, c.px(6));
        c.out.areas.back().on = !node.selected;
    }
    Item& ground = c.fill(row, node.selected ? Colour::PrimaryTint : Colour::Surface, c.px(6), area);
    ground.hover = ground.pressed = Colour::PrimaryTint;
    const Colour line = node.selected ? Colour::Primary : wrong ? Colour::Error : Colour::Line;
    Item& edge = c.border(row, line, c.px(node.selected ? 3 : 2), c.px(6), area);
    edge.hover = edge.pressed = Colour::Primary;
    const float first = row.y + (row.h - words - hints) / 2;
    const Rect square{row.x + c.px(16), first + (style.size * kLineHeight - box) / 2, box, box};
    place_box(c, square, node.selected, Colour::Line, area);
    const float below = c.text(node.name, style, Colour::Ink, row.x + left, first, inner, area);
    if (!node.hint.empty()) {
        c.text(node.hint, c.style(kHint), Colour::Muted, row.x + left, first + below + c.px(2), inner, area);
    }
    c.rect(node.id, row);
    c.y = row.bottom();
    close_field(c, node, head);
}

}  // namespace motcua::ui
