#include "client/page/page.hpp"

#include <catch2/catch.hpp>

#include "client/page/build.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::tests {

namespace {

page::Page a_page() {
    page::Node choice{.id = "q.sex", .role = page::Role::ChoiceGroup, .name = "Giới tính", .value = "female"};
    choice.children.push_back({.id = "male", .role = page::Role::Option, .name = "Nam"});
    choice.children.push_back({.id = "female", .role = page::Role::Option, .name = "Nữ", .selected = true});
    page::Node field{.id = "q.name",
                     .role = page::Role::TextField,
                     .name = "Họ và tên",
                     .value = "Nguyễn \"Tí\"",
                     .hint = "Như trên thẻ",
                     .error = "Nhập họ và tên",
                     .required = true};
    field.input = {.mode = "text", .autocomplete = "name", .capitalize = "words", .max_chars = 200};
    page::Page page{.id = "question.person", .title = "Bạn là ai?", .busy = true};
    page.header.push_back({.id = "nav.home", .role = page::Role::Link, .name = "Một Cửa"});
    page.main.push_back({.id = "title", .role = page::Role::Heading, .name = "Bạn là ai?", .level = 1});
    page.main.push_back({.id = "box", .role = page::Role::Group, .children = {field, choice}});
    page.focus = {.epoch = 3, .id = "title"};
    page.announcement = {.number = 7, .assertive = true, .text = "Đã lưu"};
    return page;
}

json::Value parsed(const char* text) {
    auto value = json::read(text);
    REQUIRE(value.ok());
    return *value;
}

}  // namespace

TEST_CASE("a page survives being encoded, written, read and decoded", "[client][page]") {
    const page::Page page = a_page();
    const auto value = json::read(json::write(page::encode(page)));
    REQUIRE(value.ok());
    const auto again = page::decode(*value);
    REQUIRE(again.ok());
    CHECK(*again == page);
}

TEST_CASE("what shows more survives encoding with its name aloud and both its states", "[client][page]") {
    for (const bool open : {true, false}) {
        page::Page page = a_page();
        page.main.push_back(page::disclosure("why", "Vì sao hỏi điều này?", "Giới tính", open));
        const auto again = page::decode(page::encode(page));
        REQUIRE(again.ok());
        CHECK(*again == page);
        CHECK(page::find(*again, "why")->said == "Vì sao hỏi điều này? Giới tính");
        CHECK(page::find(*again, "why")->toggles);
    }
}

TEST_CASE("toast and dialog survive encoding, are found first and described last", "[client][page]") {
    page::Page page = a_page();
    page.toast = page::toast("toast", "Đã bỏ tệp", {page::button("undo", "Hoàn tác")});
    page.dialog = page::dialog("ask", "Bạn còn ở đó không?", "Còn 30 giây.", "stay",
                               {page::button("stay", "Tôi còn ở đây", page::Tone::Primary)});
    page.dialog->tone = page::Tone::Warning;
    const auto again = page::decode(page::encode(page));
    REQUIRE(again.ok());
    CHECK(*again == page);
    CHECK(page::find(page, "undo")->name == "Hoàn tác");
    CHECK(page::find(page, page.dialog->value)->name == "Tôi còn ở đây");
    CHECK(page::describe(page).find("toast \"Đã bỏ tệp\" id=\"toast\"\n  button \"Hoàn tác\" id=\"undo\"\n"
                                    "dialog \"Bạn còn ở đó không?\" id=\"ask\" value=\"stay\" [warning]\n") !=
          std::string::npos);
}

TEST_CASE("what is no dialog does not stand where one belongs", "[client][page]") {
    page::Page page = a_page();
    page.dialog = page::heading("h", "Tiêu đề");
    CHECK_FALSE(page::decode(page::encode(page)).ok());
}

TEST_CASE("members that hold the default are left out", "[client][page]") {
    page::Page page{.id = "p", .title = "T"};
    page.main.push_back({.id = "a", .role = page::Role::Paragraph, .name = "x"});
    CHECK(json::write(page::encode(page)) ==
          R"({"v":1,"id":"p","title":"T","lang":"vi","busy":false,"header":[],)"
          R"("main":[{"id":"a","role":"paragraph","name":"x"}],)"
          R"("focus":{"epoch":0,"id":""},"say":{"n":0,"assertive":false,"text":""}})");
}

TEST_CASE("a page of another version or shape is refused", "[client][page]") {
    const char* const head = R"({"v":1,"id":"p","title":"T","lang":"vi","busy":false,"header":[],"main":)";
    const char* const tail = R"(,"focus":{"epoch":0,"id":""},"say":{"n":0,"assertive":false,"text":""}})";
    const auto with_main = [&](const char* main) {
        return page::decode(parsed((std::string(head) + main + tail).c_str()));
    };
    CHECK(with_main("[]").ok());
    CHECK_FALSE(with_main("{}").ok());
    CHECK_FALSE(with_main("[1]").ok());
    CHECK_FALSE(with_main(R"([{"id":"a","role":"paragraph"}])").ok());
    CHECK_FALSE(with_main(R"([{"id":"a","role":"marquee","name":""}])").ok());
    CHECK_FALSE(with_main(R"([{"id":"a","role":"link","name":"","colour":"red"}])").ok());
    CHECK_FALSE(with_main(R"([{"id":"a","role":"link","name":"","level":"1"}])").ok());
    CHECK_FALSE(with_main(R"([{"id":"a","role":"link","name":"","tone":"loud"}])").ok());
    CHECK_FALSE(page::decode(json::Value()).ok());
    json::Value newer = page::encode(a_page());
    json::Object members = *newer.object();
    members[0].second = json::Value(2);
    CHECK_FALSE(page::decode(json::Value(members)).ok());
}

TEST_CASE("a node is found by its id, an option by its group's", "[client][page]") {
    const page::Page page = a_page();
    REQUIRE(page::find(page, "q.name") != nullptr);
    CHECK(page::find(page, "q.name")->name == "Họ và tên");
    CHECK(page::find(page, "nav.home") == &page.header[0]);
    REQUIRE(page::find(page, "q.sex/female") != nullptr);
    CHECK(page::find(page, "q.sex/female")->name == "Nữ");
    CHECK(page::find(page, "female") == nullptr);
    CHECK(page::find(page, "q.sex/") == nullptr);
    CHECK(page::find(page, "nothing") == nullptr);
}

TEST_CASE("a page is described one line a node", "[client][page]") {
    CHECK(page::describe(a_page()) ==
          R"(page "Bạn là ai?" id="question.person" lang="vi" [busy]
focus "title"
say "Đã lưu" [assertive]
header
  link "Một Cửa" id="nav.home"
main
  heading "Bạn là ai?" id="title" [level 1]
  group "" id="box"
    text_field "Họ và tên" id="q.name" value="Nguyễn \"Tí\"" hint="Như trên thẻ" error="Nhập họ và tên" mode="text" autocomplete="name" capitalize="words" max_chars="200" [required]
    choice_group "Giới tính" id="q.sex" value="female"
      option "Nam" id="male"
      option "Nữ" id="female" [selected]
)");
}

}  // namespace motcua::tests
