#include <catch2/catch.hpp>

#include "shared/analysis/analysis.hpp"
#include "tests/shared/analysis/edit.hpp"

namespace motcua::analysis {
namespace {

using tests::planted;
using tests::procedure_of;
using tests::remarked;

std::vector<Remark> look_over(const json::Value& file) {
    return analysis::look_over(file, procedure_of(file));
}

json::Value model_file() {
    return tests::procedure_file("1.004873");
}

}  // namespace

TEST_CASE("the model procedure has nothing to be looked over", "[analysis][look_over]") {
    CHECK(look_over(model_file()).empty());
}

TEST_CASE("a sentence without its translation is found", "[analysis][look_over]") {
    const auto remarks =
        look_over(planted(model_file(), "groups.0.title", R"({"vi":"Bạn xin giấy cho ai?"})"));
    CHECK(remarked(remarks, "groups.0.title", "analysis.untranslated"));
}

TEST_CASE("a title that asks needs another wording for those who are not asked", "[analysis][look_over]") {
    const json::Value file = planted(model_file(), "groups.0.title", R"({"vi":"Cho ai?","en":"For whom?"})");
    CHECK_FALSE(remarked(look_over(file), "groups.0.title", "analysis.title_asks"));
    const json::Value bare = planted(file, "groups.0.record_title", R"({"vi":"Ai?","en":"Who?"})");
    CHECK(remarked(look_over(bare), "groups.0.title", "analysis.title_asks"));
}

TEST_CASE("a list that no question names is found", "[analysis][look_over]") {
    const auto remarks =
        look_over(planted(model_file(), "lists.thua", R"([{"id":"a","label":{"vi":"A","en":"A"}}])"));
    CHECK(remarked(remarks, "lists.thua", "analysis.list_unused"));
}

TEST_CASE("an edition in force before it was made is found", "[analysis][look_over]") {
    const auto remarks = look_over(planted(model_file(), "in_force.from", R"("2026-01-01")"));
    CHECK(remarked(remarks, "in_force.from", "analysis.edition_later"));
}

TEST_CASE("migrations to answers and options that are not there are found", "[analysis][look_over]") {
    const json::Value file = planted(model_file(), "migrations",
                                     R"([{"from":"2026-11-21","note":{"vi":"Đổi","en":"Changed"},"steps":[)"
                                     R"({"rename":"cu","to":"khong_co"},{"set":"cung_khong","value":"x"},)"
                                     R"({"options":"muc_dich","map":{"cu":"khong_co","mua":"mua_ban"}}]}])");
    const auto remarks = look_over(file);
    CHECK(remarked(remarks, "migrations.0.from", "analysis.migration_edition"));
    CHECK(remarked(remarks, "migrations.0.steps.0.to", "analysis.migration_target"));
    CHECK(remarked(remarks, "migrations.0.steps.1.set", "analysis.migration_target"));
    CHECK(remarked(remarks, "migrations.0.steps.2.map.cu", "analysis.migration_option"));
    CHECK_FALSE(remarked(remarks, "migrations.0.steps.2.map.mua", "analysis.migration_option"));
}

TEST_CASE("migrations from answers that the earlier edition does not have are found",
          "[analysis][look_over]") {
    const json::Value file =
        planted(planted(model_file(), "edition", R"("2027-01-01")"), "migrations",
                R"([{"from":"2026-11-21","note":{"vi":"Đổi","en":"Changed"},"steps":[)"
                R"({"rename":"khong_co","to":"nyc_ho_ten"},{"drop":"nyc_noi_cu_tru.line"},)"
                R"({"drop":"muc_dich"}]}])");
    const auto remarks = compare_migration(procedure_of(file), procedure_of(model_file()));
    REQUIRE(remarks.size() == 1);
    CHECK(remarked(remarks, "migrations.0.steps.0.rename", "analysis.migration_source"));
}

}  // namespace motcua::analysis
