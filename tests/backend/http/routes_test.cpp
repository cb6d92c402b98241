#include <fstream>
#include <sstream>

#include "backend/http/problem.hpp"
#include "backend/http/route.hpp"
#include "tests/backend/support/citizen.hpp"

namespace motcua::tests {

using namespace backend::http;

namespace {

std::string api_description() {
    std::ifstream stream(std::string(MOTCUA_SOURCE_DIR) + "/docs/API.md");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// "/api/v1/staff/dossiers/{id}" as a request would have it.
Request request_for(const Route& route) {
    Request request;
    request.method = route.method;
    request.path = route.pattern;
    for (std::size_t open = 0; (open = request.path.find('{')) != std::string::npos;) {
        request.path.replace(open, request.path.find('}') - open + 1, std::string(32, '0'));
    }
    if (route.accepts != Accepts::Nothing) {
        request.headers["content-type"] =
            route.accepts == Accepts::Json ? "application/json" : "application/octet-stream";
        request.body = "{}";
    }
    request.headers["x-requested-with"] = "motcua";
    request.headers["idempotency-key"] = "k";
    return request;
}

}  // namespace

TEST_CASE("every route is described in docs/API.md, as it is", "[backend][http]") {
    const std::string description = api_description();
    for (const Route& route : routes()) {
        const std::string pattern(route.pattern);
        REQUIRE(pattern.rfind("/api/v1/", 0) == 0);
        const std::string line = "| `" + std::string(method_name(route.method)) + " " + pattern.substr(7);
        CAPTURE(line);
        const std::size_t at = description.find(line);
        REQUIRE(at != std::string::npos);
        // The longer names beside it have more after the pattern than its own line has.
        const std::size_t end = at + line.size();
        CHECK((description[end] == '`' || description[end] == '?'));
        const std::string rest = description.substr(end, description.find('\n', end) - end);
        CHECK((rest.find("*once*") != std::string::npos) == (route.repeat == Repeat::Once));
        const bool staff = pattern.rfind("/api/v1/staff/", 0) == 0;
        CHECK((route.access != Access::Everyone) ==
              (staff && pattern + method_name(route.method) != "/api/v1/staff/sessionPOST"));
    }
}

TEST_CASE("every staff route answers 401 without a session", "[backend][http]") {
    House house;
    int asked = 0;
    for (const Route& route : routes()) {
        if (route.access != Access::Clerk) {
            continue;
        }
        for (const char* cookie : {"", "motcua_session=", "motcua_session=0000", "other=1"}) {
            CAPTURE(route.pattern, cookie);
            Request request = request_for(route);
            request.headers["cookie"] = cookie;
            const Response response = house.ask(request);
            CHECK(response.status == 401);
            CHECK(response.media_type == "application/problem+json");
            ++asked;
        }
    }
    CHECK(asked >= 24);
}

TEST_CASE("patterns fit whole segments only", "[backend][http]") {
    std::vector<std::string> found;
    CHECK(matches("/a/{x}/b", "/a/1/b", found));
    CHECK(found == std::vector<std::string>{"1"});
    CHECK(matches("/a/{x}", "/a/%C3%A0", found));
    CHECK(found[0] == "à");
    for (const char* wrong :
         {"/a", "/a/", "/a/1", "/a/1/", "/a/1/b/", "/a/1/c", "/a//b", "a/1/b", "/a/1/b/c", "", "/a/%zz/b"}) {
        CAPTURE(wrong);
        CHECK_FALSE(matches("/a/{x}/b", wrong, found));
    }
}

TEST_CASE("wrong methods, paths and content are refused with what would be right", "[backend][http]") {
    House house;
    Request request = get("/api/v1/holds");
    CHECK(house.ask(request).status == 405);
    const Response not_allowed = house.ask(get("/api/v1/uploads"));
    bool allow = false;
    for (const auto& [name, value] : not_allowed.headers) {
        allow = allow || (name == "Allow" && value == "POST");
    }
    CHECK(allow);
    CHECK(house.ask(get("/api/v1/nothing")).status == 404);
    CHECK(house.ask(get("/")).status == 404);

    Request text = post("/api/v1/holds", json::Object{}, "k");
    text.headers["content-type"] = "text/plain";
    CHECK(house.ask(text).status == 415);
    Request large = post("/api/v1/holds", json::Value(std::string(5000, 'x')), "k");
    CHECK(house.ask(large).status == 413);
    CHECK(house.ask(post("/api/v1/holds", json::Object{})).status == 400);
    Request broken = post("/api/v1/holds", json::Object{}, "k2");
    broken.body = "{\"dossier\":";
    CHECK(house.ask(broken).status == 400);

    Request head = get("/api/v1/healthz");
    head.method = Method::Head;
    const Response headed = house.ask(head);
    CHECK(headed.status == 200);
    CHECK(headed.body.empty());
}

TEST_CASE("health says when the process is being stopped", "[backend][http]") {
    House house;
    CHECK(house.ask(get("/api/v1/healthz")).status == 200);
    CHECK(house.ask(get("/api/v1/readyz")).status == 200);
    house.backend().stopping = true;
    CHECK(house.ask(get("/api/v1/healthz")).status == 503);
    CHECK(house.ask(get("/api/v1/readyz")).status == 200);
}

TEST_CASE("every error has a status and a title in both languages", "[backend][http]") {
    House house;
    for (const ErrorCode code : all_error_codes()) {
        const Error error{.code = code, .detail = "bí mật của máy chủ", .findings = {}};
        for (const char* lang : {"vi", "en"}) {
            const Response response = problem(error, house.backend().assets.texts({lang}));
            CAPTURE(error_name(code), lang, response.body);
            CHECK(response.status >= 400);
            CHECK(response.body.find("⟦") == std::string::npos);
            CHECK(response.body.find("bí mật") == std::string::npos);
            CHECK(json_of(response).text_or("code") == error_name(code));
            CHECK(json_of(response).integer_or("status", 0) == response.status);
        }
    }
}

}  // namespace motcua::tests
