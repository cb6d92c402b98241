#include "shared/agency/agency.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "shared/places/places.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/findings.hpp"

namespace motcua::agency {
namespace {

constexpr const char* kAgencies[] = {"cong-an-soc-trang", "huyen-tra-cu", "so-ngoai-vu-ha-tinh",
                                     "so-tu-phap-khanh-hoa", "tinh-vinh-long"};

json::Value file_of(const std::string& id) {
    return *json::read(tests::repository_file("assets/agencies/" + id + ".json"));
}

const char* const kSmall =
    R"({"v":1,"id":"a-b","then":{"name":{"vi":"Cũ"},"from":FROM},"now":{"name":{"vi":"Mới"},"since":null,"from":FROM},)"
    R"("level":"province","provinces":["42"],"offices":[{"id":"x","name":{"vi":"Nơi"},"commune":null,"address":null,)"
    R"("phone":PHONE,"coordinates":null,"opening_hours":HOURS,"procedures":["1.004873"],"from":FROM}],)"
    R"("branding":{"short":{"vi":"Tắt"},"accent":null,"emblem":null}})";

/// The small agency with its places filled in.
json::Value small(const std::string& hours, const std::string& from, const std::string& phone = "null") {
    std::string text = kSmall;
    const auto fill = [&](const std::string& place, const std::string& with) {
        for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place)) {
            text.replace(at, place.size(), with);
        }
    };
    fill("HOURS", hours);
    fill("FROM", from);
    fill("PHONE", phone);
    return *json::read(text);
}

const std::string kFrom =
    R"({"source":"Kế hoạch","checked_on":"2026-11-21","verified":false,"confidence":"low"})";

}  // namespace

TEST_CASE("every agency that ships can be read and names real places and procedures", "[agency][assets]") {
    const auto places = places::Places::read(*json::read(tests::repository_file("assets/places/units.json")));
    REQUIRE(places.ok());
    std::set<std::string> office_ids;
    for (const char* id : kAgencies) {
        CAPTURE(id);
        const auto agency = read_agency(file_of(id));
        REQUIRE(tests::findings_of(agency) == tests::Lines{"ok"});
        CHECK(agency->id == id);
        for (const std::string& province : agency->provinces) {
            CHECK(places->province(province) != nullptr);
        }
        for (const Office& office : agency->offices) {
            CAPTURE(office.id);
            CHECK(office_ids.insert(office.id).second);
            const places::Commune* commune = places->commune(office.commune);
            CHECK((office.commune.empty() || commune != nullptr));
            CHECK((commune == nullptr || commune->province == agency->provinces.front()));
            for (const std::string& code : office.procedures) {
                CAPTURE(code);
                CHECK_FALSE(tests::repository_file("assets/procedures/" + code + ".json").empty());
            }
        }
    }
}

TEST_CASE("nothing about an agency is given out as checked that nobody has checked", "[agency][assets]") {
    for (const char* id : kAgencies) {
        CAPTURE(id);
        const auto agency = read_agency(file_of(id));
        REQUIRE(agency.ok());
        CHECK_FALSE(agency->now_from.verified);
        for (const Office& office : agency->offices) {
            CHECK_FALSE(office.from.verified);
            CHECK_FALSE(office.from.source.empty());
        }
    }
}

TEST_CASE("an agency's facts need source, date and flag", "[agency]") {
    CHECK(tests::findings_of(read_agency(small("null", kFrom))) == tests::Lines{"ok"});
    CHECK(tests::findings_of(read_agency(small("null", R"({"source":"x","checked_on":"2026-11-21"})")))
              .size() == 6);
    CHECK_FALSE(read_agency(json::Value()).ok());
}

TEST_CASE("a phone number that nobody knows is empty, and one that is known is one line", "[agency]") {
    CHECK(read_agency(small("null", kFrom))->offices.front().phone.empty());
    CHECK(read_agency(small("null", kFrom, R"("0294 000 000")"))->offices.front().phone == "0294 000 000");
    CHECK_FALSE(read_agency(small("null", kFrom, "294")).ok());
}

TEST_CASE("opening hours that end before they begin are refused", "[agency]") {
    const std::string good = R"([{"weekdays":[1,2],"from":"07:30","until":"11:00"}])";
    const auto agency = read_agency(small(good, kFrom));
    REQUIRE(agency.ok());
    CHECK(agency->offices.front().opening_hours.front().from_minute == 450);
    CHECK(tests::findings_of(
              read_agency(small(R"([{"weekdays":[8],"from":"11:00","until":"07:30"}])", kFrom))) ==
          tests::Lines{"offices.0.opening_hours.0.weekdays: catalogue.range",
                       "offices.0.opening_hours.0.until: catalogue.contradiction"});
}

}  // namespace motcua::agency
