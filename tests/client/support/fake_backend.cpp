#include "tests/client/support/fake_backend.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "shared/catalogue/index.hpp"
#include "shared/dossier/package.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::tests {

namespace {

constexpr std::int64_t kMinuteSecs = 60;
constexpr std::int64_t kDaySecs = 86400;

json::Value parsed(const std::string& text) {
    auto value = json::read(text);
    return value ? *value : json::Value();
}

json::Array encoded(const form::Findings& findings) {
    json::Array items;
    for (const Finding& finding : findings) {
        json::Object args;
        for (const auto& [name, value] : finding.args) {
            args.emplace_back(name, value);
        }
        items.emplace_back(json::Object{
            {"field", finding.field}, {"code", finding.code}, {"args", std::move(args)}, {"message", "…"}});
    }
    return items;
}

}  // namespace

std::string problem(int status, const std::string& code, const std::string& title,
                    const form::Findings& findings) {
    return json::write(json::Object{{"type", "about:blank"},
                                    {"title", title},
                                    {"status", status},
                                    {"code", code},
                                    {"findings", encoded(findings)}});
}

namespace {

std::shared_ptr<const catalogue::Procedure> procedure_of(const json::Value& file) {
    auto procedure = catalogue::read_procedure(file);
    REQUIRE(procedure.ok());
    return std::make_shared<const catalogue::Procedure>(*std::move(procedure));
}

std::string header(const app::HttpCall& call, const std::string& name) {
    for (const auto& [key, value] : call.headers) {
        if (key == name) {
            return value;
        }
    }
    return "";
}

}  // namespace

std::string read_file(const std::string& path) {
    std::ifstream file(std::string(MOTCUA_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string index_of_all() {
    const json::Value sources = parsed(read_file("assets/procedures/index.json"));
    json::Array procedures;
    for (const json::Value& source : sources.array_at("procedures")) {
        json::Object members = *source.object();
        const std::string edition = source.text_or("edition");
        members.emplace_back(
            "editions",
            json::Array{json::Object{{"edition", edition}, {"in_force", json::Object{{"from", edition}}}}});
        procedures.emplace_back(std::move(members));
    }
    return json::write(json::Object{{"procedures", std::move(procedures)}});
}

FakeBackend::FakeBackend() {
    // Reading them takes longer than a whole journey: once for all tests.
    static const auto procedure = procedure_of(tests::procedure_file("1.004873"));
    static const auto places = places::Places::read(parsed(read_file("assets/places/units.json")));
    static const auto every_type =
        procedure_of(parsed(read_file(std::string("tests/fixtures/procedures/") + kEveryType + ".json")));
    REQUIRE(places.ok());
    for (const auto& each : {procedure, every_type}) {
        procedures_.emplace(catalogue::edition_name(each->code, each->edition), each);
    }
    places_ = &*places;
}

void FakeBackend::publish(const std::string& file) {
    const auto procedure = procedure_of(parsed(file));
    procedures_.insert_or_assign(catalogue::edition_name(procedure->code, procedure->edition), procedure);
}

void FakeBackend::take_over(const FakeBackend& other) {
    dossiers = other.dossiers;
    forwarding = other.forwarding;
    envelope = other.envelope;
    received_at_secs_ = other.received_at_secs_;
    starts_at_secs_ = other.starts_at_secs_;
}

app::HttpAnswer FakeBackend::answer(const app::HttpCall& call, std::int64_t now_secs) {
    const std::string path = call.path.substr(0, call.path.find('?'));
    requests.push_back(call.method + " " + path);
    last_body = call.body.empty() ? last_body : call.body;
    if (silent) {
        return {call.call, 0, ""};
    }
    const std::string key = header(call, "Idempotency-Key");
    if (!key.empty()) {
        keys.push_back(key);
    }
    std::deque<Reply>& planned = next[requests.back()];
    Reply reply;
    bool lost = false;
    if (!planned.empty()) {
        reply = planned.front();
        lost = reply.lost;
        planned.pop_front();
        if (!lost) {
            return {call.call, reply.status, reply.body};
        }
    }
    const auto before = done_.find(key);
    if (!key.empty() && before != done_.end()) {
        reply = before->second.first == call.body
                    ? before->second.second
                    : Reply{422, problem(422, "key_reused", "Khóa đã dùng", {}), false};
    } else {
        reply = route(call, now_secs);
        if (!key.empty() && reply.status < 500) {
            done_.insert({key, {call.body, reply}});
        }
    }
    return lost ? app::HttpAnswer{call.call, 0, ""} : app::HttpAnswer{call.call, reply.status, reply.body};
}

FakeBackend::Reply FakeBackend::route(const app::HttpCall& call, std::int64_t now_secs) {
    const std::string key = call.method + " " + call.path.substr(0, call.path.find('?'));
    return key.find("/staff/") != std::string::npos ? staff_route(key, call, now_secs)
                                                    : citizen_route(key, call, now_secs);
}

FakeBackend::Reply FakeBackend::citizen_route(const std::string& key, const app::HttpCall& call,
                                              std::int64_t now_secs) {
    if (key == "GET /api/v1/offices") {
        return {
            200,
            R"({"offices":[{"id":"tap-son","name":"Một cửa xã Tập Sơn","address":"Ấp Chợ","commune":"29467","verified":true},)"
            R"({"id":"tra-cu","name":"Một cửa xã Trà Cú","address":"","commune":"29461","verified":false},)"
            R"({"id":"can-tho","name":"Một cửa phường Ninh Kiều","address":"","commune":"31135","verified":false}]})",
            false};
    }
    if (key == "GET /api/v1/slots") {
        return slots(call, now_secs);
    }
    if (key == "POST /api/v1/holds") {
        return hold(parsed(call.body), now_secs);
    }
    if (key == "POST /api/v1/dossiers") {
        return hand_in(parsed(call.body), now_secs);
    }
    if (key == "POST /api/v1/dossiers/status") {
        return status(parsed(call.body));
    }
    if (key.find("/pickups") != std::string::npos) {
        return pickup_route(key, parsed(call.body), now_secs);
    }
    if (key.find("/appointments/") != std::string::npos || key.find("/waiting") != std::string::npos) {
        return slip_route(key, parsed(call.body), now_secs);
    }
    return {404, problem(404, "not_found", "Không có", {}), false};
}

FakeBackend::Reply FakeBackend::slots(const app::HttpCall& call, std::int64_t now_secs) {
    const std::size_t at = call.path.find("from=");
    const auto from = calendar::parse_iso(call.path.substr(at + 5, 10));
    REQUIRE(from.has_value());
    const std::int64_t first_day = calendar::days_since_1970(*from);
    json::Array items;
    // Two mornings of two slots each, the day after the first asked for and the one after.
    for (const std::int64_t day : {first_day + 1, first_day + 2}) {
        for (const int minute : {0, 15}) {
            const std::int64_t start = calendar::utc_secs(calendar::from_days(day), 8, minute);
            if (start < now_secs) {
                continue;
            }
            const auto known = free_places.insert({start, 2}).first;
            items.emplace_back(json::Object{{"starts_at", start}, {"minutes", 15}, {"free", known->second}});
        }
    }
    return {200, json::write(json::Object{{"slots", std::move(items)}}), false};
}

FakeBackend::Reply FakeBackend::hold(const json::Value& body, std::int64_t now_secs) {
    const std::int64_t start = body.integer_or("starts_at", 0);
    if (held_ == start) {
        ++free_places[start];
    }
    if (free_places[start] <= 0) {
        return {409, problem(409, "conflict", "Chỗ đã hết", {{"starts_at", "slot_full", {}}}), false};
    }
    if (held_ != 0 && held_ != start) {
        ++free_places[held_];
    }
    --free_places[start];
    held_ = start;
    return {201,
            json::write(json::Object{{"booking", "b" + std::to_string(start)},
                                     {"office", body.text_or("office")},
                                     {"starts_at", start},
                                     {"hold_until", now_secs + 15 * kMinuteSecs}}),
            false};
}

FakeBackend::Reply FakeBackend::hand_in(const json::Value& body, std::int64_t now_secs) {
    const auto package = dossier::open_package(body);
    if (!package) {
        return {422, problem(422, "invalid_input", "Hồ sơ hỏng", package.error().findings), false};
    }
    const form::Form& form = package->request.form;
    const auto procedure = procedures_.find(catalogue::edition_name(form.procedure, form.edition));
    REQUIRE(procedure != procedures_.end());
    const std::string& until = procedure->second->in_force.until_day;
    if (!until.empty() && until < calendar::iso(calendar::day_in_vietnam(now_secs - kDaySecs))) {
        return {422, problem(422, "invalid_input", "Mẫu cũ", {{"edition", "edition_ended", {}}}), false};
    }
    const form::Findings findings = form::check(*procedure->second, form, *places_);
    if (!findings.empty()) {
        return {422, problem(422, "invalid_input", "Hồ sơ chưa đủ", findings), false};
    }
    if (package->request.appointment.starts_at_secs != held_) {
        return {409, problem(409, "conflict", "Mất chỗ", {{"appointment", "booking_lost", {}}}), false};
    }
    if (dossiers > 0) {
        return {409, problem(409, "conflict", "Đã nộp", {{"id", "dossier_handed_in", {}}}), false};
    }
    ++dossiers;
    envelope = body;
    received_at_secs_ = now_secs;
    starts_at_secs_ = held_;
    return {201,
            json::write(json::Object{{"code", "MC-2026-000001"},
                                     {"secret", "K7P2-9XQM"},
                                     {"received_at", now_secs},
                                     {"office", package->request.office},
                                     {"starts_at", held_},
                                     {"qr", "101\n010\n101"}}),
            false};
}

bool FakeBackend::is_slip(const json::Value& body) const {
    return dossiers > 0 && body.text_or("code") == "MC-2026-000001" && body.text_or("secret") == "K7P2-9XQM";
}

FakeBackend::Reply FakeBackend::status(const json::Value& body) const {
    if (!is_slip(body)) {
        return {404, problem(404, "not_found", "Không có", {}), false};
    }
    json::Array events;
    events.emplace_back(json::Object{{"state", "handed_in"}, {"at", received_at_secs_}});
    if (forwarding == "delivered") {
        events.emplace_back(json::Object{{"state", "passed_on"}, {"at", received_at_secs_ + kMinuteSecs}});
    }
    return {200,
            json::write(json::Object{{"code", "MC-2026-000001"},
                                     {"procedure", "1.004873"},
                                     {"office", "tra-cu"},
                                     {"starts_at", starts_at_secs_},
                                     {"events", std::move(events)},
                                     {"forwarding", forwarding}}),
            false};
}

std::string FakeBackend::line() const {
    const std::string code = envelope.find("form")->text_or("procedure");
    return R"({"id":")" + id + R"(","code":"MC-2026-000001","procedure":")" + code +
           R"(","applicant":"NGUYỄN VĂN AN",)" + R"("received_at":)" + std::to_string(received_at_secs_) +
           R"(,"starts_at":)" + std::to_string(starts_at_secs_) + R"(,"due_at":)" +
           std::to_string(starts_at_secs_ + 3 * kDaySecs) + R"(,"state":")" + clerk_state +
           R"(","forwarding":")" + forwarding + R"(","complete":true})";
}

std::string FakeBackend::detail() const {
    const auto package = dossier::open_package(envelope);
    REQUIRE(package.ok());
    form::Form form = package->request.form;
    form.answers.erase(hide_answer);
    json::Array files;
    for (const dossier::FileEntry& file : package->request.files) {
        files.emplace_back(json::Object{{"index", static_cast<std::int64_t>(files.size())},
                                        {"document", file.document},
                                        {"name", file.name},
                                        {"media_type", file.media_type},
                                        {"size", file.size},
                                        {"sha256", file.sha256}});
    }
    json::Array events;
    events.emplace_back(json::Object{{"state", "handed_in"}, {"at", received_at_secs_}});
    if (clerk_state == "received_by_clerk") {
        events.emplace_back(
            json::Object{{"state", "received_by_clerk"}, {"at", received_at_secs_ + kDaySecs}});
    }
    return json::write(json::Object{
        {"id", id},
        {"code", "MC-2026-000001"},
        {"state", clerk_state},
        {"version", version},
        {"received_at", received_at_secs_},
        {"starts_at", starts_at_secs_},
        {"due_at", starts_at_secs_ + 3 * kDaySecs},
        {"forwarding", json::Object{{"state", forwarding},
                                    {"attempts", 2},
                                    {"last_error", "HTTP 500"},
                                    {"delivered_at", json::Value()}}},
        {"signature", json::Object{{"alg", "Ed25519"}, {"key", std::string(64, 'a')}, {"level", 1}}},
        {"manifest_sha256", std::string(64, 'b')},
        {"form", form::encode(form)},
        {"files", std::move(files)},
        {"findings", json::Array{}},
        {"warnings", encoded(warnings)},
        {"events", std::move(events)}});
}

FakeBackend::Reply FakeBackend::staff_route(const std::string& key, const app::HttpCall& call, std::int64_t) {
    const Reply refused = {401, problem(401, "unauthenticated", "Hãy đăng nhập", {}), false};
    if (call.method != "GET") {
        CHECK(header(call, "X-Requested-With") == "motcua");
    }
    const std::string clerk = R"({"user":"canbo","name":"Lê Thị Cán Bộ","office":"tra-cu"})";
    if (key == "POST /api/v1/staff/session") {
        signed_in = parsed(call.body).text_or("password") == "dung-mat-khau";
        return signed_in ? Reply{201, clerk, false} : refused;
    }
    if (!signed_in) {
        return refused;
    }
    if (key == "DELETE /api/v1/staff/session") {
        signed_in = false;
        return {204, "", false};
    }
    if (key == "GET /api/v1/staff/session") {
        return {200, clerk, false};
    }
    if (key == "GET /api/v1/staff/statistics") {
        return {200,
                R"({"received":[{"day":"2026-11-22","count":0},{"day":"2026-11-23","count":1250}],)"
                R"("hours":[{"hour":8,"seats":12,"booked":12},{"hour":9,"seats":12,"booked":4}]})",
                false};
    }
    if (key == "GET /api/v1/staff/dossiers") {
        const bool there = dossiers > 0 && call.path.find("state=" + clerk_state) != std::string::npos;
        return {200, R"({"dossiers":[)" + (there ? line() : "") + R"(],"pages":1})", false};
    }
    if (key == "GET /api/v1/staff/dossiers/" + id) {
        return {200, detail(), false};
    }
    const bool marks = key == "POST /api/v1/staff/dossiers/" + id + "/received";
    if (marks || key == "POST /api/v1/staff/dossiers/" + id + "/taken_back") {
        if (parsed(call.body).integer_or("version", 0) != version) {
            return {409, problem(409, "conflict", "Đã đổi", {{"version", "dossier_moved_on", {}}}), false};
        }
        clerk_state = marks ? "received_by_clerk" : "handed_in";
        ++version;
        return {200, detail(), false};
    }
    return {404, problem(404, "not_found", "Không có", {}), false};
}

}  // namespace motcua::tests
