// Our generated tables against utf8proc, natively only.
#include <utf8proc.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "shared/text/tables.hpp"
#include "shared/text/text.hpp"
#include "shared/text/utf8.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua::text;
using motcua::tests::Random;

namespace {

std::string judge_nfc(const std::string& text) {
    utf8proc_uint8_t* out = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                               static_cast<utf8proc_ssize_t>(text.size()), &out, options);
    REQUIRE(size >= 0);
    std::string result(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
    std::free(out);  // NOLINT: utf8proc allocates with malloc
    return result;
}

std::vector<char32_t> letters() {
    std::vector<char32_t> all;
    for (char32_t c = 1; c <= 0x24F; ++c) {
        all.push_back(c);
    }
    for (char32_t c = 0x1E00; c <= 0x1EFF; ++c) {
        all.push_back(c);
    }
    return all;
}

std::string utf8(char32_t c) {
    std::string text;
    append_utf8(c, text);
    return text;
}

utf8proc_int32_t number(char32_t c) {
    return static_cast<utf8proc_int32_t>(c);
}

char32_t mark(Random& random) {
    return static_cast<char32_t>(0x300 + random.below(0x70));
}

}  // namespace

TEST_CASE("NFC agrees with utf8proc on every letter with every one and two of the Vietnamese marks",
          "[text][unicode]") {
    const std::vector<char32_t> marks = {0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323};
    for (const char32_t letter : letters()) {
        for (const char32_t first : marks) {
            const std::string one = utf8(letter) + utf8(first);
            REQUIRE(nfc(one) == judge_nfc(one));
            for (const char32_t second : marks) {
                const std::string two = one + utf8(second);
                REQUIRE(nfc(two) == judge_nfc(two));
            }
        }
    }
}

TEST_CASE("NFC agrees with utf8proc on every letter with every mark", "[text][unicode]") {
    for (const char32_t letter : letters()) {
        for (char32_t c = 0x300; c <= 0x36F; ++c) {
            const std::string text = utf8(letter) + utf8(c);
            REQUIRE(nfc(text) == judge_nfc(text));
        }
    }
}

TEST_CASE("NFC agrees with utf8proc on random Latin text full of marks", "[text][unicode]") {
    Random random(1975);
    const std::vector<char32_t> all = letters();
    for (int round = 0; round < 60'000; ++round) {
        std::string text;
        for (std::size_t i = 1 + random.below(10); i > 0; --i) {
            append_utf8(random.one_in(2) ? mark(random) : random.one_of(all), text);
        }
        const std::string composed = nfc(text);
        REQUIRE(composed == judge_nfc(text));
        REQUIRE(nfc(composed) == composed);
    }
}

TEST_CASE("capitals agree with utf8proc wherever both letters are ours", "[text][unicode]") {
    const auto ours = [](char32_t c) { return c <= 0x24F || c == 0x292 || (c >= 0x1E00 && c <= 0x1EFF); };
    for (const char32_t c : letters()) {
        // The title-case digraphs are left alone.
        if (utf8proc_category(number(c)) == UTF8PROC_CATEGORY_LT) {
            continue;
        }
        const auto expected_upper = static_cast<char32_t>(utf8proc_toupper(number(c)));
        // utf8proc gives ß a capital; ordinary texts know none.
        if (c != 0xDF) {
            REQUIRE(detail::upper_of(c) == (ours(expected_upper) ? expected_upper : c));
        }
        const auto expected_lower = static_cast<char32_t>(utf8proc_tolower(number(c)));
        if (c != 0x1E9E && c != 0x130) {
            REQUIRE(detail::lower_of(c) == (ours(expected_lower) ? expected_lower : c));
        }
    }
}

TEST_CASE("letters are what Unicode calls letters", "[text][unicode]") {
    for (const char32_t c : letters()) {
        const utf8proc_category_t category = utf8proc_category(number(c));
        const bool letter = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL ||
                            category == UTF8PROC_CATEGORY_LT || category == UTF8PROC_CATEGORY_LO;
        // ª, º and µ are signs to us.
        if (c != 0xAA && c != 0xBA && c != 0xB5) {
            REQUIRE(is_letter(c) == letter);
        }
    }
}

TEST_CASE("a search key holds neither capitals nor marks, and is its own key", "[text][unicode]") {
    Random random(6);
    const std::vector<char32_t> all = letters();
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t i = random.below(8); i > 0; --i) {
            append_utf8(random.one_in(3) ? mark(random) : random.one_of(all), text);
        }
        const std::string key = search_key(text);
        REQUIRE(search_key(key) == key);
        REQUIRE(search_key(upper(key)) == key);
        REQUIRE(search_key(nfc(text)) == key);
    }
}
