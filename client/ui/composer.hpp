#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/layout.hpp"

namespace motcua::ui {

/// Where text or a box goes: a column of the page.
struct Column {
    float x = 0;
    float width = 0;
};

/// Text sizes in em px, before kiosk and text scale.
inline constexpr float kHint = 16;
inline constexpr float kBody = 19;
inline constexpr float kQuestion = 24;
inline constexpr float kTitle = 32;

/// Builds a Layout from top to bottom. The compose_*.cpp files know one kind of node each and
/// draw through this. `y` is where the next thing goes.
class Composer {
public:
    Composer(const page::Page& page, const View& view, const Measure& measure);

    const page::Page& page;
    const View& view;
    const Measure& measure;
    Layout out;
    Column column;
    float y = 0;
    bool fixed = false;  ///< What is placed now lies on the window.

    /// A length of the design in CSS px of this screen.
    [[nodiscard]] float px(float length) const { return length * unit_; }
    /// A length of the design that grows with the text: of a mark beside words, of what must hold words.
    [[nodiscard]] float room(float length) const { return length * unit_ * view.scale; }
    [[nodiscard]] TextStyle style(float size, Weight weight = Weight::Regular) const;
    [[nodiscard]] float line(float size) const { return style(size).size * kLineHeight; }
    [[nodiscard]] bool narrow() const { return narrow_; }
    [[nodiscard]] bool desk() const { return desk_; }
    [[nodiscard]] float target() const { return least_target(view); }

    /// Draws wrapped text with its first line at (x, top); returns the height taken.
    float text(std::string_view text, const TextStyle& style, Colour colour, float x, float top, float width,
               int area = -1);
    /// One line, not wrapped; returns its width.
    float word(std::string_view text, const TextStyle& style, Colour colour, float x, float top,
               int area = -1);
    /// Height of wrapped text, and the width of its longest line.
    [[nodiscard]] float text_height(std::string_view text, const TextStyle& style, float width) const;
    [[nodiscard]] float text_width(std::string_view text, const TextStyle& style) const {
        return measure(text, style);
    }
    /// The least width in which wrapped text takes no more lines than in `width`: no last line of one word.
    [[nodiscard]] float balanced(std::string_view text, const TextStyle& style, float width) const;
    /// wrapped text at y over the column; moves y below it.
    void paragraph(std::string_view text, const TextStyle& style, Colour colour, int area = -1);

    Item& fill(const Rect& rect, Colour colour, float radius = 0, int area = -1);
    Item& border(const Rect& rect, Colour colour, float thickness, float radius, int area = -1);
    Item& disc(const Rect& rect, Colour colour, int area = -1);
    Item& ring(const Rect& rect, Colour colour, float thickness, int area = -1);
    /// A straight line between two points, with strokes of `dash` and gaps as long; 0 = unbroken.
    void segment(Point from, Point to, Colour colour, float thickness, float dash = 0);
    Item& icon(Icon icon, const Rect& rect, Colour colour, int area = -1);

    int area(const page::Node& node, Action action, const Rect& rect, float radius);
    void rect(std::string id, const Rect& rect) { out.rects.push_back({std::move(id), rect}); }

    /// Places a child list one below the other in the present column.
    void flow(const std::vector<page::Node>& nodes);
    void node(const page::Node& node);

private:
    float unit_ = 1;
    bool narrow_ = false;
    bool desk_ = false;
};

/// Opens and closes a padded box around what is placed between: its items lie below.
class Box {
public:
    Box(Composer& c, float padding, Colour fill, Colour border, float thickness, float radius);
    /// Moves y below the box; returns its rectangle.
    Rect close();

private:
    Composer& c_;
    Column outer_;
    float top_;
    float padding_;
    std::size_t fill_item_;
    std::size_t border_item_;
};

// compose_text.cpp
void compose_heading(Composer& c, const page::Node& node);
void compose_paragraph(Composer& c, const page::Node& node);
void compose_notice(Composer& c, const page::Node& node);
void compose_progress(Composer& c, const page::Node& node);
void compose_error_summary(Composer& c, const page::Node& node);
void compose_group(Composer& c, const page::Node& node);
// compose_field.cpp
void compose_field(Composer& c, const page::Node& node);
/// Label, hint and error of a control above it; returns whether a bar marks it wrong.
struct FieldHead {
    Column outer;
    float top = 0;
    bool wrong = false;
};
FieldHead open_field(Composer& c, const page::Node& node, float label_size);
/// Draws the error bar and records the node's whole rectangle as `id#all`.
void close_field(Composer& c, const page::Node& node, const FieldHead& head);
// compose_choice.cpp
void compose_choice_group(Composer& c, const page::Node& node);
void compose_checkbox(Composer& c, const page::Node& node);
// compose_file.cpp
void compose_file_picker(Composer& c, const page::Node& node);
void compose_file(Composer& c, const page::Node& node);
// compose_button.cpp
void compose_button(Composer& c, const page::Node& node);
void compose_link(Composer& c, const page::Node& node);
void compose_toolbar(Composer& c, const page::Node& node);
/// A button of its natural size at (x, top); returns its rectangle.
Rect place_button(Composer& c, const page::Node& node, float x, float top, float least_width);
[[nodiscard]] float button_width(const Composer& c, const page::Node& node);
Rect place_link(Composer& c, const page::Node& node, float x, float top, float width, const TextStyle& style);
// compose_list.cpp
void compose_task_list(Composer& c, const page::Node& node);
void compose_summary(Composer& c, const page::Node& node);
void compose_timeline(Composer& c, const page::Node& node);
void compose_qr(Composer& c, const page::Node& node);
// compose_table.cpp
void compose_table(Composer& c, const page::Node& node);
// compose_calendar.cpp
void compose_calendar(Composer& c, const page::Node& node);
// compose_map.cpp
void compose_map(Composer& c, const page::Node& node);
// compose_chart.cpp
void compose_chart(Composer& c, const page::Node& node);
// compose_header.cpp
void compose_header(Composer& c);
// compose_layer.cpp: over the page, after it
void compose_toast(Composer& c, const page::Node& node);
void compose_dialog(Composer& c, const page::Node& node);

/// The icon that goes with a tone beside its word.
Icon tone_icon(page::Tone tone);

}  // namespace motcua::ui
