#pragma once

#include <vector>

#include "client/ui/composer.hpp"

/// What bar and line charts have in common.
namespace motcua::ui {

/// A Chart node taken apart.
struct ChartParts {
    const page::Node* axis = nullptr;
    const page::Node* head = nullptr;  ///< its first cell names the rows, the others the series
    std::vector<const page::Node*> rows;
    const page::Node* button = nullptr;
    float most = 1;  ///< the axis' last tick
};
ChartParts parts_of(const page::Node& chart);

/// The number that a cell of a chart stands for.
float number_of(const page::Node& cell);

/// Series are told apart by shape and pattern as well as by colour.
void place_sample(Composer& c, bool bar, std::size_t series, const Rect& box);
/// The names of the series, each after a sample; nothing when there is one only.
void place_legend(Composer& c, const page::Node& chart, const ChartParts& parts);
/// A bar in the pattern of its series.
void place_bar(Composer& c, std::size_t series, const Rect& bar);
/// A line between two points in the pattern of its series, and a point's mark.
void place_line(Composer& c, std::size_t series, Point from, Point to);
void place_point(Composer& c, std::size_t series, Point at);

// compose_chart_line.cpp
void place_line_plot(Composer& c, const ChartParts& parts);

}  // namespace motcua::ui
