#include "client/ui/text_wrap.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/client/ui/sample.hpp"

using namespace motcua;
using Lines = std::vector<std::string>;

namespace {

/// Wraps to so many characters.
Lines wrapped(const std::string& text, int characters) {
    const ui::TextStyle style{2, ui::Weight::Regular, false};
    Lines lines;
    for (const auto line : ui::wrap(text, style, static_cast<float>(characters), tests::count_characters)) {
        lines.emplace_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("text is broken at spaces, which go", "[client][ui]") {
    CHECK(wrapped("một hai ba", 7) == Lines{"một hai", "ba"});
    CHECK(wrapped("một hai ba", 6) == Lines{"một", "hai ba"});
    CHECK(wrapped("một hai ", 7) == Lines{"một hai"});
    CHECK(wrapped("một hai   ", 8) == Lines{"một hai"});
}

TEST_CASE("a Vietnamese letter counts as one, however many bytes it has", "[client][ui]") {
    CHECK(wrapped("ếẫỹ ộỗợ", 7) == Lines{"ếẫỹ ộỗợ"});
    CHECK(wrapped("ếẫỹ ộỗợ", 6) == Lines{"ếẫỹ", "ộỗợ"});
}

TEST_CASE("a word that is too wide alone is broken within", "[client][ui]") {
    CHECK(wrapped("ếẫỹộỗợ", 4) == Lines{"ếẫỹộ", "ỗợ"});
    CHECK(wrapped("a nghiêng", 4) == Lines{"a", "nghi", "êng"});
}

TEST_CASE("line ends are kept, empty lines too", "[client][ui]") {
    CHECK(wrapped("a\n\nb", 9) == Lines{"a", "", "b"});
    CHECK(wrapped("", 9) == Lines{""});
}

TEST_CASE("words with hyphens may be broken after them, dates and no-break spaces not", "[client][ui]") {
    CHECK(wrapped("bà-ba xã/phường", 6) == Lines{"bà-ba", "xã/", "phường"});
    CHECK(wrapped("ngày 26/11/2026", 12) == Lines{"ngày", "26/11/2026"});
    CHECK(wrapped("ba 10\u00A0MB", 6) == Lines{"ba", "10\u00A0MB"});
}

TEST_CASE("nothing is lost, whatever the width", "[client][ui]") {
    const std::string text = "Cấp Giấy xác nhận tình trạng hôn nhân, 26/11/2026";
    const int width = GENERATE(1, 2, 3, 5, 8, 13, 60);
    std::string joined;
    for (const std::string& line : wrapped(text, width)) {
        CHECK(tests::count_characters(line, {2, ui::Weight::Regular, false}) <= static_cast<float>(width));
        joined += line;
    }
    std::string expected = text;
    expected.erase(std::remove(expected.begin(), expected.end(), ' '), expected.end());
    joined.erase(std::remove(joined.begin(), joined.end(), ' '), joined.end());
    CHECK(joined == expected);
}
