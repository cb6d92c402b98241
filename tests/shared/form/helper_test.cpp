#include <catch2/catch.hpp>
#include <string>

#include "shared/form/form.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/shared/support/findings.hpp"

namespace motcua::form {
namespace {

using tests::findings_of;
using tests::Lines;
using tests::lines_of;

Form helped() {
    Form form = tests::own_certificate();
    form.helper = Helper{"LÊ THỊ GIÚP", "0912345678", "digital_group"};
    return form;
}

/// The form with this text in place of its helper.
Lines wrong_with_helper(const std::string& helper) {
    std::string text = json::write(encode(helped()));
    const std::size_t begin = text.find(R"("helper":)") + 9;
    text.replace(begin, text.find('}', begin) + 1 - begin, helper);
    INFO(text);
    return findings_of(read(text));
}

}  // namespace

TEST_CASE("who helped is part of the form and comes back as it was", "[form][helper]") {
    const Form form = helped();
    const std::string text = json::write(encode(form));
    CHECK(text.find(
              R"("helper":{"name":"LÊ THỊ GIÚP","phone":"0912345678","relation":"digital_group","v":1})") !=
          std::string::npos);
    CHECK(text == json::write_canonical(encode(form)));
    const auto again = read(text);
    REQUIRE(again.ok());
    CHECK(*again == form);
    Form silent = form;
    silent.helper->phone.clear();
    CHECK(json::write(encode(silent)).find("phone\"") == std::string::npos);
    CHECK(*read(json::write(encode(silent))) == silent);
}

TEST_CASE("a form without a helper is written as it always was", "[form][helper]") {
    CHECK(json::write(encode(tests::own_certificate())).find("helper") == std::string::npos);
}

TEST_CASE("a helper of another shape is no form", "[form][helper]") {
    CHECK(wrong_with_helper("null") == Lines{"helper: form.type"});
    CHECK(wrong_with_helper(R"({"name":1,"surplus":2,"v":2})") ==
          Lines{"helper.v: form.range", "helper.name: form.type", "helper.relation: form.missing",
                "helper.surplus: form.unknown"});
    CHECK(wrong_with_helper(R"({"name":"A","phone":null,"relation":"other","v":1})") ==
          Lines{"helper.phone: form.type"});
}

TEST_CASE("the helper's name, relation and phone are judged as answers are", "[form][helper]") {
    CHECK(check_helper({"LÊ THỊ GIÚP", "", "family"}).empty());
    CHECK(lines_of(check_helper({})) ==
          std::vector<std::string>{"helper.name: required", "helper.relation: required"});
    CHECK(lines_of(check_helper({"Lê Thị Giúp", "12", "boss"})) ==
          std::vector<std::string>{"helper.name: not_normalised", "helper.relation: option",
                                   "helper.phone: phone"});
    CHECK(lines_of(check_helper({"GIÚP", "0912345678", "other"})) ==
          std::vector<std::string>{"helper.name: name_words"});
    CHECK(lines_of(check_helper({"\xff\xfe", "0912345678", "other"})) ==
          std::vector<std::string>{"helper.name: invalid_text"});
    CHECK(lines_of(check_helper({std::string(100000, 'A'), "", "other"})) ==
          std::vector<std::string>{"helper.name: too_long"});
    for (const std::string_view relation : kRelations) {
        CHECK(check_helper({"LÊ THỊ GIÚP", "", std::string(relation)}).empty());
    }
}

TEST_CASE("what a helper types is kept as answers are", "[form][helper]") {
    CHECK(normalise_helper("name", "  lê thị  giúp ") == "LÊ THỊ GIÚP");
    CHECK(normalise_helper("phone", "+84 912 345 678") == "0912345678");
}

TEST_CASE("the verdict on a form names what is wrong with its helper, after all else", "[form][helper]") {
    const auto verdict = [](const Form& form) {
        return lines_of(check(tests::marital_status(), form, tests::all_places()));
    };
    CHECK(verdict(helped()).empty());
    Form wrong = helped();
    wrong.helper->relation = "boss";
    wrong.answers.erase("muc_dich");
    CHECK(verdict(wrong) == std::vector<std::string>{"muc_dich: required", "helper.relation: option"});
    // Bytes are judged as the form is.
    const auto judged = judge(tests::marital_status(), json::write(encode(wrong)), tests::all_places());
    REQUIRE(judged.ok());
    CHECK(lines_of(*judged) == verdict(wrong));
}

}  // namespace motcua::form
