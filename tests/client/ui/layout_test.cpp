#include "client/ui/layout.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "tests/client/ui/sample.hpp"

using namespace motcua;
using ui::Area;
using ui::Item;
using ui::Rect;

namespace {

ui::Layout laid_out(const std::string& name, const ui::View& view) {
    return ui::lay_out(tests::sample_page(name), view, tests::test_family().measure());
}

bool overlap(const Rect& a, const Rect& b) {
    const float least = 1;  // Borders may touch.
    return std::min(a.right(), b.right()) - std::max(a.x, b.x) > least &&
           std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > least;
}

void each_node(const std::vector<page::Node>& nodes, const std::function<void(const page::Node&)>& use) {
    for (const page::Node& node : nodes) {
        use(node);
        each_node(node.children, use);
    }
}

/// Every page on every screen.
template <class Check>
void everywhere(Check check) {
    for (const std::string& name : tests::sample_names()) {
        for (const tests::Screen& screen : tests::screens()) {
            INFO(name << " on " << screen.name);
            check(laid_out(name, screen.view), screen.view);
        }
    }
}

}  // namespace

TEST_CASE("nothing is drawn beyond the sides of the screen", "[client][ui]") {
    everywhere([](const ui::Layout& layout, const ui::View& view) {
        for (const Item& item : layout.items) {
            INFO(item.text);
            if (item.clip < 0) {
                CHECK(item.rect.x >= -0.5F);
                CHECK(item.rect.right() <= static_cast<float>(view.width) + 0.5F);
            }
        }
    });
}

TEST_CASE("no two lines of text lie on each other", "[client][ui]") {
    everywhere([](const ui::Layout& layout, const ui::View& /*view*/) {
        std::vector<const Item*> texts;
        for (const Item& item : layout.items) {
            if (item.kind == Item::Kind::Text && !item.text.empty()) {
                texts.push_back(&item);
            }
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                INFO(texts[i]->text << " | " << texts[j]->text);
                CHECK_FALSE(overlap(texts[i]->rect, texts[j]->rect));
            }
        }
    });
}

TEST_CASE("all the words of a page are drawn", "[client][ui]") {
    for (const std::string& name : tests::sample_names()) {
        const page::Page page = tests::sample_page(name);
        for (const tests::Screen& screen : tests::screens()) {
            std::string drawn;
            for (const Item& item : laid_out(name, screen.view).items) {
                drawn += item.text;
            }
            drawn.erase(std::remove(drawn.begin(), drawn.end(), ' '), drawn.end());
            each_node(page.main, [&](const page::Node& node) {
                // A table's hint stands only where its rows are cards.
                const std::string hint = node.role == page::Role::Table ? "" : node.hint;
                for (std::string words : {node.name, hint, node.error}) {
                    const bool head_on_phone = node.role == page::Role::Cell;
                    const bool said_only = node.role == page::Role::Preview;  // The picture shows it.
                    words.erase(std::remove(words.begin(), words.end(), ' '), words.end());
                    INFO(name << " on " << screen.name << ": " << node.id << " " << words);
                    CHECK((head_on_phone || said_only || drawn.find(words) != std::string::npos));
                }
            });
        }
    }
}

TEST_CASE("what is pressed is at least 48 px on both sides, 72 on the kiosk", "[client][ui]") {
    everywhere([](const ui::Layout& layout, const ui::View& view) {
        const float least = ui::least_target(view);
        for (const Area& area : layout.areas) {
            INFO(area.id);
            CHECK(area.rect.h >= least - 0.01F);
            // A short word in running text ("Sửa") is as wide as it is; its height makes up for it.
            CHECK((area.rect.w >= least - 0.01F || area.action == ui::Action::Press));
        }
    });
}

TEST_CASE("what is pressed does not overlap, except what lies in a row that is pressed", "[client][ui]") {
    everywhere([](const ui::Layout& layout, const ui::View& /*view*/) {
        for (std::size_t i = 0; i < layout.areas.size(); ++i) {
            for (std::size_t j = i + 1; j < layout.areas.size(); ++j) {
                INFO(layout.areas[i].id << " | " << layout.areas[j].id);
                CHECK_FALSE(overlap(layout.areas[i].rect, layout.areas[j].rect));
            }
        }
    });
}

TEST_CASE("every node of a page has a rectangle within the page", "[client][ui]") {
    for (const std::string& name : tests::sample_names()) {
        const page::Page page = tests::sample_page(name);
        for (const tests::Screen& screen : tests::screens()) {
            const ui::Layout layout = laid_out(name, screen.view);
            const bool cards = screen.view.profile != ui::Profile::Desktop;
            each_node(page.main, [&](const page::Node& node) {
                INFO(name << " on " << screen.name << ": " << node.id);
                const bool head = node.id.rfind("head", 0) == 0 && cards;
                if (node.role == page::Role::Option || head) {
                    return;
                }
                const Rect* rect = layout.rect(node.id);
                REQUIRE(rect != nullptr);
                CHECK(rect->bottom() <= layout.height);
                CHECK(rect->w > 0);
                CHECK(rect->h > 0);
            });
        }
    }
}

TEST_CASE("the column is 640 px on a desktop, 16 px from the sides on a phone, 900 on the kiosk",
          "[client][ui]") {
    const auto field = [](std::size_t screen) {
        return *laid_out("question", tests::screens()[screen].view).rect("f.name");
    };
    CHECK(field(3).w == Approx(640));
    CHECK(field(3).x == Approx(320));
    CHECK(field(0).x == Approx(16));
    CHECK(field(0).w == Approx(358));
    CHECK(field(4).w == Approx(900));
    CHECK(field(4).h == Approx(78));
}

TEST_CASE("a desk page puts its groups side by side when there is room", "[client][ui]") {
    const ui::Layout wide = laid_out("desk.dossier", tests::screens()[3].view);
    CHECK(wide.rect("g1")->y == wide.rect("g2")->y);
    CHECK(wide.rect("g2")->x > wide.rect("g1")->right());
    const ui::Layout narrow = laid_out("desk.dossier", tests::screens()[0].view);
    CHECK(narrow.rect("g2")->y > narrow.rect("g1")->bottom());
}

TEST_CASE("nodes that are disabled or busy cannot be pressed", "[client][ui]") {
    const ui::Layout layout = laid_out("documents", tests::screens()[0].view);
    CHECK(layout.area("t.4") != nullptr);
    CHECK(layout.area("t.5") == nullptr);   // disabled
    CHECK(layout.area("next") == nullptr);  // busy
    CHECK(layout.rect("next") != nullptr);
}

TEST_CASE("areas stand in reading order", "[client][ui]") {
    const ui::Layout layout = laid_out("question", tests::screens()[0].view);
    const auto index = [&](const char* id) { return layout.area(id) - layout.areas.data(); };
    CHECK(index("back") < index("errors.1"));
    CHECK(index("errors.1") < index("f.name"));
    CHECK(index("f.name") < index("f.state/single"));
    CHECK(index("f.state/divorced") < index("next"));
}

TEST_CASE("a field that the browser shows is not painted too", "[client][ui]") {
    ui::View view = tests::screens()[0].view;
    const auto drawn = [&](const std::string& words) {
        const ui::Layout layout = laid_out("question", view);
        return std::any_of(layout.items.begin(), layout.items.end(),
                           [&](const Item& item) { return item.text == words; });
    };
    CHECK(drawn("08630012345"));
    view.native = {"f.id"};
    CHECK_FALSE(drawn("08630012345"));
    CHECK(drawn("27/03/1990"));
}

TEST_CASE("the same page and view give the same layout", "[client][ui]") {
    const ui::View view = tests::screens()[0].view;
    CHECK(laid_out("receipt", view).rects == laid_out("receipt", view).rects);
}

TEST_CASE("what a file's row holds stays in its box", "[client][ui]") {
    for (const char* name : {"documents", "desk.dossier"}) {
        page::Page page = tests::sample_page(name);
        for (const tests::Screen& screen : tests::screens()) {
            const ui::Layout layout = ui::lay_out(page, screen.view, tests::test_family().measure());
            each_node(page.main, [&](const page::Node& node) {
                if (node.role != page::Role::File) {
                    return;
                }
                const Rect* box = layout.rect(node.id);
                REQUIRE(box != nullptr);
                for (const page::Node& child : node.children) {
                    INFO(screen.name << ": " << child.id);
                    const Rect* inside = layout.rect(child.id);
                    REQUIRE(inside != nullptr);
                    CHECK(inside->x >= box->x);
                    CHECK(inside->right() <= box->right());
                }
            });
        }
    }
}

TEST_CASE("a heading of several lines does not end in a single word", "[client][ui]") {
    page::Page page;
    page::Node title;
    title.id = "title";
    title.role = page::Role::Heading;
    title.level = 1;
    title.name = "Thủ tục có mọi loại câu hỏi";
    page.main.push_back(title);
    ui::View view;
    view.width = 360;
    const ui::Layout layout = ui::lay_out(page, view, tests::test_family().measure());
    std::vector<std::string> lines;
    for (const Item& item : layout.items) {
        if (item.kind == Item::Kind::Text) {
            lines.push_back(item.text);
        }
    }
    REQUIRE(lines.size() == 2);
    CHECK(lines.back().find(' ') != std::string::npos);
}

TEST_CASE("a field is high enough for its line, however large the text is", "[client][ui]") {
    everywhere([](const ui::Layout& layout, const ui::View& view) {
        for (const Area& area : layout.areas) {
            if (area.action == ui::Action::Edit) {
                INFO(area.id);
                CHECK(area.rect.h >= 19 * view.scale * ui::kLineHeight);
            }
        }
    });
}

TEST_CASE("marks grow with the words they stand beside", "[client][ui]") {
    for (const std::string& name : tests::sample_names()) {
        INFO(name);
        if (name == "map") {
            continue;  // Its pins keep their size: they would cover each other.
        }
        const auto marks = [&name](float scale) {
            ui::View view;
            view.width = 1280;
            view.scale = scale;
            std::vector<float> sizes;
            for (const Item& item : laid_out(name, view).items) {
                const bool mark = item.kind == Item::Kind::Icon || item.kind == Item::Kind::Ring;
                if (mark && item.icon != ui::Icon::File) {
                    sizes.push_back(item.rect.h);
                }
            }
            return sizes;
        };
        const std::vector<float> usual = marks(1);
        const std::vector<float> large = marks(2);
        REQUIRE(usual.size() == large.size());
        for (std::size_t i = 0; i < usual.size(); ++i) {
            CHECK(large[i] == Approx(2 * usual[i]));
        }
    }
}
