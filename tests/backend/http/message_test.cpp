#include "backend/http/message.hpp"

#include <catch2/catch.hpp>

namespace motcua::tests {

using namespace backend::http;

TEST_CASE("paths and queries are decoded, once and strictly", "[backend][http]") {
    CHECK(url_decode("a%20b") == "a b");
    CHECK(url_decode("%C3%A0+b") == "à+b");
    CHECK(url_decode("%2541") == "%41");
    for (const char* wrong : {"%", "%4", "%zz", "%C3", "%00", "%C0%80", "%FF"}) {
        CHECK_FALSE(url_decode(wrong));
    }
    const auto query = parse_query("office=tra-cu&from=2026-11-23&x=&flag");
    REQUIRE(query);
    CHECK(query->at("office") == "tra-cu");
    CHECK(query->at("x").empty());
    CHECK(query->at("flag").empty());
    CHECK_FALSE(parse_query("a=1&a=2"));
    CHECK_FALSE(parse_query("a=%"));
    CHECK(parse_query("")->empty());
}

TEST_CASE("the reader's languages are told in the order in which they are wanted", "[backend][http]") {
    using Languages = std::vector<std::string>;
    const auto languages = [](const char* accepted) {
        Request request;
        request.headers["accept-language"] = accepted;
        return request.languages();
    };
    CHECK(Request{}.languages().empty());
    CHECK(languages("en") == Languages{"en"});
    CHECK(languages("km-KH, EN-GB;q=0.9") == Languages{"km", "en"});
    CHECK(languages("fr;q=1, en;q=0.5, vi;q=0.7") == Languages{"fr", "vi", "en"});
    CHECK(languages("en;q=0, vi;q=0.1") == Languages{"vi"});
}

TEST_CASE("a cookie is found among others", "[backend][http]") {
    Request request;
    request.headers["cookie"] = "a=1; motcua_session=xyz;b=2";
    CHECK(request.cookie("motcua_session") == "xyz");
    CHECK(request.cookie("b") == "2");
    CHECK(request.cookie("c").empty());
    request.headers["cookie"] = "motcua_session_other=1; =; ;";
    CHECK(request.cookie("motcua_session").empty());
}

TEST_CASE("a media type is read without its parameters", "[backend][http]") {
    Request request;
    request.headers["content-type"] = "Application/JSON ; charset=utf-8";
    CHECK(request.media_type() == "application/json");
    request.headers["content-type"] = "";
    CHECK(request.media_type().empty());
}

}  // namespace motcua::tests
