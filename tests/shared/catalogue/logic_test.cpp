#include "shared/catalogue/logic.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::catalogue {
namespace {

/// The rule's result as JSON, or "rule.…" when it cannot be evaluated.
std::string result_of(const std::string& rule, const std::string& data = "null") {
    constexpr json::ReadLimits kLimits{4U << 20U, 64, json::Numbers::All};
    const auto rule_value = json::read(rule, kLimits);
    const auto data_value = json::read(data, kLimits);
    REQUIRE(rule_value.ok());
    REQUIRE(data_value.ok());
    const auto result = evaluate(*rule_value, *data_value);
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

TEST_CASE("numbers are JavaScript's", "[catalogue][logic]") {
    const Case each = GENERATE(values<Case>({
        {R"({"/":[1,3]})", "null", "0.3333333333333333"},
        {R"({"+":[0.1,0.2]})", "null", "0.30000000000000004"},
        {R"({"+":["1.5"," 2e3 ","0x10","7 days"]})", "null", "2008.5"},
        {R"({"-":["1.5","0x10"]})", "null", "-14.5"},
        {R"({"/":[1,0]})", "null", "null"},
        {R"({">":[{"/":[1,0]},1e308]})", "null", "true"},
        {R"({"/":[1,{"*":[-1,0]}]})", "null", "null"},
        {R"({"<":[{"/":[1,{"-":[0]}]},0]})", "null", "true"},
        {R"({"!":[{"+":["abc"]}]})", "null", "true"},
        {R"({"==":[{"+":["abc"]},{"+":["abc"]}]})", "null", "false"},
        {R"({"cat":[{"/":[-1,0]},{"+":["x"]},1e21,1.50]})", "null", R"("-InfinityNaN1e+211.5")"},
        {R"({"%":[-7.5,2]})", "null", "-1.5"},
        {R"({"%":[1,0]})", "null", "null"},
        {R"({"*":["2.5","4 apples"]})", "null", "10"},
        {R"({"*":[9007199254740991,2]})", "null", "18014398509481982"},
        {R"({"==":["1.50",1.5]})", "null", "true"},
        {R"({"==":[" \u00a0",0]})", "null", "true"},
        {R"({"<":["1e3",1001]})", "null", "true"},
        {R"({"min":[]})", "null", "null"},
        {R"({"max":[1,"2.5",null]})", "null", "2.5"},
        {R"({"var":"a.1.5"})", R"({"a":[0,"abcdef"]})", R"("f")"},
    }));
    CAPTURE(each.rule);
    CHECK(result_of(each.rule, each.data) == each.result);
}

TEST_CASE("operations make new arrays and texts of old ones", "[catalogue][logic]") {
    const Case each = GENERATE(values<Case>({
        {R"({"map":[{"var":"l"},{"*":[{"var":""},2]}]})", R"({"l":[1,2,3]})", "[2,4,6]"},
        {R"({"map":["no array",1]})", "null", "[]"},
        {R"({"map":[[1,2]]})", "null", "[null,null]"},
        {R"({"filter":[{"var":"l"},{"%":[{"var":"n"},2]}]})", R"({"l":[{"n":1},{"n":2}]})", R"([{"n":1}])"},
        {R"({"reduce":[[1,2,3],{"+":[{"var":"current"},{"var":"accumulator"}]},10]})", "null", "16"},
        {R"({"reduce":[null,{"var":"current"},{"var":"a"}]})", R"({"a":"first"})", R"("first")"},
        {R"({"reduce":[[1],{"var":""}]})", "null", R"({"current":1,"accumulator":null})"},
        {R"({"substr":["jsonlogic",4]})", "null", R"("logic")"},
        {R"({"substr":["jsonlogic",-5]})", "null", R"("logic")"},
        {R"({"substr":["jsonlogic",1,3]})", "null", R"("son")"},
        {R"({"substr":["jsonlogic",4,-2]})", "null", R"("log")"},
        {R"({"substr":["jsonlogic",0,-20]})", "null", R"("")"},
        {R"({"substr":[12345,1,2]})", "null", R"("23")"},
        {R"({"substr":["Đặng",1,2]})", "null", R"("ặn")"},
        {R"({"substr":["x😀y",1,2]})", "null", R"("😀")"},
        {R"({"substr":["x😀y",2]})", "null", "\"\uFFFDy\""},
        {R"({"substr":["x😀y",2,0]})", "null", R"("")"},
        {R"({"log":[{"var":"a"}]})", R"({"a":[1]})", "[1]"},
    }));
    CAPTURE(each.rule, each.data);
    CHECK(result_of(each.rule, each.data) == each.result);
}

// JavaScript has undefined beside null, and tells one array from another that looks the same.
TEST_CASE("undefined, and being the very same, count as in JavaScript", "[catalogue][logic]") {
    const Case each = GENERATE(values<Case>({
        {R"({"and":[]})", "null", "null"},
        {R"({"===":[{"and":[]},null]})", "null", "false"},
        {R"({"-":[5,{"or":[]}]})", "null", "-5"},
        {R"({"<":[1,2,{"or":[]}]})", "null", "true"},
        {R"({"<":[1,2,null]})", "null", "false"},
        {R"({"cat":["a",{"and":[]},null]})", "null", R"("a")"},
        {R"({"substr":[{"and":[]},2,3]})", "null", R"("def")"},
        {R"({"var":["x",{"and":[]}]})", "{}", "null"},
        {R"({"==":[{"var":"a"},{"var":"a"}]})", R"({"a":[1]})", "true"},
        {R"({"==":[[1],[1]]})", "null", "false"},
        {R"({"in":[{"var":"l.1"},{"var":"l"}]})", R"({"l":[{"a":1},{"a":1}]})", "true"},
        {R"({"in":[{"var":"b"},{"var":"l"}]})", R"({"b":[1],"l":[[1]]})", "false"},
        {R"({"reduce":[[{"map":[[1,2],[9]]}],{"==":[{"var":"current.0"},{"var":"current.1"}]}]})", "null",
         "false"},
        {R"({"==":[{"merge":[]},0]})", "null", "true"},
        {R"({"var":[[]]})", R"({"":"empty name"})", R"("empty name")"},
        {R"({"var":"constructor"})", "{}", "null"},
        {R"({"missing":[["a",{"cat":["b","c"]}]]})", R"({"a":1})", R"(["bc"])"},
        {R"({"missing_some":[1,"ab"]})", "{}", "[]"},
    }));
    CAPTURE(each.rule, each.data);
    CHECK(result_of(each.rule, each.data) == each.result);
}

TEST_CASE("what makes JavaScript throw is an error", "[catalogue][logic]") {
    CHECK(result_of(R"({"*":[]})") == "rule.arguments");
    CHECK(result_of(R"({"missing_some":[1]})") == "rule.arguments");
    CHECK(result_of(R"({"launch":[1]})") == "rule.operation");
    CHECK(result_of(R"({"":[1]})") == "rule.operation");
    CHECK(result_of(R"({"method":["abc","toUpperCase"]})") == "rule.operation");
    CHECK(result_of(R"({"var":["a",1,{"launch":1}]})") == "rule.operation");
}

TEST_CASE("days are moved and counted", "[catalogue][logic]") {
    const Case each = GENERATE(values<Case>({
        {R"({"date_add":["2026-11-21",10,"days"]})", "null", R"("2026-12-01")"},
        {R"({"date_add":["2026-01-31",1,"months"]})", "null", R"("2026-02-28")"},
        {R"({"date_add":["2026-01-31","13","months"]})", "null", R"("2027-02-28")"},
        {R"({"date_add":["2024-02-29",1,"years"]})", "null", R"("2025-02-28")"},
        {R"({"date_add":["2024-02-29",-4,"years"]})", "null", R"("2020-02-29")"},
        {R"({"date_add":["2026-01-15",-1,"months"]})", "null", R"("2025-12-15")"},
        {R"({"date_add":["9999-12-31",1,"days"]})", "null", "null"},
        {R"({"date_add":["0001-01-01",-1,"months"]})", "null", "null"},
        {R"({"date_add":["2026-11-21",1e9,"years"]})", "null", "null"},
        {R"({"date_add":["2026-11-21",1.5,"days"]})", "null", "null"},
        {R"({"date_add":["2026-11-21",null,"days"]})", "null", "null"},
        {R"({"date_add":["2026-11-21","","days"]})", "null", "null"},
        {R"({"date_add":["2026-11-21",1,"weeks"]})", "null", "null"},
        {R"({"date_add":["",1,"days"]})", "null", "null"},
        {R"({"date_diff_days":["2024-02-28","2024-03-01"]})", "null", "2"},
        {R"({"date_diff_days":["2026-11-21","2026-11-20"]})", "null", "-1"},
        {R"({"date_diff_days":["2026-11-21",{"var":"none"}]})", "null", "null"},
    }));
    CAPTURE(each.rule);
    CHECK(result_of(each.rule, each.data) == each.result);
}

TEST_CASE("items are counted and summed", "[catalogue][logic]") {
    const Case each = GENERATE(values<Case>({
        {R"({"count":{"var":"l"}})", R"({"l":[1,null,3]})", "3"},
        {R"({"count":[{"var":"l"},{">":[{"var":""},1]}]})", R"({"l":[1,null,3]})", "1"},
        {R"({"count":[{"var":"none"}]})", "null", "0"},
        {R"({"sum":[{"var":"l"}]})", R"({"l":[1,"2.5",null,""]})", "3.5"},
        {R"({"sum":[{"var":"l"},{"var":"n"}]})", R"({"l":[{"n":2},{"n":"3"},{}]})", "5"},
        {R"({"sum":[{"var":"l"}]})", R"({"l":[1,"two"]})", "null"},
        {R"({"sum":"none"})", "null", "0"},
    }));
    CAPTURE(each.rule, each.data);
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
    const auto nested = evaluate(deep, json::Value());
    REQUIRE_FALSE(nested.ok());
    CHECK(nested.error().findings.at(0).code == "rule.depth");

    const json::Value items(json::Array(200, 1));
    const json::Value long_loop(json::Object{
        {"all", json::Array{items, json::Object{{"all", json::Array{items, json::Object{{"!!", 1}}}}}}}});
    const auto worked = evaluate(long_loop, json::Value());
    REQUIRE_FALSE(worked.ok());
    CHECK(worked.error().findings.at(0).code == "rule.work");
}

TEST_CASE("what a rule makes has a limit, too", "[catalogue][logic]") {
    // Each round doubles the text; each round doubles what the result holds; each round nests.
    const std::string numbers =
        "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30]";
    const std::string twice = R"([{"var":"accumulator"},{"var":"accumulator"}])";
    CHECK(result_of(R"({"reduce":[)" + numbers + R"(,{"cat":)" + twice + R"(},"x"]})") == "rule.work");
    CHECK(result_of(R"({"reduce":[)" + numbers + "," + twice + R"(,1]})") == "rule.work");
    CHECK(result_of(R"({"cat":{"reduce":[)" + numbers + "," + twice + R"(,1]}})") == "rule.work");
    const std::string many = R"({"merge":[)" + numbers + "," + numbers + "," + numbers + R"(]})";
    CHECK(result_of(R"({"reduce":[)" + many + R"(,[{"var":"accumulator"}],1]})") == "rule.depth");
    CHECK(result_of(R"({"reduce":[)" + many + R"(,{"var":""},1]})") == "rule.depth");
}

TEST_CASE("the longest chain that is allowed is evaluated", "[catalogue][logic]") {
    json::Value rule = true;
    for (int i = 0; i < kMaxRuleDepth - 1; ++i) {
        rule = json::Value(json::Object{{"!", rule}});
    }
    CHECK(evaluate(rule, json::Value()).ok());
}

}  // namespace motcua::catalogue
