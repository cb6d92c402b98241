#include "shared/catalogue/logic.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::catalogue {
namespace {

/// The rule's result as JSON, or "rule.…" when it cannot be evaluated.
std::string result_of(const std::string& rule, const std::string& data = "null") {
    const auto rule_value = json::read(rule);
    const auto data_value = json::read(data);
    REQUIRE(rule_value.ok());
    REQUIRE(data_value.ok());
    const auto result = evaluate(*rule_value, lookup_in(*data_value));
    return result ? json::write(*result) : result.error().findings.at(0).code;
}

struct Case {
    std::string rule;
    std::string data;
    std::string result;
};

}  // namespace

// The expected results are what npm json-logic-js 2.0.5 answers.
TEST_CASE("JsonLogic rules give what json-logic-js gives", "[catalogue][logic]") {
    const Case each = GENERATE(values<Case>({
        {R"({"var":"a.b"})", R"({"a":{"b":7}})", "7"},
        {R"({"var":["x","none"]})", R"({"a":1})", R"("none")"},
        {R"({"var":["a","none"]})", R"({"a":null})", "null"},
        {R"({"var":""})", R"([1,2])", "[1,2]"},
        {R"({"var":1})", R"(["a","b"])", R"("b")"},
        {R"({"var":"a.1"})", R"({"a":[5,6]})", "6"},
        {R"({"var":"a.1"})", R"({"a":"xđz"})", R"("đ")"},
        {R"({"var":"a.length"})", R"({"a":"xđz"})", "3"},
        {R"({"==":[1,"1"]})", "null", "true"},
        {R"({"==":["",0]})", "null", "true"},
        {R"({"==":[null,0]})", "null", "false"},
        {R"({"==":[[1],1]})", "null", "true"},
        {R"({"===":[1,"1"]})", "null", "false"},
        {R"({"!=":["a","b"]})", "null", "true"},
        {R"({"!==":[1,1]})", "null", "false"},
        {R"({"!":[[]]})", "null", "true"},
        {R"({"!!":"0"})", "null", "true"},
        {R"({"and":[1,"",3]})", "null", R"("")"},
        {R"({"and":[1,2,3]})", "null", "3"},
        {R"({"or":[0,"",[],"x"]})", "null", R"("x")"},
        {R"({"if":[false,1,true,2,3]})", "null", "2"},
        {R"({"if":[false,1]})", "null", "null"},
        {R"({"if":[]})", "null", "null"},
        {R"({"?:":[0,"yes","no"]})", "null", R"("no")"},
        {R"({"in":["b",["a","b"]]})", "null", "true"},
        {R"({"in":["nam","Viet nam"]})", "null", "true"},
        {R"({"in":["x",null]})", "null", "false"},
        {R"({"<":[1,2,3]})", "null", "true"},
        {R"({"<":[1,3,3]})", "null", "false"},
        {R"({"<=":[1,3,3]})", "null", "true"},
        {R"({">":["2026-11-21","2026-02-03"]})", "null", "true"},
        {R"({"<":["10","9"]})", "null", "true"},
        {R"({"<":["10",9]})", "null", "false"},
        {R"({"<":["abc",1]})", "null", "false"},
        {R"({">=":[null,0]})", "null", "true"},
        {R"({"+":["3",4,"5x"]})", "null", "12"},
        {R"({"+":[]})", "null", "0"},
        {R"({"-":[2,"5"]})", "null", "-3"},
        {R"({"-":"4"})", "null", "-4"},
        {R"({"*":[2,3,7]})", "null", "42"},
        {R"({"*":["3"]})", "null", R"("3")"},
        {R"({"/":[84,2]})", "null", "42"},
        {R"({"%":[-7,3]})", "null", "-1"},
        {R"({"min":[3,"1",2]})", "null", "1"},
        {R"({"max":[3,true,2]})", "null", "3"},
        {R"({"cat":["a",null,1,true,[1,[2,null]]]})", "null", R"("a1true1,2,")"},
        {R"({"merge":[1,[2,3],[[4]]]})", "null", "[1,2,3,[4]]"},
        {R"({"missing":["a","b","c"]})", R"({"a":1,"b":""})", R"(["b","c"])"},
        {R"({"missing":{"merge":["a",{"if":[true,["z"],[]]}]}})", R"({"a":1})", R"(["z"])"},
        {R"({"missing_some":[1,["a","b"]]})", R"({"a":1})", "[]"},
        {R"({"missing_some":[2,["a","b","c"]]})", R"({"a":1})", R"(["b","c"])"},
        {R"({"some":[{"var":"l"},{">":[{"var":""},2]}]})", R"({"l":[1,2,3]})", "true"},
        {R"({"all":[{"var":"l"},{">":[{"var":"n"},0]}]})", R"({"l":[{"n":1},{"n":0}]})", "false"},
        {R"({"all":[[],true]})", "null", "false"},
        {R"({"none":[{"var":"l"},{"==":[{"var":""},9]}]})", R"({"l":[1,2,3]})", "true"},
        {R"({"none":[[],true]})", "null", "true"},
        {R"([1,{"var":"a"}])", R"({"a":2})", "[1,2]"},
        {R"({"two":1,"members":2})", "null", R"({"two":1,"members":2})"},
    }));
    CAPTURE(each.rule, each.data);
    CHECK(result_of(each.rule, each.data) == each.result);
}

TEST_CASE("text is compared by UTF-16 code units, as JavaScript does", "[catalogue][logic]") {
    // U+1F600 begins with the surrogate D83D, which comes before U+FF21.
    CHECK(result_of("{\"<\":[\"\xF0\x9F\x98\x80\",\"\xEF\xBC\xA1\"]}") == "true");
    CHECK(result_of("{\"<\":[\"z\",\"\xC4\x91\"]}") == "true");
}

TEST_CASE("dates are compared as days, and what is no date decides nothing", "[catalogue][logic]") {
    CHECK(result_of(R"({"date_before":["2026-11-20","2026-11-21"]})") == "true");
    CHECK(result_of(R"({"date_before":["2026-11-21","2026-11-21"]})") == "false");
    CHECK(result_of(R"({"date_after":["2026-11-22","2026-11-21"]})") == "true");
    CHECK(result_of(R"({"date_before":["2026-02-30","2026-11-21"]})") == "null");
    CHECK(result_of(R"({"date_after":[{"var":"none"},"2026-11-21"]})") == "null");
}

TEST_CASE("an age is in completed years", "[catalogue][logic]") {
    CHECK(result_of(R"({"age_years":["2008-11-22","2026-11-21"]})") == "17");
    CHECK(result_of(R"({"age_years":["2008-11-21","2026-11-21"]})") == "18");
    CHECK(result_of(R"({"age_years":["2008-02-29","2026-02-28"]})") == "17");
    CHECK(result_of(R"({"age_years":["","2026-02-28"]})") == "null");
}

TEST_CASE("what cannot be answered exactly is an error that says so", "[catalogue][logic]") {
    const Case each = GENERATE(values<Case>({
        {R"({"/":[1,2]})", "null", "rule.number"},
        {R"({"/":[1,0]})", "null", "rule.number"},
        {R"({"%":[1,0]})", "null", "rule.number"},
        {R"({"+":["1.5"]})", "null", "rule.number"},
        {R"({"+":["abc"]})", "null", "rule.number"},
        {R"({"==":["1.5",1]})", "null", "rule.number"},
        {R"({"<":["1e3",1]})", "null", "rule.number"},
        {R"({"-":["x",1]})", "null", "rule.number"},
        {R"({"*":[9007199254740991,2]})", "null", "rule.number"},
        {R"({"+":[9007199254740991,1]})", "null", "rule.number"},
        {R"({"-":[-9007199254740991,1]})", "null", "rule.number"},
        {R"({"min":[]})", "null", "rule.number"},
        {R"({"*":[]})", "null", "rule.arguments"},
        {R"({"and":[]})", "null", "rule.arguments"},
        {R"({"missing_some":[1]})", "null", "rule.arguments"},
        {R"({"launch":[1]})", "null", "rule.operation"},
        {R"({"":[1]})", "null", "rule.operation"},
    }));
    CAPTURE(each.rule);
    CHECK(result_of(each.rule, each.data) == each.result);
}

TEST_CASE("an unknown operation in a branch that is not taken does no harm", "[catalogue][logic]") {
    CHECK(result_of(R"({"if":[true,1,{"launch":1}]})") == "1");
}

TEST_CASE("deep and long rules stop at the limits", "[catalogue][logic]") {
    json::Value deep = true;
    for (int i = 0; i < 200; ++i) {
        deep = json::Value(json::Object{{"!", deep}});
    }
    const auto nested = evaluate(deep, lookup_in(json::Value()));
    REQUIRE_FALSE(nested.ok());
    CHECK(nested.error().findings.at(0).code == "rule.depth");

    const json::Value items(json::Array(200, 1));
    const json::Value long_loop(json::Object{
        {"all", json::Array{items, json::Object{{"all", json::Array{items, json::Object{{"!!", 1}}}}}}}});
    const auto worked = evaluate(long_loop, lookup_in(json::Value()));
    REQUIRE_FALSE(worked.ok());
    CHECK(worked.error().findings.at(0).code == "rule.work");
}

TEST_CASE("the longest chain that is allowed is evaluated", "[catalogue][logic]") {
    json::Value rule = true;
    for (int i = 0; i < kMaxRuleDepth - 1; ++i) {
        rule = json::Value(json::Object{{"!", rule}});
    }
    CHECK(evaluate(rule, lookup_in(json::Value())).ok());
}

}  // namespace motcua::catalogue
