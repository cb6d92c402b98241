#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "shared/protocol/api.hpp"
#include "tests/shared/support/findings.hpp"

using namespace motcua;
using motcua::protocol::decode_problem;
using motcua::tests::findings_of;
using motcua::tests::Lines;

namespace {

json::Value parsed(std::string_view text) {
    const auto value = json::read(text);
    REQUIRE(value.ok());
    return *value;
}

}  // namespace

TEST_CASE("a problem is read with its findings", "[protocol]") {
    const auto problem = decode_problem(parsed(R"({"type":"about:blank","title":"Chưa đủ","status":422,
        "code":"invalid_input","findings":[
          {"field":"nyc_ho_ten","code":"too_long","args":{"max":"60"},"message":"Dài quá"},
          {"field":"","code":"required","message":"…"}]})"));
    REQUIRE(problem.ok());
    CHECK(problem->status == 422);
    CHECK(problem->code == "invalid_input");
    CHECK(problem->title == "Chưa đủ");
    CHECK(problem->findings ==
          std::vector<Finding>{{"nyc_ho_ten", "too_long", {{"max", "60"}}}, {"", "required", {}}});
}

TEST_CASE("a problem without findings and with members nobody knows is a problem", "[protocol]") {
    const auto problem = decode_problem(
        parsed(R"({"title":"x","status":503,"code":"unavailable","instance":"/1","extra":{}})"));
    REQUIRE(problem.ok());
    CHECK(problem->findings.empty());
}

TEST_CASE("what is no problem is refused", "[protocol]") {
    CHECK(findings_of(decode_problem(parsed("null"))) == Lines{"shape.type"});
    CHECK(findings_of(decode_problem(parsed("{}"))) ==
          Lines{"status: shape.missing", "code: shape.missing", "title: shape.missing"});
    CHECK(findings_of(decode_problem(parsed(R"({"title":"x","status":200,"code":"c"})"))) ==
          Lines{"status: shape.range"});
    CHECK(findings_of(decode_problem(parsed(R"({"title":"x","status":422,"code":"c","findings":{}})"))) ==
          Lines{"findings: shape.type"});
    CHECK(findings_of(decode_problem(parsed(R"({"title":"x","status":422,"code":"c","findings":[7]})"))) ==
          Lines{"findings.0: shape.type"});
    CHECK(findings_of(decode_problem(parsed(
              R"({"title":"x","status":422,"code":"c","findings":[{"field":"a","code":"b","args":[]}]})"))) ==
          Lines{"findings.0.args: shape.type"});
    CHECK(
        findings_of(decode_problem(parsed(
            R"({"title":"x","status":422,"code":"c","findings":[{"field":"a","code":"b","args":{"n":1}}]})"))) ==
        Lines{"findings.0.args: shape.type"});
}
