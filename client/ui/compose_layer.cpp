#include <algorithm>

#include "client/ui/composer.hpp"

namespace motcua::ui {
namespace {

using page::Node;

constexpr float kCard = 560;
constexpr float kPadding = 24;

/// Moves what was placed last on the window up or down.
void shift(Composer& c, std::size_t item, std::size_t area, std::size_t rect, float by) {
    for (; item < c.out.items.size(); ++item) {
        c.out.items[item].rect.y += by;
    }
    for (; area < c.out.areas.size(); ++area) {
        c.out.areas[area].rect.y += by;
    }
    for (; rect < c.out.rects.size(); ++rect) {
        c.out.rects[rect].rect.y += by;
    }
}

/// What lies below cannot be pressed any more.
void disarm(Composer& c) {
    c.out.areas.clear();
    for (Item& item : c.out.items) {
        item.area = -1;
    }
}

float row_width(const Composer& c, const std::vector<Node>& buttons) {
    float width = 0;
    for (const Node& button : buttons) {
        width += button_width(c, button) + c.px(12);
    }
    return width;
}

void place_row(Composer& c, const std::vector<Node>& buttons, float x) {
    float bottom = c.y;
    for (const Node& button : buttons) {
        const Rect rect = place_button(c, button, x, c.y, c.target());
        x = rect.right() + c.px(12);
        bottom = std::max(bottom, rect.bottom());
    }
    c.y = bottom;
}

/// Words at the left, buttons at the right, or below where there is no room for both.
void place_message(Composer& c, const Node& node) {
    const float buttons = row_width(c, node.children);
    const bool beside = c.column.width - buttons >= c.room(200);
    const float width = beside ? c.column.width - buttons : c.column.width;
    const TextStyle style = c.style(kBody);
    const float words = c.text_height(node.name, style, width);
    const float row = c.px(52);
    const float top = beside ? c.y + std::max(0.0F, (row - words) / 2) : c.y;
    c.text(node.name, style, Colour::Ink, c.column.x, top, width);
    c.rect(node.id + "#label", {c.column.x, top, width, words});
    if (beside) {
        place_row(c, node.children, c.column.x + c.column.width - buttons + c.px(12));
        c.y = std::max(c.y, top + words);
    } else {
        c.y += words + c.px(12);
        place_row(c, node.children, c.column.x);
    }
}

}  // namespace

void compose_toast(Composer& c, const Node& node) {
    const std::size_t item = c.out.items.size();
    const std::size_t area = c.out.areas.size();
    const std::size_t rect = c.out.rects.size();
    c.fixed = true;
    c.y = 0;
    const float width = std::min(c.column.width, c.px(640));
    c.column = {c.column.x + (c.column.width - width) / 2, width};
    Box box(c, c.px(16), Colour::Surface, Colour::Primary, c.px(2), c.px(8));
    place_message(c, node);
    const Rect card = box.close();
    c.rect(node.id, card);
    const float margin = c.px(16);
    shift(c, item, area, rect, static_cast<float>(c.view.height) - c.view.bottom - margin - card.h);
    c.fixed = false;
    c.out.toast = card.h + margin;
    // Whatever stands at the page's end can be scrolled out from under it.
    c.out.height += c.out.toast;
}

void compose_dialog(Composer& c, const Node& node) {
    disarm(c);
    c.fixed = true;
    const float width = c.out.width;
    const float height = static_cast<float>(c.view.height);
    c.fill({0, 0, width, height}, Colour::CodeInk).kind = Item::Kind::Veil;
    const std::size_t item = c.out.items.size();
    const std::size_t rect = c.out.rects.size();
    const float margin = c.px(16);
    const float card_width = std::min(c.px(kCard), width - 2 * margin);
    c.column = {(width - card_width) / 2, card_width};
    c.y = 0;
    Box box(c, c.px(kPadding), Colour::Surface, Colour::Line, c.px(2), c.px(8));
    const float title = c.y;
    c.paragraph(node.name, c.style(kQuestion, Weight::SemiBold), Colour::Ink);
    c.rect(node.id + "#label", {c.column.x, title, c.column.width, c.y - title});
    c.y += c.px(12);
    c.flow(node.children);
    const Rect card = box.close();
    c.rect(node.id, card);
    c.out.too_tall = card.h + 2 * margin > height;
    shift(c, item, 0, rect, std::max(margin, (height - card.h) / 2));
    c.fixed = false;
}

}  // namespace motcua::ui
