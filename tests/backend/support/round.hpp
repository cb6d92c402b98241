#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "backend/storage/sqlite/query.hpp"
#include "tests/backend/support/citizen.hpp"
#include "tests/backend/support/ledger.hpp"

namespace motcua::tests {

/// An office whose courier goes to two communes in three windows of two hours, from 8 on, with two doors
/// each; two couriers and a clerk with sessions. In the end every invariant of pickups holds.
struct Round {
    explicit Round(int lanes = 40) {
        slot_at = put_one_slot(house.storage(), lanes, 30);
        commit(house.storage(), [&](Stores& stores) {
            stores.pickups.put_area({.office = "van-phong",
                                     .stop_secs = 600,
                                     .verified = false,
                                     .communes = {{"29461", 600}, {"29491", 1500}},
                                     .ways = {}});
            for (int i = 0; i < 3; ++i) {
                windows.push_back(monday_seven() + (1 + 2 * i) * 3600);
                stores.pickups.put_window(
                    {.office = "van-phong", .starts_at_secs = windows.back(), .minutes = 120, .stops = 2});
            }
            for (const auto& [user, role] :
                 {std::pair{"ba", "courier"}, {"bon", "courier"}, {"an", "clerk"}}) {
                stores.staff.put({.user = user,
                                  .name = std::string("Cán bộ ") + user,
                                  .office = "van-phong",
                                  .password_hash = "-",
                                  .demonstration = false,
                                  .role = role});
                stores.staff.add_session({.token_hash = house.backend().hasher.hash("session", user),
                                          .user = user,
                                          .expires_at_secs = monday_seven() + 7 * 86400});
            }
        });
    }
    ~Round() {
        check_invariants(file());
        check_pickups();
    }
    Round(const Round&) = delete;
    Round& operator=(const Round&) = delete;

    [[nodiscard]] std::filesystem::path file() { return house.folder() / "motcua.sqlite"; }

    /// POST /pickups… with the citizen's slip and more.
    Response ask(Citizen& citizen, const std::string& what, json::Object more = {}, std::string key = "") {
        json::Object body{{"code", citizen.receipt.text_or("code")},
                          {"secret", citizen.receipt.text_or("secret")}};
        std::move(more.begin(), more.end(), std::back_inserter(body));
        return house.ask(post("/api/v1/pickups" + what, std::move(body),
                              key.empty() ? citizen.next_key() : std::move(key)));
    }
    static json::Object wish(std::int64_t at, const std::string& commune = "29461") {
        return {{"starts_at", at},
                {"commune", commune},
                {"line", "Số nhà 7, ấp Thử"},
                {"telephone", "090 123 45 67"}};
    }
    Response fetch(Citizen& citizen, std::int64_t at, const std::string& commune = "29461") {
        return ask(citizen, "", wish(at, commune));
    }
    json::Value asked(Citizen& citizen) {
        const json::Value told = json_of(ask(citizen, "/status"));
        return *told.find("pickup");
    }

    Response as(const std::string& user, Request request) {
        request.headers["cookie"] = "motcua_session=" + user;
        request.headers["x-requested-with"] = "motcua";
        return house.ask(std::move(request));
    }
    json::Value round(const std::string& user, const std::string& half = "morning") {
        return json_of(as(user, get("/api/v1/staff/pickups", "day=2026-11-23&half=" + half)));
    }
    Response step(const std::string& user, const std::string& pickup, const std::string& state,
                  const std::string& event, const std::string& number = "") {
        return as(user, post("/api/v1/staff/pickups/steps",
                             json::Object{
                                 {"pickup", pickup}, {"state", state}, {"event", event}, {"number", number}},
                             "step-" + std::to_string(++steps_)));
    }
    /// The id of the dossier's pickup.
    std::string id_of_pickup(Citizen& citizen) {
        std::string id;
        const auto read = house.storage().read([&](Stores& stores) -> Result<void> {
            id = stores.pickups.latest_of(citizen.request.id)->id;
            return {};
        });
        REQUIRE(read.ok());
        return id;
    }

    /// Nobody is promised a door that there is not; whoever is to be fetched from has one.
    void check_pickups() {
        using backend::storage::sqlite::Connection;
        using backend::storage::sqlite::Query;
        Connection connection(file(), Connection::Mode::ReadOnly);
        Query over(connection, R"sql(
            SELECT count(*) FROM pickup_windows w WHERE stops <
            (SELECT count(*) FROM pickup_seats s WHERE s.office = w.office AND s.starts_at = w.starts_at))sql");
        CHECK((over.step() && over.integer_at(0) == 0));
        Query without(connection, R"sql(
            SELECT count(*) FROM pickups p WHERE (state = 'cancelled') =
            EXISTS (SELECT 1 FROM pickup_seats s WHERE s.pickup = p.id AND s.starts_at = p.starts_at))sql");
        CHECK((without.step() && without.integer_at(0) == 0));
        Query events(connection, R"sql(
            SELECT count(*) FROM pickups p WHERE version <>
            (SELECT count(*) FROM pickup_events e WHERE e.pickup = p.id))sql");
        CHECK((events.step() && events.integer_at(0) == 0));
    }

    House house;
    std::int64_t slot_at = 0;
    std::vector<std::int64_t> windows;

private:
    int steps_ = 0;
};

}  // namespace motcua::tests
