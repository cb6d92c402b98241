#include "client/ui/field_editor.hpp"

#include <catch2/catch.hpp>

using motcua::ui::FieldEditor;
using Move = FieldEditor::Move;
using Select = FieldEditor::Select;

namespace {
FieldEditor editing(const char* text, int max_chars = 0) {
    FieldEditor editor;
    editor.begin("f", text, max_chars);
    return editor;
}
}  // namespace

TEST_CASE("letters are typed and taken away whole", "[client][ui]") {
    FieldEditor editor = editing("Nguyễn");
    editor.insert(" Ế");
    CHECK(editor.text() == "Nguyễn Ế");
    editor.backspace();
    editor.backspace();
    editor.backspace();
    editor.backspace();
    CHECK(editor.text() == "Nguy");
    editor.move(Move::Home, Select::Drop);
    editor.backspace();
    editor.delete_forward();
    CHECK(editor.text() == "guy");
}

TEST_CASE("an input method that deletes and types again leaves the right word", "[client][ui]") {
    FieldEditor editor = editing("");
    editor.insert("vie");
    editor.backspace();
    editor.insert("ê");
    editor.insert("t");
    editor.backspace();
    editor.backspace();
    editor.insert("ệt");
    CHECK(editor.text() == "việt");
}

TEST_CASE("what is selected is replaced, deleted, copied", "[client][ui]") {
    FieldEditor editor = editing("Trà Cú");
    editor.move(Move::Left, Select::Extend);
    editor.move(Move::Left, Select::Extend);
    CHECK(editor.selected() == "Cú");
    editor.insert("Vinh");
    CHECK(editor.text() == "Trà Vinh");
    editor.select_all();
    CHECK(editor.selected() == "Trà Vinh");
    editor.backspace();
    CHECK(editor.text().empty());
    editor.move(Move::Left, Select::Drop);
    editor.move(Move::Right, Select::Drop);
    editor.delete_forward();
    CHECK(editor.text().empty());
}

TEST_CASE("a field takes no more letters than it may hold, and no line ends", "[client][ui]") {
    FieldEditor editor = editing("ếế", 4);
    editor.insert("ộ\nộộ");
    CHECK(editor.text() == "ếếộ ");
    editor.insert("x");
    CHECK(editor.text() == "ếếộ ");
}

TEST_CASE("the caret is never placed within a letter", "[client][ui]") {
    FieldEditor editor = editing("ếa");
    editor.place_caret(1);
    CHECK(editor.state().caret == 0);
    editor.place_caret(3);
    CHECK(editor.state().caret == 3);
    editor.place_caret(99);
    CHECK(editor.state().caret == 4);
}
