#include "shared/analysis/analysis.hpp"

#include <catch2/catch.hpp>

#include "tests/shared/analysis/edit.hpp"
#include "tests/shared/support/random.hpp"

namespace motcua::analysis {
namespace {

using tests::planted;
using tests::procedure_of;
using tests::remarked;

json::Value model_file() {
    return tests::procedure_file("1.004873");
}

Report report_on(const json::Value& file) {
    return analyse(procedure_of(file));
}

constexpr const char* kBoth =
    R"({"and":[{"==":[{"var":"nyc_quan_he"},"ban_than"]},{"==":[{"var":"nyc_quan_he"},"cha"]}]})";

}  // namespace

TEST_CASE("nothing is said of a procedure in which everything can happen", "[analysis]") {
    const Report report = report_on(model_file());
    for (const Remark& remark : report.remarks) {
        UNSCOPED_INFO(remark.finding.field << " " << remark.finding.code);
    }
    CHECK(report.remarks.empty());
    CHECK(report.proved > 50);
}

TEST_CASE("a question planted behind two answers at once is found wherever it is", "[analysis][property]") {
    const json::Value file = model_file();
    std::size_t planted_count = 0;
    tests::each_question(file, [&](const json::Value& question, const std::string& path) {
        if (question.text_or("id") == "nyc_quan_he") {
            return;
        }
        const std::string at = path + ".ask_if";
        CAPTURE(at);
        const Report report = report_on(planted(file, at, kBoth));
        CHECK(remarked(report.remarks, at, "analysis.unreachable"));
        ++planted_count;
    });
    CHECK(planted_count > 30);
}

TEST_CASE("a rule that can hold is never called one that cannot", "[analysis][property]") {
    const json::Value file = model_file();
    tests::Random random(41);
    const std::vector<std::string> relations = {"ban_than", "cha", "me", "con", "vo", "giam_ho", "khac"};
    tests::each_question(file, [&](const json::Value& question, const std::string& path) {
        if (question.text_or("id") == "nyc_quan_he" || question.find("ask_if") != nullptr) {
            return;
        }
        const std::string& relation = random.one_of(relations);
        const std::string at = path + ".ask_if";
        CAPTURE(at, relation);
        const Report report =
            report_on(planted(file, at, R"({"==":[{"var":"nyc_quan_he"},")" + relation + "\"]}"));
        CHECK_FALSE(remarked(report.remarks, at, "analysis.unreachable"));
        CHECK_FALSE(remarked(report.remarks, at, "analysis.always"));
    });
}

TEST_CASE("a whole page that nobody sees is named once", "[analysis]") {
    const Report report = report_on(planted(model_file(), "groups.4.ask_if", kBoth));
    CHECK(remarked(report.remarks, "groups.4.ask_if", "analysis.unreachable"));
    CHECK_FALSE(remarked(report.remarks, "groups.4.questions.0.ask_if", "analysis.unreachable"));
}

TEST_CASE("a question behind one that is not asked is not asked either", "[analysis]") {
    // Asked of oneself, and only when somebody else's relation is given.
    const json::Value file = planted(model_file(), "groups.1.questions.6.ask_if",
                                     R"({"and":[{"==":[{"var":"nyc_quan_he"},"cha"]},)"
                                     R"({"==":[{"var":"nyc_dan_toc"},"khac"]}]})");
    const Report report = report_on(file);
    CHECK(remarked(report.remarks, "groups.1.questions.6.ask_if", "analysis.unreachable"));
}

TEST_CASE("a rule that always holds decides nothing", "[analysis]") {
    const Report report = report_on(
        planted(model_file(), "groups.1.questions.2.ask_if",
                R"({"or":[{"==":[{"var":"nyc_quan_he"},"cha"]},{"!=":[{"var":"nyc_quan_he"},"cha"]}]})"));
    CHECK(remarked(report.remarks, "groups.1.questions.2.ask_if", "analysis.always"));
}

TEST_CASE("a paper that nobody needs is found", "[analysis]") {
    const Report report = report_on(
        planted(model_file(), "documents.2.required_if", R"({"==":[{"var":"nyc_quan_he"},"hang_xom"]})"));
    CHECK(remarked(report.remarks, "documents.2.required_if", "analysis.document_never"));
}

TEST_CASE("checks no answer passes, and checks that pass everything, are found", "[analysis]") {
    const char* at = "groups.0.questions.0.checks";
    const Report never = report_on(planted(
        model_file(), at, R"([{"rule":{"==":[{"var":"nyc_quan_he"},"hang_xom"]},"code":"date_order"}])"));
    CHECK(remarked(never.remarks, "groups.0.questions.0.checks.0.rule", "analysis.check_never"));
    const Report always = report_on(planted(
        model_file(), at, R"([{"rule":{"!=":[{"var":"nyc_quan_he"},"hang_xom"]},"code":"date_order"}])"));
    CHECK(remarked(always.remarks, "groups.0.questions.0.checks.0.rule", "analysis.check_always"));
    const Report apart =
        report_on(planted(model_file(), at,
                          R"([{"rule":{"==":[{"var":"nyc_quan_he"},"cha"]},"code":"date_order"},)"
                          R"({"rule":{"==":[{"var":"nyc_quan_he"},"me"]},"code":"date_future"}])"));
    CHECK(remarked(apart.remarks, "groups.0.questions.0.checks", "analysis.checks_contradict"));
    CHECK_FALSE(remarked(apart.remarks, "groups.0.questions.0.checks.0.rule", "analysis.check_never"));
}

TEST_CASE("days compared with fixed days are proved, with each other they are left open", "[analysis]") {
    const char* at = "groups.1.questions.1.checks";
    const Report apart = report_on(
        planted(model_file(), at,
                R"([{"rule":{"date_before":[{"var":"nyc_ngay_sinh"},"1950-01-01"]},"code":"date_order"},)"
                R"({"rule":{"date_after":[{"var":"nyc_ngay_sinh"},"1990-01-01"]},"code":"date_future"}])"));
    CHECK(remarked(apart.remarks, at, "analysis.checks_contradict"));
    const Report open = report_on(planted(model_file(), at,
                                          R"([{"rule":{">=":[{"age_years":[{"var":"nyc_ngay_sinh"},)"
                                          R"({"var":"today"}]},18]},"code":"date_order"}])"));
    CHECK_FALSE(remarked(open.remarks, std::string(at) + ".0.rule", "analysis.check_never"));
    CHECK_FALSE(remarked(open.remarks, std::string(at) + ".0.rule", "analysis.check_always"));
}

TEST_CASE("the same open rule and its opposite cannot both hold", "[analysis]") {
    const char* at = "groups.1.questions.1.checks";
    const char* older = R"({">=":[{"age_years":[{"var":"nyc_ngay_sinh"},{"var":"today"}]},18]})";
    const std::string checks = std::string(R"([{"rule":)") + older +
                               R"(,"code":"date_order"},{"rule":{"!":)" + older +
                               R"(},"code":"date_future"}])";
    CHECK(remarked(report_on(planted(model_file(), at, checks)).remarks, at, "analysis.checks_contradict"));
}

TEST_CASE("fees and limits outside of the edition's days never apply", "[analysis]") {
    const Report fee =
        report_on(planted(model_file(), "fees.2.in_force", R"({"from":"2020-01-01","until":"2026-11-20"})"));
    CHECK(remarked(fee.remarks, "fees.2.in_force", "analysis.days_never"));
    const Report rule = report_on(
        planted(model_file(), "fees.1.applies_if", R"({"date_before":[{"var":"today"},"2026-11-21"]})"));
    CHECK(remarked(rule.remarks, "fees.1.applies_if", "analysis.applies_never"));
    const Report later = report_on(
        planted(model_file(), "fees.1.applies_if", R"({"date_before":[{"var":"today"},"2026-11-22"]})"));
    CHECK_FALSE(remarked(later.remarks, "fees.1.applies_if", "analysis.applies_never"));
}

TEST_CASE("a time limit behind one that always applies never counts", "[analysis]") {
    const json::Value file = model_file();
    json::Value second = file.array_at("time_limits")[0];
    second = tests::edited(second, "id", "cham_hon");
    const Report report = report_on(tests::edited(file, "time_limits.1", second));
    CHECK(remarked(report.remarks, "time_limits.1", "analysis.limit_shadowed"));
}

TEST_CASE("a computed value that nobody reads is found", "[analysis]") {
    const json::Value file =
        planted(model_file(), "computed", R"([{"id":"khong_ai_doc","value":{"+":[1,1]}}])");
    CHECK(remarked(report_on(file).remarks, "computed.0", "analysis.unread"));
    const json::Value read = planted(file, "documents.2.required_if", R"({"==":[{"var":"khong_ai_doc"},3]})");
    CHECK_FALSE(remarked(report_on(read).remarks, "computed.0", "analysis.unread"));
    CHECK(remarked(report_on(read).remarks, "documents.2.required_if", "analysis.document_never"));
}

TEST_CASE("when the work runs out nothing is claimed", "[analysis]") {
    const json::Value file = planted(model_file(), "groups.4.ask_if", kBoth);
    const Report report = analyse(procedure_of(file), Limits{2});
    CHECK_FALSE(remarked(report.remarks, "groups.4.ask_if", "analysis.unreachable"));
    CHECK(report.unknown > 0);
}

}  // namespace motcua::analysis
