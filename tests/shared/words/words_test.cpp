#include "shared/words/words.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "shared/json/value.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua;
using motcua::tests::Random;

namespace {

std::vector<std::string> split(const std::string& words) {
    std::istringstream in(words);
    std::vector<std::string> out;
    for (std::string word; in >> word;) {
        out.push_back(word);
    }
    return out;
}

std::optional<int> digit_of(const std::string& word) {
    static const std::vector<std::vector<std::string>> kNames = {
        {"không"},      {"một", "mốt"}, {"hai"}, {"ba"},  {"bốn", "tư"},
        {"năm", "lăm"}, {"sáu"},        {"bảy"}, {"tám"}, {"chín"}};
    for (std::size_t digit = 0; digit < kNames.size(); ++digit) {
        if (std::find(kNames[digit].begin(), kNames[digit].end(), word) != kNames[digit].end()) {
            return static_cast<int>(digit);
        }
    }
    return std::nullopt;
}

/// Reads words back, by another way than they were written: each word multiplies or adds.
class Reading {
public:
    void take(const std::string& word) {
        if (const auto value = digit_of(word)) {
            digit_ = *value;
            return;
        }
        if (word == "mười") {
            group_ += 10;
        } else if (word == "mươi") {
            group_ += digit_ * 10;
        } else if (word == "trăm") {
            group_ += digit_ * 100;
        } else if (word == "tỷ") {
            billions_ = below_ + group_ + digit_;
            below_ = group_ = 0;
        } else {
            take_thousands(word);
        }
        digit_ = 0;
    }
    [[nodiscard]] std::int64_t value() const {
        const std::int64_t value = billions_ * 1'000'000'000 + below_ + group_ + digit_;
        return negative_ ? -value : value;
    }

private:
    void take_thousands(const std::string& word) {
        if (word == "âm") {
            negative_ = true;
        } else if (word != "linh" && word != "lẻ") {
            REQUIRE((word == "nghìn" || word == "ngàn" || word == "triệu"));
            below_ += (group_ + digit_) * (word == "triệu" ? 1'000'000 : 1000);
            group_ = 0;
        }
    }

    std::int64_t billions_ = 0;
    std::int64_t below_ = 0;
    std::int64_t group_ = 0;
    std::int64_t digit_ = 0;
    bool negative_ = false;
};

std::int64_t read_back(const std::string& words) {
    Reading reading;
    for (const std::string& word : split(words)) {
        reading.take(word);
    }
    return reading.value();
}

}  // namespace

TEST_CASE("numbers are written as they are spoken", "[words]") {
    const std::vector<std::pair<std::int64_t, std::string>> table = {
        {0, "không"},
        {1, "một"},
        {4, "bốn"},
        {5, "năm"},
        {10, "mười"},
        {11, "mười một"},
        {14, "mười bốn"},
        {15, "mười lăm"},
        {20, "hai mươi"},
        {21, "hai mươi mốt"},
        {24, "hai mươi tư"},
        {25, "hai mươi lăm"},
        {91, "chín mươi mốt"},
        {100, "một trăm"},
        {101, "một trăm linh một"},
        {104, "một trăm linh bốn"},
        {105, "một trăm linh năm"},
        {110, "một trăm mười"},
        {111, "một trăm mười một"},
        {555, "năm trăm năm mươi lăm"},
        {1000, "một nghìn"},
        {1005, "một nghìn không trăm linh năm"},
        {1050, "một nghìn không trăm năm mươi"},
        {1945, "một nghìn chín trăm bốn mươi lăm"},
        {2026, "hai nghìn không trăm hai mươi sáu"},
        {10'000, "mười nghìn"},
        {21'000, "hai mươi mốt nghìn"},
        {101'000, "một trăm linh một nghìn"},
        {1'000'005, "một triệu không trăm linh năm"},
        {1'005'000, "một triệu không trăm linh năm nghìn"},
        {1'250'000, "một triệu hai trăm năm mươi nghìn"},
        {1'000'000'000, "một tỷ"},
        {1'000'000'001, "một tỷ không trăm linh một"},
        {2'000'000'000'000, "hai nghìn tỷ"},
        {1'000'000'000'005, "một nghìn tỷ không trăm linh năm"},
        {json::kMaxInteger,
         "chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu "
         "bảy trăm bốn mươi nghìn chín trăm chín mươi mốt"},
        {-4, "âm bốn"}};
    for (const auto& [value, expected] : table) {
        CHECK(words::number(value) == expected);
        CHECK(read_back(expected) == value);
    }
}

TEST_CASE("the south says ngàn and lẻ", "[words]") {
    const words::Style south{words::Thousand::Ngan, words::EmptyTens::Le};
    CHECK(words::number(1005, south) == "một ngàn không trăm lẻ năm");
    CHECK(words::amount(101'000, words::Rounding::Plain, south) == "Một trăm lẻ một ngàn đồng");
}

TEST_CASE("amounts are sentences of forms", "[words]") {
    CHECK(words::amount(1'250'000) == "Một triệu hai trăm năm mươi nghìn đồng");
    CHECK(words::amount(1'250'000, words::Rounding::Even) == "Một triệu hai trăm năm mươi nghìn đồng chẵn");
    CHECK(words::amount(0) == "Không đồng");
    CHECK(words::amount(-5) == "Âm năm đồng");
}

TEST_CASE("days are written out as in registers", "[words]") {
    CHECK(words::date({2026, 11, 21}) ==
          "Ngày hai mươi mốt tháng mười một năm hai nghìn không trăm hai mươi sáu");
    CHECK(words::date({1990, 4, 4}) == "Ngày bốn tháng tư năm một nghìn chín trăm chín mươi");
    CHECK(words::date({1990, 4, 4}, words::DayName::Mung) ==
          "Ngày mùng bốn tháng tư năm một nghìn chín trăm chín mươi");
    CHECK(words::date({2005, 1, 10}, words::DayName::Mung) ==
          "Ngày mùng mười tháng một năm hai nghìn không trăm linh năm");
    CHECK(words::date({2005, 12, 15}, words::DayName::Mung) ==
          "Ngày mười lăm tháng mười hai năm hai nghìn không trăm linh năm");
    CHECK(words::date({2000, 5, 24}) == "Ngày hai mươi tư tháng năm năm hai nghìn");
}

TEST_CASE("words are read back to the number they were written for", "[words]") {
    int wrong = 0;
    for (std::int64_t value = 0; value < 20'000; ++value) {
        wrong += read_back(words::number(value)) == value ? 0 : 1;
    }
    CHECK(wrong == 0);
    const words::Style south{words::Thousand::Ngan, words::EmptyTens::Le};
    Random random(21);
    for (int i = 0; i < 5000; ++i) {
        std::int64_t value = random.between(-json::kMaxInteger, json::kMaxInteger);
        for (std::size_t shorter = random.below(16); shorter > 0; --shorter) {
            value /= 10;
        }
        // Empty groups are where readings go wrong.
        if (random.one_in(2)) {
            value = value / 1'000'000 * 1'000'000 + random.between(0, 9);
        }
        CAPTURE(value, words::number(value));
        CHECK(read_back(words::number(value)) == value);
        CHECK(read_back(words::number(value, south)) == value);
    }
}
