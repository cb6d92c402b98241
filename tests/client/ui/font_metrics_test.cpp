#include "client/ui/font_metrics.hpp"

#include <catch2/catch.hpp>

#include "client/ui/utf8.hpp"
#include "tests/client/ui/sample.hpp"

using namespace motcua;

TEST_CASE("the typeface has every Vietnamese letter in both weights", "[client][ui]") {
    const std::string letters =
        "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYaăâbcdđeêghiklmnoôơpqrstuưvxy"
        "ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
        "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ0123456789.,;:?()/-–…“”•đ";
    for (std::size_t at = 0; at < letters.size();) {
        const char32_t c = ui::next_char(letters, at);
        CAPTURE(static_cast<unsigned>(c));
        CHECK(tests::test_family().regular.has(c));
        CHECK(tests::test_family().semibold.has(c));
    }
}

TEST_CASE("a line of text is as wide as its letters together", "[client][ui]") {
    const ui::FontMetrics& font = tests::test_family().regular;
    const ui::TextStyle style{20, ui::Weight::Regular, false};
    CHECK(font.width("", style) == 0);
    CHECK(font.width("ếm", style) == Approx(20 * (font.advance(U'\u1EBF') + font.advance(U'm'))));
    CHECK(font.width("ếế", style) == Approx(2 * font.width("ế", style)));
}

TEST_CASE("tabular digits are equally wide", "[client][ui]") {
    const ui::TextStyle style{20, ui::Weight::Regular, true};
    const ui::FontMetrics& font = tests::test_family().regular;
    CHECK(font.width("1111", style) == Approx(font.width("8080", style)));
}

TEST_CASE("a font that is cut short is refused, not read past its end", "[client][ui]") {
    const std::string whole = tests::test_fonts().regular;
    REQUIRE(whole.size() > 1000);
    CHECK(ui::FontMetrics::read(whole).ok());
    CHECK_FALSE(ui::FontMetrics::read("").ok());
    CHECK_FALSE(ui::FontMetrics::read("not a font at all, but long enough to look like one").ok());
    for (std::size_t size = 0; size < 600; size += 7) {
        CHECK_FALSE(ui::FontMetrics::read(std::string_view(whole).substr(0, size)).ok());
    }
}
