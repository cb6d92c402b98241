#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/backend/support/citizen.hpp"
#include "tests/backend/support/ledger.hpp"

namespace motcua::tests {

/// An office on a day: four counters, three clerks with sessions, times at 8, 9 and 10 with three lanes
/// each. In the end every invariant holds.
struct Hall {
    Hall() {
        for (int hours = 1; hours <= 3; ++hours) {
            times.push_back(put_one_slot(house.storage(), 3, hours));
        }
        commit(house.storage(), [&](Stores& stores) {
            stores.line.put_counters("van-phong", 4);
            for (const std::string user : {"an", "binh", "chi"}) {
                stores.staff.put({.user = user,
                                  .name = "Cán bộ " + user,
                                  .office = "van-phong",
                                  .password_hash = "-",
                                  .demonstration = false});
            }
        });
        begin_sessions();
    }
    ~Hall() {
        check_invariants(file());
        check_line(file());
    }
    Hall(const Hall&) = delete;
    Hall& operator=(const Hall&) = delete;

    /// Of all clerks; their cookie is their name.
    void begin_sessions() {
        commit(house.storage(), [&](Stores& stores) {
            for (const std::string user : {"an", "binh", "chi"}) {
                const std::string hash = house.backend().hasher.hash("session", user);
                stores.staff.delete_session(hash);
                stores.staff.add_session(
                    {.token_hash = hash, .user = user, .expires_at_secs = monday_seven() + 7 * 86400});
            }
        });
    }

    [[nodiscard]] std::filesystem::path file() { return house.folder() / "motcua.sqlite"; }

    /// As this clerk; the method by what is sent.
    Response as(const std::string& user, Request request) {
        request.headers["cookie"] = "motcua_session=" + user;
        request.headers["x-requested-with"] = "motcua";
        return house.ask(std::move(request));
    }
    Response staff(const std::string& user, const std::string& what, const json::Value& body) {
        return as(user, post("/api/v1/staff/line/" + what, body, key()));
    }
    Response sit(const std::string& user, int counter, json::Array services = {}) {
        Request request = post("/api/v1/staff/counter",
                               json::Object{{"counter", counter}, {"services", std::move(services)}});
        request.method = Method::Put;
        return as(user, std::move(request));
    }
    Response next(const std::string& user) { return staff(user, "next", json::Object{}); }
    json::Value line(const std::string& user) { return json_of(as(user, get("/api/v1/staff/line"))); }
    /// Whoever stands in that list of the clerk's line, the first of it.
    json::Value first(const std::string& user, const std::string& list) {
        const json::Value told = line(user);
        const json::Array& all = told.array_at(list);
        return all.empty() ? json::Value() : all.front();
    }
    Response step(const std::string& user, const json::Value& visit, const std::string& event,
                  const std::string& service = "") {
        json::Object body{
            {"visit", visit.text_or("visit")}, {"version", visit.integer_or("version", 0)}, {"event", event}};
        if (!service.empty()) {
            body.emplace_back("service", service);
        }
        return staff(user, "steps", body);
    }
    /// A step of whoever is at the clerk's counter.
    Response here(const std::string& user, const std::string& event, const std::string& service = "") {
        return step(user, first(user, "here"), event, service);
    }

    /// Says that whoever is at the clerk's counter stands in this class.
    Response reclassify(const std::string& user, const std::string& priority) {
        const json::Value visit = first(user, "here");
        return staff(user, "steps",
                     json::Object{{"visit", visit.text_or("visit")},
                                  {"version", visit.integer_or("version", 0)},
                                  {"event", "reclassify"},
                                  {"priority", priority}});
    }

    Response take(const std::string& priority = "", const std::string& service = "1.004873") {
        return house.ask(
            post("/api/v1/tickets",
                 json::Object{{"office", "van-phong"}, {"service", service}, {"priority", priority}}, key()));
    }
    Response check_in(const Citizen& citizen, const std::string& priority = "") {
        return house.ask(post("/api/v1/tickets/check-in",
                              json::Object{{"code", citizen.receipt.text_or("code")},
                                           {"secret", citizen.receipt.text_or("secret")},
                                           {"priority", priority}},
                              key()));
    }
    Response ticket(const json::Value& given) {
        Request request = get("/api/v1/ticket");
        request.headers["authorization"] = "Bearer " + given.text_or("ticket");
        return house.ask(std::move(request));
    }
    json::Value board() { return json_of(house.ask(get("/api/v1/board", "office=van-phong"))); }

    std::string key() { return "k" + std::to_string(++keys_); }

    House house;
    std::vector<std::int64_t> times;

private:
    int keys_ = 0;
};

}  // namespace motcua::tests
