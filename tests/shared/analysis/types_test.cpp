#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "shared/analysis/analysis.hpp"
#include "tests/shared/analysis/edit.hpp"
#include "tests/shared/form/small_procedure.hpp"

namespace motcua::analysis {
namespace {

constexpr const char* kQuestions = R"("groups":[
  {"id":"trang","title":"T","questions":[
    {"id":"mau","type":"choice","label":"T","options":[{"id":"xanh","label":"T"},{"id":"do","label":"T"}]},
    {"id":"co","type":"choice","label":"T","options":[{"id":"to","label":"T"},{"id":"nho","label":"T"}]},
    {"id":"nua","type":"choice","label":"T","options":[{"id":"do","label":"T"},{"id":"to","label":"T"}]},
    {"id":"rau","type":"choices","label":"T","options":[{"id":"cai","label":"T"},{"id":"ngo","label":"T"}]},
    {"id":"dong_y","type":"yes_no","label":"T","options":[{"id":"yes","label":"T"},{"id":"no","label":"T"}]},
    {"id":"ngay","type":"date","label":"T"},
    {"id":"sinh","type":"partial_date","label":"T"},
    {"id":"so","type":"number","label":"T"},
    {"id":"tien","type":"money","label":"T"},
    {"id":"ten","type":"person_name","label":"T"},
    {"id":"ma","type":"text","label":"T"},
    {"id":"noi","type":"address","label":"T"},
    {"id":"khi_khac","type":"choice","label":"T","options":[{"id":"a","label":"T"},{"id":"b","label":"T"}],
     "ask_if":{"==":[{"var":"mau"},"do"]},"otherwise":"khong_hoi"}]},
  {"id":"nguoi","title":"T","repeat":{"item":"T","add":"T"},"questions":[
    {"id":"ho","type":"person_name","label":"T"},
    {"id":"tuoi","type":"number","label":"T"},
    {"id":"vai","type":"choice","label":"T","options":[{"id":"chu","label":"T"},{"id":"con","label":"T"}]}]}],
  "computed":[{"id":"nam","value":{"date_diff_days":[{"var":"ngay"},{"var":"today"}]}},
              {"id":"rule","label":"T","value":)";

/// What is said of this rule: place within it, code, arguments.
std::vector<std::string> said_of(const std::string& rule) {
    const auto procedure = tests::small_procedure(kQuestions + rule + "}]");
    const std::string at = "computed.1.value";
    std::vector<std::string> lines;
    for (const Remark& remark : check_types(procedure)) {
        REQUIRE(remark.error);
        REQUIRE(remark.finding.field.rfind(at, 0) == 0);
        std::string line = remark.finding.field.substr(at.size()) + " " + remark.finding.code.substr(9);
        for (const auto& [name, value] : remark.finding.args) {
            line.append(" ").append(name).append("=").append(value);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an option that a question does not have is named with those most like it", "[analysis][types]") {
    for (const char* operation : {"==", "===", "!=", "!=="}) {
        const std::string name = operation;
        CAPTURE(name);
        CHECK(said_of("{\"" + name + R"(":[{"var":"mau"},"xnah"]})") ==
              Lines{"." + name + ".1 option name=xnah of=mau near=xanh, do"});
        CHECK(said_of("{\"" + name + R"(":["xnh",{"var":"mau"}]})") ==
              Lines{"." + name + ".0 option name=xnh of=mau near=xanh, do"});
        CHECK(said_of("{\"" + name + R"(":[{"var":"mau"},"do"]})").empty());
    }
    CHECK(said_of(R"({"in":[{"var":"mau"},["do","cam","xanhh"]]})") ==
          Lines{".in.1.1 option name=cam of=mau near=do, xanh",
                ".in.1.2 option name=xanhh of=mau near=xanh, do"});
    CHECK(said_of(R"({"in":["ca",{"var":"rau"}]})") == Lines{".in.0 option name=ca of=rau near=cai, ngo"});
    CHECK(said_of(R"({"==":[{"var":"rau"},"ca"]})").size() == 1);
    CHECK(said_of(R"({"==":[{"var":"rau"},"cai,ngo"]})").empty());
    CHECK(said_of(R"({"==":[{"var":"channel"},"onlin"]})").size() == 1);
    CHECK(said_of(R"({"some":[{"var":"nguoi"},{"==":[{"var":"vai"},"ho"]}]})") ==
          Lines{".some.1.==.1 option name=ho of=vai near=chu, con"});
}

TEST_CASE("what stands for a question that is not asked may be compared with", "[analysis][types]") {
    CHECK(said_of(R"({"==":[{"var":"khi_khac"},"khong_hoi"]})").empty());
    CHECK(said_of(R"({"==":[{"var":"khi_khac"},"khong_ho"]})").size() == 1);
}

TEST_CASE("choices that share no option are never the same", "[analysis][types]") {
    CHECK(said_of(R"({"==":[{"var":"mau"},{"var":"co"}]})") ==
          Lines{" options_apart left=mau, an option right=co, an option"});
    CHECK(said_of(R"({"in":[{"var":"mau"},{"var":"rau"}]})").size() == 1);
    CHECK(said_of(R"({"==":[{"var":"mau"},{"var":"nua"}]})").empty());
    CHECK(said_of(R"({"==":[{"if":[{"var":"so"},"to","do"]},{"var":"mau"}]})").empty());
}

TEST_CASE("kinds that have nothing to do with each other are found", "[analysis][types]") {
    const std::vector<std::string> wrong = {
        R"({"*":[{"var":"tien"},{"var":"ngay"}]})",
        R"({"+":[{"var":"so"},{"var":"today"}]})",
        R"({"-":[{"date_add":[{"var":"ngay"},1,"days"]},1]})",
        R"({"max":[{"var":"so"},{"var":"mau"}]})",
        R"({"+":[1,{"var":"ten"}]})",
        R"({"+":[1,{"var":"nguoi"}]})",
        R"({"*":[2,{"==":[{"var":"so"},1]}]})",
        R"({"<":[{"var":"ngay"},18]})",
        R"({"<=":[12,{"var":"ngay"},60]})",
        R"({">":[{"var":"nguoi"},2]})",
        R"({"==":[{"var":"ngay"},2026]})",
        R"({"==":[{"var":"ngay"},"2026-02-30"]})",
        R"({"==":[{"var":"dong_y"},true]})",
        R"({"==":[{"var":"so"},"hai"]})",
        R"({"===":[{"var":"so"},"2"]})",
        R"({"==":[{"var":"rau"},["cai"]]})",
        R"({"==":[{"var":"noi"},"01"]})",
        R"({"in":[{"var":"rau"},["cai","ngo"]]})",
        R"({"in":[2,{"var":"so"}]})",
        R"({"date_before":[{"var":"so"},{"var":"today"}]})",
        R"({"age_years":[{"var":"ten"},{"var":"today"}]})",
        R"({"date_before":[{"var":"ngay"},"21/11/2026"]})",
        R"({"date_add":[{"var":"ngay"},{"var":"mau"},"years"]})",
        R"({"date_add":[{"var":"ngay"},1,"year"]})",
        R"({"some":[{"var":"mau"},{"==":[{"var":""},"do"]}]})",
        R"({"count":[{"var":"so"}]})",
        R"({"sum":[{"var":"nguoi"},{"var":"ho"}]})",
        R"({"+":[{"var":"nam"},{"var":"ngay"}]})",
        R"({"some":[{"var":"nguoi"},{"<":[{"var":"tuoj"},18]}]})",
        R"({"some":[{"var":"nguoi"},{"<":[{"var":"so"},18]}]})",
        R"({"reduce":[{"var":"nguoi"},{"+":[{"var":"accumulator"},{"var":"current.tien"}]},0]})",
        R"({"count":[{"filter":[{"var":"nguoi"},{"==":[{"var":"vai"},"cha"]}]}]})",
    };
    for (const std::string& rule : wrong) {
        CAPTURE(rule);
        CHECK(said_of(rule).size() == 1);
    }
    CHECK(said_of(wrong[0]) == Lines{".*.1 argument operation=* wanted=numbers given=ngay, a date"});
    CHECK(said_of(wrong[7]) == Lines{" compared left=ngay, a date right=a number"});
}

TEST_CASE("what may be meant is left alone", "[analysis][types]") {
    for (const char* rule : {
             R"({"*":[{"var":"tien"},{"var":"so"}]})",
             R"({"*":[{"var":"ma"},1]})",
             R"({"+":[{"var":"ngay"}]})",
             R"({"+":[{"substr":[{"var":"ngay"},0,4]},1]})",
             R"({"<":[{"var":"ngay"},"2026"]})",
             R"({"<":[{"var":"sinh"},2000]})",
             R"({"==":[{"var":"so"},"2"]})",
             R"({"==":[{"var":"mau"},null]})",
             R"({"<":[{"age_years":[{"var":"sinh"},{"var":"today"}]},18]})",
             R"({"date_after":[{"cat":[{"var":"sinh"},"-28"]},"2026-01-01"]})",
             R"({">":[{"count":[{"var":"nguoi"}]},2]})",
             R"({"sum":[{"var":"nguoi"},{"var":"tuoi"}]})",
             R"({"in":["2026",{"var":"ngay"}]})",
             R"({"in":[{"var":"noi.province"},["01","79"]]})",
             R"({"all":[{"var":"rau"},{"in":[{"var":""},["cai"]]}]})",
             R"({"==":[{"var":["mau","tim"]},"tim"]})",
             R"({"-":[3,{"==":[{"var":"so"},1]}]})",
             R"({"reduce":[{"var":"nguoi"},{"max":[{"var":"accumulator"},{"var":"current.tuoi"}]},0]})",
             R"({"missing":["mau","co"]})",
             R"({"if":[{"var":"so"},{"var":"mau"},"tim"]})",
         }) {
        CAPTURE(rule);
        CHECK(said_of(rule).empty());
    }
}

TEST_CASE("what a rule is for decides what it may give", "[analysis][types]") {
    const auto said = [](const std::string& question) {
        const auto procedure = tests::small_procedure(
            R"("groups":[{"id":"g","title":"T","questions":[{"id":"so","type":"number","label":"T"},)" +
            question + "]}]");
        return check_types(procedure).size();
    };
    const std::string head = R"({"id":"a","type":"id_or_passport","label":"T",)";
    CHECK(said(head + R"("number_kind":{"if":[{"var":"so"},"citizen_id","pasport"]}})") == 1);
    CHECK(said(head + R"("number_kind":{"if":[{"var":"so"},"citizen_id","passport"]}})") == 0);
    CHECK(said(head + R"("same_person":{"born":{"var":"so"}}})") == 1);
}

TEST_CASE("the procedures that ship compare nothing that cannot be meant", "[analysis][types]") {
    const auto index = json::read(tests::repository_file("assets/procedures/index.json"));
    REQUIRE(index);
    for (const json::Value& entry : index->array_at("procedures")) {
        const auto procedure = tests::procedure_of(tests::procedure_file(entry.text_or("code")));
        for (const Remark& remark : check_types(procedure)) {
            FAIL_CHECK(procedure.code << " " << remark.finding.field << " " << remark.finding.code);
        }
        CHECK(procedure.groups.size() > 1);
    }
}

TEST_CASE("a typing mistake is found in every rule of a procedure that names an option",
          "[analysis][types][property]") {
    const json::Value file = tests::procedure_file("1.004873");
    std::size_t planted = 0;
    tests::each_question(file, [&](const json::Value& question, const std::string& path) {
        const json::Value* rule = question.find("ask_if");
        const json::Value* equal = rule == nullptr ? nullptr : rule->find("==");
        if (equal == nullptr || equal->array()->at(1).string() == nullptr) {
            return;
        }
        const std::string at = path + ".ask_if.==.1";
        CAPTURE(at);
        const std::string typo = "\"" + *equal->array()->at(1).string() + "x\"";
        CHECK(tests::remarked(check_types(tests::procedure_of(tests::planted(file, at, typo))), at,
                              "analysis.option"));
        ++planted;
    });
    CHECK(planted > 3);
}

}  // namespace motcua::analysis
