#include "shared/places/old_units.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/json/read.hpp"
#include "shared/text/text.hpp"
#include "tests/shared/places/all_places.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/findings.hpp"
#include "tests/shared/support/random.hpp"
#include "tests/shared/support/random_json.hpp"

using namespace motcua;
using motcua::places::Likeness;
using motcua::places::OldUnits;
using motcua::places::Proposal;
using motcua::tests::Lines;

namespace {

const OldUnits& old_vietnam() {
    static const OldUnits kUnits = [] {
        const auto file = json::read(tests::repository_file("assets/places/old_units.json"));
        REQUIRE(file.ok());
        auto units = OldUnits::read(*file);
        REQUIRE(units.ok());
        return *std::move(units);
    }();
    return kUnits;
}

std::string name_of(const Proposal& proposal) {
    return (proposal.commune.empty() ? "" : proposal.commune + ", ") + proposal.district + ", " +
           proposal.province;
}

Lines proposed(std::string_view address) {
    Lines lines;
    for (const Proposal& proposal : old_vietnam().propose(address)) {
        lines.push_back(name_of(proposal));
    }
    return lines;
}

/// The only proposal.
Proposal the(std::string_view address) {
    const std::vector<Proposal> proposals = old_vietnam().propose(address);
    CAPTURE(std::string(address), proposed(address));
    REQUIRE(proposals.size() == 1);
    return proposals[0];
}

Lines faults_of(std::string_view provinces) {
    const auto file = json::read(
        R"({"v":1,"source":"s","licence":"l","checked_on":"2025-07-02","verified":false,)"
        R"("valid_until":"2025-06-30","successors_from":"2025-07-01","successors_as_of":"2026-04-30",)"
        R"("kinds":{"":"Xã",".":"Phường"},"provinces":[)" +
        std::string(provinces) + "]}");
    REQUIRE(file.ok());
    return tests::findings_of(OldUnits::read(*file));
}

const std::string kHamGiang = "Xã Hàm Giang, Huyện Trà Cú, Tỉnh Trà Vinh";

}  // namespace

TEST_CASE("an old address proposes the commune of today", "[places]") {
    const Proposal proposal = the("Ấp Chợ, Xã Hàm Giang, Huyện Trà Cú, Trà Vinh");
    CHECK(name_of(proposal) == kHamGiang);
    CHECK(proposal.rest == "Ấp Chợ");
    CHECK(proposal.candidates == Lines{"29489"});
    CHECK(proposal.likeness == Likeness::Exact);
    CHECK(tests::all_places().commune("29489")->full == "Xã Hàm Giang");
}

TEST_CASE("old addresses are written in many ways", "[places]") {
    for (const char* address :
         {"Ấp Chợ, Hàm Giang, Trà Cú, Trà Vinh", "ap cho, xa ham giang, huyen tra cu, tinh tra vinh",
          "Ấp Chợ, X. Hàm Giang, H. Trà Cú, T. Trà Vinh", "Ấp Chợ xã Hàm Giang huyện Trà Cú tỉnh Trà Vinh",
          "ẤP CHỢ - XÃ HÀM GIANG - HUYỆN TRÀ CÚ - TỈNH TRÀ VINH, VIỆT NAM",
          "Ấp Chợ; Hàm Giang; Trà Cú; Trà Vinh.", "Ấp Chợ Hàm Giang Trà Cú Trà Vinh"}) {
        CAPTURE(address);
        CHECK(name_of(the(address)) == kHamGiang);
    }
    const std::string ward = "Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh";
    for (const char* address :
         {"P.12, Q. Gò Vấp, TP HCM", "12/3 Lê Lợi, P12, Q.Gò Vấp, TP.HCM", "phuong 12 quan go vap tphcm",
          "Phường 12, Gò Vấp, Hồ Chí Minh", "Phường 012, quận Gò Vấp, Sài Gòn"}) {
        CAPTURE(address);
        CHECK(name_of(the(address)) == ward);
    }
    CHECK(name_of(the("Phường 05, Quận Gò Vấp, TP. Hồ Chí Minh")).rfind("Phường 5,", 0) == 0);
}

TEST_CASE("the likeness says how much of the name stands there", "[places]") {
    CHECK(the("Hàm Giang, Trà Cú, Trà Vinh").likeness == Likeness::Exact);
    CHECK(the("ham giang, tra cu, tra vinh").likeness == Likeness::Unmarked);
    CHECK(the("Thị trấn Hàm Giang, Trà Cú, Trà Vinh").likeness == Likeness::Loose);
    CHECK(the("Hàm Giang, Trà Cú").likeness == Likeness::Incomplete);
    CHECK(the("Hàm Giang, Trà Vinh").likeness == Likeness::Incomplete);
}

TEST_CASE("a kind decides between a township and a commune of one name", "[places]") {
    CHECK(proposed("Thị trấn Định An, Trà Cú, Trà Vinh") ==
          Lines{"Thị trấn Định An, Huyện Trà Cú, Tỉnh Trà Vinh"});
    CHECK(proposed("Xã Định An, Trà Cú, Trà Vinh") == Lines{"Xã Định An, Huyện Trà Cú, Tỉnh Trà Vinh"});
    CHECK(proposed("Định An, Trà Cú, Trà Vinh").size() == 2);
}

TEST_CASE("district and province of one name are told apart", "[places]") {
    const std::string ward = "Phường 1, Thành phố Vĩnh Long, Tỉnh Vĩnh Long";
    CHECK(proposed("Phường 1, Vĩnh Long, Vĩnh Long") == Lines{ward});
    CHECK(proposed("Phường 1, TP Vĩnh Long") == Lines{ward});
    CHECK(the("Phường 1, TP Vĩnh Long").likeness == Likeness::Incomplete);
}

TEST_CASE("the province of today behind an old district does no harm", "[places]") {
    const Proposal proposal = the("Xã Hàm Giang, huyện Trà Cú, tỉnh Vĩnh Long");
    CHECK(name_of(proposal) == kHamGiang);
    CHECK(proposal.likeness == Likeness::Incomplete);
}

TEST_CASE("a commune that was divided has several candidates", "[places]") {
    const Proposal proposal = the("Phường Dịch Vọng, Quận Cầu Giấy, Hà Nội");
    CHECK(proposal.candidates == Lines{"00160", "00166"});
}

TEST_CASE("island districts have no communes", "[places]") {
    const Proposal proposal = the("Khu dân cư số 3, Huyện Côn Đảo, Bà Rịa - Vũng Tàu");
    CHECK(proposal.commune.empty());
    CHECK(proposal.district == "Huyện Côn Đảo");
    CHECK(proposal.rest == "Khu dân cư số 3");
    CHECK(proposal.candidates == Lines{"26732"});
    CHECK(name_of(the("huyện đảo Côn Đảo")) == "Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu");
}

TEST_CASE("a province is known by the name it had before", "[places]") {
    const Lines now = proposed("Xã Phú Hồ, Huyện Phú Vang, Thành phố Huế");
    REQUIRE(now.size() == 1);
    CHECK(proposed("Xã Phú Hồ, Huyện Phú Vang, Tỉnh Thừa Thiên Huế") == now);
    CHECK(proposed("Xã Phú Hồ, Huyện Phú Vang, Thừa Thiên - Huế") == now);
}

TEST_CASE("what is no old address proposes nothing", "[places]") {
    for (const char* address : {"", "   ", ",,;", "Trà Vinh", "Huyện Trà Cú, Trà Vinh", "12/3 Lê Lợi",
                                "Việt Nam", "Main Street 5, Springfield", "\xFF\xFE"}) {
        CAPTURE(address);
        CHECK(proposed(address).empty());
    }
    CHECK(old_vietnam().propose(std::string(5000, 'a')).empty());
    CHECK(OldUnits().propose("Hàm Giang, Trà Cú, Trà Vinh").empty());
}

TEST_CASE("no more than the limit is proposed", "[places]") {
    CHECK(old_vietnam().propose("Phường 1").size() == 5);
    CHECK(old_vietnam().propose("Phường 1", 3).size() == 3);
    CHECK(old_vietnam().propose("Phường 1", 0).empty());
}

TEST_CASE("every old unit's full name proposes its own candidates", "[places][property]") {
    std::size_t units = 0;
    std::size_t several = 0;
    for (const OldUnits::Province& province : old_vietnam().provinces()) {
        for (const OldUnits::District& district : province.districts) {
            for (const OldUnits::Commune& commune : district.communes) {
                const std::string& island = district.name.full;
                const std::string address =
                    (commune.name.full.empty() ? island : commune.name.full + ", " + island) + ", " +
                    province.names.front().full;
                const auto proposals = old_vietnam().propose(address);
                CAPTURE(address);
                REQUIRE_FALSE(proposals.empty());
                REQUIRE(name_of(proposals[0]) == address);
                REQUIRE(proposals[0].candidates == commune.successors);
                REQUIRE(proposals[0].likeness == Likeness::Exact);
                REQUIRE(proposals[0].rest.empty());
                ++units;
                several += commune.successors.size() > 1 ? 1U : 0U;
            }
        }
    }
    CHECK(old_vietnam().provinces().size() == 63);
    CHECK(units == 10808);
    CHECK(several == 25);
}

TEST_CASE("without marks a full name still proposes its own among others", "[places][property]") {
    tests::Random random(63);
    for (int round = 0; round < 1000; ++round) {
        const OldUnits::Province& province = random.one_of(old_vietnam().provinces());
        const OldUnits::District& district = random.one_of(province.districts);
        const OldUnits::Commune& commune = random.one_of(district.communes);
        const std::string address = "ap 3, " + commune.name.kind + " " + commune.name.plain + ", " +
                                    district.name.plain + ", " + province.names[0].plain;
        CAPTURE(address);
        const auto proposals = old_vietnam().propose(address, 50);
        REQUIRE(std::any_of(proposals.begin(), proposals.end(), [&](const Proposal& proposal) {
            return proposal.commune == commune.name.full && proposal.candidates == commune.successors;
        }));
    }
}

TEST_CASE("every candidate is a commune of today", "[places]") {
    for (const OldUnits::Province& province : old_vietnam().provinces()) {
        for (const OldUnits::District& district : province.districts) {
            for (const OldUnits::Commune& commune : district.communes) {
                CAPTURE(commune.name.full);
                REQUIRE_FALSE(commune.successors.empty());
                REQUIRE(std::is_sorted(commune.successors.begin(), commune.successors.end()));
                for (const std::string& code : commune.successors) {
                    REQUIRE(tests::all_places().commune(code) != nullptr);
                }
                REQUIRE(text::nfc(commune.name.full) == commune.name.full);
            }
        }
    }
}

TEST_CASE("any text may be taken for an old address", "[places][property]") {
    tests::Random random(2025);
    for (int round = 0; round < 500; ++round) {
        std::string address = tests::random_text(random, 20);
        if (random.one_in(2)) {
            address += ", " + kHamGiang.substr(random.below(kHamGiang.size()));
        }
        const auto proposals = old_vietnam().propose(address);
        CHECK(proposals.size() <= 5);
        for (const Proposal& proposal : proposals) {
            CHECK(proposal.rest.size() <= text::nfc(address).size());
        }
    }
}

TEST_CASE("a table of old units of another shape is refused", "[places]") {
    CHECK(faults_of(R"({"names":["Tỉnh A"],"districts":[["Huyện B","00004:C,.D|00008:E"]]})") == Lines{"ok"});
    CHECK(faults_of(R"({"names":[],"districts":[]})") == Lines{"provinces.0.names: shape.range"});
    for (const char* row :
         {R"(["B"])", R"(["B",1])", R"(["B","0004:C"])", R"(["B","C"])", R"(["B",""])", R"("B")"}) {
        CAPTURE(row);
        const std::string province = R"({"names":["Tỉnh A"],"districts":[)";
        CHECK(faults_of(province + row + "]}") == Lines{"provinces.0.districts.0: shape.type"});
    }
}
