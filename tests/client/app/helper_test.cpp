#include <catch2/catch.hpp>

#include "client/desk/desk.hpp"
#include "shared/dossier/package.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

/// On the page that asks who helps.
Person a_helper() {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    person.tick("helper.on");
    person.press("continue");
    REQUIRE(person.page().id == "helper");
    return person;
}

void tell_who_helps(Person& person) {
    person.type("helper.name", "Lê Thị Giúp");
    person.choose("helper.relation", "digital_group");
    person.type("helper.phone", "+84 912 345 678");
    person.press("continue");
}

/// As above, on the check page.
Person helper_at_check() {
    Person person = a_helper();
    tell_who_helps(person);
    REQUIRE(person.page().id == "question.cho_ai");
    answer_all(person);
    bring_papers(person);
    book(person);
    return person;
}

}  // namespace

TEST_CASE("who fills in for themselves meets no page more, only a box to tick", "[client][helper]") {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    CHECK_FALSE(person.node("helper.on").selected);
    CHECK_FALSE(person.sees("helping"));
    const std::size_t steps = person.node("tasks").children.size();
    person.tick("helper.on");
    CHECK(person.node("tasks").children.size() == steps + 1);
    CHECK(person.sees("helping"));
    person.send(app::Toggle{"helper.on", false});
    CHECK(person.node("tasks").children.size() == steps);
    person.press("continue");
    CHECK(person.page().id == "question.cho_ai");
    CHECK_FALSE(person.sees("helping"));
}

TEST_CASE("a helper tells who they are, and every page says what helping means", "[client][helper]") {
    Person person = a_helper();
    check_golden(person.page(), "helper");
    tell_who_helps(person);
    CHECK(person.page().id == "question.cho_ai");
    CHECK(person.node("helping").role == page::Role::Paragraph);
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    CHECK(person.sees("helping"));
    // “You” are not asked: it is the other person's name.
    CHECK(person.node("title").name == "Người yêu cầu");
    CHECK(person.node("q.nyc_ho_ten").name == "Họ, chữ đệm, tên");
    person.press("continue");
    CHECK(person.error_lines().front() == "Họ, chữ đệm, tên: Hãy nhập mục này");
    // What the helper's browser knows of the helper is not offered for the person helped.
    CHECK(person.node("q.nyc_ho_ten").input.autocomplete.empty());
}

TEST_CASE("who has tried first can still say that they help", "[client][helper]") {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    person.press("trial");
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    person.choose("q.cap_lai", "no");
    person.press("continue");
    REQUIRE(person.page().id == "trial");
    CHECK_FALSE(person.sees("helping"));
    person.tick("helper.on");
    CHECK(person.sees("helping"));
    person.press("continue");
    REQUIRE(person.page().id == "helper");
    // "I" may have been the helper: what was answered stands there, and is asked about again.
    tell_who_helps(person);
    REQUIRE(person.page().id == "question.cho_ai");
    CHECK(person.node("q.nyc_quan_he").value == "ban_than");
    CHECK(person.sees("prefilled"));
}

TEST_CASE("what is missing or wrong about the helper is said at its field", "[client][helper]") {
    Person person = a_helper();
    person.press("continue");
    CHECK(person.page().id == "helper");
    CHECK(person.error_lines().size() == 2);
    person.type("helper.name", "Giúp");
    CHECK(person.node("helper.name").error == "Ghi đủ họ và tên, ít nhất 2 chữ");
    CHECK_FALSE(person.page().announcement.text.empty());
    person.send(app::Input{"helper.name", "Lê Thị Giúp"});
    CHECK(person.node("helper.name").error.empty());
    CHECK(person.node("helper.name").value == "Lê Thị Giúp");
    person.send(app::Commit{"helper.name", "Lê Thị Giúp"});
    CHECK(person.node("helper.name").value == "LÊ THỊ GIÚP");
    person.choose("helper.relation", "family");
    person.send(app::Choose{"helper.relation", "boss"});
    CHECK(person.node("helper.relation").value == "family");
    person.type("helper.phone", "12");
    person.press("continue");
    CHECK(person.error_lines().size() == 1);
    person.type("helper.phone", "");
    person.press("continue");
    CHECK(person.page().id == "question.cho_ai");
}

TEST_CASE("the check page shows the helper, and leads there and back", "[client][helper]") {
    Person person = helper_at_check();
    CHECK(person.node("row.helper").value == "LÊ THỊ GIÚP\nThành viên tổ công nghệ số cộng đồng\n0912345678");
    person.press("edit.helper.name");
    CHECK(person.page().id == "helper");
    CHECK(person.page().focus.id == "helper.name");
    person.choose("helper.relation", "neighbour");
    person.press("continue");
    CHECK(person.page().id == "check");
    CHECK(person.node("row.helper").value.find("Hàng xóm") != std::string::npos);
}

TEST_CASE("helping is turned off and brought back, and nothing else is lost", "[client][helper]") {
    Person person = helper_at_check();
    const std::string name = person.node("row.nyc_ho_ten").value;
    person.press("edit.helper.name");
    person.press("helper.off");
    CHECK(person.page().id == "check");
    CHECK_FALSE(person.sees("row.helper"));
    CHECK_FALSE(person.sees("helping"));
    CHECK(person.node("row.nyc_ho_ten").value == name);
    CHECK(person.error_lines().empty());
    person.press("helper.undo");
    CHECK_FALSE(person.page().toast.has_value());
    CHECK(person.node("row.helper").value.find("LÊ THỊ GIÚP") == 0);
    // Closed, it is not brought back by the toast, but by the box, with all that was entered.
    person.press("edit.helper.name");
    person.press("helper.off");
    person.press("toast.close");
    CHECK_FALSE(person.page().toast.has_value());
    person.send(app::Visit{"procedure"});
    person.tick("helper.on");
    CHECK(person.node("task.1").value == "Xong");
}

TEST_CASE("a helper who is told of late is asked for before the rest", "[client][helper]") {
    Person person = a_citizen();
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    person.press("nav.tasks");
    person.tick("helper.on");
    person.press("continue");
    CHECK(person.page().id == "helper");
    tell_who_helps(person);
    CHECK(person.page().id == "question.nguoi_yeu_cau");
}

TEST_CASE("the helper goes with the dossier, to the slip and to the clerk", "[client][helper]") {
    Person person = helper_at_check();
    person.press("continue");
    CHECK(person.sees("helping"));
    person.press("sign");
    REQUIRE(person.page().id == "receipt");
    CHECK(person.node("row.helper").value.find("LÊ THỊ GIÚP") == 0);
    CHECK(person.node("secret").name.find("Đưa phiếu này") == 0);
    const auto package = dossier::open_package(person.backend.envelope);
    REQUIRE(package.ok());
    CHECK(package->request.form.helper == form::Helper{"LÊ THỊ GIÚP", "0912345678", "digital_group"});

    Person clerk(desk::make_desk_application());
    clerk.backend.take_over(person.backend);
    clerk.backend.signed_in = true;
    clerk.start();
    clerk.press("row." + clerk.backend.id);
    CHECK(clerk.node("verdict").tone == page::Tone::Success);
    CHECK(clerk.node("row.helper").value == "LÊ THỊ GIÚP\nThành viên tổ công nghệ số cộng đồng\n0912345678");
    // The next dossier begins without a helper.
    person.press("new");
    person.press("procedure.1.004873");
    CHECK_FALSE(person.node("helper.on").selected);
}

TEST_CASE("a helper with half a name does not get past the check page", "[client][helper]") {
    Person person = helper_at_check();
    person.press("edit.helper.name");
    person.type("helper.name", "Giúp");
    person.send(app::Visit{"check"});
    if (person.page().id != "check") {
        CHECK(person.page().id == "helper");
        return;
    }
    person.press("continue");
    CHECK(person.page().id == "check");
    CHECK(person.error_lines().size() == 1);
}

}  // namespace motcua::tests
