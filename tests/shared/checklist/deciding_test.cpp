#include "shared/checklist/deciding.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/checklist/checklist.hpp"
#include "shared/form/costs.hpp"
#include "shared/form/journey.hpp"
#include "shared/sample/sample.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/shared/support/random.hpp"

namespace motcua::checklist {
namespace {

using Lines = std::vector<std::string>;

catalogue::Procedure procedure_called(const std::string& code) {
    return *catalogue::read_procedure(tests::procedure_file(code));
}

/// "nyc_quan_he", or of a repeated group "giay_to: so_trang so_ban".
Lines deciding_in(const catalogue::Procedure& procedure) {
    Lines lines;
    for (const Deciding& page : deciding(procedure)) {
        std::string line = page.group->repeat ? page.group->id + ":" : "";
        for (const catalogue::Question* question : page.questions) {
            line += (line.empty() ? "" : " ") + question->id;
        }
        lines.push_back(line);
    }
    return lines;
}

/// Of the answers only those that were asked for beforehand.
form::Answers only_deciding(const catalogue::Procedure& procedure, const form::Answers& answers) {
    const std::vector<Deciding> pages = deciding(procedure);
    form::Answers kept;
    for (const auto& given : answers) {
        const std::string& id = given.first;
        const auto spot = form::spot_of(procedure, id);
        const bool counts = std::any_of(pages.begin(), pages.end(), [&](const Deciding& page) {
            const auto& asked = page.questions;
            return page.group->repeat && id == page.group->id
                       ? true
                       : spot && std::find(asked.begin(), asked.end(), spot->question) != asked.end();
        });
        if (counts) {
            kept.emplace(id, given.second);
        }
    }
    return kept;
}

/// Papers, fee and time limit for these answers, a line each.
Lines needs(const catalogue::Procedure& procedure, const form::Answers& answers) {
    Lines lines;
    for (const Item& item : needed(procedure, answers, tests::kToday)) {
        lines.push_back(item.document->id + " " + std::to_string(item.choices.size()));
    }
    const form::FeeEstimate fee = form::estimate_fee(procedure, answers, tests::kToday);
    for (const form::FeeLine& line : fee.base) {
        lines.push_back(line.fee->id + " " + std::to_string(line.amount_dong));
    }
    lines.push_back(fee.amount_dong ? std::to_string(*fee.amount_dong) : "unknown");
    lines.push_back(std::to_string(fee.possible.size()));
    const catalogue::TimeLimit* limit = form::time_limit(procedure, answers, tests::kToday);
    lines.push_back(limit == nullptr ? "none" : limit->id);
    return lines;
}

}  // namespace

TEST_CASE("what decides is read from the rules, in the order of the questions", "[checklist][deciding]") {
    CHECK(deciding_in(procedure_called("1.004873")) == Lines{"nyc_quan_he", "cap_lai"});
    // Of each paper to be certified how many pages and copies, and whether another state gave it.
    CHECK(deciding_in(procedure_called("2.000815")) ==
          Lines{"giay_to: so_trang so_ban nuoc_ngoai mien_hop_phap_hoa"});
    CHECK(deciding_in(procedure_called("2.001159")).empty());
}

TEST_CASE("questions that decide whether another is asked are asked too", "[checklist][deciding]") {
    // Whether the birth is registered late is computed from the day of birth and today.
    const Lines birth = deciding_in(procedure_called("1.001193"));
    CHECK(std::find(birth.begin(), birth.end(), "nks_ngay_sinh") != birth.end());
    const Lines marriage = deciding_in(procedure_called("1.000894"));
    CHECK(std::find(marriage.begin(), marriage.end(), "nam_tinh_trang") != marriage.end());
}

TEST_CASE("the deciding answers alone give the papers, fee and limit of all answers",
          "[checklist][deciding][property]") {
    tests::Random random(11);
    const auto index = json::read(tests::repository_file("assets/procedures/index.json"));
    for (const json::Value& entry : index->array_at("procedures")) {
        const catalogue::Procedure procedure = procedure_called(entry.text_or("code"));
        CAPTURE(procedure.code);
        sample::Maker maker(procedure, tests::all_places(), tests::kToday,
                            [&random] { return random.next(); });
        for (int i = 0; i < 12; ++i) {
            const auto form = maker.complete();
            REQUIRE(form.has_value());
            CHECK(needs(procedure, only_deciding(procedure, form->answers)) ==
                  needs(procedure, form->answers));
        }
    }
}

}  // namespace motcua::checklist
