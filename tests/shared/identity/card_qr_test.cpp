#include "shared/identity/card_qr.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/shared/support/findings.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua;
using namespace motcua::identity;
using calendar::Date;
using tests::Lines;

namespace {

const std::string kCard =
    "084199000001|334567890|Thạch Thị Mẫu|01051999|Nữ|Ấp Chợ, Hàm Giang, Trà Cú, Trà Vinh|15082021";

CardQr card(const std::string& line) {
    Result<CardQr> read = read_card_qr(line);
    REQUIRE(read.ok());
    return *std::move(read);
}

Lines findings(const CardQr& read) {
    Lines lines;
    for (const Finding& finding : read.findings) {
        lines.push_back(finding.field + ": " + finding.code);
    }
    return lines;
}

}  // namespace

TEST_CASE("a card's code gives its seven fields", "[identity]") {
    const CardQr read = card(kCard);
    CHECK(read.number == "084199000001");
    CHECK(read.old_card == "334567890");
    CHECK(read.name == "Thạch Thị Mẫu");
    CHECK(read.born == Date{1999, 5, 1});
    CHECK(read.sex == Sex::Female);
    CHECK(read.address == "Ấp Chợ, Hàm Giang, Trà Cú, Trà Vinh");
    CHECK(read.issued == Date{2021, 8, 15});
    CHECK(read.findings.empty());
}

TEST_CASE("a card without an old number has none", "[identity]") {
    const CardQr read = card("084199000001||Thạch Thị Mẫu|01051999|Nữ|Ấp Chợ|15082021");
    CHECK(read.old_card.empty());
    CHECK(read.findings.empty());
    CHECK(card("084199000001| |Thạch Thị Mẫu|01051999|Nữ|Ấp Chợ|15082021").findings.empty());
}

TEST_CASE("six fields are enough and more are ignored", "[identity]") {
    const CardQr no_issue = card("084199000001|334567890|Thạch Thị Mẫu|01051999|Nữ|Ấp Chợ");
    CHECK(no_issue.address == "Ấp Chợ");
    CHECK_FALSE(no_issue.issued.has_value());
    CHECK(no_issue.findings.empty());
    const CardQr no_old = card("084199000001|Thạch Thị Mẫu|01051999|Nữ|Ấp Chợ|15082021");
    CHECK(no_old.name == "Thạch Thị Mẫu");
    CHECK(no_old.issued == Date{2021, 8, 15});
    CHECK(no_old.findings.empty());
    const CardQr more = card(kCard + "|Thạch Văn A|Kim Thị B|");
    CHECK(more.issued == Date{2021, 8, 15});
    CHECK(more.findings.empty());
}

TEST_CASE("what cannot be read is left empty and said", "[identity]") {
    const CardQr read = card("084199000001|12|Thạch\u0007 Mẫu|31021999|X||1508");
    CHECK(read.old_card.empty());
    CHECK(read.name.empty());
    CHECK_FALSE(read.born.has_value());
    CHECK_FALSE(read.sex.has_value());
    CHECK_FALSE(read.issued.has_value());
    CHECK(findings(read) == Lines{"old_card: old_card", "name: character", "born: date", "sex: option",
                                  "address: required", "issued: date"});
}

TEST_CASE("a number that does not fit the rest of its card is remarked upon", "[identity]") {
    CHECK(findings(card("084190000001||Thạch Thị Mẫu|01051999|Nữ|Ấp Chợ|15082021")) ==
          Lines{"number: citizen_id_birth_year"});
    CHECK(findings(card("084199000001||Thạch Mẫu|01051999|NAM|Ấp Chợ|15082021")) ==
          Lines{"number: citizen_id_sex"});
}

TEST_CASE("texts of a card are composed and on one line", "[identity]") {
    const CardQr read = card(
        "084199000001||Tha\u0323ch  Thi\u0323 Ma\u0302\u0303u|01051999|Nu\u031B\u0303|A\r\nB|15082021\r\n");
    CHECK(read.name == "Thạch Thị Mẫu");
    CHECK(read.sex == Sex::Female);
    CHECK(read.address == "A B");
    CHECK(read.issued == Date{2021, 8, 15});
}

TEST_CASE("other codes are no card", "[identity]") {
    for (const std::string& line :
         {std::string(), std::string("https://example.vn"), std::string("a|b|c|d|e|f|g"),
          std::string("084199000001|x|y|z|w"), std::string("|||||||||"), kCard + std::string(2000, 'x'),
          "\xFF" + kCard}) {
        CAPTURE(line);
        CHECK(tests::findings_of(read_card_qr(line)) == Lines{"card_qr"});
    }
}

TEST_CASE("a damaged code never does harm", "[identity][property]") {
    tests::Random random(20261121);
    std::size_t read = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string line = kCard;
        for (std::size_t i = random.below(4); i > 0; --i) {
            const std::size_t at = random.below(line.size());
            const std::size_t length = random.below(3);
            std::string piece;
            for (std::size_t k = random.below(3); k > 0; --k) {
                piece.push_back(random.one_in(3) ? '|' : static_cast<char>(random.below(256)));
            }
            line.replace(at, length, piece);
        }
        const Result<CardQr> card = read_card_qr(line);
        if (card) {
            ++read;
            CHECK(check_citizen_id(card->number).empty());
            CHECK((card->old_card.empty() || check_old_card(card->old_card).empty()));
        }
    }
    CHECK(read > 1000);
}

TEST_CASE("random bytes are no card", "[identity][property]") {
    tests::Random random(3);
    for (int round = 0; round < 2000; ++round) {
        std::string line;
        for (std::size_t i = random.below(200); i > 0; --i) {
            line.push_back(random.one_in(5) ? '|' : static_cast<char>(random.below(256)));
        }
        CHECK_FALSE(read_card_qr(line).ok());
    }
}
