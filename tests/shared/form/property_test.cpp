#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "shared/form/form.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/verdicts/sample.hpp"

namespace motcua::form {
namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a form made from the definition is always accepted", "[form][property]") {
    tests::Random random(1);
    tests::SampleMaker maker(tests::marital_status(), tests::all_places(), tests::kToday, random);
    std::set<std::string> purposes;
    for (int i = 0; i < 60; ++i) {
        const Form form = maker.complete();
        CAPTURE(json::write(encode(form)));
        CHECK(tests::verdict_on(form) == Lines{});
        purposes.insert(form.answers.at("muc_dich"));
        const auto again = json::read(json::write(encode(form)));
        REQUIRE(again.ok());
        CHECK(*decode(*again) == form);
    }
    CHECK(purposes.size() == 4);
}

TEST_CASE("each minimal breakage is refused, naming exactly the field that was broken", "[form][property]") {
    tests::Random random(2);
    tests::SampleMaker maker(tests::marital_status(), tests::all_places(), tests::kToday, random);
    std::set<std::string> codes;
    // Compilers draw in different orders: rarer rules may need a few more forms to come up.
    for (int i = 0; i < 12 || (i < 100 && codes.size() < 38); ++i) {
        for (const tests::Breakage& broken : maker.breakages(maker.complete())) {
            CAPTURE(json::write(encode(broken.form)));
            CHECK(tests::verdict_on(broken.form) == Lines{broken.field + ": " + broken.code});
            codes.insert(broken.code);
        }
    }
    CHECK(codes.size() >= 38);
}

TEST_CASE("answers taken at random never bring a verdict down", "[form][property][hostile]") {
    tests::Random random(3);
    tests::SampleMaker maker(tests::marital_status(), tests::all_places(), tests::kToday, random);
    for (int i = 0; i < 20; ++i) {
        const auto breakages = maker.breakages(maker.complete());
        Form mixed = random.one_of(breakages).form;
        for (int j = 0; j < 20; ++j) {
            for (const auto& [id, answer] : random.one_of(breakages).form.answers) {
                if (random.one_in(3)) {
                    mixed.answers[id] = answer;
                }
            }
        }
        const Findings first = check(tests::marital_status(), mixed, tests::all_places());
        CHECK(first == check(tests::marital_status(), mixed, tests::all_places()));
        CHECK(answered(tests::marital_status(), answered(tests::marital_status(), mixed.answers)) ==
              answered(tests::marital_status(), mixed.answers));
    }
}

}  // namespace motcua::form
