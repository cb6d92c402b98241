#include <catch2/catch.hpp>
#include <set>

#include "client/desk/desk.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

constexpr const char* kGet = "GET /api/v1/staff/line";

/// Somebody of the line, as the backend tells of them.
std::string visit(int number, const std::string& state, const std::string& more = "") {
    return R"({"visit":"v)" + std::to_string(number) + R"(","version":3,"number":)" + std::to_string(number) +
           R"(,"state":")" + state + R"(","service":"1.004873","arrived_at":1795399200)" +
           (more.empty() ? R"(,"booked_at":null,"priority":"","late":false,"code":"","undo":"")" : more) +
           "}";
}

std::string line(int counter, const std::string& here, const std::string& waiting = "",
                 const std::string& aside = "", const std::string& last = "") {
    return R"({"counter":)" + (counter == 0 ? "null" : std::to_string(counter)) +
           R"(,"services":[],"counters":[{"counter":1,"clerk":"","number":null},)"
           R"({"counter":2,"clerk":"Trần Thị Cán Bộ","number":9}],"here":[)" +
           here + R"(],"waiting":[)" + waiting + R"(],"aside":[)" + aside + R"(],"last":[)" + last + "]}";
}

const char* kStated =
    R"(,"booked_at":null,"priority":"Người từ đủ 60 tuổi","late":false,"code":"","undo":"call")";
const char* kBooked =
    R"(,"priority":"","late":true,"code":"29461-231126-0001","undo":"","booked_at":1795396500)";

/// A clerk at the page of the counter, whose line is this.
struct AtCounter {
    explicit AtCounter(const std::string& told) : clerk(desk::make_desk_application()) {
        clerk.keep_timers = true;
        clerk.start();
        clerk.type("user", "canbo");
        clerk.type("password", "dung-mat-khau");
        clerk.press("sign_in");
        answer(kGet, 200, told);
        answer("GET /api/v1/line", 200,
               R"({"services":[{"id":"1.004222","name":"Đăng ký thường trú"},)"
               R"({"id":"1.004873","name":"Xác nhận tình trạng hôn nhân"}],)"
               R"("priority":[{"id":"elderly","name":"Người từ đủ 60 tuổi"}]})");
        clerk.press("nav.counter");
    }
    void answer(const char* key, int status, const std::string& body) {
        clerk.backend.next[key].push_back({status, body, false});
    }
    Person clerk;
};

}  // namespace

TEST_CASE("a clerk sits down, calls, starts and finishes", "[client][desk][line]") {
    AtCounter at(line(0, "", visit(12, "checked_in", kStated) + "," + visit(7, "checked_in")));
    Person& clerk = at.clerk;
    CHECK(clerk.page().id == "desk.counter");
    CHECK(clerk.sees("sit.1"));
    CHECK_FALSE(clerk.sees("sit.2"));  // Somebody is being served there.
    CHECK_FALSE(clerk.sees("counter.next"));
    check_golden(clerk.page(), "desk_counter_choice");

    at.answer("PUT /api/v1/staff/counter", 200, line(1, "", visit(12, "checked_in", kStated)));
    clerk.press("sit.1");
    at.answer("POST /api/v1/staff/line/next", 200,
              line(1, visit(12, "called", kStated), visit(7, "checked_in"), visit(5, "missed")));
    clerk.press("counter.next");
    CHECK(clerk.page().announcement.text == "Đã gọi số 12.");
    CHECK(clerk.page().focus.id == "here.title");
    CHECK(clerk.node("here.priority").name.find("Người từ đủ 60 tuổi") != std::string::npos);
    CHECK_FALSE(clerk.sees("counter.next"));
    check_golden(clerk.page(), "desk_counter_called");

    at.answer("POST /api/v1/staff/line/steps", 200, line(1, visit(12, "serving")));
    clerk.press("here.start");
    CHECK(clerk.sees("here.finish"));
    CHECK_FALSE(clerk.sees("here.miss"));
    at.answer("POST /api/v1/staff/line/steps", 200, line(1, "", "", "", visit(12, "served", kStated)));
    clerk.press("here.finish");
    CHECK(clerk.sees("counter.next"));
    CHECK(clerk.page().focus.id == "counter.next");
    const std::vector<std::string>& keys = clerk.backend.keys;
    CHECK(std::set<std::string>(keys.begin(), keys.end()).size() == keys.size());
}

TEST_CASE("who is aside is called again from there, and the last step undone", "[client][desk][line]") {
    AtCounter at(
        line(1, "", "", visit(5, "missed") + "," + visit(6, "parked"), visit(12, "served", kStated)));
    Person& clerk = at.clerk;
    CHECK(clerk.sees("aside.call.v5"));
    CHECK(clerk.sees("aside.return.v6"));
    CHECK(clerk.node("last.undo").name == "Hoàn tác “gọi số” của số 12");
    at.answer("POST /api/v1/staff/line/steps", 200, line(1, visit(6, "called", kBooked)));
    clerk.press("aside.call.v6");
    CHECK(clerk.node("here.came").value == "09:00, hẹn 08:15, đến muộn");
    CHECK(clerk.node("here.code").value == "29461-231126-0001");
}

TEST_CASE("a refusal is said in its own words and the line looked at anew", "[client][desk][line]") {
    AtCounter at(line(1, "", visit(12, "checked_in")));
    Person& clerk = at.clerk;
    at.answer("POST /api/v1/staff/line/next", 409,
              R"({"type":"about:blank","title":"Đã thay đổi","status":409,"code":"conflict",)"
              R"("findings":[{"field":"line","code":"line_empty","args":{},"message":"-"}]})");
    at.answer(kGet, 200, line(1, ""));
    clerk.press("counter.next");
    CHECK(clerk.node("problem").name == "Không có ai chờ quầy này.");
    CHECK_FALSE(clerk.sees("waiting"));
}

TEST_CASE("the line is asked for again while it is on screen", "[client][desk][line]") {
    AtCounter at(line(1, ""));
    Person& clerk = at.clerk;
    CHECK_FALSE(clerk.sees("waiting"));
    at.answer(kGet, 200, line(1, "", visit(12, "checked_in")));
    clerk.let_pass(5);
    CHECK(clerk.sees("waiting"));
    clerk.send(app::Visit{"desk.list"});
    CHECK(clerk.page().id == "desk.list");
    at.answer(kGet, 200, line(1, ""));
    clerk.send(app::Visit{"desk.counter"});
    CHECK(clerk.page().id == "desk.counter");
    clerk.press("back");
    const auto asked = clerk.backend.requests.size();
    clerk.let_pass(60);
    CHECK(clerk.backend.requests.size() == asked);
}

TEST_CASE("whoever is at the counter is passed on, and put into the class of their paper",
          "[client][desk][line]") {
    AtCounter at(line(1, visit(12, "serving", kStated)));
    Person& clerk = at.clerk;
    clerk.press("form.transfer");
    check_golden(clerk.page(), "desk_counter_transfer");
    CHECK_FALSE(clerk.sees("here.finish"));
    clerk.press("form.send");
    CHECK(clerk.node("problem").name == "Hãy chọn một mục.");
    clerk.press("form.close");
    CHECK(clerk.sees("here.finish"));

    clerk.press("form.refer");
    clerk.choose("form.choice", "1.004222");
    at.answer("POST /api/v1/staff/line/steps", 409, "{}");
    at.answer(kGet, 200, line(1, visit(12, "serving", kStated)));
    clerk.press("form.send");
    CHECK(clerk.sees("form.choice"));  // It was refused: what was chosen stands.
    CHECK(clerk.backend.last_body.find(R"("event":"refer","service":"1.004222")") != std::string::npos);
    clerk.press("form.close");

    clerk.press("form.reclassify");
    CHECK(clerk.node("form.choice").value == "elderly");
    clerk.choose("form.choice", "none");
    at.answer("POST /api/v1/staff/line/steps", 200, line(1, visit(12, "serving")));
    clerk.press("form.send");
    CHECK(clerk.backend.last_body.find(R"("event":"reclassify","priority":"")") != std::string::npos);
    CHECK_FALSE(clerk.sees("here.priority"));
    CHECK_FALSE(clerk.sees("form.choice"));
}

TEST_CASE("a form about somebody goes with them", "[client][desk][line]") {
    AtCounter at(line(1, visit(12, "serving")));
    Person& clerk = at.clerk;
    clerk.press("form.transfer");
    at.answer(kGet, 200, line(1, visit(13, "serving")));
    clerk.let_pass(5);
    CHECK_FALSE(clerk.sees("form.choice"));
    CHECK(clerk.sees("here.finish"));
}

TEST_CASE("a clerk chooses what the counter serves", "[client][desk][line]") {
    AtCounter at(line(1, ""));
    Person& clerk = at.clerk;
    clerk.press("form.change_services");
    clerk.check("form.services", "1.004222");
    clerk.check("form.services", "1.004873");
    clerk.check("form.services", "1.004222", false);
    std::string served = line(1, "");
    served.replace(served.find(R"("services":[])"), 13, R"("services":["1.004873"])");
    at.answer("PUT /api/v1/staff/counter", 200, served);
    clerk.press("form.send");
    CHECK(clerk.backend.last_body.find(R"("services":["1.004873"])") != std::string::npos);
    CHECK(clerk.sees("services.1.004873"));
    CHECK_FALSE(clerk.sees("services.all"));
}

TEST_CASE("a clerk checks in whom they see, and takes it back", "[client][desk][line]") {
    AtCounter at(line(1, ""));
    Person& clerk = at.clerk;
    clerk.press("check_in.send");
    CHECK(clerk.node("problem").name == "Nhập mã hồ sơ.");
    clerk.type("check_in.code", " 29461-231126-0001 ");
    at.answer("POST /api/v1/staff/line/tickets", 201, R"({"number":15})");
    at.answer(kGet, 200,
              line(1, "", visit(15, "checked_in", R"(,"priority":"","late":false,"undo":"check_in")")));
    clerk.press("check_in.send");
    CHECK(clerk.backend.last_body.find(R"("code":"29461-231126-0001")") != std::string::npos);
    CHECK(clerk.node("check_in.done").name == "Đã xếp số 15 vào hàng.");
    CHECK(clerk.node("check_in.code").value.empty());
    at.answer("POST /api/v1/staff/line/steps", 200, line(1, ""));
    clerk.press("check_in.undo");
    CHECK_FALSE(clerk.sees("check_in.done"));
    CHECK(clerk.backend.last_body.find(R"("event":"undo")") != std::string::npos);
}

}  // namespace motcua::tests
