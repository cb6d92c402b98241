#include "client/ui/composer.hpp"

#include <algorithm>
#include <cmath>

#include "client/ui/text_wrap.hpp"

namespace motcua::ui {

namespace {
constexpr int kNarrowPx = 600;
constexpr float kKioskUnit = 1.5F;
}  // namespace

Composer::Composer(const page::Page& the_page, const View& the_view, const Measure& the_measure)
    : page(the_page),
      view(the_view),
      measure(the_measure),
      unit_(the_view.profile == Profile::Kiosk ? kKioskUnit : 1),
      narrow_(static_cast<float>(the_view.width) < kNarrowPx * unit_ * the_view.scale),
      desk_(the_page.id.rfind("desk.", 0) == 0) {
    out.width = static_cast<float>(the_view.width);
}

TextStyle Composer::style(float size, Weight weight) const {
    return {size * unit_ * view.scale, weight, false};
}

float Composer::text(std::string_view text, const TextStyle& style, Colour colour, float x, float top,
                     float width, int area) {
    const float height = style.size * kLineHeight;
    float at = top;
    for (const std::string_view line : wrap(text, style, width, measure)) {
        word(line, style, colour, x, at, area);
        at += height;
    }
    return at - top;
}

float Composer::word(std::string_view text, const TextStyle& style, Colour colour, float x, float top,
                     int area) {
    const float width = measure(text, style);
    Item item;
    item.kind = Item::Kind::Text;
    item.rect = {x, top, width, style.size * kLineHeight};
    item.colour = item.hover = item.pressed = colour;
    item.text = std::string(text);
    item.style = style;
    item.area = area;
    item.fixed = fixed;
    out.items.push_back(std::move(item));
    return width;
}

float Composer::text_height(std::string_view text, const TextStyle& style, float width) const {
    return static_cast<float>(wrap(text, style, width, measure).size()) * style.size * kLineHeight;
}

float Composer::balanced(std::string_view words, const TextStyle& style, float width) const {
    const float height = text_height(words, style, width);
    float least = width / 2;
    while (width - least > style.size / 2) {
        const float middle = (least + width) / 2;
        (text_height(words, style, middle) > height ? least : width) = middle;
    }
    return width;
}

void Composer::paragraph(std::string_view words, const TextStyle& style, Colour colour, int area) {
    y += text(words, style, colour, column.x, y, column.width, area);
}

Item& Composer::fill(const Rect& rect, Colour colour, float radius, int area) {
    Item item;
    item.rect = rect;
    item.colour = item.hover = item.pressed = colour;
    item.radius = radius;
    item.area = area;
    item.fixed = fixed;
    out.items.push_back(std::move(item));
    return out.items.back();
}

Item& Composer::border(const Rect& rect, Colour colour, float thickness, float radius, int area) {
    Item& item = fill(rect, colour, radius, area);
    item.kind = Item::Kind::Border;
    item.thickness = thickness;
    return item;
}

Item& Composer::disc(const Rect& rect, Colour colour, int area) {
    Item& item = fill(rect, colour, 0, area);
    item.kind = Item::Kind::Disc;
    return item;
}

Item& Composer::ring(const Rect& rect, Colour colour, float thickness, int area) {
    Item& item = border(rect, colour, thickness, 0, area);
    item.kind = Item::Kind::Ring;
    return item;
}

void Composer::segment(Point from, Point to, Colour colour, float thickness, float dash) {
    Item& item = fill(
        {std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x), std::abs(to.y - from.y)},
        colour);
    item.kind = Item::Kind::Segment;
    item.thickness = thickness;
    item.dash = dash;
    item.rising = (to.x - from.x) * (to.y - from.y) < 0;
}

Item& Composer::icon(Icon icon, const Rect& rect, Colour colour, int area) {
    Item& item = fill(rect, colour, 0, area);
    item.kind = Item::Kind::Icon;
    item.icon = icon;
    item.thickness = room(2);
    return item;
}

int Composer::area(const page::Node& node, Action action, const Rect& rect, float radius) {
    Area area;
    area.id = node.id;
    area.node = node.id;
    area.action = action;
    area.rect = rect;
    area.radius = radius;
    area.fixed = fixed;
    out.areas.push_back(std::move(area));
    return static_cast<int>(out.areas.size()) - 1;
}

Box::Box(Composer& c, float padding, Colour fill, Colour border, float thickness, float radius)
    : c_(c), outer_(c.column), top_(c.y), padding_(padding) {
    fill_item_ = c.out.items.size();
    c.fill({}, fill, radius);
    border_item_ = c.out.items.size();
    c.border({}, border, thickness, radius);
    c.column = {outer_.x + padding, outer_.width - 2 * padding};
    c.y += padding;
}

Rect Box::close() {
    c_.y += padding_;
    c_.column = outer_;
    const Rect rect{outer_.x, top_, outer_.width, c_.y - top_};
    c_.out.items[fill_item_].rect = rect;
    c_.out.items[border_item_].rect = rect;
    return rect;
}

Icon tone_icon(page::Tone tone) {
    switch (tone) {
        case page::Tone::Success:
            return Icon::Success;
        case page::Tone::Warning:
            return Icon::Warning;
        case page::Tone::Error:
        case page::Tone::Danger:
            return Icon::Error;
        case page::Tone::Primary:
        case page::Tone::Info:
            return Icon::Info;
        case page::Tone::Normal:
        case page::Tone::Muted:
            return Icon::Open;
    }
    return Icon::Info;
}

}  // namespace motcua::ui
