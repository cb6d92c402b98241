#include <algorithm>

#include "client/ui/chart_parts.hpp"

namespace motcua::ui {
namespace {

using page::Node;

constexpr float kPlotHeight = 200;
constexpr float kUnderPlot = 14;  ///< to the labels: the lowest tick's word stands half below the plot

/// Where a row and a number lie.
struct Plot {
    Rect box;
    float most = 1;
    std::size_t rows = 1;
    [[nodiscard]] Point at(std::size_t row, float number) const {
        const float share = rows < 2 ? 0.5F : static_cast<float>(row) / static_cast<float>(rows - 1);
        return {box.x + box.w * share, box.bottom() - box.h * number / most};
    }
};

/// Words that have room; those that would lie on others are left out.
class Words {
public:
    explicit Words(Composer& c) : c_(c) {}
    void place(const std::string& text, const TextStyle& style, Colour colour, float middle, float top) {
        const float width = c_.text_width(text, style);
        const float left = std::clamp(middle - width / 2, c_.column.x,
                                      std::max(c_.column.x, c_.column.x + c_.column.width - width));
        const Rect box{left, top, width, style.size * kLineHeight};
        const Rect wide{left - c_.px(6), top, width + c_.px(12), box.h};
        for (const Rect& other : there_) {
            if (wide.x < other.right() && other.x < wide.right() && wide.y < other.bottom() &&
                other.y < wide.bottom()) {
                return;
            }
        }
        c_.word(text, style, colour, left, top);
        there_.push_back(box);
    }

private:
    Composer& c_;
    std::vector<Rect> there_;
};

/// The ticks on the left, with a line across from each.
void place_levels(Composer& c, const ChartParts& parts, const Plot& plot, Words& words) {
    const TextStyle style = c.style(kHint);
    const float line = style.size * kLineHeight;
    for (const Node& tick : parts.axis->children) {
        const float y = plot.at(0, number_of(tick)).y;
        const float width = c.text_width(tick.name, style);
        words.place(tick.name, style, Colour::Muted, plot.box.x - c.px(12) - width / 2, y - line / 2);
        const bool floor = &tick == &parts.axis->children.front();
        c.fill({plot.box.x - c.px(6), y, plot.box.w + c.px(12), c.px(floor ? 2 : 1)},
               floor ? Colour::Line : Colour::Divider);
        c.rect(tick.id, {c.column.x, y - line / 2, c.column.width, line});
    }
    c.rect(parts.axis->id, {c.column.x, plot.box.y, plot.box.x - c.column.x, plot.box.h});
}

void place_series(Composer& c, const ChartParts& parts, const Plot& plot, std::size_t series) {
    for (std::size_t row = 0; row < parts.rows.size(); ++row) {
        if (series + 1 >= parts.rows[row]->children.size()) {
            continue;
        }
        const Node& cell = parts.rows[row]->children[series + 1];
        const Point here = plot.at(row, number_of(cell));
        if (row > 0 && series + 1 < parts.rows[row - 1]->children.size()) {
            place_line(c, series, plot.at(row - 1, number_of(parts.rows[row - 1]->children[series + 1])),
                       here);
        }
        place_point(c, series, here);
        c.rect(cell.id, {here.x - c.px(6), here.y - c.px(6), c.px(12), c.px(12)});
    }
}

void place_labels(Composer& c, const ChartParts& parts, const Plot& plot, Words& words) {
    const TextStyle style = c.style(kHint);
    const TextStyle strong = c.style(kHint, Weight::SemiBold);
    const float line = style.size * kLineHeight;
    for (std::size_t row = 0; row < parts.rows.size(); ++row) {
        const Node& one = *parts.rows[row];
        const float x = plot.at(row, 0).x;
        words.place(one.children.front().name, style, Colour::Ink, x, plot.box.bottom() + c.px(kUnderPlot));
        c.rect(one.id, {x - c.px(8), plot.box.y, c.px(16), plot.box.h});
        c.rect(one.children.front().id, {x - c.px(8), plot.box.bottom() + c.px(kUnderPlot), c.px(16), line});
    }
    for (std::size_t row = 0; row < parts.rows.size(); ++row) {
        const Node& one = *parts.rows[row];
        for (std::size_t i = 1; i < one.children.size(); ++i) {
            const Point at = plot.at(row, number_of(one.children[i]));
            words.place(one.children[i].name, strong, Colour::Ink, at.x, at.y - line - c.px(6));
        }
    }
}

}  // namespace

void place_line(Composer& c, std::size_t series, Point from, Point to) {
    const Colour colour = series == 0 ? Colour::Primary : series == 1 ? Colour::Success : Colour::Ink;
    c.segment(from, to, colour, c.px(3), c.px(series == 0 ? 0 : series == 1 ? 7 : 3));
}

void place_point(Composer& c, std::size_t series, Point at) {
    const Rect square{at.x - c.px(5), at.y - c.px(5), c.px(10), c.px(10)};
    if (series == 0) {
        c.disc(square, Colour::Primary);
    } else if (series == 1) {
        c.fill(square, Colour::Surface);
        c.border(square, Colour::Success, c.px(3), 0);
    } else {
        c.disc(square, Colour::Surface);
        c.ring(square, Colour::Ink, c.px(3));
    }
}

void place_line_plot(Composer& c, const ChartParts& parts) {
    const TextStyle style = c.style(kHint);
    const float line = style.size * kLineHeight;
    float ticks = 0;
    for (const Node& tick : parts.axis->children) {
        ticks = std::max(ticks, c.text_width(tick.name, style));
    }
    const float left = ticks + c.px(24);
    Plot plot;
    plot.box = {c.column.x + left, c.y + line + c.px(8), std::max(c.px(24), c.column.width - left - c.px(12)),
                c.px(kPlotHeight)};
    plot.most = parts.most;
    plot.rows = parts.rows.size();
    Words words(c);
    place_levels(c, parts, plot, words);
    const std::size_t series = parts.head->children.size() - 1;
    for (std::size_t i = series; i-- > 0;) {
        place_series(c, parts, plot, i);
    }
    place_labels(c, parts, plot, words);
    c.y = plot.box.bottom() + c.px(kUnderPlot) + line;
}

}  // namespace motcua::ui
