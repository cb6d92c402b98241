#include <algorithm>
#include <cstddef>

#include "client/ui/composer.hpp"

namespace motcua::ui {
namespace {

using page::Node;

constexpr float kCellPadding = 12;

/// Digits stand in columns, but for those of a code with its dashes, which they would pull apart.
TextStyle cell_style(const Composer& c, const Node& cell, bool head) {
    TextStyle style = c.style(kHint, head ? Weight::SemiBold : Weight::Regular);
    style.tabular = cell.name.find('-') == std::string::npos;
    return style;
}

/// Width of the longest word: a column is not made narrower, so that codes stay whole.
float longest_word(const Composer& c, const std::string& text, const TextStyle& style) {
    float widest = 0;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        widest = std::max(widest, c.text_width(text.substr(start, end - start), style));
        start = end + 1;
    }
    return widest;
}

/// Room for the arrow of a column that can be sorted by.
float sort_mark(const Composer& c, const Node& cell) {
    return cell.link ? c.room(20) : 0;
}

void place_sort_mark(Composer& c, const Node& cell, float x, float middle, int area) {
    if (!cell.value.empty()) {
        const float size = c.room(14);
        c.icon(cell.value == "descending" ? Icon::Down : Icon::Up, {x, middle - size / 2, size, size},
               Colour::Primary, area);
    }
}

struct Column {
    float width = 0;  ///< What its texts ask for
    float least = 0;  ///< Its longest word
};

std::vector<Column> measure_columns(const Composer& c, const Node& table) {
    std::vector<Column> columns;
    for (std::size_t r = 0; r < table.children.size(); ++r) {
        const auto& cells = table.children[r].children;
        columns.resize(std::max(columns.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const TextStyle style = cell_style(c, cells[i], r == 0);
            const float pad = c.px(2 * kCellPadding + 1) + (r == 0 ? sort_mark(c, cells[i]) : 0);
            columns[i].width = std::max(columns[i].width, c.text_width(cells[i].name, style) + pad);
            columns[i].least = std::max(columns[i].least, longest_word(c, cells[i].name, style) + pad);
        }
    }
    return columns;
}

/// Widths of the columns: what the texts ask for, the rest shared out; when there is too
/// little, the widest give first, down to their longest words.
std::vector<float> column_widths(const Composer& c, const Node& table) {
    std::vector<Column> columns = measure_columns(c, table);
    float sum = 0;
    for (const Column& column : columns) {
        sum += column.width;
    }
    const auto room = [](const Column& column) { return column.width - column.least; };
    while (sum > c.column.width) {
        const auto widest =
            std::max_element(columns.begin(), columns.end(), [&](const Column& a, const Column& b) {
                return (room(a) > 0 ? a.width : 0) < (room(b) > 0 ? b.width : 0);
            });
        const float cut = std::min({sum - c.column.width, widest->width * 0.1F, room(*widest)});
        widest->width -= cut;
        sum -= cut;
        if (cut <= 0) {
            break;
        }
    }
    const float extra = (c.column.width - sum) / static_cast<float>(std::max<std::size_t>(1, columns.size()));
    std::vector<float> widths;
    for (const Column& column : columns) {
        widths.push_back(column.width + std::max(0.0F, extra));
    }
    return widths;
}

/// A head that is pressed to sort by its column.
void place_sort_head(Composer& c, const Node& cell, const Rect& rect) {
    const TextStyle style = cell_style(c, cell, true);
    const float pad = c.px(kCellPadding);
    const int area = c.area(cell, Action::Press, rect, c.px(4));
    Item& ground = c.fill(rect, Colour::Sunken, 0, area);
    ground.hover = ground.pressed = Colour::PrimaryTint;
    const float width = rect.w - 2 * pad - sort_mark(c, cell);
    const float words = c.text_height(cell.name, style, width);
    const std::size_t first = c.out.items.size();
    c.text(cell.name, style, Colour::Primary, rect.x + pad, rect.y + (rect.h - words) / 2, width, area);
    float widest = 0;
    for (std::size_t at = first; at < c.out.items.size(); ++at) {
        c.out.items[at].underline = true;
        widest = std::max(widest, c.out.items[at].rect.w);
    }
    place_sort_mark(c, cell, rect.x + pad + widest + c.px(6), rect.y + rect.h / 2, area);
    c.rect(cell.id, rect);
}

/// Above cards, which have no head: the columns to sort by, as buttons in lines.
void place_sort_buttons(Composer& c, const Node& table) {
    const TextStyle style = c.style(kHint, Weight::SemiBold);
    const float height = std::max(c.target(), c.line(kHint) + c.px(16));
    float x = c.column.x;
    bool any = false;
    for (const Node& cell : table.children.front().children) {
        if (!cell.link) {
            continue;
        }
        if (!any && !table.hint.empty()) {
            c.paragraph(table.hint, c.style(kHint), Colour::Muted);
            c.y += c.px(4);
        }
        const float mark = cell.value.empty() ? 0 : sort_mark(c, cell);
        const float width =
            std::max(c.target(), c.text_width(cell.name, style) + mark + c.px(2 * kCellPadding));
        if (x > c.column.x && x + width > c.column.x + c.column.width) {
            x = c.column.x;
            c.y += height + c.px(8);
        }
        const Rect rect{x, c.y, width, height};
        const int area = c.area(cell, Action::Press, rect, c.px(6));
        Item& ground =
            c.fill(rect, cell.value.empty() ? Colour::Surface : Colour::PrimaryTint, c.px(6), area);
        ground.hover = ground.pressed = Colour::PrimaryTint;
        c.border(rect, Colour::Primary, c.px(cell.value.empty() ? 1 : 2), c.px(6), area);
        const float words = c.word(cell.name, style, Colour::Primary, x + c.px(kCellPadding),
                                   c.y + (height - c.line(kHint)) / 2, area);
        place_sort_mark(c, cell, x + c.px(kCellPadding + 6) + words, c.y + height / 2, area);
        c.rect(cell.id, rect);
        x = rect.right() + c.px(8);
        any = true;
    }
    c.y += any ? height + c.px(16) : 0;
}

void place_row(Composer& c, const Node& row, const std::vector<float>& widths, bool head) {
    const float pad = c.px(kCellPadding);
    float height = c.target();
    for (std::size_t i = 0; i < row.children.size(); ++i) {
        const float words = c.text_height(row.children[i].name, cell_style(c, row.children[i], head),
                                          widths[i] - 2 * pad - sort_mark(c, row.children[i]));
        height = std::max(height, words + c.px(24));
    }
    const Rect rect{c.column.x, c.y, c.column.width, height};
    const int area = row.link && !row.disabled ? c.area(row, Action::Press, rect, c.px(4)) : -1;
    Item& ground = c.fill(rect,
                          head           ? Colour::Sunken
                          : row.selected ? Colour::PrimaryTint
                                         : Colour::Surface,
                          0, area);
    ground.hover = ground.pressed = Colour::PrimaryTint;
    float x = c.column.x;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
        const Node& cell = row.children[i];
        if (head && cell.link) {
            place_sort_head(c, cell, {x, c.y, widths[i], height});
            x += widths[i];
            continue;
        }
        const bool leads = row.link && i == 0;
        const TextStyle style = cell_style(c, cell, head);
        const float words = c.text_height(cell.name, style, widths[i] - 2 * pad);
        const Colour ink = leads ? Colour::Primary : head ? Colour::Muted : tone_colour(cell.tone);
        const std::size_t first = c.out.items.size();
        c.text(cell.name, style, ink, x + pad, c.y + (height - words) / 2, widths[i] - 2 * pad, area);
        for (std::size_t at = first; leads && at < c.out.items.size(); ++at) {
            c.out.items[at].underline = true;
        }
        c.rect(cell.id, {x, c.y, widths[i], height});
        x += widths[i];
    }
    c.rect(row.id, rect);
    c.y += height;
    c.fill({c.column.x, c.y, c.column.width, c.px(1)}, Colour::Divider);
    c.y += c.px(1);
}

/// On a phone each row is a card: the head's word before each cell.
void place_card(Composer& c, const Node& row, const Node* head) {
    const std::size_t areas = c.out.areas.size();
    const int area = row.link && !row.disabled ? c.area(row, Action::Press, {}, c.px(8)) : -1;
    const std::size_t ground = c.out.items.size();
    Box box(c, c.px(16), Colour::Surface, Colour::Divider, c.px(1), c.px(8));
    Item& fill = c.out.items[ground];
    fill.area = area;
    fill.hover = fill.pressed = area >= 0 ? Colour::PrimaryTint : Colour::Surface;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
        const Node& cell = row.children[i];
        const float top = c.y;
        const float label = c.column.width * 0.38F;
        float bottom = top;
        if (head != nullptr && i < head->children.size()) {
            bottom += c.text(head->children[i].name, c.style(kHint), Colour::Muted, c.column.x, top,
                             label - c.px(8), area);
        }
        const bool leads = row.link && i == 0;
        const TextStyle style = c.style(kHint, leads ? Weight::SemiBold : Weight::Regular);
        const Colour ink = leads ? Colour::Primary : tone_colour(cell.tone);
        bottom = std::max(bottom, top + c.text(cell.name, style, ink, c.column.x + label, top,
                                               c.column.width - label, area));
        c.y = bottom + c.px(4);
        c.rect(cell.id, {c.column.x, top, c.column.width, bottom - top});
    }
    const Rect rect = box.close();
    if (area >= 0) {
        c.out.areas[areas].rect = rect;
    }
    c.rect(row.id, rect);
    c.y += c.px(12);
}

}  // namespace

void compose_table(Composer& c, const Node& node) {
    const float top = c.y;
    if (!node.name.empty()) {
        c.paragraph(node.name, c.style(kBody, Weight::SemiBold), Colour::Ink);
        c.y += c.px(12);
    }
    const std::vector<float> widths = column_widths(c, node);
    float wide = 0;
    for (const float width : widths) {
        wide += width;
    }
    // Two columns stand side by side on a phone too; many may be too wide for any screen.
    if (wide > c.column.width + 1 || (widths.size() > 2 && c.column.width < c.room(560))) {
        if (!node.children.empty()) {
            place_sort_buttons(c, node);
        }
        for (std::size_t r = 1; r < node.children.size(); ++r) {
            place_card(c, node.children[r], &node.children.front());
        }
    } else {
        const float first = c.y;
        for (std::size_t r = 0; r < node.children.size(); ++r) {
            place_row(c, node.children[r], widths, r == 0);
        }
        c.border({c.column.x, first, c.column.width, c.y - first}, Colour::Divider, c.px(1), 0);
    }
    c.rect(node.id, {c.column.x, top, c.column.width, c.y - top});
}

}  // namespace motcua::ui
