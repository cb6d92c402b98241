#include <catch2/catch.hpp>
#include <string>

#include "shared/form/form.hpp"
#include "tests/shared/support/random.hpp"
#include "tests/shared/support/random_json.hpp"

namespace motcua::form {
namespace {

using catalogue::Question;
using catalogue::QuestionType;

std::string normalised(QuestionType type, const std::string& typed) {
    Question question;
    question.id = "q";
    question.type = type;
    return normalise(question, type == QuestionType::Address ? "line" : "", typed);
}

struct Typed {
    QuestionType type;
    std::string typed;
    std::string canonical;
};

}  // namespace

TEST_CASE("what people type becomes the canonical answer", "[form]") {
    const Typed each = GENERATE(values<Typed>({
        {QuestionType::PersonName, "  nguyễn   thị đức ", "NGUYỄN THỊ ĐỨC"},
        {QuestionType::PersonName, "Nguye\xCC\x82\xCC\x83n ươn", "NGUYỄN ƯƠN"},
        {QuestionType::PersonName, "k\u2019sor h\u2019bia", "K'SOR H'BIA"},
        {QuestionType::Date, "27/3/1990", "1990-03-27"},
        {QuestionType::Date, " 1-2-2003 ", "2003-02-01"},
        {QuestionType::Date, "ngày mai", "ngày mai"},
        {QuestionType::CitizenId, "084 195 000 001", "084195000001"},
        {QuestionType::IdOrPassport, "c 123 4567", "C1234567"},
        {QuestionType::Phone, "+84 90 123 45 67", "0901234567"},
        {QuestionType::Phone, "090.123.45.67", "0901234567"},
        {QuestionType::Email, " Ten.Toi@Example.COM ", "Ten.Toi@example.com"},
        {QuestionType::Text, "Bán  nhà\t", "Bán nhà"},
        {QuestionType::LongText, " một \r\n\r\n hai  ba \n\n", "một\n\nhai ba"},
        {QuestionType::Address, " Ấp   1 ", "Ấp 1"},
        {QuestionType::Choice, " nam ", "nam"},
        {QuestionType::Text, "\xFF", "\xFF"},
    }));
    CAPTURE(each.typed);
    CHECK(normalised(each.type, each.typed) == each.canonical);
}

TEST_CASE("a canonical answer stays as it is", "[form][property]") {
    tests::Random random(77);
    for (int i = 0; i < 2000; ++i) {
        std::string typed = tests::random_text(random, 20);
        for (int more = 0; more < 3; ++more) {
            static const std::vector<std::string> kPieces = {"ư", "\xCC\x9B", "\xCC\x81", " ",
                                                             "8", "4",        "+",        "@"};
            typed += random.one_of(kPieces);
        }
        for (const QuestionType type :
             {QuestionType::Text, QuestionType::LongText, QuestionType::Date, QuestionType::Choice,
              QuestionType::Address, QuestionType::CitizenId, QuestionType::IdOrPassport,
              QuestionType::PersonName, QuestionType::Phone, QuestionType::Email}) {
            const std::string once = normalised(type, typed);
            CAPTURE(type_name(type), typed, once);
            CHECK(normalised(type, once) == once);
        }
    }
}

}  // namespace motcua::form
