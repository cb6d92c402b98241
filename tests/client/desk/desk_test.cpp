#include "client/desk/desk.hpp"

#include <catch2/catch.hpp>

#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

/// A clerk in front of a backend that has taken one dossier in.
Person a_clerk() {
    Person citizen = a_citizen();
    begin(citizen);
    answer_all(citizen);
    citizen.choose("doc.giay_xn_cu", "attached");
    show_papers(citizen);
    citizen.pick("doc.giay_xn_cu.files", "Giấy cũ.pdf");
    citizen.press("continue");
    book(citizen);
    citizen.press("continue");
    citizen.press("sign");
    REQUIRE(citizen.backend.dossiers == 1);
    Person clerk(desk::make_desk_application());
    clerk.backend.take_over(citizen.backend);
    clerk.start();
    return clerk;
}

void sign_in(Person& clerk) {
    clerk.type("user", "canbo");
    clerk.type("password", "dung-mat-khau");
    clerk.press("sign_in");
}

std::string row(const Person& clerk) {
    return "row." + clerk.backend.id;
}

}  // namespace

TEST_CASE("a clerk signs in, opens a dossier and marks it", "[client][desk]") {
    Person clerk = a_clerk();
    check_golden(clerk.page(), "desk_sign_in");
    sign_in(clerk);
    CHECK(clerk.page().id == "desk.list");
    check_golden(clerk.page(), "desk_list");
    clerk.press(row(clerk));
    CHECK(clerk.node("verdict").tone == page::Tone::Success);
    CHECK(clerk.node("file.0").value == "/api/v1/staff/dossiers/" + clerk.backend.id + "/files/0");
    check_golden(clerk.page(), "desk_dossier");
    clerk.press("receive");
    clerk.press("receive.confirm");
    CHECK(clerk.node("state").value == "Cán bộ đã nhận hồ sơ");
    CHECK_FALSE(clerk.sees("receive"));
    clerk.press("back");
    CHECK(clerk.sees("empty"));
    clerk.choose("filter", "received_by_clerk");
    CHECK(clerk.sees(row(clerk)));
}

TEST_CASE("the mark asks once more before it is made", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press(row(clerk));
    clerk.press("receive");
    CHECK(clerk.page().focus.id == "receive.sure");
    clerk.press("receive.cancel");
    CHECK_FALSE(clerk.sees("receive.sure"));
    clerk.send(app::Press{"receive.confirm"});
    CHECK(clerk.sees("receive"));
    CHECK(clerk.backend.clerk_state == "handed_in");
}

TEST_CASE("Back and Forward of the browser lead to the list and to the dossier", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press(row(clerk));
    clerk.send(app::Visit{"desk.list"});
    CHECK(clerk.page().id == "desk.list");
    clerk.send(app::Visit{"desk.dossier"});
    CHECK(clerk.page().id == "desk.dossier");
    clerk.press("sign_out");
    clerk.send(app::Visit{"desk.dossier"});
    CHECK(clerk.page().id == "desk.sign_in");
}

TEST_CASE("wrong credentials say no more than that", "[client][desk]") {
    Person clerk(desk::make_desk_application());
    clerk.start();
    clerk.press("sign_in");
    CHECK(clerk.sees("problem"));
    clerk.type("user", "canbo");
    clerk.type("password", "sai");
    clerk.press("sign_in");
    CHECK(clerk.node("problem").name == "Tên đăng nhập hoặc mật khẩu không đúng");
    CHECK(clerk.node("password").value.empty());
    CHECK(clerk.node("user").value == "canbo");
}

TEST_CASE("the green mark is given only when the check passes here", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    SECTION("a form with an answer taken out is shown as not complete") {
        clerk.backend.hide_answer = "nyc_dien_thoai";
        clerk.press(row(clerk));
        CHECK(clerk.node("verdict").tone == page::Tone::Warning);
    }
    SECTION("without the rules nothing is claimed") {
        clerk.assets_fail = true;
        clerk.press(row(clerk));
        CHECK(clerk.node("verdict").tone == page::Tone::Info);
        clerk.assets_fail = false;
        clerk.press("retry.rules");
        CHECK(clerk.node("verdict").tone == page::Tone::Success);
    }
}

TEST_CASE("a colleague who was faster is told of", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press(row(clerk));
    clerk.backend.clerk_state = "received_by_clerk";
    clerk.backend.version = 2;
    clerk.press("receive");
    clerk.press("receive.confirm");
    CHECK(clerk.sees("problem"));
    CHECK(clerk.node("state").value == "Cán bộ đã nhận hồ sơ");
    CHECK_FALSE(clerk.sees("receive"));
}

TEST_CASE("a lost session asks to sign in again and comes back to the same dossier", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press(row(clerk));
    clerk.backend.signed_in = false;
    clerk.press("receive");
    clerk.press("receive.confirm");
    CHECK(clerk.page().id == "desk.sign_in");
    CHECK(clerk.words().find("NGUYỄN") == std::string::npos);
    sign_in(clerk);
    CHECK(clerk.page().id == "desk.dossier");
    clerk.press("receive");
    clerk.press("receive.confirm");
    CHECK_FALSE(clerk.sees("receive"));
}

TEST_CASE("a mark whose answer got lost is sent again under the same key", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press(row(clerk));
    clerk.backend.next["POST /api/v1/staff/dossiers/" + clerk.backend.id + "/received"].push_back(
        {0, "", true});
    clerk.press("receive");
    clerk.press("receive.confirm");
    CHECK(clerk.sees("problem"));
    clerk.press("receive.confirm");
    CHECK_FALSE(clerk.sees("problem"));
    CHECK(clerk.node("state").value == "Cán bộ đã nhận hồ sơ");
    REQUIRE(clerk.backend.keys.size() == 2);
    CHECK(clerk.backend.keys[0] == clerk.backend.keys[1]);
}

TEST_CASE("signing out leaves nothing on the screen", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press(row(clerk));
    clerk.press("sign_out");
    CHECK(clerk.page().id == "desk.sign_in");
    CHECK(clerk.words().find("MC-2026") == std::string::npos);
    CHECK_FALSE(clerk.backend.signed_in);
}

TEST_CASE("the desk speaks English too", "[client][desk]") {
    Person clerk = a_clerk();
    clerk.press("lang.en");
    sign_in(clerk);
    clerk.press(row(clerk));
    CHECK(clerk.node("receive").name == "Mark as taken up");
}

TEST_CASE("a list that cannot be had can be asked for again", "[client][desk]") {
    Person clerk = a_clerk();
    clerk.backend.next["GET /api/v1/staff/dossiers"].push_back({500, "", false});
    sign_in(clerk);
    CHECK(clerk.sees("failed.list"));
    clerk.press("retry.list");
    CHECK(clerk.sees(row(clerk)));
}

}  // namespace motcua::tests
