#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/support/random.hpp"

using motcua::Result;
using namespace motcua::json;

namespace {

std::string reason_of(std::string_view text, const ReadLimits& limits = {}) {
    const Result<Value> value = read(text, limits);
    return value.ok() ? "ok" : value.error().findings.at(0).code;
}

std::string quoted(const std::string& bytes) {
    return "\"" + bytes + "\"";
}

const std::string kDossier = R"({"answers":{"ho_ten":"NGUYỄN THỊ ÁNH","email":"anh@example.vn"},)"
                             R"("documents":[{"files":["00ff"],"id":"cccd"}],"n":-120,"t":true,"x":null,)"
                             R"("e":"\ud83d\ude00\u20ab\n"})";

}  // namespace

TEST_CASE("a valid text cut off at any byte is refused", "[json][hostile]") {
    REQUIRE(reason_of(kDossier) == "ok");
    for (std::size_t size = 0; size < kDossier.size(); ++size) {
        CAPTURE(size);
        const std::string reason = reason_of(std::string_view(kDossier).substr(0, size));
        // Only a cut inside a character of several bytes is something else than an early end.
        const bool expected = reason == "json.unexpected_end" || reason == "json.utf8";
        CHECK(expected);
    }
}

TEST_CASE("a valid text with any one byte replaced is read or refused, never worse", "[json][hostile]") {
    motcua::tests::Random random(41);
    for (std::size_t at = 0; at < kDossier.size(); ++at) {
        std::string broken = kDossier;
        broken[at] = static_cast<char>(random.below(256));
        const Result<Value> value = read(broken);
        if (value.ok()) {
            CHECK(*read(write(*value)) == *value);
        } else {
            CHECK(value.error().findings.size() == 1);
        }
    }
}

TEST_CASE("invalid UTF-8 in a text is refused", "[json][hostile]") {
    const std::vector<std::string> invalid = {
        "\x80",              // continuation alone
        "\xBF",              //
        "\xC3",              // cut off before the quote
        "\xE1\xBA",          //
        "\xF0\x9F\x98",      //
        "\xC0\x80",          // overlong NUL
        "\xC1\xBF",          // overlong
        "\xE0\x80\xAF",      // overlong "/"
        "\xE0\x9F\xBF",      //
        "\xF0\x80\x80\xAF",  //
        "\xF0\x8F\xBF\xBF",  //
        "\xED\xA0\x80",      // surrogate U+D800
        "\xED\xBF\xBF",      // surrogate U+DFFF
        "\xF4\x90\x80\x80",  // U+110000
        "\xF5\x80\x80\x80",  //
        "\xFE",              //
        "\xFF",              //
        "\xC3\x28",          // no continuation
        "\xE1\x28\xA1",      //
    };
    for (const std::string& bytes : invalid) {
        CAPTURE(bytes.size(), static_cast<int>(static_cast<unsigned char>(bytes[0])));
        CHECK(reason_of(quoted(bytes)) == "json.utf8");
        CHECK(reason_of("{" + quoted(bytes) + ":1}") == "json.utf8");
    }
}

TEST_CASE("the first and last character of each UTF-8 length is read", "[json][hostile]") {
    for (const char* text : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                             "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        CHECK(reason_of(quoted(text)) == "ok");
    }
}

TEST_CASE("control characters have to be escaped", "[json][hostile]") {
    for (char c = 0; c < 0x20; ++c) {
        CAPTURE(static_cast<int>(c));
        CHECK(reason_of(quoted(std::string(1, c))) == "json.control_character");
    }
}

TEST_CASE("surrogates have to come in pairs", "[json][hostile]") {
    for (const char* text :
         {R"("\ud800")", R"("\udc00")", R"("\ud800x")", R"("\ud800\n")", R"("\ud800\ud800")",
          R"("\udc00\ud800")", R"("\ud83d\u0041")", R"("\udfff\udfff")"}) {
        CAPTURE(text);
        CHECK(reason_of(text) == "json.surrogate");
    }
}

TEST_CASE("unknown and broken escapes are refused", "[json][hostile]") {
    for (const char* text : {R"("\x41")", R"("\'")", R"("\a")", R"("\U0041")", R"("\u004")", R"("\u00g1")",
                             R"("\u-041")", R"("\u 041")", R"("\ud83d\ude0")", "\"\\\n\""}) {
        CAPTURE(text);
        CHECK(reason_of(text) == "json.escape");
    }
}

TEST_CASE("deep nesting ends at the limit and not in the stack", "[json][hostile]") {
    const std::string arrays(1'000'000, '[');
    CHECK(reason_of(arrays) == "json.too_deep");
    std::string objects;
    for (int i = 0; i < 100'000; ++i) {
        objects += R"({"a":)";
    }
    CHECK(reason_of(objects) == "json.too_deep");
    CHECK(reason_of(std::string(64, '[') + std::string(64, ']')) == "ok");
    CHECK(reason_of(std::string(65, '[') + std::string(65, ']')) == "json.too_deep");
}

TEST_CASE("ten megabytes are refused by default and read when allowed", "[json][hostile]") {
    std::string text = "[";
    while (text.size() < 10U << 20U) {
        text += R"({"answers":{"a":"Nguyễn Thị Ánh","b":123456}},)";
    }
    text += "0]";
    CHECK(reason_of(text) == "json.too_large");
    const Result<Value> value = read(text, {16U << 20U, 64});
    REQUIRE(value.ok());
    CHECK(value->array()->size() > 100'000);
}

TEST_CASE("an object of very many members takes no quadratic time", "[json][hostile]") {
    std::string text = "{";
    for (int i = 0; i < 300'000; ++i) {
        text += "\"" + std::to_string(i) + "\":0,";
    }
    CHECK(reason_of(text + "\"x\":0}") == "ok");
    CHECK(reason_of(text + "\"299999\":0}") == "json.duplicate_key");
}

TEST_CASE("random bytes and random JSON-like bytes are read or refused, never worse", "[json][hostile]") {
    motcua::tests::Random random(7);
    const std::string alphabet = "{}[]\",:\\u0d8e1-. tfnrl\n\xC3\xA0\xF0\x9F";
    for (int round = 0; round < 20'000; ++round) {
        std::string text(random.below(24), ' ');
        for (char& c : text) {
            c = round % 2 == 0 ? alphabet[random.below(alphabet.size())]
                               : static_cast<char>(random.below(256));
        }
        const Result<Value> value = read(text);
        if (value.ok()) {
            REQUIRE(*read(write(*value)) == *value);
        }
    }
}
