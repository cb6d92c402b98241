#include <catch2/catch.hpp>
#include <functional>

#include "client/page/build.hpp"
#include "tests/client/ui/sample.hpp"

// What lies over the page: toast, dialog; and the heads that a table is sorted by.
using namespace motcua;
using ui::Area;
using ui::Item;
using ui::Rect;

namespace {

page::Page with_toast() {
    page::Page page = tests::sample_page("question");
    page.toast = page::toast("toast", "Đã bỏ tệp giấy xác nhận tình trạng hôn nhân đã cấp lần trước.pdf",
                             {page::button("undo", "Hoàn tác"), page::button("toast.close", "Đóng")});
    return page;
}

page::Page with_dialog() {
    page::Page page = with_toast();
    page.dialog = page::dialog(
        "ask", "Bạn còn ở đó không?",
        "Để người sau không thấy thông tin của bạn, máy sẽ xóa những gì bạn đã nhập sau 30 giây nữa.", "stay",
        {page::button("stay", "Tôi còn ở đây", page::Tone::Primary),
         page::button("clear", "Xóa hết ngay", page::Tone::Danger)});
    return page;
}

void on_every_screen(const page::Page& page,
                     const std::function<void(const ui::Layout&, const ui::View&)>& check) {
    for (const tests::Screen& screen : tests::screens()) {
        INFO(screen.name);
        check(ui::lay_out(page, screen.view, tests::test_family().measure()), screen.view);
    }
}

Rect window(const ui::View& view) {
    return {0, 0, static_cast<float>(view.width), static_cast<float>(view.height)};
}

bool within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() + 0.01F &&
           inner.bottom() <= outer.bottom() + 0.01F;
}

bool overlap(const Rect& a, const Rect& b) {
    return std::min(a.right(), b.right()) - std::max(a.x, b.x) > 1 &&
           std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > 1;
}

/// What lies on the window lies in it, large enough to press and nothing over another.
void check_window_items(const ui::Layout& layout, const ui::View& view) {
    std::vector<const Item*> texts;
    for (const Item& item : layout.items) {
        if (item.fixed) {
            INFO(item.text);
            CHECK(within(item.rect, window(view)));
            if (item.kind == Item::Kind::Text) {
                texts.push_back(&item);
            }
        }
    }
    for (const Area& area : layout.areas) {
        if (area.fixed) {
            INFO(area.id);
            CHECK(area.rect.w >= ui::least_target(view));
            CHECK(area.rect.h >= ui::least_target(view));
        }
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            INFO(texts[i]->text << " | " << texts[j]->text);
            CHECK_FALSE(overlap(texts[i]->rect, texts[j]->rect));
        }
    }
}

}  // namespace

TEST_CASE("a toast lies at the window's bottom, and the page can be scrolled out from under it",
          "[client][ui][layer]") {
    const page::Page page = with_toast();
    page::Page bare = page;
    bare.toast.reset();
    on_every_screen(page, [&](const ui::Layout& layout, const ui::View& view) {
        check_window_items(layout, view);
        const Rect* card = layout.rect("toast");
        REQUIRE(card != nullptr);
        const float bottom = static_cast<float>(view.height);
        CHECK(card->bottom() < bottom);
        CHECK(card->y == Approx(bottom - layout.toast));
        CHECK(within(*layout.rect("undo"), *card));
        CHECK(within(*layout.rect("toast#label"), *card));
        const ui::Layout without = ui::lay_out(bare, view, tests::test_family().measure());
        CHECK(layout.height == Approx(without.height + layout.toast));
        CHECK(layout.areas.size() == without.areas.size() + 2);
    });
}

TEST_CASE("a dialog is a card on the window with the only things that can be pressed",
          "[client][ui][layer]") {
    page::Page page = with_dialog();
    page.toast.reset();  // It would lie below, dimmed.
    on_every_screen(page, [](const ui::Layout& layout, const ui::View& view) {
        if (layout.too_tall) {
            CHECK(view.height < 600);
            return;
        }
        check_window_items(layout, view);
        REQUIRE(layout.areas.size() == 2);
        CHECK(layout.areas[0].id == "stay");
        CHECK(layout.areas[1].id == "clear");
        const Rect* card = layout.rect("ask");
        REQUIRE(card != nullptr);
        for (const char* part : {"ask#label", "ask.text", "stay", "clear"}) {
            INFO(part);
            REQUIRE(layout.rect(part) != nullptr);
            CHECK(within(*layout.rect(part), *card));
        }
        for (const Item& item : layout.items) {
            CHECK((item.fixed || item.area == -1));
        }
    });
}

TEST_CASE("a dialog that does not fit its window says so", "[client][ui][layer]") {
    ui::View view = tests::screens().front().view;
    view.height = 240;
    const ui::Layout layout = ui::lay_out(with_dialog(), view, tests::test_family().measure());
    CHECK(layout.too_tall);
}

TEST_CASE("behind a dialog a click reaches nothing, on it its button", "[client][ui][layer]") {
    auto made = ui::Painter::make(tests::test_fonts());
    REQUIRE(made.ok());
    ui::Painter& painter = **made;
    page::Page bare = with_dialog();
    bare.dialog.reset();
    bare.toast.reset();
    ui::View view = tests::screens()[3].view;
    view.scroll = 300;
    painter.set_view(view);
    painter.set_page(bare);
    painter.frame(0);
    const Area* field = nullptr;
    for (const Area& area : painter.layout().areas) {
        const bool seen = area.rect.y - view.scroll > 0 && area.rect.y - view.scroll < 200;
        field = seen && field == nullptr ? &area : field;
    }
    REQUIRE(field != nullptr);
    const auto click = [&painter](ui::Point at) {
        painter.pointer_moved(at);
        painter.pointer_button(true);
        painter.pointer_button(false);
        return painter.frame(0.016F);
    };
    const ui::Point at{field->rect.x + 5, field->rect.y + 5 - view.scroll};
    CHECK(click(at).focused == field->id);
    painter.set_page(with_dialog());
    painter.frame(0);
    const ui::Frame behind = click(at);
    CHECK(behind.focused.empty());
    CHECK(behind.events.empty());
    const Rect stay = *painter.layout().rect("stay");
    const ui::Frame pressed = click({stay.x + stay.w / 2, stay.y + stay.h / 2});
    REQUIRE(pressed.events.size() == 1);
    CHECK(std::get<app::Press>(pressed.events[0]).id == "stay");
}

TEST_CASE("a table's rows are sorted by its heads, or by buttons where rows are cards",
          "[client][ui][layer]") {
    on_every_screen(tests::sample_page("desk.list"), [](const ui::Layout& layout, const ui::View& view) {
        for (const char* head : {"head.1", "head.2", "head.3", "head.4"}) {
            INFO(head);
            const Area* area = layout.area(head);
            REQUIRE(area != nullptr);
            CHECK(area->action == ui::Action::Press);
            CHECK(area->rect.h >= ui::least_target(view));
            CHECK(area->rect.w >= ui::least_target(view));
            CHECK(*layout.rect(head) == area->rect);
        }
        CHECK(layout.area("head.0") == nullptr);
        int arrows = 0;
        for (const Item& item : layout.items) {
            const bool arrow =
                item.kind == Item::Kind::Icon && (item.icon == ui::Icon::Up || item.icon == ui::Icon::Down);
            arrows += arrow ? 1 : 0;
            CHECK((!arrow || item.icon == ui::Icon::Down));
        }
        CHECK(arrows == 1);
    });
}
