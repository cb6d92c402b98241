#include <algorithm>
#include <catch2/catch.hpp>

#include "client/ui/layout.hpp"
#include "tests/client/ui/sample.hpp"

using namespace motcua;
using ui::Item;
using ui::Rect;

namespace {

ui::Layout laid_out(const std::string& name, std::size_t screen) {
    return ui::lay_out(tests::sample_page(name), tests::screens()[screen].view,
                       tests::test_family().measure());
}

}  // namespace

TEST_CASE("a calendar has seven columns on every screen, wide enough for a finger", "[client][ui]") {
    for (std::size_t screen = 0; screen < tests::screens().size(); ++screen) {
        INFO(tests::screens()[screen].name);
        const ui::Layout layout = laid_out("calendar", screen);
        const Rect* monday = layout.rect("day.2026-11-23");
        const Rect* sunday = layout.rect("day.2026-11-29");
        const Rect* next = layout.rect("day.2026-11-30");
        REQUIRE(monday != nullptr);
        REQUIRE(sunday != nullptr);
        REQUIRE(next != nullptr);
        CHECK(monday->y == sunday->y);
        CHECK(next->x == monday->x);
        CHECK(next->y >= monday->bottom());
        CHECK(monday->w >= (tests::screens()[screen].view.width < 360 ? 44 : 48));
        CHECK(monday->x >= 0);
        CHECK(sunday->right() <= static_cast<float>(tests::screens()[screen].view.width));
        CHECK(monday->h >= 48);
    }
}

TEST_CASE("days that cannot be had are not pressed", "[client][ui]") {
    const ui::Layout layout = laid_out("calendar", 0);
    CHECK(layout.area("day.2026-11-24") != nullptr);
    CHECK(layout.area("day.2026-11-25") == nullptr);
    CHECK(layout.area("day.2026-11-28") == nullptr);
}

TEST_CASE("bars are as long as their numbers and each says its own", "[client][ui]") {
    const ui::Layout layout = laid_out("chart", 3);
    const Rect* largest = layout.rect("received.row.7.1");  // 1.240
    const Rect* half = layout.rect("received.row.8.1");     // 640
    const Rect* none = layout.rect("received.row.9.1");     // 0
    REQUIRE(largest != nullptr);
    REQUIRE(half != nullptr);
    REQUIRE(none != nullptr);
    CHECK(half->w / largest->w == Approx(640.0 / 1240.0).margin(0.01));
    CHECK(none->w <= 1);
    const auto says = [&](const char* words) {
        return std::any_of(layout.items.begin(), layout.items.end(),
                           [&](const Item& item) { return item.text == words; });
    };
    CHECK(says("1.240"));
    CHECK(says("640"));
}

TEST_CASE("lines rise where numbers do and differ by their strokes", "[client][ui]") {
    const ui::Layout layout = laid_out("chart", 3);
    const Rect* six = layout.rect("hours.row.0.1");
    const Rect* twelve = layout.rect("hours.row.1.1");
    REQUIRE(six != nullptr);
    REQUIRE(twelve != nullptr);
    CHECK(twelve->y < six->y);
    CHECK(twelve->x > six->x);
    const auto strokes = [&](float dash) {
        return std::count_if(layout.items.begin(), layout.items.end(), [&](const Item& item) {
            return item.kind == Item::Kind::Segment && item.dash == dash;
        });
    };
    CHECK(strokes(0) >= 8);
    CHECK(strokes(7) >= 8);
}

TEST_CASE("a chart's table is drawn when it is asked for", "[client][ui]") {
    const ui::Layout layout = laid_out("chart", 3);
    CHECK(layout.rect("hours#table") != nullptr);
    CHECK(layout.rect("received#table") == nullptr);
    CHECK(layout.area("received.table") != nullptr);
}

TEST_CASE("pins lie where the map says and can be pressed", "[client][ui]") {
    for (std::size_t screen = 0; screen < tests::screens().size(); ++screen) {
        INFO(tests::screens()[screen].name);
        const ui::Layout layout = laid_out("map", screen);
        const Rect* panel = layout.rect("map");
        REQUIRE(panel != nullptr);
        CHECK(panel->w / panel->h == Approx(1.5));
        const Rect* pin = layout.rect("pin.o0");
        REQUIRE(pin != nullptr);
        CHECK(pin->x + pin->w / 2 == Approx(panel->x + panel->w * 0.14F));
        CHECK(pin->y + pin->h / 2 == Approx(panel->y + panel->h * 0.3F));
        const ui::Area* area = layout.area("pin.o0");
        REQUIRE(area != nullptr);
        CHECK(area->action == ui::Action::Press);
    }
}

TEST_CASE("a picture has a place that the platform lays it on, a document a sheet with its kind",
          "[client][ui]") {
    const ui::Layout layout = laid_out("documents", 0);
    const Rect* sheet = layout.rect("doc.1.file.1.preview");
    const Rect* picture = layout.rect("doc.1.file.2.preview");
    REQUIRE(sheet != nullptr);
    REQUIRE(picture != nullptr);
    CHECK(picture->w == Approx(72));
    CHECK(picture->h == Approx(72));
    CHECK(std::any_of(layout.items.begin(), layout.items.end(),
                      [](const Item& item) { return item.text == "PDF"; }));
}
