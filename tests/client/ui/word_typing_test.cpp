#include <catch2/catch.hpp>
#include <string>

#include "client/ui/word_typing.hpp"

namespace motcua::ui {
namespace {

constexpr text::Typing kTelex{text::TypingMethod::Telex, text::ToneStyle::Old};

/// A field with a person at its keyboard.
struct Desk {
    WordTyping typing{kTelex};
    FieldEditor editor;

    explicit Desk(const page::Input& input = {}, std::string text = "") {
        editor.begin("q.x", std::move(text), input.max_chars);
        typing.begin(input);
    }
    Desk& type(std::string_view keys) {
        for (const char key : keys) {
            typing.insert(editor, std::string_view(&key, 1));
        }
        return *this;
    }
    Desk& backspace(int times) {
        for (; times > 0; --times) {
            typing.backspace(editor);
        }
        return *this;
    }
};

}  // namespace

TEST_CASE("plain keys become Vietnamese words as they are typed", "[ui][typing]") {
    CHECK(Desk().type("Nguyeenx Thij Vis Duj").editor.text() == "Nguyễn Thị Ví Dụ");
    CHECK(Desk({}, "Trần ").type("Ddwcs").editor.text() == "Trần Đức");
}

TEST_CASE("a space that is taken back ends a syllable within a name", "[ui][typing]") {
    CHECK(Desk().type("Mow ").backspace(1).type("noong").editor.text() == "Mơnông");
    CHECK(Desk().type("Ksow ").backspace(1).type("r").editor.text() == "Ksơr");
    CHECK(Desk().type("Y Ddawklawk").editor.text() == "Y Đăklăk");
}

TEST_CASE("backspace takes one letter with its marks and goes on into earlier words", "[ui][typing]") {
    CHECK(Desk().type("vieejt").backspace(1).type("n").editor.text() == "viện");
    CHECK(Desk().type("ba vieejt").backspace(5).editor.text() == "ba");
}

TEST_CASE("codes, numbers and e-mail addresses are taken as they are typed", "[ui][typing]") {
    CHECK(Desk({.mode = "numeric"}).type("dd").editor.text() == "dd");
    CHECK(Desk({.mode = "email", .type = "email", .capitalize = "none"}).type("aas@x").editor.text() ==
          "aas@x");
    CHECK(Desk({.capitalize = "characters"}).type("AAS").editor.text() == "AAS");
}

TEST_CASE("text that something else composed ends the word", "[ui][typing]") {
    Desk desk;
    desk.type("aa");
    desk.typing.insert(desk.editor, "ộ");
    desk.type("a");
    CHECK(desk.editor.text() == "âộa");
}

TEST_CASE("a selection is replaced, a full field stays as it is", "[ui][typing]") {
    Desk desk({}, "cũ");
    desk.editor.select_all();
    desk.typing.end_word();
    CHECK(desk.type("mowis").editor.text() == "mới");
    CHECK(Desk({.max_chars = 3}).type("vieejt").editor.text() == "việ");
}

}  // namespace motcua::ui
