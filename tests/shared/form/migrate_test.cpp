#include "shared/form/migrate.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "shared/form/form.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/shared/form/small_procedure.hpp"
#include "tests/shared/support/random.hpp"

namespace motcua::form {
namespace {

using tests::Lines;

catalogue::Procedure with_steps(const std::string& steps) {
    return tests::small_procedure(R"("groups":[
        {"id":"chung","title":"T","questions":[
         {"id":"ho_ten","type":"person_name","label":"T"},
         {"id":"noi_o","type":"address","label":"T"},
         {"id":"kieu","type":"choices","label":"T","options":[{"id":"a","label":"T"},{"id":"b","label":"T"}]},
         {"id":"tong","type":"number","label":"T"}]},
        {"id":"nguoi","title":"T","repeat":{"item":"T","add":"T"},"questions":[
         {"id":"ten","type":"text","label":"T"},{"id":"dai","type":"number","label":"T"}]}],
        "migrations":[{"from":"2026-01-01","note":"T","steps":[)" +
                                  steps + "]}]");
}

Answers migrated(const std::string& steps, const Answers& answers) {
    const auto result = migrate(with_steps(steps), "2026-01-01", answers);
    REQUIRE(result.ok());
    return *result;
}

ErrorCode refused(const std::string& steps, const Answers& answers) {
    const auto result = migrate(with_steps(steps), "2026-01-01", answers);
    REQUIRE_FALSE(result.ok());
    return result.error().code;
}

}  // namespace

TEST_CASE("a question's answer goes with its new name, an address with its parts", "[form][migrate]") {
    CHECK(migrated(R"({"rename":"ten_cu","to":"ho_ten"},{"rename":"o_cu","to":"noi_o"})",
                   {{"ten_cu", "A B"}, {"o_cu.province", "86"}, {"o_cu.line", "Ấp"}, {"o_cu_nua", "x"}}) ==
          Answers{{"ho_ten", "A B"}, {"noi_o.province", "86"}, {"noi_o.line", "Ấp"}, {"o_cu_nua", "x"}});
}

TEST_CASE("steps reach into every row", "[form][migrate]") {
    const Answers answers = {{"nguoi", "2"}, {"nguoi.0.cu", "A"}, {"nguoi.1.cu", "B"}, {"nguoi.1.bo", "x"}};
    CHECK(migrated(R"({"rename":"nguoi.*.cu","to":"nguoi.*.ten"},{"drop":"nguoi.*.bo"})", answers) ==
          Answers{{"nguoi", "2"}, {"nguoi.0.ten", "A"}, {"nguoi.1.ten", "B"}});
    CHECK(migrated(R"({"rename":"nguoi","to":"ai"})", answers).count("ai.1.cu") == 1);
}

TEST_CASE("options change their ids, each of several", "[form][migrate]") {
    CHECK(migrated(R"({"options":"kieu","map":{"x":"a","y":"a","z":"b"}})", {{"kieu", "x,y,z,k"}}) ==
          Answers{{"kieu", "a,b,k"}});
}

TEST_CASE("a value is set from the answers so far, in a row from the row's", "[form][migrate]") {
    CHECK(migrated(R"({"set":"tong","value":{"sum":[{"var":"nguoi"},{"var":"dai"}]}})",
                   {{"nguoi", "2"}, {"nguoi.0.dai", "2"}, {"nguoi.1.dai", "3"}})
              .at("tong") == "5");
    CHECK(migrated(R"({"set":"nguoi.*.ten","value":{"var":"ho_ten"}})",
                   {{"ho_ten", "A B"}, {"nguoi", "2"}, {"nguoi.0.dai", "2"}})
              .at("nguoi.1.ten") == "A B");
    CHECK(migrated(R"({"set":"ho_ten","value":{"var":"tong"}})", {}) == Answers{});
}

TEST_CASE("a step that would write over an answer is a conflict", "[form][migrate]") {
    CHECK(refused(R"({"rename":"ten_cu","to":"ho_ten"})", {{"ten_cu", "A"}, {"ho_ten", "B"}}) ==
          ErrorCode::Conflict);
    CHECK(refused(R"({"set":"ho_ten","value":"A"})", {{"ho_ten", "B"}}) == ErrorCode::Conflict);
    CHECK(refused(R"({"rename":"nguoi.*.ten","to":"ho_ten"})",
                  {{"nguoi.0.ten", "A"}, {"nguoi.1.ten", "B"}}) == ErrorCode::Conflict);
}

TEST_CASE("from an edition the file does not know there is no way", "[form][migrate]") {
    const auto result = migrate(with_steps(""), "2020-01-01", {});
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::NotFound);
}

TEST_CASE("a migration keeps every answer that no step touches", "[form][migrate][property]") {
    tests::Random random(51);
    const auto procedure = with_steps(R"({"rename":"a_cu","to":"a_moi"},{"drop":"b_cu"},
        {"options":"c","map":{"x":"y"}},{"set":"d_moi","value":"đặt"},{"rename":"nguoi.*.cu","to":"nguoi.*.ten"})");
    for (int i = 0; i < 300; ++i) {
        Answers untouched;
        for (int count = static_cast<int>(random.below(30)); count > 0; --count) {
            const std::string id = "q" + std::to_string(random.below(200));
            const bool in_row = random.one_in(3);
            const std::string row = std::to_string(random.below(9));
            untouched[in_row ? "nguoi." + row + "." + id : id] = std::to_string(random.below(1000));
        }
        Answers answers = untouched;
        answers["a_cu"] = "1";
        answers["b_cu"] = "2";
        answers["c"] = "x";
        answers["nguoi.0.cu"] = "3";
        const auto result = migrate(procedure, "2026-01-01", answers);
        REQUIRE(result.ok());
        Answers expected = untouched;
        expected["a_moi"] = "1";
        expected["c"] = "y";
        expected["d_moi"] = "đặt";
        expected["nguoi.0.ten"] = "3";
        CHECK(*result == expected);
    }
}

TEST_CASE("a later edition of a procedure leaves the verdict on an old dossier alone", "[form][property]") {
    const catalogue::Procedure before = tests::marital_status();
    const Form form = tests::own_certificate();
    const Findings verdict = check(before, form, tests::all_places());
    catalogue::Procedure later = before;
    later.edition = "2027-01-01";
    for (catalogue::Group& group : later.groups) {
        for (catalogue::Question& question : group.questions) {
            question.ask_if = catalogue::Rule(false);
            question.checks.push_back({catalogue::Rule(false), "date_order", {}, false});
            CHECK(check(before, form, tests::all_places()) == verdict);
        }
    }
    // By the later one it is another form, and is said to be so.
    CHECK(check(later, form, tests::all_places()).at(0).code == "wrong_edition");
}

}  // namespace motcua::form
