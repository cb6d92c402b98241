#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "shared/form/form.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/sample/sample.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/shared/form/small_procedure.hpp"
#include "tests/shared/support/random.hpp"

/// What holds for every procedure that ships, tried with forms made from its definition.
namespace motcua::form {
namespace {

using Lines = std::vector<std::string>;

const std::vector<catalogue::Procedure>& all_procedures() {
    static const std::vector<catalogue::Procedure> kProcedures = [] {
        std::vector<catalogue::Procedure> procedures;
        const auto index = json::read(tests::repository_file("assets/procedures/index.json"));
        for (const json::Value& entry : index->array_at("procedures")) {
            procedures.push_back(*catalogue::read_procedure(tests::procedure_file(entry.text_or("code"))));
        }
        return procedures;
    }();
    return kProcedures;
}

sample::Maker maker_for(const catalogue::Procedure& procedure, tests::Random& random) {
    return {procedure, tests::all_places(), tests::kToday, [&random] { return random.next(); }};
}

Lines verdict_on(const catalogue::Procedure& procedure, const Form& form) {
    return tests::lines_of(check(procedure, form, tests::all_places()));
}

}  // namespace

TEST_CASE("a form made from the definition is always accepted", "[form][property]") {
    tests::Random random(1);
    for (const catalogue::Procedure& procedure : all_procedures()) {
        CAPTURE(procedure.code);
        sample::Maker maker = maker_for(procedure, random);
        for (int i = 0; i < 3; ++i) {
            const auto form = maker.complete();
            REQUIRE(form.has_value());
            const std::string bytes = json::write(encode(*form));
            CAPTURE(bytes);
            const auto again = json::read(bytes);
            REQUIRE(again.ok());
            const auto decoded = decode(*again);
            REQUIRE(decoded.ok());
            CHECK(*decoded == *form);
            CHECK(verdict_on(procedure, *decoded) == Lines{});
        }
    }
}

TEST_CASE("each minimal breakage is refused, naming exactly the field that was broken", "[form][property]") {
    tests::Random random(2);
    std::set<std::string> codes;
    for (const catalogue::Procedure& procedure : all_procedures()) {
        sample::Maker maker = maker_for(procedure, random);
        const auto form = maker.complete();
        REQUIRE(form.has_value());
        for (const sample::Breakage& broken : maker.breakages(*form)) {
            const Lines verdict = verdict_on(procedure, broken.form);
            codes.insert(broken.code);
            if (verdict != Lines{broken.field + ": " + broken.code}) {
                CAPTURE(procedure.code, broken.form.answers, json::write(encode(*form)));
                CHECK(verdict == Lines{broken.field + ": " + broken.code});
            }
        }
    }
    CHECK(codes.size() >= 38);
}

TEST_CASE("a made-up number fits a date of birth that is known in part", "[form][property]") {
    const catalogue::Procedure procedure = tests::small_procedure(R"("groups":[
      {"id":"ai","title":"T","questions":[
        {"id":"sinh","type":"partial_date","label":"T"},
        {"id":"so","type":"citizen_id","label":"T","same_person":{"born":{"var":"sinh"}}}]}])");
    tests::Random random(4);
    sample::Maker maker = maker_for(procedure, random);
    std::set<std::size_t> lengths;
    for (int i = 0; i < 30; ++i) {
        const Form form = maker.complete().value();
        lengths.insert(form.answers.at("sinh").size());
        CHECK(form.answers.at("so").substr(4, 2) == form.answers.at("sinh").substr(2, 2));
        std::size_t misfits = 0;
        for (const sample::Breakage& broken : maker.breakages(form)) {
            CHECK(verdict_on(procedure, broken.form) == Lines{broken.field + ": " + broken.code});
            misfits += broken.code == "citizen_id_birth_year" ? 1U : 0U;
        }
        CHECK(misfits == 1);
    }
    CHECK(lengths == std::set<std::size_t>{4, 7, 10});
}

TEST_CASE("answers taken at random never bring a verdict down", "[form][property][hostile]") {
    tests::Random random(3);
    for (const catalogue::Procedure& procedure : all_procedures()) {
        sample::Maker maker = maker_for(procedure, random);
        const auto breakages = maker.breakages(maker.complete().value());
        Form mixed = random.one_of(breakages).form;
        for (int j = 0; j < 20; ++j) {
            for (const auto& [id, answer] : random.one_of(breakages).form.answers) {
                if (random.one_in(3)) {
                    mixed.answers[id] = answer;
                }
            }
            const Findings first = check(procedure, mixed, tests::all_places());
            CHECK(first == check(procedure, mixed, tests::all_places()));
            const Answers kept = answered(procedure, mixed.answers, mixed.today);
            CHECK(answered(procedure, kept, mixed.today) == kept);
        }
    }
}

}  // namespace motcua::form
