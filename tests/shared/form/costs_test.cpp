#include "shared/form/costs.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/shared/form/fixture.hpp"
#include "tests/shared/form/small_procedure.hpp"

namespace motcua::form {
namespace {

using tests::Lines;

std::string questions() {
    return R"("groups":[{"id":"chung","title":"T","questions":[
        {"id":"ban_sao","type":"number","label":"T","required":false},
        {"id":"ngheo","type":"yes_no","label":"T","required":false,
         "options":[{"id":"yes","label":"T"},{"id":"no","label":"T"}]}]}],)";
}

catalogue::Procedure with_fees(const std::string& fees) {
    return tests::small_procedure(questions() + "\"fees\":[" + fees + "]");
}

const char* const kBase = R"({"id":"co_ban","kind":"base","label":"T","amount_dong":75000,"from":"P"})";
const char* const kCopies = R"({"id":"sao","kind":"base","label":"T","from":"P",
    "applies_if":{">":[{"var":"ban_sao"},0]},"amount_dong":{"*":[{"var":"ban_sao"},8000]}})";
const char* const kHalf = R"({"id":"nua","kind":"reduction","label":"T","from":"P",
    "amount_dong":{"/":[{"var":"amount_dong"},2]}})";
const char* const kPoor = R"({"id":"ngheo_free","kind":"reduction","label":"T","from":"P",
    "applies_if":{"==":[{"var":"ngheo"},"yes"]},"amount_dong":0})";
const char* const kProof = R"({"id":"vneid","kind":"reduction","label":"T","from":"P","on_proof":"T",
    "in_force":{"from":"2026-08-15","until":"2027-02-28"},"amount_dong":10000})";

std::string layers(std::initializer_list<const char*> fees) {
    std::string list;
    for (const char* fee : fees) {
        list += (list.empty() ? "" : ",") + std::string(fee);
    }
    return list;
}

Lines ids_of(const std::vector<FeeLine>& lines) {
    Lines ids;
    for (const FeeLine& line : lines) {
        ids.push_back(line.fee->id);
    }
    return ids;
}

}  // namespace

TEST_CASE("base layers that apply are added up", "[form][costs]") {
    const auto procedure = with_fees(layers({kBase, kCopies}));
    const FeeEstimate one = estimate_fee(procedure, {}, tests::kToday);
    CHECK(one.amount_dong == 75000);
    CHECK(ids_of(one.base) == Lines{"co_ban"});
    CHECK(one.verified);
    CHECK(estimate_fee(procedure, {{"ban_sao", "3"}}, tests::kToday).amount_dong == 99000);
}

TEST_CASE("of the reductions that apply the greatest benefit wins, and only one", "[form][costs]") {
    const auto procedure = with_fees(layers({kBase, kCopies, kHalf, kPoor}));
    const FeeEstimate half = estimate_fee(procedure, {{"ban_sao", "1"}}, tests::kToday);
    CHECK(half.amount_dong == 41500);
    REQUIRE(half.reduction.has_value());
    CHECK(half.reduction->fee->id == "nua");
    const FeeEstimate poor = estimate_fee(procedure, {{"ngheo", "yes"}}, tests::kToday);
    CHECK(poor.amount_dong == 0);
    CHECK(poor.reduction->fee->id == "ngheo_free");
}

TEST_CASE("what hangs on a proof is a possibility, and only where it is better", "[form][costs]") {
    const auto procedure = with_fees(layers({kBase, kHalf, kPoor, kProof}));
    const FeeEstimate fee = estimate_fee(procedure, {}, tests::kToday);
    CHECK(fee.amount_dong == 37500);
    CHECK(ids_of(fee.possible) == Lines{"vneid"});
    CHECK(estimate_fee(procedure, {{"ngheo", "yes"}}, tests::kToday).possible.empty());
    CHECK(estimate_fee(procedure, {}, {2026, 8, 14}).possible.empty());
    CHECK(ids_of(estimate_fee(procedure, {}, {2027, 2, 28}).possible) == Lines{"vneid"});
    CHECK(estimate_fee(procedure, {}, {2027, 3, 1}).possible.empty());
}

TEST_CASE("an amount the province sets is not known here", "[form][costs]") {
    const char* const unknown = R"({"id":"tinh","kind":"base","label":"T","amount_dong":null,"from":"P"})";
    const auto procedure = with_fees(layers({unknown, kBase, kHalf, kPoor, kProof}));
    const FeeEstimate fee = estimate_fee(procedure, {}, tests::kToday);
    CHECK_FALSE(fee.amount_dong.has_value());
    CHECK_FALSE(fee.base.at(0).known);
    CHECK_FALSE(fee.reduction.has_value());
    CHECK(ids_of(fee.possible) == Lines{"vneid"});
    // Nothing to pay is nothing to pay, whatever the sum.
    CHECK(estimate_fee(procedure, {{"ngheo", "yes"}}, tests::kToday).amount_dong == 0);
}

TEST_CASE("a file without fees for this day knows no amount", "[form][costs]") {
    CHECK_FALSE(estimate_fee(with_fees(""), {}, tests::kToday).amount_dong.has_value());
    const char* const old = R"({"id":"cu","kind":"base","label":"T","amount_dong":1,"from":"P",
        "in_force":{"until":"2025-12-31"}})";
    CHECK_FALSE(estimate_fee(with_fees(old), {}, tests::kToday).amount_dong.has_value());
    CHECK(estimate_fee(with_fees(kCopies), {}, tests::kToday).amount_dong == 0);
}

TEST_CASE("the first time limit that is in force and applies counts", "[form][costs]") {
    const auto procedure = tests::small_procedure(questions() + R"("time_limits":[
        {"id":"cu","steps":[{"value":9,"unit":"working_day"}],"from":"P","in_force":{"until":"2025-12-31"}},
        {"id":"nhanh","steps":[{"value":1,"unit":"same_day"}],"from":"P",
         "applies_if":{"==":[{"var":"ngheo"},"yes"]}},
        {"id":"thuong","steps":[{"value":3,"unit":"working_day"}],"from":"P","in_force":{"from":"2026-01-01"}}])");
    CHECK(time_limit(procedure, {}, tests::kToday)->id == "thuong");
    CHECK(time_limit(procedure, {{"ngheo", "yes"}}, tests::kToday)->id == "nhanh");
    CHECK(time_limit(procedure, {}, {2025, 12, 31})->id == "cu");
    const auto none = tests::small_procedure(questions() + R"("time_limits":[])");
    CHECK(time_limit(none, {}, tests::kToday) == nullptr);
}

}  // namespace motcua::form
