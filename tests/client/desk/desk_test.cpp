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
    CHECK(clerk.node("toast").name == "Đã đánh dấu tiếp nhận.");
    clerk.press("back");
    CHECK_FALSE(clerk.sees("toast"));
    CHECK(clerk.sees("empty"));
    clerk.choose("filter", "received_by_clerk");
    CHECK(clerk.sees(row(clerk)));
}

TEST_CASE("a mark made just now can be taken back", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press(row(clerk));
    CHECK(clerk.node("fact.due").value.find("Tạm tính từ giờ hẹn") != std::string::npos);
    clerk.press("receive");
    clerk.press("receive.confirm");
    CHECK(clerk.node("fact.due").value.find("Tính từ lúc đánh dấu") != std::string::npos);
    clerk.press("receive.undo");
    CHECK(clerk.backend.clerk_state == "handed_in");
    CHECK(clerk.sees("receive"));
    CHECK_FALSE(clerk.sees("toast"));
    CHECK(clerk.page().announcement.text == "Đã bỏ đánh dấu tiếp nhận.");
    CHECK(clerk.page().focus.id == "state");
    clerk.press("receive");
    clerk.press("receive.confirm");
    CHECK(clerk.backend.clerk_state == "received_by_clerk");
    clerk.press("toast.close");
    CHECK_FALSE(clerk.sees("receive.undo"));
}

TEST_CASE("a mark that a colleague has taken back already is not taken back twice", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press(row(clerk));
    clerk.press("receive");
    clerk.press("receive.confirm");
    clerk.backend.clerk_state = "handed_in";
    ++clerk.backend.version;
    clerk.press("receive.undo");
    CHECK(clerk.sees("problem"));
    CHECK(clerk.sees("receive"));
    CHECK_FALSE(clerk.sees("toast"));
}

TEST_CASE("the mark asks once more before it is made", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press(row(clerk));
    clerk.press("receive");
    REQUIRE(clerk.page().dialog);
    CHECK(clerk.page().focus.id == clerk.page().dialog->value);
    check_golden(clerk.page(), "desk_confirm");
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

namespace {

std::string line(int number, const std::string& applicant, const std::string& procedure, int received,
                 int starts, const std::string& due = "null") {
    const std::string digits = std::to_string(number);
    return R"({"id":"d)" + digits + R"(","code":"MC-)" + digits + R"(","procedure":")" + procedure +
           R"(","applicant":")" + applicant + R"(","received_at":)" + std::to_string(received) +
           R"(,"starts_at":)" + std::to_string(starts) + R"(,"due_at":)" + due +
           R"(,"state":"handed_in","forwarding":"waiting","complete":true})";
}

/// Three dossiers, on two pages of the backend's list.
Person a_clerk_with_three() {
    Person clerk(desk::make_desk_application());
    clerk.backend.next["GET /api/v1/staff/dossiers"] = {
        {200,
         R"({"dossiers":[)" + line(1, "LÊ THỊ BÌNH", "1.004873", 300, 10, "1795600000") + "," +
             line(2, "TRẦN VĂN ĐỨC", "1.000894", 100, 30) + R"(],"pages":2})",
         false},
        {200,
         R"({"dossiers":[)" + line(3, "PHẠM THỊ AN", "1.004873", 200, 20, "1795500000") + R"(],"pages":2})",
         false}};
    clerk.start();
    sign_in(clerk);
    return clerk;
}

std::string order(const Person& clerk) {
    std::string ids;
    for (const page::Node& row : clerk.node("dossiers").children) {
        ids += row.link ? row.id.substr(row.id.size() - 1) : "";
    }
    return ids;
}

}  // namespace

TEST_CASE("the list stands in the order of the head that was pressed, twice the other way round",
          "[client][desk]") {
    Person clerk = a_clerk_with_three();
    CHECK(order(clerk) == "132");
    CHECK(clerk.node("sort.appointment").value == "ascending");
    clerk.press("sort.received");
    CHECK(order(clerk) == "231");
    clerk.press("sort.received");
    CHECK(order(clerk) == "132");
    CHECK(clerk.node("sort.received").value == "descending");
    CHECK(clerk.node("sort.appointment").value.empty());
    CHECK(clerk.page().announcement.text == "Đã sắp xếp giảm dần.");
    clerk.press("sort.applicant");
    CHECK(order(clerk) == "312");
    clerk.press("sort.procedure");
    CHECK(order(clerk) == "132");
    CHECK(clerk.node("sort.procedure").value == "ascending");
    clerk.press("sort.due");
    CHECK(order(clerk) == "312");  // Of the last nobody can tell.
    CHECK(clerk.node("row.d2.c5").name == "Chưa tính được");
    CHECK(clerk.node("row.d3.c5").name.find("/11/2026") != std::string::npos);
}

TEST_CASE("the list is searched without marks, and says how many it has found", "[client][desk]") {
    Person clerk = a_clerk_with_three();
    CHECK(clerk.node("list.count").name == "3 trên 3 hồ sơ");
    clerk.type("list.search", "duc");
    CHECK(order(clerk) == "2");
    CHECK(clerk.node("list.count").name == "1 trên 3 hồ sơ");
    CHECK(clerk.page().announcement.text == "Tìm thấy 1 kết quả.");
    CHECK_FALSE(clerk.page().announcement.assertive);
    clerk.type("list.search", "MC-3");
    CHECK(order(clerk) == "3");
    clerk.type("list.search", "ket hon le");
    CHECK_FALSE(clerk.sees("dossiers"));
    CHECK(clerk.node("empty").name == "Không tìm thấy. Hãy thử chữ khác.");
    clerk.type("list.search", "");
    CHECK(order(clerk) == "132");
}

TEST_CASE("a long list is shown in pages", "[client][desk]") {
    Person clerk(desk::make_desk_application());
    std::string lines;
    for (int i = 0; i < 45; ++i) {
        lines += (i == 0 ? "" : ",") + line(i, "LÊ THỊ AN", "1.004873", i, i);
    }
    clerk.backend.next["GET /api/v1/staff/dossiers"] = {
        {200, R"({"dossiers":[)" + lines + R"(],"pages":1})", false}};
    clerk.start();
    sign_in(clerk);
    CHECK(clerk.node("dossiers").children.size() == 21);
    clerk.press("list.next");
    clerk.press("list.next");
    CHECK(clerk.node("list.page").name == "Trang 3 trên 3");
    CHECK(clerk.node("dossiers").children.size() == 6);
    CHECK_FALSE(clerk.sees("list.next"));
    clerk.type("list.search", "mc-7");
    CHECK(clerk.node("list.page").name == "Trang 1 trên 1");
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

TEST_CASE("the green mark stands beside what is known of competence", "[client][desk]") {
    Person clerk = a_clerk();
    clerk.backend.warnings = {
        {"office",
         "office_other_province",
         {{"places", "Phường Ninh Kiều (Thành phố Cần Thơ)"}, {"province", "Tỉnh Vĩnh Long"}}},
        {"nyc_ngay_sinh", "date_order", {}}};
    sign_in(clerk);
    clerk.press(row(clerk));
    CHECK(clerk.node("verdict").tone == page::Tone::Success);
    CHECK(clerk.node("verdict").value.find("không nói nơi tiếp nhận có thẩm quyền") != std::string::npos);
    CHECK(clerk.node("warning.0").tone == page::Tone::Warning);
    CHECK(clerk.node("warning.0").value.find("Phường Ninh Kiều") != std::string::npos);
    CHECK(clerk.node("warning.1").name == "Nên xem lại");
    CHECK(clerk.words().find("bạn") == std::string::npos);
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

TEST_CASE("the clerk sees counts as charts, each with its table when asked for", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    clerk.press("nav.statistics");
    CHECK(clerk.page().id == "desk.statistics");
    CHECK(clerk.node("received").value == "bar");
    CHECK(clerk.node("received.row.1.1").name == "1.250");
    CHECK(clerk.node("hours").value == "line");
    CHECK_FALSE(clerk.node("hours").selected);
    clerk.press("hours.table");
    CHECK(clerk.node("hours").selected);
    CHECK_FALSE(clerk.node("received").selected);
    check_golden(clerk.page(), "desk_statistics");
    clerk.press("hours.table");
    CHECK_FALSE(clerk.node("hours").selected);
    clerk.press("back");
    CHECK(clerk.page().id == "desk.list");
    clerk.send(app::Visit{"desk.statistics"});
    CHECK(clerk.page().id == "desk.statistics");
}

TEST_CASE("statistics that cannot be had can be asked for again", "[client][desk]") {
    Person clerk = a_clerk();
    sign_in(clerk);
    SECTION("no answer that can be read") {
        clerk.backend.next["GET /api/v1/staff/statistics"].push_back({200, R"({"received":[]})", false});
        clerk.press("nav.statistics");
        CHECK(clerk.sees("failed.statistics"));
        clerk.press("retry.statistics");
        CHECK(clerk.sees("received"));
    }
    SECTION("a lost session comes back to them") {
        clerk.backend.signed_in = false;
        clerk.press("nav.statistics");
        CHECK(clerk.page().id == "desk.sign_in");
        sign_in(clerk);
        CHECK(clerk.page().id == "desk.statistics");
        CHECK(clerk.sees("received"));
    }
}

}  // namespace motcua::tests
