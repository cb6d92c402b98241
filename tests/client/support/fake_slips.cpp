#include "shared/json/write.hpp"
#include "shared/protocol/appointment.hpp"
#include "tests/client/support/fake_backend.hpp"

namespace motcua::tests {

namespace {

constexpr std::int64_t kOfferSecs = 600;

FakeBackend::Reply refused(int status, const char* field, const char* code) {
    return {status, problem(status, "conflict", "Không được", {{field, code, {}}}), false};
}

}  // namespace

FakeBackend::Reply FakeBackend::told(std::int64_t now_secs) const {
    const bool changes = appointment == "confirmed" && now_secs < starts_at_secs_;
    return {200,
            json::write(protocol::encode(protocol::Appointment{
                .code = "MC-2026-000001",
                .office = {.id = "tra-cu", .name = "Một cửa xã Trà Cú", .address = "Ấp Chợ"},
                .state = appointment,
                .starts_at_secs = starts_at_secs_,
                .minutes = 15,
                .change_until_secs = changes ? starts_at_secs_ : 0,
                .sequence = moves_})),
            false};
}

FakeBackend::Reply FakeBackend::waiting(int status, std::int64_t now_secs) const {
    if (waits_from_secs_ == 0) {
        return {404, problem(404, "not_found", "Không chờ", {}), false};
    }
    return {status,
            json::write(protocol::encode(
                protocol::Waiting{.office = "tra-cu",
                                  .from_secs = waits_from_secs_,
                                  .until_secs = waits_until_secs_,
                                  .position = 2,
                                  .offered_at_secs = offered_at_secs,
                                  .offered_until_secs = offered_at_secs == 0 ? 0 : now_secs + kOfferSecs})),
            false};
}

FakeBackend::Reply FakeBackend::book(std::int64_t start, std::int64_t now_secs) {
    if (free_places[start] <= 0 && start != offered_at_secs) {
        return refused(409, "starts_at", "slot_full");
    }
    ++free_places[starts_at_secs_];
    --free_places[start];
    starts_at_secs_ = start;
    appointment = "confirmed";
    waits_from_secs_ = 0;
    offered_at_secs = 0;
    ++moves_;
    return told(now_secs);
}

FakeBackend::Reply FakeBackend::wait(const json::Value& body) {
    const std::int64_t from = body.integer_or("from", 0);
    const std::int64_t until = body.integer_or("until", 0);
    for (const auto& [start, free] : free_places) {
        if (start >= from && start < until && free > 0) {
            return refused(409, "from", "slots_free");
        }
    }
    waits_from_secs_ = from;
    waits_until_secs_ = until;
    return waiting(201, 0);
}

FakeBackend::Reply FakeBackend::slip_route(const std::string& key, const json::Value& body,
                                           std::int64_t now_secs) {
    const auto is = [&key](const char* path) { return key == std::string("POST /api/v1/") + path; };
    if (!is_slip(body)) {
        return {404, problem(404, "not_found", "Không có", {}), false};
    }
    const bool cancelled = appointment == "cancelled";
    if (is("appointments/move") || is("appointments/cancel")) {
        if (cancelled || now_secs >= starts_at_secs_) {
            return refused(409, "appointment", cancelled ? "appointment_cancelled" : "appointment_begun");
        }
        if (is("appointments/move")) {
            return book(body.integer_or("starts_at", 0), now_secs);
        }
        appointment = "cancelled";
        waits_from_secs_ = 0;
        return told(now_secs);
    }
    if (is("appointments/again")) {
        return cancelled ? book(body.integer_or("starts_at", 0), now_secs)
                         : refused(409, "appointment", "person_has_appointment");
    }
    if (is("appointments/calendar.ics")) {
        return {200, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", false};
    }
    if (is("waiting")) {
        return wait(body);
    }
    if (is("waiting/leave")) {
        waits_from_secs_ = 0;
        offered_at_secs = 0;
        return {204, "", false};
    }
    return is("waiting/status") ? waiting(200, now_secs) : told(now_secs);
}

}  // namespace motcua::tests
