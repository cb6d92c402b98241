#include "client/ui/icons.hpp"

#include <imgui.h>

#include <algorithm>
#include <initializer_list>

namespace motcua::ui {
namespace {

/// Draws in a square of 24 units.
class Pen {
public:
    Pen(ImDrawList& list, const Rect& square, float thickness)
        : list_(list), square_(square), unit_(std::min(square.w, square.h) / 24), thickness_(thickness) {}

    [[nodiscard]] ImVec2 at(Point p) const { return {square_.x + p.x * unit_, square_.y + p.y * unit_}; }

    void line(std::initializer_list<Point> points, unsigned colour, bool closed = false) {
        for (const Point p : points) {
            list_.PathLineTo(at(p));
        }
        list_.PathStroke(colour, closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness_);
        if (!closed) {
            // Round ends.
            for (const Point p : {*points.begin(), *(points.end() - 1)}) {
                list_.AddCircleFilled(at(p), thickness_ / 2, colour);
            }
        }
    }
    void disc(Point centre, float radius, unsigned colour) {
        list_.AddCircleFilled(at(centre), radius * unit_, colour);
    }
    void circle(Point centre, float radius, unsigned colour) {
        list_.AddCircle(at(centre), radius * unit_, colour, 0, thickness_);
    }
    void area(std::initializer_list<Point> points, unsigned colour) {
        for (const Point p : points) {
            list_.PathLineTo(at(p));
        }
        list_.PathFillConvex(colour);
    }
    void thicker(float factor) { thickness_ *= factor; }

private:
    ImDrawList& list_;
    Rect square_;
    float unit_;
    float thickness_;
};

/// A doorway with its leaf standing open: "một cửa".
void draw_door(Pen& pen, unsigned colour, unsigned ground) {
    pen.line({{3, 21.5F}, {21, 21.5F}}, colour);
    pen.line({{6, 21.5F}, {6, 3}, {18, 3}, {18, 21.5F}}, colour);
    pen.area({{6.6F, 3.6F}, {14.2F, 6}, {14.2F, 21.5F}, {6.6F, 21.5F}}, colour);
    pen.disc({11.9F, 13.4F}, 1.15F, ground);
}

void draw_warning(Pen& pen, unsigned colour, unsigned ground) {
    pen.area({{12, 1.8F}, {23, 21.6F}, {1, 21.6F}}, colour);
    pen.line({{12, 8.6F}, {12, 14.4F}}, ground);
    pen.disc({12, 18}, 1.35F, ground);
}

void draw_file(Pen& pen, unsigned colour) {
    pen.line({{5, 2}, {14, 2}, {19.5F, 7.5F}, {19.5F, 22}, {5, 22}}, colour, true);
    pen.line({{14, 2.4F}, {14, 7.6F}, {19, 7.6F}}, colour);
    pen.line({{8.6F, 12.4F}, {15.8F, 12.4F}}, colour);
    pen.line({{8.6F, 16.6F}, {13.4F, 16.6F}}, colour);
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, const Rect& square, float thickness, unsigned colour,
               unsigned ground) {
    Pen pen(list, square, thickness);
    switch (icon) {
        case Icon::Door:
            return draw_door(pen, colour, ground);
        case Icon::Info:
            pen.disc({12, 12}, 11, colour);
            pen.disc({12, 7}, 1.5F, ground);
            return pen.line({{12, 11.4F}, {12, 17.4F}}, ground);
        case Icon::Success:
            pen.disc({12, 12}, 11, colour);
            return pen.line({{7, 12.4F}, {10.6F, 16}, {17, 8.6F}}, ground);
        case Icon::Warning:
            return draw_warning(pen, colour, ground);
        case Icon::Error:
            pen.disc({12, 12}, 11, colour);
            pen.disc({12, 17.2F}, 1.5F, ground);
            return pen.line({{12, 6.6F}, {12, 12.8F}}, ground);
        case Icon::Open:
            return pen.circle({12, 12}, 9.5F, colour);
        case Icon::Forward:
            return pen.line({{8.5F, 4.5F}, {16, 12}, {8.5F, 19.5F}}, colour);
        case Icon::Back:
            return pen.line({{15, 4.5F}, {7.5F, 12}, {15, 19.5F}}, colour);
        case Icon::Up:
            return pen.line({{4.5F, 15.5F}, {12, 8}, {19.5F, 15.5F}}, colour);
        case Icon::Down:
            return pen.line({{4.5F, 8.5F}, {12, 16}, {19.5F, 8.5F}}, colour);
        case Icon::Tick:
            return pen.line({{3.5F, 12.6F}, {9.4F, 18.4F}, {20.5F, 5.8F}}, colour);
        case Icon::Upload:
            pen.line({{12, 16}, {12, 4}}, colour);
            pen.line({{6.6F, 9.2F}, {12, 3.8F}, {17.4F, 9.2F}}, colour);
            return pen.line({{3, 15.5F}, {3, 20.5F}, {21, 20.5F}, {21, 15.5F}}, colour);
        case Icon::File:
            return draw_file(pen, colour);
        case Icon::Cross:
            pen.line({{5, 5}, {19, 19}}, colour);
            return pen.line({{19, 5}, {5, 19}}, colour);
    }
}

void draw_emblem(ImDrawList& list, const Emblem& emblem, const Rect& square, float thickness,
                 unsigned colour) {
    const float unit = std::min(square.w, square.h) / kEmblemSide;
    for (const std::vector<unsigned>& stroke : emblem) {
        const auto at = [&](std::size_t i) {
            return ImVec2{square.x + static_cast<float>(stroke[i]) * unit,
                          square.y + static_cast<float>(stroke[i + 1]) * unit};
        };
        for (std::size_t i = 0; i < stroke.size(); i += 2) {
            list.PathLineTo(at(i));
        }
        list.PathStroke(colour, ImDrawFlags_None, thickness);
        for (std::size_t i = 0; i < stroke.size(); i += 2) {
            list.AddCircleFilled(at(i), thickness / 2, colour);
        }
    }
}

}  // namespace motcua::ui
