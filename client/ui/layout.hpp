#pragma once

#include <string>
#include <vector>

#include "client/page/page.hpp"
#include "client/ui/geometry.hpp"
#include "client/ui/text_style.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/view.hpp"

namespace motcua::ui {

enum class Icon {
    Door,  ///< the emblem
    Info,
    Success,
    Warning,
    Error,
    Open,     ///< hollow circle: not begun
    Forward,  ///< chevron right
    Back,
    Up,  ///< chevron up: ascending
    Down,
    Tick,
    Upload,
    File,
    Cross,
};

/// One thing to draw. `colour` turns into `hover` or `pressed` while its area is.
struct Item {
    enum class Kind {
        Fill,     ///< rectangle with rounded corners
        Veil,     ///< the same, seen through: what lies below is dimmed
        Border,   ///< the same, its border inside the rectangle
        Disc,     ///< filled circle in `rect`
        Ring,     ///< its border
        Text,     ///< one line; `rect` is the line box
        Icon,     ///< strokes in `rect`
        Modules,  ///< QR modules, rows of '0'/'1' in `text`
        Segment,  ///< line from corner to corner of `rect`: downwards, or upwards when `rising`
    };
    Kind kind = Kind::Fill;
    Rect rect;
    Colour colour = Colour::Ink;
    Colour hover = Colour::Ink;
    Colour pressed = Colour::Ink;
    float radius = 0;
    float thickness = 0;
    std::string text;
    TextStyle style;
    Icon icon = Icon::Info;
    bool underline = false;
    bool fixed = false;   ///< `rect` is of the window: scrolling does not move it.
    bool rising = false;  ///< Segment
    float dash = 0;       ///< Segment: length of its strokes and gaps, 0 = unbroken
    int area = -1;        ///< Index of the area whose state colours this; -1 = none.
    int clip = -1;        ///< Index into Layout::clips; -1 = none.
};

enum class Action {
    Press,
    Choose,
    Toggle,
    Edit,  ///< a field: the platform gives it the focus
    Pick,  ///< a file picker: likewise
};

/// What can be pressed. `id` is how focus and rectangles name it.
struct Area {
    std::string id;      ///< "group/option" for options, else the node's
    std::string node;    ///< the node the event is about
    std::string option;  ///< Choose
    bool on = false;     ///< Toggle: the value a press gives
    Action action = Action::Press;
    Rect rect;
    float radius = 0;    ///< of the focus ring
    bool fixed = false;  ///< as Item::fixed
};

struct NodeRect {
    std::string id;
    Rect rect;
    bool operator==(const NodeRect&) const = default;
};

/// A page laid out; document CSS px, origin at the top left. Toast and dialog lie on the window: CSS px from
/// its top left, as are the rectangles of their nodes.
struct Layout {
    float width = 0;
    float height = 0;
    float toast = 0;        ///< Height at the window's bottom that the toast covers.
    bool too_tall = false;  ///< The dialog does not fit the window: it has to be shown as text.
    std::vector<Item> items;
    std::vector<Area> areas;  ///< in reading order
    std::vector<NodeRect> rects;
    std::vector<Rect> clips;

    [[nodiscard]] const Area* area(std::string_view id) const;
    [[nodiscard]] const Rect* rect(std::string_view id) const;
};

/// Pure: the same page, view and widths give the same layout. Scroll, focus and pointer
/// do not matter to it, the window's height only where there is a toast or a dialog.
Layout lay_out(const page::Page& page, const View& view, const Measure& measure);

/// Smallest side of anything pressed, in CSS px: 48, on the kiosk 72 (ui.md asks for 15 mm,
/// which is 49 px on a 27 inch 1080 x 1920 screen).
float least_target(const View& view);

}  // namespace motcua::ui
