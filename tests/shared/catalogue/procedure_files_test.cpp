#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/catalogue/logic.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/findings.hpp"

/// What holds for every procedure that ships.
namespace motcua::catalogue {
namespace {

json::Value file_at(const std::string& path) {
    const auto value = json::read(tests::repository_file(path));
    INFO(path);
    REQUIRE(value.ok());
    return *value;
}

json::Value index_file() {
    return file_at("assets/procedures/index.json");
}

bool in_both_languages(const Text& text) {
    return text.empty() || (!text.in("vi").empty() && text.in("en") != text.in("vi"));
}

const Option* option_of(const Question& question, std::string_view id) {
    for (const Option& option : question.options) {
        if (option.id == id) {
            return &option;
        }
    }
    return nullptr;
}

/// The member at a path of member names.
const json::Value& member_at(const json::Value& value, const std::vector<std::string>& path) {
    const json::Value* at = &value;
    for (const std::string& name : path) {
        CAPTURE(name);
        REQUIRE(at->find(name) != nullptr);
        at = at->find(name);
    }
    return *at;
}

}  // namespace

TEST_CASE("the schema names the types of questions that there are", "[catalogue][assets]") {
    const json::Value schema = file_at("assets/procedures/procedure.schema.json");
    const json::Value& types = member_at(schema, {"$defs", "question", "properties", "type", "enum"});
    REQUIRE(types.array() != nullptr);
    std::vector<std::string> named;
    for (const json::Value& type : *types.array()) {
        named.push_back(*type.string());
    }
    std::vector<std::string> known;
    for (int i = 0; i <= static_cast<int>(QuestionType::File); ++i) {
        known.emplace_back(type_name(static_cast<QuestionType>(i)));
    }
    std::sort(named.begin(), named.end());
    std::sort(known.begin(), known.end());
    CHECK(named == known);
}

TEST_CASE("the schema names the operations that there are", "[catalogue][assets]") {
    const json::Value schema = file_at("assets/procedures/procedure.schema.json");
    const json::Value& forms = member_at(schema, {"$defs", "rule", "anyOf"});
    REQUIRE(forms.array() != nullptr);
    const json::Value& patterns = member_at(forms.array()->at(2), {"patternProperties"});
    std::string names = patterns.object()->at(0).first;  // "^(var|missing|…)$"
    names = names.substr(2, names.size() - 4);
    for (std::size_t begin = 0; begin < names.size();) {
        const std::size_t end = std::min(names.find('|', begin), names.size());
        std::string name = names.substr(begin, end - begin);
        name.erase(std::remove(name.begin(), name.end(), '\\'), name.end());
        CAPTURE(name);
        CHECK(is_operation(name));
        begin = end + 1;
    }
    CHECK(std::count(names.begin(), names.end(), '|') + 1 == 42);
}

TEST_CASE("every procedure of the index can be read and says the same as the index", "[catalogue][assets]") {
    const json::Value index = index_file();
    REQUIRE_FALSE(index.array_at("procedures").empty());
    for (const json::Value& entry : index.array_at("procedures")) {
        const std::string code = entry.text_or("code");
        CAPTURE(code);
        const json::Value file = tests::procedure_file(code);
        CHECK(tests::findings_of(read_procedure(file)) == tests::Lines{"ok"});
        for (const char* member : {"code", "edition", "name", "summary", "also"}) {
            CAPTURE(member);
            REQUIRE(entry.find(member) != nullptr);
            REQUIRE(file.find(member) != nullptr);
            CHECK(*entry.find(member) == *file.find(member));
        }
    }
}

TEST_CASE("questions, hints and papers are there in both languages", "[catalogue][assets]") {
    const json::Value index = index_file();
    for (const json::Value& entry : index.array_at("procedures")) {
        const auto procedure = read_procedure(tests::procedure_file(entry.text_or("code")));
        REQUIRE(procedure.ok());
        for (const Group& group : procedure->groups) {
            CAPTURE(group.id);
            CHECK(in_both_languages(group.title));
            CHECK(in_both_languages(group.intro));
            for (const Question& question : group.questions) {
                CAPTURE(question.id);
                CHECK(in_both_languages(question.label));
                CHECK(in_both_languages(question.hint));
                CHECK(in_both_languages(question.why));
            }
        }
        for (const Document& document : procedure->documents) {
            CAPTURE(document.id);
            CHECK(in_both_languages(document.label));
            CHECK(in_both_languages(document.hint));
        }
    }
}

TEST_CASE("no hint says again that an answer may be left out: the label does", "[catalogue][assets]") {
    const json::Value index = index_file();
    for (const json::Value& entry : index.array_at("procedures")) {
        const auto procedure = read_procedure(tests::procedure_file(entry.text_or("code")));
        REQUIRE(procedure.ok());
        for (const Group& group : procedure->groups) {
            for (const Question& question : group.questions) {
                CAPTURE(procedure->code, question.id);
                const bool says = !question.hint.empty() &&
                                  question.hint.in("vi").find("hông bắt buộc") != std::string::npos;
                CHECK_FALSE(says);
            }
        }
    }
}

TEST_CASE("the marital status certificate lists all 54 ethnic groups, Kinh first", "[catalogue][assets]") {
    const auto procedure = read_procedure(tests::procedure_file("1.004873"));
    REQUIRE(procedure.ok());
    const Question* ethnic_group = procedure->question("nxn_dan_toc");
    REQUIRE(ethnic_group != nullptr);
    CHECK(ethnic_group->options.size() == 55);
    CHECK(ethnic_group->options.front().id == "kinh");
    CHECK(ethnic_group->options.back().id == "khac");
    for (const char* id : {"khmer", "hoa", "e_de", "bru_van_kieu", "o_du", "ro_mam", "brau"}) {
        CAPTURE(id);
        CHECK(option_of(*ethnic_group, id) != nullptr);
    }
}

TEST_CASE("no fee or time limit of the marital status certificate is given out as checked",
          "[catalogue][assets]") {
    const auto procedure = read_procedure(tests::procedure_file("1.004873"));
    REQUIRE(procedure.ok());
    REQUIRE_FALSE(procedure->fees.empty());
    for (const Fee& fee : procedure->fees) {
        CHECK_FALSE(fee.from.verified);
    }
    REQUIRE_FALSE(procedure->time_limits.empty());
    for (const TimeLimit& limit : procedure->time_limits) {
        CHECK_FALSE(limit.from.verified);
    }
}

}  // namespace motcua::catalogue
