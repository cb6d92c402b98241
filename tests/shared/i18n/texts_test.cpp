#include "shared/i18n/texts.hpp"

#include <catch2/catch.hpp>

using namespace motcua;
using i18n::Texts;

namespace {

Texts texts() {
    auto read = Texts::read("vi", json::Object{{"hello", "Chào {name}, bạn có {count} việc"},
                                               {"finding.too_long", "Dài quá {max} ký tự"},
                                               {"plain", "Tiếp tục"},
                                               {"braces", "{ {name} {} {unknown} } {name"}});
    REQUIRE(read.ok());
    return *std::move(read);
}

}  // namespace

TEST_CASE("placeholders are filled by name", "[i18n]") {
    CHECK(texts().get("hello", {{"count", "3"}, {"name", "Ánh"}}) == "Chào Ánh, bạn có 3 việc");
    CHECK(texts().get("plain") == "Tiếp tục");
    CHECK(texts().lang() == "vi");
}

TEST_CASE("a placeholder without a value stays to be seen", "[i18n]") {
    CHECK(texts().get("hello", {{"name", "Ánh"}}) == "Chào Ánh, bạn có {count} việc");
    CHECK(texts().get("braces", {{"name", "x"}}) == "{ x {} {unknown} } {name");
}

TEST_CASE("a value that looks like a placeholder is not filled again", "[i18n]") {
    CHECK(texts().get("hello", {{"name", "{count}"}, {"count", "3"}}) == "Chào {count}, bạn có 3 việc");
}

TEST_CASE("a missing text shows its key in brackets", "[i18n]") {
    CHECK(texts().get("no.such.key") == "⟦no.such.key⟧");
    CHECK(texts().has("plain"));
    CHECK_FALSE(texts().has("no.such.key"));
    CHECK(Texts().get("x") == "⟦x⟧");
}

TEST_CASE("a finding is said with its values", "[i18n]") {
    CHECK(texts().sentence({"ho_ten", "too_long", {{"max", "60"}}}) == "Dài quá 60 ký tự");
    CHECK(texts().sentence({"ho_ten", "other", {}}) == "⟦finding.other⟧");
}

TEST_CASE("a table of texts holds texts and nothing else", "[i18n]") {
    const auto not_flat = Texts::read("vi", json::Object{{"a", "x"}, {"b", json::Object{}}, {"c", 1}});
    REQUIRE_FALSE(not_flat.ok());
    CHECK(not_flat.error().findings.size() == 2);
    CHECK(not_flat.error().findings[0].field == "b");
    CHECK_FALSE(Texts::read("vi", json::Array{}).ok());
    CHECK(Texts::read("vi", json::Object{}).ok());
}

TEST_CASE("money is written as in Vietnam", "[i18n]") {
    CHECK(i18n::money_dong(0) == "0 đ");
    CHECK(i18n::money_dong(999) == "999 đ");
    CHECK(i18n::money_dong(8000) == "8.000 đ");
    CHECK(i18n::money_dong(1250000) == "1.250.000 đ");
    CHECK(i18n::money_dong(123456789012) == "123.456.789.012 đ");
    CHECK(i18n::money_dong(-50000) == "-50.000 đ");
}
