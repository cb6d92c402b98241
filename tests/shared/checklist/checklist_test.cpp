#include "shared/checklist/checklist.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/shared/form/fixture.hpp"

namespace motcua::checklist {
namespace {

using form::Provision;

std::vector<std::string> papers_for(const form::Answers& answers) {
    std::vector<std::string> ids;
    for (const Item& item : needed(tests::marital_status(), answers, tests::kToday)) {
        ids.push_back(item.document->id);
    }
    return ids;
}

std::vector<Provision> choices_of(const std::string& id, const form::Answers& answers) {
    for (const Item& item : needed(tests::marital_status(), answers, tests::kToday)) {
        if (item.document->id == id) {
            return item.choices;
        }
    }
    FAIL("not on the checklist: " << id);
    return {};
}

}  // namespace

TEST_CASE("a person who asks for themselves needs only what is shown at the counter", "[checklist]") {
    CHECK(papers_for(tests::own_certificate().answers) ==
          std::vector<std::string>{"to_khai", "giay_to_tuy_than", "giay_to_cu_tru"});
}

TEST_CASE("an authorised person brings the power of attorney", "[checklist]") {
    form::Answers answers = tests::own_certificate().answers;
    answers["nyc_quan_he"] = "uy_quyen";
    CHECK(papers_for(answers) ==
          std::vector<std::string>{"to_khai", "van_ban_uy_quyen", "giay_to_tuy_than", "giay_to_cu_tru"});
    CHECK(choices_of("van_ban_uy_quyen", answers) ==
          std::vector<Provision>{Provision::Attached, Provision::AtCounter});
}

TEST_CASE("an earlier certificate can be attached, brought, or asked of the state", "[checklist]") {
    form::Answers answers = tests::own_certificate().answers;
    answers["cap_lai"] = "yes";
    CHECK(choices_of("giay_xn_cu", answers) ==
          std::vector<Provision>{Provision::Attached, Provision::AtCounter, Provision::StateHasIt});
}

TEST_CASE("what is only shown cannot be attached, what is made from the answers needs nothing",
          "[checklist]") {
    const form::Answers answers = tests::own_certificate().answers;
    CHECK(choices_of("giay_to_tuy_than", answers) ==
          std::vector<Provision>{Provision::AtCounter, Provision::StateHasIt});
    CHECK(choices_of("to_khai", answers).empty());
}

TEST_CASE("papers hang on what is asked, not on what was once answered", "[checklist]") {
    catalogue::Procedure procedure;
    procedure.groups.resize(1);
    catalogue::Question hidden;
    hidden.id = "hidden";
    hidden.ask_if = catalogue::Rule(false);
    procedure.groups[0].questions.push_back(hidden);
    catalogue::Document paper;
    paper.id = "paper";
    paper.required_if = catalogue::Rule(json::Object{{"!!", json::Object{{"var", "hidden"}}}});
    procedure.documents.push_back(paper);
    procedure.names = catalogue::NameIndex(procedure);
    CHECK(needed(procedure, {{"hidden", "yes"}}, tests::kToday).empty());
}

TEST_CASE("a paper whose rule cannot be evaluated is asked for", "[checklist]") {
    catalogue::Procedure procedure;
    catalogue::Document paper;
    paper.id = "paper";
    paper.required_if = catalogue::Rule(json::Object{{"/", json::Array{1, 0}}});
    procedure.documents.push_back(paper);
    procedure.names = catalogue::NameIndex(procedure);
    CHECK(needed(procedure, {}, tests::kToday).size() == 1);
}

}  // namespace motcua::checklist
