#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/checklist/checklist.hpp"
#include "shared/form/form.hpp"
#include "shared/form/journey.hpp"
#include "shared/json/read.hpp"
#include "tests/shared/form/fixture.hpp"

/// Whole journeys as people take them: what is typed, question by question, and what has to
/// come of it. tests/fixtures/journeys/<procedure>/<name>.json.
namespace motcua::form {
namespace {

using Lines = std::vector<std::string>;

Lines strings_of(const json::Array& items) {
    Lines lines;
    for (const json::Value& item : items) {
        lines.push_back(item.string() == nullptr ? "?" : *item.string());
    }
    return lines;
}

/// "province" of "nyc_noi_cu_tru.province".
std::string part_of(const std::string& id) {
    const std::size_t dot = id.find('.');
    return dot == std::string::npos ? "" : id.substr(dot + 1);
}

/// The answers after everything has been typed, and the order in which questions came.
struct Taken {
    Answers answers;
    Lines asked;
};

Taken take(const catalogue::Procedure& procedure, const json::Value& typed) {
    Taken taken;
    for (const catalogue::Group& group : procedure.groups) {
        for (const catalogue::Question& question : group.questions) {
            if (!walk(procedure, taken.answers).asks(question.id)) {
                continue;
            }
            taken.asked.push_back(question.id);
            for (const std::string& id : answer_ids(question, question.id)) {
                if (const std::string text = typed.text_or(id); !text.empty()) {
                    taken.answers[id] = normalise(question, part_of(id), text);
                }
            }
        }
    }
    return taken;
}

Lines papers_of(const catalogue::Procedure& procedure, const Answers& answers) {
    Lines papers;
    for (const checklist::Item& item : checklist::needed(procedure, answers)) {
        std::string line = item.document->id + ":";
        for (const Provision choice : item.choices) {
            line += std::string(" ") + provision_name(choice);
        }
        papers.push_back(line);
    }
    return papers;
}

}  // namespace

TEST_CASE("golden journeys through procedure 1.004873", "[form][golden]") {
    const std::string name = GENERATE("own", "authorised", "to_marry", "foreigner", "refused");
    CAPTURE(name);
    const auto file =
        json::read(tests::repository_file("tests/fixtures/journeys/1.004873/" + name + ".json"));
    REQUIRE(file.ok());
    const json::Value& expected = *file->find("expect");
    const catalogue::Procedure& procedure = tests::marital_status();

    const Taken taken = take(procedure, *file->find("typed"));
    CHECK(taken.asked == strings_of(expected.array_at("asked")));
    for (const auto& [id, answer] : *expected.find("answers")->object()) {
        CAPTURE(id);
        CHECK(effective(procedure, taken.answers)[id] == *answer.string());
    }
    CHECK(papers_of(procedure, taken.answers) == strings_of(expected.array_at("papers")));

    json::Object form =
        *encode({procedure.code, procedure.edition, tests::kToday, taken.answers, {}}).object();
    for (json::Member& member : form) {
        if (member.first == "documents") {
            member.second = *file->find("documents");
        }
    }
    const auto decoded = decode(json::Value(std::move(form)));
    REQUIRE(decoded.ok());
    CHECK(tests::verdict_on(*decoded) == strings_of(expected.array_at("findings")));
}

}  // namespace motcua::form
