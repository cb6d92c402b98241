#include "client/app/message.hpp"

#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::tests {

namespace {

Result<app::Message> decoded(const std::string& text) {
    const auto value = json::read(text);
    REQUIRE(value.ok());
    return app::decode_message(*value);
}

template <class T>
T event_of(const std::string& text) {
    const auto message = decoded(text);
    REQUIRE(message.ok());
    CHECK(message->now_secs == 5);
    REQUIRE(std::holds_alternative<T>(message->event));
    return std::get<T>(message->event);
}

}  // namespace

TEST_CASE("each message type is read", "[client][app][message]") {
    CHECK(event_of<app::Press>(R"({"now":5,"type":"press","id":"go"})").id == "go");
    CHECK(event_of<app::Input>(R"({"now":5,"type":"input","id":"a","value":"b"})").value == "b");
    CHECK(event_of<app::Commit>(R"({"now":5,"type":"commit","id":"a","value":"b"})").value == "b");
    CHECK(event_of<app::Choose>(R"({"now":5,"type":"choose","id":"a","option":"b"})").option == "b");
    CHECK(event_of<app::Toggle>(R"({"now":5,"type":"toggle","id":"a","on":true})").on);
    const auto start = event_of<app::Start>(
        R"({"now":5,"type":"start","random":"00","path":"/","lang":"vi","standing":"2026-11-21","agency":{"vi":"A"},)"
        R"("languages":[{"code":"vi","name":"Tiếng Việt"},{"code":"km","name":"K","latin":"L"}]})");
    CHECK(start.path == "/");
    CHECK(start.standing == "2026-11-21");
    CHECK(start.agency.in("vi") == "A");
    REQUIRE(start.languages.size() == 2);
    CHECK(start.languages[1].code == "km");
    CHECK(start.languages[1].name == "K");
    CHECK(event_of<app::Asset>(R"({"now":5,"type":"asset","name":"n","text":"t","ok":true})").ok);
    CHECK(event_of<app::HttpAnswer>(R"({"now":5,"type":"http_answer","call":2,"status":200,"body":""})")
              .status == 200);
    CHECK(event_of<app::UploadProgress>(R"({"now":5,"type":"upload_progress","call":2,"sent":1,"total":9})")
              .total == 9);
    CHECK(event_of<app::UploadAnswer>(
              R"({"now":5,"type":"upload_answer","call":2,"status":201,"upload":"u","body":""})")
              .upload == "u");
    CHECK(event_of<app::Signed>(R"({"now":5,"type":"signed","call":2,"envelope":"{}"})").envelope == "{}");
    CHECK(event_of<app::Woke>(R"({"now":5,"type":"woke","call":2})").call == 2);
}

TEST_CASE("picked files are read", "[client][app][message]") {
    const auto files = event_of<app::Files>(
        R"({"now":5,"type":"files","id":"d","files":[{"handle":1,"name":"a.pdf","size":9,)"
        R"("media_type":"application/pdf","sha256":"ab"}]})");
    REQUIRE(files.files.size() == 1);
    CHECK(files.files[0].name == "a.pdf");
    CHECK(files.files[0].size == 9);
}

TEST_CASE("a message of a wrong shape is refused", "[client][app][message]") {
    CHECK_FALSE(decoded(R"([])").ok());
    CHECK_FALSE(decoded(R"({"type":"press","id":"go"})").ok());
    CHECK_FALSE(decoded(R"({"now":5,"type":"dance"})").ok());
    CHECK_FALSE(decoded(R"({"now":5,"type":"press"})").ok());
    CHECK_FALSE(decoded(R"({"now":5,"type":"start","random":"00","path":"/","lang":"vi"})").ok());
    CHECK_FALSE(decoded(R"({"now":5,"type":"press","id":3})").ok());
    CHECK_FALSE(decoded(R"({"now":5,"type":"woke","call":-1})").ok());
    CHECK_FALSE(decoded(R"({"now":5,"type":"woke","call":99999999999})").ok());
    CHECK_FALSE(decoded(R"({"now":5,"type":"files","id":"d","files":[{"handle":1}]})").ok());
    CHECK_FALSE(decoded(R"({"now":5,"type":"files","id":"d","files":[7]})").ok());
}

TEST_CASE("effects are written as JSON with their type", "[client][app][message]") {
    CHECK(json::write(app::encode_effect(app::FetchAsset{"places"})) ==
          R"({"type":"fetch_asset","name":"places"})");
    CHECK(
        json::write(app::encode_effect(app::HttpCall{
            .call = 1, .method = "POST", .path = "/api/v1/holds", .headers = {{"A", "b"}}, .body = "{}"})) ==
        R"({"type":"http_call","call":1,"method":"POST","path":"/api/v1/holds","headers":[["A","b"]],"body":"{}"})");
    CHECK(json::write(app::encode_effect(app::DropFiles{{1, 2}})) ==
          R"({"type":"drop_files","handles":[1,2]})");
    CHECK(json::write(app::encode_effect(app::PrintPage{})) == R"({"type":"print_page"})");
    CHECK(json::write(app::encode_effect(app::SaveFile{"a.ics", "text/calendar", "b"})) ==
          R"({"type":"save_file","name":"a.ics","media_type":"text/calendar","text":"b"})");
    CHECK(json::write(app::encode_effect(app::Wait{3, 500})) == R"({"type":"wait","call":3,"millis":500})");
}

}  // namespace motcua::tests
