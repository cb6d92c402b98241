#include <catch2/catch.hpp>
#include <string>

#include "shared/text/text.hpp"

using namespace motcua::text;

TEST_CASE("Vietnamese typed in pieces becomes one character a letter", "[text]") {
    CHECK(nfc("e\u0302\u0301") == "ế");
    CHECK(nfc("ê\u0301") == "ế");
    CHECK(nfc("a\u0306\u0323") == "ặ");
    CHECK(nfc("a\u0323\u0306") == "ặ");
    CHECK(nfc("ạ\u0306") == "ặ");
    CHECK(nfc("ă\u0323") == "ặ");
    CHECK(nfc("o\u031B\u0309") == "ở");
    CHECK(nfc("u\u0309\u031B") == "ử");
    CHECK(nfc("Nguye\u0302\u0303n Thi\u0323 A\u0301nh") == "Nguyễn Thị Ánh");
}

TEST_CASE("what is composed stays as it is", "[text]") {
    for (const char* text : {"", "abc", "Nguyễn Thị Ánh", "ĐẶNG", "ướt", "日本", "😀", "Łódź"}) {
        CHECK(nfc(text) == text);
    }
}

TEST_CASE("marks that compose with nothing stay, in canonical order", "[text]") {
    CHECK(nfc("m\u0300") == "m\u0300");
    CHECK(nfc("q\u0301\u0323") == "q\u0323\u0301");
    CHECK(nfc("\u0301a") == "\u0301a");
    CHECK(nfc("đ\u0300\u0323") == "đ\u0323\u0300");
}

TEST_CASE("a mark does not compose across another of its class", "[text]") {
    CHECK(nfc("a\u0301\u0302") == "á\u0302");
    CHECK(nfc("a\u0301\u0301") == "á\u0301");
    CHECK(nfc("e\u0301\u0302\u0323") == "ẹ\u0301\u0302");
}

TEST_CASE("old spellings of the tone marks become the ordinary ones", "[text]") {
    CHECK(nfc("a\u0340") == "à");
    CHECK(nfc("a\u0341") == "á");
    CHECK(nfc("u\u0344") == "ǘ");
}

TEST_CASE("very many marks take no quadratic time", "[text]") {
    std::string text = "a";
    for (int i = 0; i < 200'000; ++i) {
        text += i % 2 == 0 ? "\u0301" : "\u0323";
    }
    const std::string composed = nfc(text);
    CHECK(composed.substr(0, 3) == "ạ");
    CHECK(nfc(composed) == composed);
}
