#include "client/ui/layout.hpp"

#include <algorithm>

#include "client/ui/composer.hpp"

namespace motcua::ui {
namespace {

using page::Node;
using page::Role;

constexpr float kColumn = 640;
constexpr float kKioskColumn = 900;
constexpr float kDeskColumn = 1240;
constexpr float kDeskTwoColumns = 980;

bool inline_action(const Node& node) {
    return node.role == Role::Button || node.role == Role::Link || node.role == Role::Toolbar;
}

/// Space above `next` when `before` stands above it, in design px.
float gap(const Node& before, const Node& next) {
    if (before.role == Role::Heading) {
        return before.level <= 1 ? 16 : 12;
    }
    if (next.role == Role::Heading) {
        return next.level <= 1 ? 20 : 40;
    }
    if (next.role == Role::Group || before.role == Role::Group) {
        return before.role == next.role ? 24 : 32;
    }
    if (before.role == Role::Paragraph && next.role == Role::Paragraph) {
        return 12;
    }
    if (inline_action(before) && inline_action(next)) {
        return next.role == Role::Link || before.role == Role::Link ? 22 : 12;
    }
    if (next.role == Role::Button || next.role == Role::Toolbar) {
        return 32;
    }
    return 24;
}

Column page_column(const Composer& c) {
    const View& view = c.view;
    const float width = static_cast<float>(view.width);
    const float margin = c.narrow() ? c.px(16) : c.px(24);
    const float wide = view.profile == Profile::Kiosk ? kKioskColumn : kColumn;
    const float most = (c.desk() ? c.px(kDeskColumn) : wide) * view.scale;
    const float inner = std::max(1.0F, std::min(most, width - 2 * margin));
    return {(width - inner) / 2, inner};
}

bool begins_section(const Node& node) {
    return node.role == Role::Heading && node.level == 2;
}

std::size_t first_section(const std::vector<Node>& nodes) {
    return static_cast<std::size_t>(std::find_if(nodes.begin(), nodes.end(), begins_section) - nodes.begin());
}

/// What stands under each heading of level 2 as a card; cards side by side, each under the
/// shorter of two columns.
void flow_sections(Composer& c, const std::vector<Node>& nodes, std::size_t from) {
    const Column whole = c.column;
    const float space = c.px(24);
    const float width = (whole.width - space) / 2;
    float ends[2] = {c.y, c.y};
    while (from < nodes.size()) {
        std::size_t to = from + 1;
        while (to < nodes.size() && !begins_section(nodes[to])) {
            ++to;
        }
        const std::size_t side = ends[0] <= ends[1] ? 0 : 1;
        c.column = {whole.x + static_cast<float>(side) * (width + space), width};
        c.y = ends[side];
        Box box(c, c.px(24), Colour::Surface, Colour::Divider, c.px(1), c.px(8));
        for (std::size_t i = from; i < to; ++i) {
            c.y += i > from ? c.px(gap(nodes[i - 1], nodes[i])) : 0;
            c.node(nodes[i]);
        }
        ends[side] = box.close().bottom() + space;
        from = to;
    }
    c.column = whole;
    c.y = std::max(ends[0], ends[1]) - space;
}

/// Groups of a desk page side by side: each goes under the shorter of two columns.
void flow_in_two(Composer& c, const std::vector<Node>& nodes, std::size_t from, std::size_t to) {
    const Column whole = c.column;
    const float space = c.px(24);
    const float width = (whole.width - space) / 2;
    float ends[2] = {c.y, c.y};
    for (std::size_t i = from; i < to; ++i) {
        const std::size_t side = ends[0] <= ends[1] ? 0 : 1;
        c.column = {whole.x + static_cast<float>(side) * (width + space), width};
        c.y = ends[side];
        c.node(nodes[i]);
        ends[side] = c.y + space;
    }
    c.column = whole;
    c.y = std::max(ends[0], ends[1]) - space;
}

}  // namespace

float least_target(const View& view) {
    return view.profile == Profile::Kiosk ? 72 : 48;
}

const Area* Layout::area(std::string_view id) const {
    const auto at = std::find_if(areas.begin(), areas.end(), [id](const Area& a) { return a.id == id; });
    return at == areas.end() ? nullptr : &*at;
}

const Rect* Layout::rect(std::string_view id) const {
    const auto at = std::find_if(rects.begin(), rects.end(), [id](const NodeRect& r) { return r.id == id; });
    return at == rects.end() ? nullptr : &at->rect;
}

void Composer::flow(const std::vector<Node>& nodes) {
    const bool two = desk() && column.width >= room(kDeskTwoColumns);
    const std::size_t sections = two ? first_section(nodes) : nodes.size();
    if (sections < nodes.size()) {
        flow({nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(sections)});
        y += px(32);
        return flow_sections(*this, nodes, sections);
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i > 0) {
            y += px(gap(nodes[i - 1], nodes[i]));
        }
        std::size_t end = i;
        while (two && end < nodes.size() && nodes[end].role == Role::Group) {
            ++end;
        }
        if (end > i + 1) {
            flow_in_two(*this, nodes, i, end);
            i = end - 1;
        } else {
            node(nodes[i]);
        }
    }
}

void Composer::node(const Node& node) {
    switch (node.role) {
        case Role::Heading:
            return compose_heading(*this, node);
        case Role::Paragraph:
            return compose_paragraph(*this, node);
        case Role::Notice:
            return compose_notice(*this, node);
        case Role::Progress:
            return compose_progress(*this, node);
        case Role::TextField:
        case Role::TextArea:
            return compose_field(*this, node);
        case Role::ChoiceGroup:
        case Role::CheckGroup:
            return compose_choice_group(*this, node);
        case Role::Checkbox:
            return compose_checkbox(*this, node);
        case Role::FilePicker:
            return compose_file_picker(*this, node);
        case Role::File:
            return compose_file(*this, node);
        case Role::Button:
            return compose_button(*this, node);
        case Role::Link:
            return compose_link(*this, node);
        case Role::TaskList:
            return compose_task_list(*this, node);
        case Role::Summary:
            return compose_summary(*this, node);
        case Role::Table:
            return compose_table(*this, node);
        case Role::Qr:
            return compose_qr(*this, node);
        case Role::ErrorSummary:
            return compose_error_summary(*this, node);
        case Role::Group:
            return compose_group(*this, node);
        case Role::Toolbar:
            return compose_toolbar(*this, node);
        case Role::Timeline:
            return compose_timeline(*this, node);
        case Role::Calendar:
            return compose_calendar(*this, node);
        case Role::Chart:
            return compose_chart(*this, node);
        case Role::Map:
            return compose_map(*this, node);
        case Role::Option:
        case Role::Task:
        case Role::SummaryRow:
        case Role::Row:
        case Role::Cell:
        case Role::TimelineStep:
        case Role::Dialog:
        case Role::Toast:
        case Role::Day:
        case Role::Axis:
        case Role::Preview:
        case Role::Pin:
            return;  // placed by their parents
    }
}

Layout lay_out(const page::Page& page, const View& view, const Measure& measure) {
    Composer c(page, view, measure);
    c.column = page_column(c);
    compose_header(c);
    c.y += c.px(c.narrow() ? 24 : 32);
    c.flow(page.main);
    c.y += c.px(64) + view.bottom;
    c.out.height = c.y;
    if (page.toast) {
        c.column = page_column(c);
        compose_toast(c, *page.toast);
    }
    if (page.dialog) {
        compose_dialog(c, *page.dialog);
    }
    return std::move(c.out);
}

}  // namespace motcua::ui
