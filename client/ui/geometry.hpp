#pragma once

namespace motcua::ui {

struct Point {
    float x = 0;
    float y = 0;
};

/// Document or screen rectangle; the unit is said where it is used (CSS px in layouts).
struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;
    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] bool contains(Point p) const {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }
    /// The same rectangle with every side moved out by `by`.
    [[nodiscard]] Rect grown(float by) const { return {x - by, y - by, w + 2 * by, h + 2 * by}; }
    bool operator==(const Rect&) const = default;
};

}  // namespace motcua::ui
