#include "shared/json/number.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua::json;
using motcua::tests::Random;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double from_bits(std::uint64_t bits) {
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    return number;
}

/// Any finite double, each exponent as likely as another.
double random_double(Random& random) {
    const double number = from_bits(random.next());
    return std::isfinite(number) ? number : 0.5;
}

const ReadLimits kAll{4U << 20U, 64, Numbers::All};

std::string read_and_write(std::string_view text) {
    const auto value = read(text, kAll);
    return value ? write(*value) : value.error().findings.at(0).code;
}

}  // namespace

// RFC 8785, appendix B: number serialisation samples.
TEST_CASE("doubles are written as in the samples of RFC 8785", "[json][vectors]") {
    CHECK(number_text(from_bits(0x0000000000000000)) == "0");
    CHECK(number_text(from_bits(0x8000000000000000)) == "0");
    CHECK(number_text(from_bits(0x0000000000000001)) == "5e-324");
    CHECK(number_text(from_bits(0x8000000000000001)) == "-5e-324");
    CHECK(number_text(from_bits(0x7fefffffffffffff)) == "1.7976931348623157e+308");
    CHECK(number_text(from_bits(0xffefffffffffffff)) == "-1.7976931348623157e+308");
    CHECK(number_text(from_bits(0x4340000000000000)) == "9007199254740992");
    CHECK(number_text(from_bits(0xc340000000000000)) == "-9007199254740992");
    CHECK(number_text(from_bits(0x4430000000000000)) == "295147905179352830000");
    CHECK(number_text(from_bits(0x44b52d02c7e14af5)) == "9.999999999999997e+22");
    CHECK(number_text(from_bits(0x44b52d02c7e14af6)) == "1e+23");
    CHECK(number_text(from_bits(0x44b52d02c7e14af7)) == "1.0000000000000001e+23");
    CHECK(number_text(from_bits(0x444b1ae4d6e2ef4e)) == "999999999999999700000");
    CHECK(number_text(from_bits(0x444b1ae4d6e2ef4f)) == "999999999999999900000");
    CHECK(number_text(from_bits(0x444b1ae4d6e2ef50)) == "1e+21");
    CHECK(number_text(from_bits(0x3eb0c6f7a0b5ed8c)) == "9.999999999999997e-7");
    CHECK(number_text(from_bits(0x3eb0c6f7a0b5ed8d)) == "0.000001");
    CHECK(number_text(from_bits(0x41b3de4355555553)) == "333333333.3333332");
    CHECK(number_text(from_bits(0x41b3de4355555555)) == "333333333.3333333");
    CHECK(number_text(from_bits(0x41b3de4355555557)) == "333333333.33333343");
    CHECK(number_text(from_bits(0xbecbf647612f3696)) == "-0.0000033333333333333333");
    CHECK(number_text(from_bits(0x43143ff3c1cb0959)) == "1424953923781206.2");
}

TEST_CASE("what is no finite number has a name, and null in JSON", "[json]") {
    CHECK(number_text(kNaN) == "NaN");
    CHECK(number_text(-kInfinity) == "-Infinity");
    CHECK(write(Array{kNaN, kInfinity, -kInfinity, -0.0}) == "[null,null,null,0]");
    CHECK(write_canonical(Object{{"b", 0.1}, {"a", 1e21}}) == R"({"a":1e+21,"b":0.1})");
}

TEST_CASE("a double that is a safe integer is the integer", "[json]") {
    CHECK(Value(3.0) == Value(3));
    CHECK(*Value(-9007199254740991.0).integer() == -kMaxInteger);
    CHECK(Value(9007199254740992.0).integer() == nullptr);
    CHECK(*Value(9007199254740992.0).decimal() == 9007199254740992.0);
    CHECK(Value(0.0) == Value(0));
    CHECK(std::signbit(*Value(-0.0).decimal()));
    CHECK(Value(0.5).integer() == nullptr);
    CHECK(Value(0.5).number() == 0.5);
    CHECK(Value(7).number() == 7.0);
    CHECK_FALSE(Value("7").number().has_value());
}

TEST_CASE("every number of RFC 8259 is read where decimals are asked for", "[json]") {
    CHECK(read_and_write("1.5") == "1.5");
    CHECK(read_and_write("-0.0") == "0");
    CHECK(read_and_write("1E3") == "1000");
    CHECK(read_and_write("[1e+2,12e-1,0e5]") == "[100,1.2,0]");
    CHECK(read_and_write("9007199254740993") == "9007199254740992");
    CHECK(read_and_write("123456789012345678901234567890") == "1.2345678901234568e+29");
    CHECK(read_and_write("1e-400") == "0");
    CHECK(read_and_write("1.7976931348623157e308") == "1.7976931348623157e+308");
    for (const char* text : {"1e309", "-1e400", "1e99999999999999999999", "01", "-01.5"}) {
        CAPTURE(text);
        CHECK(read_and_write(text) == "json.number");
    }
    for (const char* text : {".5", "+1", "1.x", "1ex", "-x", "1.e5"}) {
        CAPTURE(text);
        CHECK(read_and_write(text) == "json.unexpected");
    }
    for (const char* text : {"1.", "1e", "1e+", "-"}) {
        CAPTURE(text);
        CHECK(read_and_write(text) == "json.unexpected_end");
    }
}

TEST_CASE("numbers half way between two doubles go to the even one", "[json]") {
    CHECK(nearest_double("9007199254740993") == 9007199254740992.0);
    CHECK(nearest_double("9007199254740995") == 9007199254740996.0);
    CHECK(nearest_double("9007199254740993.0000000000000000000000000000001") == 9007199254740994.0);
    CHECK(nearest_double("9007199254740993." + std::string(5000, '0') + "1") == 9007199254740994.0);
    CHECK(nearest_double("2.4703282292062327e-324") == 0.0);
    CHECK(nearest_double("2.4703282292062328e-324") == 5e-324);
    CHECK(nearest_double("2.2250738585072011e-308") == 2.2250738585072011e-308);
    CHECK(nearest_double("179769313486231580793e289") == kInfinity);
    CHECK(nearest_double("0." + std::string(400, '0') + "1e401") == 1.0);
}

TEST_CASE("written digits are read as the same number, and no fewer would do", "[json]") {
    Random random(88);
    for (int round = 0; round < 4000; ++round) {
        const double number = std::fabs(random_double(random));
        const std::string text = number_text(number);
        CAPTURE(text);
        REQUIRE(nearest_double(text) == number);
        REQUIRE(std::strtod(text.c_str(), nullptr) == number);
        char shorter[40];
        std::size_t digits = 0;
        for (const char c : text.substr(0, text.find('e'))) {
            digits += c >= '0' && c <= '9' ? 1U : 0U;
        }
        if (number != 0 && text.find('e') != std::string::npos && digits > 1) {
            std::snprintf(shorter, sizeof shorter, "%.*e", static_cast<int>(digits) - 2, number);
            REQUIRE(std::strtod(shorter, nullptr) != number);
        }
    }
}

TEST_CASE("random decimals are read as the standard library reads them", "[json]") {
    Random random(89);
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (std::size_t i = random.below(30) + 1; i > 0; --i) {
            text.push_back(static_cast<char>('0' + random.below(10)));
        }
        if (random.one_in(2)) {
            text.insert(random.below(text.size()) + 1, ".");
            text.push_back('0');
        }
        text += "e" + std::to_string(random.between(-345, 312));
        CAPTURE(text);
        REQUIRE(nearest_double(text) == std::strtod(text.c_str(), nullptr));
    }
}
