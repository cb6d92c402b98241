#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "shared/text/text.hpp"
#include "shared/text/typing.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/random.hpp"

namespace motcua::text {
namespace {

constexpr Typing kTelex{TypingMethod::Telex, ToneStyle::Old};
constexpr Typing kVni{TypingMethod::Vni, ToneStyle::Old};

struct Row {
    std::string keys;
    std::string old_style;
    std::string new_style;
};

std::vector<Row> rows_of(const std::string& name) {
    std::istringstream lines(tests::repository_file("tests/fixtures/typing/" + name + ".tsv"));
    std::vector<Row> rows;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        rows.push_back(
            {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return rows;
}

void check_rows(const std::string& name, TypingMethod method) {
    const std::vector<Row> rows = rows_of(name);
    REQUIRE(rows.size() > 2000);
    for (const Row& row : rows) {
        CAPTURE(row.keys);
        CHECK(typed_line(row.keys, {method, ToneStyle::Old}) == row.old_style);
        CHECK(typed_line(row.keys, {method, ToneStyle::New}) == row.new_style);
    }
}

std::string telex(std::string_view keys) {
    return typed_line(keys, kTelex);
}

std::string vni(std::string_view keys) {
    return typed_line(keys, kVni);
}

/// The text after so many backspaces.
std::string telex_after(std::string keys, int backspaces) {
    for (int i = 0; i < backspaces; ++i) {
        keys = keys_without_last_letter(keys, kTelex);
    }
    return typed_word(keys, kTelex);
}

}  // namespace

TEST_CASE("Telex syllables are what two other engines agree on", "[text][typing]") {
    check_rows("telex_syllables", TypingMethod::Telex);
}

TEST_CASE("Telex keys may come in any order", "[text][typing]") {
    check_rows("telex_key_orders", TypingMethod::Telex);
}

TEST_CASE("VNI syllables are what two other engines agree on", "[text][typing]") {
    check_rows("vni_syllables", TypingMethod::Vni);
}

TEST_CASE("a mark key pressed twice undoes itself and stands for itself", "[text][typing]") {
    CHECK(telex("aaa") == "aa");
    CHECK(telex("ass") == "as");
    CHECK(telex("asss") == "ass");
    CHECK(telex("ddd") == "dd");
    CHECK(telex("oww") == "ow");
    CHECK(telex("w") == "ư");
    CHECK(telex("ww") == "w");
    CHECK(telex("tooong") == "toong");
    CHECK(telex("xooongs") == "xoóng");
    CHECK(vni("a11") == "a1");
    CHECK(vni("a66") == "a6");
    CHECK(vni("d99") == "d9");
}

TEST_CASE("the last tone counts, and z or 0 takes it away", "[text][typing]") {
    CHECK(telex("hoafs") == "hóa");
    CHECK(telex("hoafz") == "hoa");
    CHECK(telex("hoaz") == "hoaz");
    CHECK(vni("hoa21") == "hóa");
    CHECK(vni("hoa20") == "hoa");
}

TEST_CASE("capitals stay where they were typed", "[text][typing]") {
    CHECK(telex("DDuwowngf") == "Đường");
    CHECK(telex("NGUYEENX") == "NGUYỄN");
    CHECK(telex("Wowc") == "Ươc");
    CHECK(vni("D9a8ng") == "Đăng");
}

TEST_CASE("names of the Central Highlands can be typed", "[text][typing]") {
    CHECK(telex("DDawsk Lawsk") == "Đắk Lắk");
    CHECK(telex("Kroong Pa") == "Krông Pa");
    CHECK(telex("H'MOONG") == "H'MÔNG");
    CHECK(telex("EEa Kar") == "Êa Kả");
    CHECK(telex("PLEIKU") == "PLEIKU");
}

TEST_CASE("names that begin with Đ or Ê may have two syllables in one word", "[text][typing]") {
    CHECK(telex("EEban") == "Êban");
    CHECK(telex("Eeban") == "Êban");
    CHECK(telex("EEBAN") == "ÊBAN");
    CHECK(telex("EEddee") == "Êđê");
    CHECK(telex("Ddawklawk") == "Đăklăk");
    CHECK(telex("DDawksLawks") == "ĐắkLắk");
    CHECK(telex("ddaknoong") == "đaknông");
    CHECK(telex("Ddakroong") == "Đakrông");
    CHECK(telex("DDawkl") == "Đăkl");
    CHECK(vni("E6ban") == "Êban");
    CHECK(vni("D9a81kla8k1") == "Đắklắk");
    CHECK(telex("Kbang Kpaw") == "Kbang Kpă");
    CHECK(telex_after("DDawklawk", 1) == "Đăklă");
    CHECK(telex_after("DDawklawk", 3) == "Đăk");
    CHECK(telex_after("DDawklawk", 6) == "");
    CHECK(telex_after("EEban", 1) == "Êba");
}

TEST_CASE("words that might be English have one syllable only", "[text][typing]") {
    for (const char* word : {"eel", "eely", "eerie", "Eerie", "eerily", "aardvark", "Aaron", "oozing",
                             "oolong", "meeting", "cooking", "teepee", "awake", "window", "server"}) {
        CAPTURE(word);
        CHECK(telex(word) == word);
    }
    CHECK(vni("covid19") == "covid19");
}

TEST_CASE("what is no Vietnamese syllable is left as it was typed", "[text][typing]") {
    CHECK(telex("windows") == "windows");
    CHECK(telex("window") == "window");
    CHECK(telex("server") == "server");
    CHECK(telex("password") == "password");
    CHECK(telex("cafc") == "cafc");
    CHECK(telex("2026") == "2026");
    CHECK(vni("12a3") == "12a3");
    CHECK(vni("So61 12, to63 3") == "Số 12, tổ 3");
    CHECK(telex("a\xFF s") == "a\xFF s");
    CHECK(telex("") == "");
}

TEST_CASE("backspace removes the last letter with its marks", "[text][typing]") {
    CHECK(telex_after("vieejt", 1) == "việ");
    CHECK(telex_after("vieejt", 2) == "vị");
    CHECK(telex_after("vieejt", 3) == "v");
    CHECK(telex_after("dduwowngf", 1) == "đườn");
    CHECK(telex_after("dduwowngf", 3) == "đừ");
    CHECK(telex_after("windows", 1) == "window");
    CHECK(telex_after("a", 3) == "");
    CHECK(keys_without_last_letter("năm", kTelex) == "nă");
    CHECK(keys_without_last_letter("nă", kTelex) == "n");
}

TEST_CASE("every backspace takes exactly one letter, whatever was typed", "[text][typing][property]") {
    for (const Row& row : rows_of("telex_key_orders")) {
        if (row.keys.find('?') != std::string::npos || row.keys == row.old_style) {
            continue;
        }
        CAPTURE(row.keys);
        const std::string left = typed_word(keys_without_last_letter(row.keys, kTelex), kTelex);
        CHECK(length(left) + 1 == length(row.old_style));
    }
}

TEST_CASE("no run of keys makes the typing engine stumble", "[text][typing][hostile]") {
    tests::Random random(20261121);
    const std::string keys = "aeiouydwsfrxjzngthcpkqbmABDEW0123456789 '";
    for (int i = 0; i < 20000; ++i) {
        std::string word;
        for (std::int64_t left = random.between(0, 12); left > 0; --left) {
            word.push_back(keys[static_cast<std::size_t>(random.between(0, 40))]);
        }
        CAPTURE(word);
        const Typing typing{random.one_in(2) ? TypingMethod::Telex : TypingMethod::Vni, ToneStyle::New};
        const std::string text = typed_line(word, typing);
        CHECK(nfc(text) == text);
        CHECK(is_printable_repertoire(text, nullptr));
        std::string rest = word;
        for (std::size_t presses = 0; !rest.empty(); ++presses) {
            REQUIRE(presses <= word.size());
            rest = keys_without_last_letter(rest, typing);
        }
    }
}

}  // namespace motcua::text
