#include <algorithm>
#include <cstdlib>

#include "client/ui/chart_parts.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;

constexpr float kBarHeight = 18;

/// The table that the chart stands for: head and rows.
Node table_of(const Node& chart, const ChartParts& parts) {
    Node table;
    table.id = chart.id + "#table";
    table.role = Role::Table;
    if (parts.head != nullptr) {
        table.children.push_back(*parts.head);
    }
    for (const Node* row : parts.rows) {
        table.children.push_back(*row);
    }
    return table;
}

float widest_label(const Composer& c, const ChartParts& parts) {
    float widest = 0;
    for (const Node* row : parts.rows) {
        widest = std::max(widest, c.text_width(row->children.front().name, c.style(kHint)));
    }
    return std::min(widest, c.column.width * 0.4F);
}

float widest_number(const Composer& c, const ChartParts& parts) {
    float widest = 0;
    for (const Node* row : parts.rows) {
        for (std::size_t i = 1; i < row->children.size(); ++i) {
            widest = std::max(widest, c.text_width(row->children[i].name, c.style(kHint, Weight::SemiBold)));
        }
    }
    return widest;
}

/// Ticks along the top with a line down from each; labels that would touch are left out.
void place_ticks(Composer& c, const ChartParts& parts, float left, float width, float height) {
    const TextStyle style = c.style(kHint);
    const float top = c.y + style.size * kLineHeight;
    float free_from = c.column.x;
    for (const Node& tick : parts.axis->children) {
        const float x = left + width * number_of(tick) / parts.most;
        const float words = c.text_width(tick.name, style);
        const float at = std::min(x - words / 2, c.column.x + c.column.width - words);
        if (at >= free_from) {
            c.word(tick.name, style, Colour::Muted, at, c.y);
            free_from = at + words + c.px(8);
        }
        c.fill({x, top, c.px(1), height}, Colour::Divider);
        c.rect(tick.id, {x, c.y, c.px(1), height});
    }
    c.rect(parts.axis->id, {left, c.y, width, style.size * kLineHeight});
    c.y = top + c.px(4);
}

void place_bars(Composer& c, const ChartParts& parts) {
    const TextStyle style = c.style(kHint);
    const TextStyle strong = c.style(kHint, Weight::SemiBold);
    const float line = std::max(style.size * kLineHeight, c.px(kBarHeight)) + c.px(4);
    const float label = widest_label(c, parts) + c.px(12);
    const float left = c.column.x + label;
    const float width = std::max(c.px(24), c.column.width - label - widest_number(c, parts) - c.px(10));
    float height = c.px(4);
    for (const Node* row : parts.rows) {
        const auto series = static_cast<float>(row->children.size() - 1);
        height += std::max(line * series, c.text_height(row->children.front().name, style, label)) + c.px(4);
    }
    place_ticks(c, parts, left, width, height);
    for (const Node* row : parts.rows) {
        const float top = c.y;
        const float words = c.text(row->children.front().name, style, Colour::Ink, c.column.x, top, label);
        c.rect(row->children.front().id, {c.column.x, top, label, words});
        for (std::size_t i = 1; i < row->children.size(); ++i) {
            const Node& cell = row->children[i];
            const float extent = width * number_of(cell) / parts.most;
            const Rect bar{left, c.y + (line - c.px(kBarHeight)) / 2 - c.px(2), extent, c.px(kBarHeight)};
            place_bar(c, i - 1, bar);
            c.word(cell.name, strong, Colour::Ink, bar.right() + c.px(6), c.y);
            c.rect(cell.id, {left, c.y, std::max(extent, c.px(1)), line});
            c.y += line;
        }
        c.y = std::max(c.y, top + words) + c.px(4);
        c.rect(row->id, {c.column.x, top, c.column.width, c.y - top});
    }
    c.fill({left, c.y - height + c.px(4), c.px(2), height - c.px(4)}, Colour::Line);
}

}  // namespace

ChartParts parts_of(const Node& chart) {
    ChartParts parts;
    for (const Node& child : chart.children) {
        if (child.role == Role::Axis) {
            parts.axis = &child;
        } else if (child.role == Role::Button) {
            parts.button = &child;
        } else if (parts.head == nullptr) {
            parts.head = &child;
        } else if (!child.children.empty()) {
            parts.rows.push_back(&child);
        }
    }
    if (parts.axis != nullptr && !parts.axis->children.empty()) {
        parts.most = std::max(1.0F, number_of(parts.axis->children.back()));
    }
    return parts;
}

float number_of(const Node& cell) {
    return static_cast<float>(std::atol(cell.value.c_str()));
}

void place_bar(Composer& c, std::size_t series, const Rect& bar) {
    if (series == 0) {
        c.fill(bar, Colour::Primary, c.px(3));
        return;
    }
    c.fill(bar, Colour::Surface, c.px(3));
    c.border(bar, series == 1 ? Colour::Success : Colour::Ink, c.px(series == 1 ? 3 : 2), c.px(3));
}

void place_sample(Composer& c, bool bar, std::size_t series, const Rect& box) {
    if (bar) {
        return place_bar(c, series, {box.x, box.y + box.h / 4, box.w, box.h / 2});
    }
    const float middle = box.y + box.h / 2;
    place_line(c, series, {box.x, middle}, {box.right(), middle});
    place_point(c, series, {box.x + box.w / 2, middle});
}

void place_legend(Composer& c, const Node& chart, const ChartParts& parts) {
    const TextStyle style = c.style(kHint);
    const float line = style.size * kLineHeight;
    const bool alone = parts.head->children.size() < 3;
    c.rect(parts.head->id, {c.column.x, c.y, c.column.width, line});
    c.rect(parts.head->children.front().id, {c.column.x, c.y, c.column.width, line});
    float x = c.column.x;
    for (std::size_t i = 1; i < parts.head->children.size(); ++i) {
        const Node& name = parts.head->children[i];
        const float sample = c.px(36);
        const float wide = sample + c.px(8) + c.text_width(name.name, style);
        if (x > c.column.x && x + wide > c.column.x + c.column.width) {
            x = c.column.x;
            c.y += line;
        }
        c.rect(name.id, {x, c.y, wide, line});
        if (!alone) {
            place_sample(c, chart.value == "bar", i - 1, {x, c.y, sample, line});
            c.word(name.name, style, Colour::Ink, x + sample + c.px(8), c.y);
        }
        x += wide + c.px(24);
    }
    c.y += alone ? 0 : line + c.px(12);
}

void compose_chart(Composer& c, const Node& node) {
    const float start = c.y;
    c.paragraph(node.name, c.style(kBody, Weight::SemiBold), Colour::Ink);
    c.rect(node.id + "#label", {c.column.x, start, c.column.width, c.y - start});
    if (!node.hint.empty()) {
        const float top = c.y;
        c.paragraph(node.hint, c.style(kHint), Colour::Muted);
        c.rect(node.id + "#hint", {c.column.x, top, c.column.width, c.y - top});
    }
    c.y += c.px(12);
    const float top = c.y;
    const ChartParts parts = parts_of(node);
    if (parts.axis != nullptr && parts.head != nullptr && !parts.head->children.empty()) {
        place_legend(c, node, parts);
        if (node.value == "bar") {
            place_bars(c, parts);
        } else {
            place_line_plot(c, parts);
        }
    }
    c.rect(node.id, {c.column.x, top, c.column.width, std::max(c.px(1), c.y - top)});
    if (parts.button != nullptr) {
        c.y += c.px(12);
        compose_button(c, *parts.button);
    }
    if (node.selected) {
        c.y += c.px(16);
        compose_table(c, table_of(node, parts));
    }
}

}  // namespace motcua::ui
