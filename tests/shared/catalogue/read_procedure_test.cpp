#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "shared/catalogue/procedure.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/findings.hpp"
#include "tests/shared/support/random.hpp"
#include "tests/shared/support/random_json.hpp"

namespace motcua::catalogue {
namespace {

using tests::findings_of;
using tests::Lines;

/// A whole small procedure; `questions` and `more` are put into it.
std::string file_with(const std::string& questions, const std::string& more = "") {
    const std::string from = R"("from":{"source":"Luật","checked_on":"2026-11-21","verified":false})";
    return R"({"v":1,"code":"1.000001","edition":"2026-11-21","name":{"vi":"Tên"},"summary":{"vi":"Ý"},)"
           R"("agency":{"vi":"Xã"},"field":{"vi":"Hộ tịch"},"time_limit":{"value":3,"unit":"working_day",)" +
           from + R"(},"fee":{"amount_dong":null,)" + from + "}," + from +
           R"(,"groups":[{"id":"g","title":{"vi":"Nhóm"},"questions":[)" + questions + "]}]" + more + "}";
}

std::string question(const std::string& id, const std::string& more = "", const std::string& type = "text") {
    return R"({"id":")" + id + R"(","type":")" + type + R"(","label":{"vi":"Câu hỏi"})" + more + "}";
}

Result<Procedure> read(const std::string& text) {
    const auto value = json::read(text);
    INFO(text);
    REQUIRE(value.ok());
    return read_procedure(*value);
}

Lines wrong_with(const std::string& text) {
    return findings_of(read(text));
}

}  // namespace

TEST_CASE("a small procedure is read whole", "[catalogue]") {
    const auto procedure = read(file_with(question("a", R"(,"required":false,"max_chars":9)")));
    CHECK(findings_of(procedure) == Lines{"ok"});
    REQUIRE(procedure.ok());
    const Question* only = procedure->question("a");
    REQUIRE(only != nullptr);
    CHECK_FALSE(only->required);
    CHECK(only->max_chars == 9);
    CHECK(only->label.in("en") == "Câu hỏi");
    CHECK_FALSE(procedure->from.verified);
    CHECK_FALSE(procedure->fee.amount_dong.has_value());
    CHECK(procedure->question("b") == nullptr);
}

TEST_CASE("everything wrong with a procedure is named with its path", "[catalogue]") {
    const std::string broken =
        file_with(R"({"id":"A b","type":"essay","label":{"en":"x"},"surplus":1},)" + question("b") + "," +
                      question("b", R"(,"max_chars":"9")"),
                  R"(,"documents":[{"id":"d","label":{"vi":"Giấy"},"kind":"papyrus"}],"extra":true)");
    CHECK(wrong_with(broken) == Lines{"groups.0.questions.0.id: catalogue.id",
                                      "groups.0.questions.0.type: catalogue.choice",
                                      "groups.0.questions.0.label.vi: catalogue.missing",
                                      "groups.0.questions.0.surplus: catalogue.unknown",
                                      "groups.0.questions.2.max_chars: catalogue.type",
                                      "groups.0.questions.2.id: catalogue.duplicate",
                                      "documents.0.kind: catalogue.choice", "extra: catalogue.unknown"});
}

TEST_CASE("a fact without its source, date or flag is refused", "[catalogue]") {
    CHECK(wrong_with(R"({"v":1})").size() > 8);
    std::string text = file_with(question("a"));
    const std::string flag = R"(,"verified":false)";
    text.erase(text.find(flag), flag.size());
    CHECK(wrong_with(text) == Lines{"time_limit.from.verified: catalogue.missing"});
}

TEST_CASE("rules may only use known operations and read earlier questions", "[catalogue]") {
    const auto rule_on_b = [](const std::string& rule) {
        return wrong_with(
            file_with(question("a") + "," + question("b", R"(,"ask_if":)" + rule) + "," + question("c")));
    };
    const std::string at = "groups.0.questions.1.ask_if: catalogue.rule_";
    CHECK(rule_on_b(R"({"==":[{"var":"a"},"x"]})") == Lines{"ok"});
    CHECK(rule_on_b(R"({"==":[{"var":"channel"},"direct"]})") == Lines{"ok"});
    CHECK(rule_on_b(R"({"launch":[{"var":"a"}]})") == Lines{at + "operation"});
    CHECK(rule_on_b(R"({"!":{"var":"z"}})") == Lines{at + "question"});
    CHECK(rule_on_b(R"({"!":{"var":"b"}})") == Lines{at + "order"});
    CHECK(rule_on_b(R"({"!":{"var":"c"}})") == Lines{at + "order"});
    CHECK(rule_on_b(R"({"!":{"var":"today"}})") == Lines{at + "order"});
    CHECK(rule_on_b(R"({"!":{"var":{"cat":["a"]}}})") == Lines{at + "var"});
    CHECK(rule_on_b(R"({"missing":["a","z"]})") == Lines{at + "question"});
    CHECK(rule_on_b(R"({"and":1,"or":2})") == Lines{at + "object"});
    CHECK(rule_on_b(R"({"some":[{"var":"a"},{"var":"anything"}]})") == Lines{"ok"});
}

TEST_CASE("checks may read later questions and the day", "[catalogue]") {
    const std::string check = R"(,"checks":[{"code":"x","rule":{"and":[{"var":"b"},{"var":"today"}]}}])";
    CHECK(wrong_with(file_with(question("a", check) + "," + question("b"))) == Lines{"ok"});
}

TEST_CASE("options have to fit the question's type", "[catalogue]") {
    const std::string yes = R"({"id":"yes","label":{"vi":"Có"}})";
    const std::string no = R"({"id":"no","label":{"vi":"Không"}})";
    const auto with = [](const std::string& type, const std::string& options) {
        return wrong_with(file_with(question("a", R"(,"options":[)" + options + "]", type)));
    };
    const Lines refused = {"groups.0.questions.0.options: catalogue.options"};
    CHECK(with("yes_no", yes + "," + no) == Lines{"ok"});
    CHECK(with("yes_no", yes) == refused);
    CHECK(with("agreement", yes) == Lines{"ok"});
    CHECK(with("agreement", no) == refused);
    CHECK(with("choice", yes) == refused);
    CHECK(with("text", yes + "," + no) == refused);
    CHECK(with("choice", yes + "," + yes) == Lines{"groups.0.questions.0.options.1.id: catalogue.duplicate"});
    CHECK(wrong_with(file_with(question("a", R"(,"options_list":"none")", "choice"))) ==
          Lines{"groups.0.questions.0.options_list: catalogue.list"});
}

TEST_CASE("texts that are not composed are refused", "[catalogue]") {
    std::string text = file_with(question("a"));
    const std::string composed = "Câu";
    text.replace(text.find(composed), composed.size(), "Ca\xCC\x82u");
    CHECK(wrong_with(text) == Lines{"groups.0.questions.0.label.vi: catalogue.text"});
}

TEST_CASE("no JSON value makes the reader of procedures stumble", "[catalogue][hostile]") {
    tests::Random random(4873);
    for (int i = 0; i < 300; ++i) {
        CHECK_FALSE(read_procedure(tests::random_json(random, 5)).ok());
    }
}

namespace {

/// The value with some parts of it replaced by others.
json::Value scrambled(const json::Value& value, tests::Random& random) {
    if (random.one_in(60)) {
        return tests::random_json(random, 3);
    }
    if (const json::Array* items = value.array()) {
        json::Array out;
        for (const json::Value& item : *items) {
            out.push_back(scrambled(item, random));
        }
        return out;
    }
    if (const json::Object* members = value.object()) {
        json::Object out;
        for (const auto& [key, member] : *members) {
            const std::string name = random.one_in(100) ? "x" + key : key;
            out.emplace_back(name, scrambled(member, random));
        }
        return out;
    }
    return value;
}

}  // namespace

TEST_CASE("a scrambled procedure is refused with a bounded list, and nothing else happens",
          "[catalogue][hostile]") {
    const auto file = json::read(tests::repository_file("assets/procedures/1.004873.json"));
    REQUIRE(file.ok());
    tests::Random random(1004873);
    for (int i = 0; i < 60; ++i) {
        const auto result = read_procedure(scrambled(*file, random));
        if (!result) {
            CHECK_FALSE(result.error().findings.empty());
            CHECK(result.error().findings.size() <= 200);
        }
    }
}

}  // namespace motcua::catalogue
