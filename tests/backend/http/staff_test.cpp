#include "backend/security/password.hpp"
#include "tests/backend/support/citizen.hpp"

namespace motcua::tests {

namespace {

/// An office with a clerk and one dossier.
struct Desk {
    Desk() {
        const std::int64_t at = put_one_slot(house.storage(), 3);
        const auto hash = backend::security::hash_password("đúng mật khẩu");
        REQUIRE(hash.ok());
        commit(house.storage(), [&](Stores& stores) {
            stores.offices.put_office({.id = "noi-khac",
                                       .name = "Nơi khác",
                                       .address = "",
                                       .commune = "29467",
                                       .unit_code = "29467",
                                       .verified = false,
                                       .procedures = {}});
            for (const auto& [user, office] :
                 {std::pair{"can-bo", "van-phong"}, {"nguoi-khac", "noi-khac"}}) {
                stores.staff.put({.user = user,
                                  .name = "Cán bộ",
                                  .office = office,
                                  .password_hash = *hash,
                                  .demonstration = false});
            }
        });
        Citizen(house, 1).complete(at);
    }
    Response sign_in(const std::string& user, const std::string& password) {
        Request request = post("/api/v1/staff/session", json::Object{{"user", user}, {"password", password}});
        request.headers["x-requested-with"] = "motcua";
        return house.ask(request);
    }
    std::string session(const std::string& user) {
        const Response response = sign_in(user, "đúng mật khẩu");
        REQUIRE(response.status == 201);
        for (const auto& [name, value] : response.headers) {
            if (name == "Set-Cookie") {
                return value.substr(0, value.find(';'));
            }
        }
        return "";
    }
    Response ask(Request request, const std::string& cookie) {
        request.headers["cookie"] = cookie;
        request.headers["x-requested-with"] = "motcua";
        return house.ask(std::move(request));
    }
    House house;
};

}  // namespace

TEST_CASE("a clerk sees the dossiers of the office, opens one and marks it received", "[backend][staff]") {
    Desk desk;
    const std::string cookie = desk.session("can-bo");
    const json::Value list =
        json_of(desk.ask(get("/api/v1/staff/dossiers", "state=handed_in&page=1"), cookie));
    REQUIRE(list.array_at("dossiers").size() == 1);
    CHECK(list.array_at("dossiers")[0].text_or("applicant") == "NGUYỄN THỊ ÁNH TUYẾT");

    const std::string path = "/api/v1/staff/dossiers/" + id_of(1);
    const json::Value detail = json_of(desk.ask(get(path), cookie));
    CHECK(detail.integer_or("version", 0) == 1);
    CHECK(detail.array_at("findings").empty());
    const Response file = desk.ask(get(path + "/files/0"), cookie);
    CHECK(file.status == 200);
    CHECK(file.body.rfind("%PDF-", 0) == 0);
    CHECK(desk.ask(get(path + "/files/1"), cookie).status == 404);

    const auto receive = [&](const std::string& key, std::int64_t version) {
        return desk.ask(post(path + "/received", json::Object{{"version", version}}, key), cookie);
    };
    const Response received = receive("a", 1);
    CHECK(received.status == 200);
    CHECK(json_of(received).text_or("state") == "received_by_clerk");
    CHECK(receive("a", 1).body == received.body);
    CHECK(receive("b", 1).status == 409);
    CHECK(receive("c", 2).status == 409);
    CHECK(json_of(desk.ask(get("/api/v1/staff/dossiers", "state=handed_in"), cookie))
              .array_at("dossiers")
              .empty());
}

TEST_CASE("a mark is taken back by an event of its own", "[backend][staff]") {
    Desk desk;
    const std::string cookie = desk.session("can-bo");
    const std::string path = "/api/v1/staff/dossiers/" + id_of(1);
    const auto mark = [&](const std::string& how, std::int64_t version) {
        return desk.ask(
            post(path + "/" + how, json::Object{{"version", version}}, how + std::to_string(version)),
            cookie);
    };
    const std::int64_t due = json_of(desk.ask(get(path), cookie)).integer_or("due_at", 0);
    CHECK(mark("taken_back", 1).status == 409);
    CHECK(mark("received", 1).status == 200);
    CHECK(mark("taken_back", 1).status == 409);
    const json::Value back = json_of(mark("taken_back", 2));
    CHECK(back.text_or("state") == "handed_in");
    CHECK(back.integer_or("version", 0) == 3);
    CHECK(back.integer_or("due_at", 0) == due);
    REQUIRE(back.array_at("events").size() == 3);
    CHECK(back.array_at("events")[2].text_or("state") == "taken_back");
    CHECK(mark("received", 3).status == 200);
}

TEST_CASE("the clerk is told when the office may not be competent", "[backend][staff]") {
    Desk desk;
    const std::string cookie = desk.session("can-bo");
    const auto warnings = [&] {
        const json::Value detail = json_of(desk.ask(get("/api/v1/staff/dossiers/" + id_of(1)), cookie));
        CHECK(detail.array_at("findings").empty());
        return protocol::findings_at(detail, "warnings");
    };
    const std::size_t others = warnings().size();
    commit(desk.house.storage(), [](Stores& stores) {
        backend::storage::OfficeRecord office = *stores.offices.office("van-phong");
        office.commune = "31135";
        stores.offices.put_office(office);
    });
    REQUIRE(warnings().size() == others + 1);
    CHECK(warnings().front().field == "office");
    CHECK(warnings().front().code == "office_other_province");
}

TEST_CASE("a clerk of another office finds nothing", "[backend][staff]") {
    Desk desk;
    const std::string cookie = desk.session("nguoi-khac");
    const std::string path = "/api/v1/staff/dossiers/" + id_of(1);
    CHECK(json_of(desk.ask(get("/api/v1/staff/dossiers"), cookie)).array_at("dossiers").empty());
    CHECK(desk.ask(get(path), cookie).status == 404);
    CHECK(desk.ask(get(path + "/files/0"), cookie).status == 404);
    CHECK(desk.ask(post(path + "/received", json::Object{{"version", 1}}, "a"), cookie).status == 404);
}

TEST_CASE("sessions end at sign-out and after eight hours", "[backend][staff]") {
    Desk desk;
    const std::string first = desk.session("can-bo");
    const std::string second = desk.session("can-bo");
    Request out;
    out.method = Method::Delete;
    out.path = "/api/v1/staff/session";
    CHECK(desk.ask(out, first).status == 204);
    CHECK(desk.ask(get("/api/v1/staff/session"), first).status == 401);
    CHECK(desk.ask(get("/api/v1/staff/session"), second).status == 200);
    desk.house.clock().pass(backend::services::Staff::kSessionSecs - 1);
    CHECK(desk.ask(get("/api/v1/staff/session"), second).status == 200);
    desk.house.clock().pass(1);
    CHECK(desk.ask(get("/api/v1/staff/session"), second).status == 401);
}

TEST_CASE("guessing passwords is slowed down for that name, and for that name alone", "[backend][staff]") {
    Desk desk;
    for (int round = 0; round < backend::services::LoginThrottle::kFreeTries; ++round) {
        CHECK(desk.sign_in("can-bo", "sai").status == 401);
    }
    CHECK(desk.sign_in("can-bo", "đúng mật khẩu").status == 429);
    CHECK(desk.sign_in("nguoi-khac", "đúng mật khẩu").status == 201);
    desk.house.clock().pass(backend::services::LoginThrottle::kWaitSecs);
    CHECK(desk.sign_in("can-bo", "đúng mật khẩu").status == 201);
}

TEST_CASE("changing anything needs the header that other sites cannot send", "[backend][staff]") {
    Desk desk;
    Request request =
        post("/api/v1/staff/dossiers/" + id_of(1) + "/received", json::Object{{"version", 1}}, "a");
    request.headers["cookie"] = desk.session("can-bo");
    CHECK(desk.house.ask(request).status == 403);
}

}  // namespace motcua::tests
