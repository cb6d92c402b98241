#include <catch2/catch.hpp>

#include "client/desk/desk.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

constexpr const char* kGet = "GET /api/v1/staff/indicators";
constexpr const char* kVisits = "GET /api/v1/staff/indicators/visits";

std::string row(const std::string& kind, const std::string& key) {
    return R"({"kind":")" + kind + R"(","key":")" + key +
           R"(","visits":12,"wait":{"count":10,"mean_secs":700,"median_secs":601,"p90_secs":1860},)"
           R"("way":{"count":10,"mean_secs":60,"median_secs":60,"p90_secs":90},)"
           R"("service":{"count":0,"mean_secs":0,"median_secs":0,"p90_secs":0},)"
           R"("within_15":8,"within_30":9,"booked":4,"no_shows":1})";
}

std::string told() {
    return R"({"definitions":1,"office":"van-phong","from":"2026-11-17","until":"2026-11-23",)"
           R"("log":{"events":77,"hash":"0123456789abcdef0123"},"promise":{"given":40,"kept":33},"rows":[)" +
           row("all", "") + "," + row("service", "") + "," + row("service", "1.004873") + "," +
           row("hour", "8") + "]}";
}

Person at_indicators() {
    Person clerk(desk::make_desk_application());
    clerk.start();
    clerk.type("user", "canbo");
    clerk.type("password", "dung-mat-khau");
    clerk.press("sign_in");
    clerk.backend.next[kGet].push_back({200, told(), false});
    clerk.press("nav.indicators");
    return clerk;
}

}  // namespace

TEST_CASE("a clerk reads how people were served, and from what it was counted",
          "[client][desk][indicators]") {
    Person clerk = at_indicators();
    CHECK(clerk.page().id == "desk.indicators");
    check_golden(clerk.page(), "desk_indicators");
    CHECK(clerk.node("indicators.csv").value ==
          "/api/v1/staff/indicators.csv?from=2026-11-17&until=2026-11-23");
    CHECK(clerk.node("promise").name.find("33 trên 40 (82 %)") != std::string::npos);
    clerk.press("waits.table");
    CHECK(clerk.node("waits").selected);

    clerk.backend.next[kGet].push_back({503, "", false});
    clerk.choose("period", "92");
    CHECK(clerk.sees("retry.indicators"));
    CHECK_FALSE(clerk.sees("all"));
    clerk.backend.next[kGet].push_back({200, told(), false});
    clerk.press("retry.indicators");
    CHECK(clerk.sees("all"));
}

TEST_CASE("each number opens the visits it was made from", "[client][desk][indicators]") {
    Person clerk = at_indicators();
    clerk.backend.next[kVisits].push_back(
        {200,
         R"({"total":501,"visits":[{"number":7,"service":"1.004873","came_at":1795395600,"booked":false,)"
         R"("no_show":false,"wait_secs":61,"way_secs":null,"service_secs":null},)"
         R"({"number":null,"service":"","came_at":1795395600,"booked":true,"no_show":true,)"
         R"("wait_secs":null,"way_secs":null,"service_secs":null}]})",
         false});
    clerk.press("figure.within_15");
    CHECK(clerk.page().id == "desk.visits");
    check_golden(clerk.page(), "desk_visits");
    clerk.backend.next[kGet].push_back({200, told(), false});
    clerk.press("nav.indicators");
    clerk.backend.next[kVisits].push_back({401, "", false});
    clerk.press("row.service.none");
    CHECK(clerk.page().id == "desk.sign_in");
    clerk.backend.next[kGet].push_back({200, told(), false});
    clerk.type("user", "canbo");
    clerk.type("password", "dung-mat-khau");
    clerk.press("sign_in");
    CHECK(clerk.page().id == "desk.indicators");
}

}  // namespace motcua::tests
