#include "shared/calendar/date.hpp"
#include "shared/json/write.hpp"
#include "tests/client/support/fake_backend.hpp"

namespace motcua::tests {

namespace {

constexpr int kMinutes = 120;

FakeBackend::Reply refused(int status, const char* field, const char* code) {
    return {status, problem(status, "conflict", "Không được", {{field, code, {}}}), false};
}

/// Two windows of Tuesday 24 November 2026.
void open(protocol::Pickup& pickup) {
    pickup.office = {.id = "tra-cu", .name = "Một cửa xã Trà Cú", .address = "Ấp Chợ"};
    pickup.communes = {{"29461", "Xã Trà Cú"}, {"29491", "Xã Đại An"}};
    pickup.papers = {"Giấy chứng sinh"};
    for (const int hour : {8, 14}) {
        pickup.windows.push_back({calendar::utc_secs({2026, 11, 24}, hour, 0), kMinutes, 2});
    }
}

}  // namespace

FakeBackend::Reply FakeBackend::pickup_route(const std::string& key, const json::Value& body,
                                             std::int64_t now_secs) {
    const auto is = [&key](const char* path) { return key == std::string("POST /api/v1/pickups") + path; };
    if (!is_slip(body)) {
        return {404, problem(404, "not_found", "Không có", {}), false};
    }
    if (pickup.office.id.empty()) {
        open(pickup);
    }
    const auto done = [&](const char* event, const char* role) {
        pickup.steps.push_back({event, role, now_secs});
    };
    if (is("")) {
        if (pickup.state == "on_the_way") {
            return refused(409, "pickup", "pickup_under_way");
        }
        done(pickup.state == "requested" ? "change" : "request", "citizen");
        pickup.state = "requested";
        pickup.starts_at_secs = body.integer_or("starts_at", 0);
        pickup.minutes = kMinutes;
        pickup.commune = body.text_or("commune");
        pickup.line = body.text_or("line");
        pickup.telephone = body.text_or("telephone");
        pickup.number = "012345";
    } else if (is("/cancel")) {
        done("cancel", "citizen");
        pickup.state = "cancelled";
        pickup.number.clear();
    } else if (is("/courier")) {
        if (body.text_or("number") != "999000") {
            return {422, problem(422, "invalid_input", "Sai", {{"number", "pickup_number", {}}}), false};
        }
        done("meet", "citizen");
    }
    return {200, json::write(protocol::encode(pickup)), false};
}

}  // namespace motcua::tests
