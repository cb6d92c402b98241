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

const std::string kFrom =
    R"({"source":"Luật","checked_on":"2026-11-21","verified":false,"confidence":"low"})";

/// A whole small procedure; `questions` and `more` are put into it.
std::string file_with(const std::string& questions, const std::string& more = "") {
    return R"({"v":1,"code":"1.000001","edition":"2026-11-21","in_force":{"from":"2026-11-21"},)"
           R"("name":{"vi":"Tên"},"summary":{"vi":"Ý"},"agency":{"vi":"Xã"},"levels":["commune"],)"
           R"("field":{"vi":"Hộ tịch"},"channels":["direct"],"from":)" +
           kFrom + R"(,"questions_from":)" + kFrom + R"(,"documents_from":)" + kFrom +
           R"(,"groups":[{"id":"g","title":{"vi":"Nhóm"},"questions":[)" + questions + "]}]" + more + "}";
}

/// With this fee or time limit besides.
std::string file_with_one(const std::string& list, const std::string& item) {
    return file_with(R"({"id":"a","type":"number","label":{"vi":"Số"}})",
                     ",\"" + list + "\":[" + item + R"(,"from":)" + kFrom + "}]");
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
    CHECK(wrong_with(text) == Lines{"from.verified: catalogue.missing"});
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
    CHECK(rule_on_b(R"({"date_before":[{"var":"a"},{"var":"today"}]})") == Lines{"ok"});
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

TEST_CASE("fees and time limits read answers and say when they are in force", "[catalogue]") {
    const std::string fee =
        R"({"id":"f","kind":"base","label":{"vi":"Lệ phí"},"amount_dong":{"*":[8000,{"var":"a"}]})";
    const std::string reduction = R"({"id":"f","kind":"reduction","label":{"vi":"Giảm"},"amount_dong":)";
    CHECK(wrong_with(file_with_one("fees", fee)) == Lines{"ok"});
    CHECK(wrong_with(file_with_one("fees", reduction + R"({"*":[{"var":"amount_dong"},2]})")) == Lines{"ok"});
    CHECK(wrong_with(
              file_with_one("fees", R"({"id":"f","kind":"base","label":{"vi":"Lệ phí"},"amount_dong":-1)")) ==
          Lines{"fees.0.amount_dong: catalogue.range"});
    const std::string as_text = R"({"id":"f","kind":"base","label":{"vi":"Lệ phí"},"amount_dong":"8.000")";
    CHECK(wrong_with(file_with_one("fees", as_text)) == Lines{"fees.0.amount_dong: catalogue.type"});
    CHECK(wrong_with(file_with_one(
              "fees", reduction + R"(0,"in_force":{"from":"2027-01-01","until":"2026-01-01"})")) ==
          Lines{"fees.0.in_force.until: catalogue.contradiction"});
    const std::string limit = R"({"id":"l","steps":[{"value":0,"unit":"same_day"}],"cut_off":)";
    CHECK(wrong_with(file_with_one("time_limits", limit + R"("15:00")")) == Lines{"ok"});
    CHECK(wrong_with(file_with_one("time_limits", limit + R"("25:00")")) ==
          Lines{"time_limits.0.cut_off: catalogue.range"});
    CHECK(wrong_with(file_with_one("time_limits", R"({"id":"l")")) ==
          Lines{"time_limits.0.note: catalogue.missing"});
}

TEST_CASE("a repeated group is read by its own id outside, by its questions' ids inside", "[catalogue]") {
    const auto with_rows = [](const std::string& in_row, const std::string& outside) {
        std::string text = file_with(question("after", outside));
        const std::string rows =
            R"({"id":"rows","title":{"vi":"Người"},"repeat":{"item":{"vi":"Người"},"add":{"vi":"Thêm"}},"questions":[)" +
            question("one") + "," + question("two", in_row) + "]},";
        text.insert(text.find(R"({"id":"g")"), rows);
        return wrong_with(text);
    };
    CHECK(with_rows(R"(,"ask_if":{"var":"one"})", R"(,"ask_if":{"some":[{"var":"rows"},{"var":"one"}]})") ==
          Lines{"ok"});
    CHECK(with_rows("", R"(,"ask_if":{"var":"one"})") ==
          Lines{"groups.1.questions.0.ask_if: catalogue.rule_question"});
    CHECK(with_rows(R"(,"ask_if":{"var":"rows"})", "") ==
          Lines{"groups.0.questions.1.ask_if: catalogue.rule_order"});
}

TEST_CASE("computed values are read after the answers they follow from", "[catalogue]") {
    const std::string computed = R"(,"computed":[{"id":"sum","value":{"+":[{"var":"a"},1]}},)"
                                 R"({"id":"twice","value":{"*":[{"var":"sum"},2]}}])";
    const std::string paper =
        R"(,"documents":[{"id":"d","label":{"vi":"Giấy"},"kind":"copy","required_if":{"var":"twice"}}])";
    CHECK(wrong_with(file_with(question("a"), computed + paper)) == Lines{"ok"});
    CHECK(wrong_with(file_with(question("a", R"(,"ask_if":{"var":"sum"})"), computed)) ==
          Lines{"groups.0.questions.0.ask_if: catalogue.rule_order"});
    CHECK(wrong_with(file_with(question("a"), R"(,"computed":[{"id":"x","value":{"var":"x"}}])")) ==
          Lines{"computed.0.value: catalogue.rule_order"});
}

TEST_CASE("lists of the shared file are put in where they are named", "[catalogue]") {
    const auto lists = json::read(
        R"({"v":1,"lists":{"l":[{"id":"x","label":{"vi":"X"}},{"id":"y","label":{"vi":"Y"}}],"other":[]}})");
    const auto file = json::read(file_with(question("a", R"(,"options_list":"l")", "choice")));
    REQUIRE(lists.ok());
    REQUIRE(file.ok());
    CHECK(findings_of(read_procedure(*file)) == Lines{"groups.0.questions.0.options_list: catalogue.list"});
    const json::Value whole = with_lists(*file, *lists);
    CHECK(findings_of(read_procedure(whole)) == Lines{"ok"});
    CHECK(whole.find("lists")->object()->size() == 1);
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
