#include <catch2/catch.hpp>

#include <filesystem>

#include "client/cli/procedure_file.hpp"
#include "client/cli/rule_words.hpp"
#include "shared/analysis/rules.hpp"
#include "shared/json/read.hpp"
#include "tests/client/cli/run_motcua.hpp"

namespace motcua::cli_test {
namespace {

const char* const kFile = MOTCUA_SOURCE_DIR "/assets/procedures/1.004873.json";

}  // namespace

TEST_CASE("a question's rule is told in both languages", "[cli][explain]") {
    const Outcome done = motcua({"catalogue", "explain", kFile, "muc_dich_khac"});
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "khi “Mục đích sử dụng” là “Mục đích khác”"));
    CHECK(contains(done.out, "when “Purpose” is “Another purpose”"));
}

TEST_CASE("papers, pages and what reads an answer are told", "[cli][explain]") {
    CHECK(contains(motcua({"catalogue", "explain", kFile, "giay_xn_cu"}).out,
                   "khi “Trước đây đã được cấp giấy này chưa?” là “Đã được cấp”"));
    CHECK(contains(motcua({"catalogue", "explain", kFile, "cap_lai", "--json"}).out,
                   "\"read_by\":[\"documents.1.required_if\"]"));
    CHECK(contains(motcua({"catalogue", "explain", kFile, "nq_66_22"}).out, "NQ 66.22/2026/NQ-CP"));
}

TEST_CASE("every operation is put in words, in both languages", "[cli][explain]") {
    const auto file = cli::read_procedure_file(kFile);
    REQUIRE(file);
    REQUIRE(file->procedure);
    for (const char* text : {
             R"({"var":["muc_dich","?"]})",
             R"({"var":""})",
             R"({"var":1})",
             R"({"var":"accumulator.1"})",
             R"({"missing":["muc_dich","nyc_email"]})",
             R"({"missing_some":[1,["muc_dich","nyc_email"]]})",
             R"({"if":[{"var":"muc_dich"},1,2]})",
             R"({"?:":[true,1,null]})",
             R"({"and":[true,false]})",
             R"({"or":[{"var":"a"},[]]})",
             R"({"!":[{"var":"a"}]})",
             R"({"!!":[{"!":1}]})",
             R"({"==":[1,2]})",
             R"({"===":[{"var":"a"},null]})",
             R"({"!=":[1,2]})",
             R"({"!==":[1,2]})",
             R"({"<":[1,2,3]})",
             R"({"<=":[1,2,3]})",
             R"({">":[1,2]})",
             R"({">=":[1,2]})",
             R"({"in":[1,[1,2]]})",
             R"({"in":["a","ab"]})",
             R"({"+":[1,{"*":[2,3]}]})",
             R"({"+":["7"]})",
             R"({"-":[1]})",
             R"({"/":[1,2]})",
             R"({"%":[1,2]})",
             R"({"min":[1,2]})",
             R"({"max":[1,2]})",
             R"({"cat":["a","b"]})",
             R"({"substr":["abc",0,2]})",
             R"({"substr":["abc",-2]})",
             R"({"substr":["abc",1]})",
             R"({"substr":["abc",1,1]})",
             R"({"substr":["abc",{"var":"a"}]})",
             R"({"merge":[[1],[2]]})",
             R"({"some":[{"var":"a"},{"var":""}]})",
             R"({"none":[{"var":"a"},{"var":""}]})",
             R"({"all":[{"var":"a"},{"var":""}]})",
             R"({"filter":[{"var":"a"},{"var":""}]})",
             R"({"map":[{"var":"a"},{"var":"b"}]})",
             R"({"reduce":[{"var":"a"},{"+":[{"var":"current"},{"var":"accumulator"}]},0]})",
             R"({"log":"a"})",
             R"({"date_before":["2026-01-01","2026-01-02"]})",
             R"({"date_after":["2026-01-01","2026-01-02"]})",
             R"({"date_add":[{"var":"today"},-1,"years"]})",
             R"({"date_add":[{"var":"today"},{"var":"a"},"days"]})",
             R"({"date_diff_days":["2026-01-01","2026-01-02"]})",
             R"({"age_years":["2026-01-01","2026-01-02"]})",
             R"({"count":[{"var":"a"}]})",
             R"({"count":[{"var":"a"},{"var":"b"}]})",
             R"({"sum":[{"var":"a"}]})",
             R"({"sum":[{"var":"a"},{"var":"b"}]})",
         }) {
        const auto rule = json::read(text);
        REQUIRE(rule);
        for (const char* lang : {"vi", "en"}) {
            const cli::RuleWords words(*file->procedure, lang);
            CAPTURE(text, lang, words.condition(*rule), words.term(*rule));
            for (const std::string& said : {words.condition(*rule), words.term(*rule)}) {
                CHECK_FALSE(said.empty());
                CHECK_FALSE(contains(said, "{"));
                CHECK_FALSE(contains(said, "}"));
            }
        }
    }
}

TEST_CASE("no rule of a procedure that ships is shown as JSON", "[cli][explain]") {
    std::size_t rules = 0;
    for (const auto& entry : std::filesystem::directory_iterator(MOTCUA_SOURCE_DIR "/assets/procedures")) {
        const std::string name = entry.path().filename().string();
        if (name.size() != 13 || name[1] != '.') {
            continue;
        }
        const auto file = cli::read_procedure_file(entry.path().string());
        REQUIRE(file);
        REQUIRE(file->procedure);
        const cli::RuleWords words(*file->procedure, "vi");
        analysis::visit_rules(*file->procedure, [&](const auto& rule, const std::string& path, auto) {
            CAPTURE(name, path);
            CHECK_FALSE(contains(words.condition(rule), "{\""));
            CHECK_FALSE(contains(words.term(rule), "{\""));
            ++rules;
        });
    }
    CHECK(rules > 500);
}

TEST_CASE("computed days, amounts and rows read as sentences", "[cli][explain]") {
    const auto explained = [](const char* code, const char* id) {
        return motcua(
                   {"catalogue", "explain", MOTCUA_SOURCE_DIR "/assets/procedures/" + std::string(code), id})
            .out;
    };
    CHECK(contains(explained("1.000656.json", "ban_sao"), "amount: 8000 × “Số bản sao”"));
    CHECK(contains(explained("1.004222.json", "nguoi_chua_thanh_nien"), "nhỏ hơn 18"));
    CHECK(contains(explained("2.000815.json", "hop_phap_hoa"), "in “"));
    CHECK(contains(explained("3.000242.json", "dn_tu_ngay"), "(the day of filing minus 12 months)"));
}

TEST_CASE("what the file does not have cannot be explained", "[cli][explain]") {
    CHECK(motcua({"catalogue", "explain", kFile, "khong_co"}).exit == cli::kUsage);
}

}  // namespace motcua::cli_test
