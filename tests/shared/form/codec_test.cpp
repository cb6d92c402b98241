#include <catch2/catch.hpp>
#include <string>

#include "shared/form/form.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/shared/support/findings.hpp"
#include "tests/shared/support/random.hpp"

namespace motcua::form {
namespace {

using tests::findings_of;
using tests::Lines;

Lines wrong_with(const std::string& text) {
    const auto value = json::read(text);
    INFO(text);
    REQUIRE(value.ok());
    return findings_of(decode(*value));
}

}  // namespace

TEST_CASE("a form comes back from JSON as it was", "[form][codec]") {
    Form form = tests::own_certificate();
    form.documents.push_back({"giay_xn_cu", Provision::Attached, {std::string(64, 'a')}});
    const auto decoded = decode(encode(form));
    REQUIRE(decoded.ok());
    CHECK(*decoded == form);
}

TEST_CASE("a form is written with its members in order", "[form][codec]") {
    const Form form{"1.004873", "2026-11-21", {2026, 1, 2}, {{"a", "x"}}, {{"p", Provision::StateHasIt, {}}}};
    CHECK(json::write(encode(form)) ==
          R"({"answers":{"a":"x"},"documents":[{"files":[],"id":"p","provision":"state_has_it"}],)"
          R"("edition":"2026-11-21","procedure":"1.004873","today":"2026-01-02","v":1})");
}

TEST_CASE("everything wrong with a form's shape is named with its path", "[form][codec]") {
    CHECK(wrong_with("[]") == Lines{"form.type"});
    CHECK(wrong_with("{}") == Lines{"v: form.missing", "procedure: form.missing", "edition: form.missing",
                                    "today: form.missing", "answers: form.missing",
                                    "documents: form.missing"});
    CHECK(wrong_with(R"({"v":2,"procedure":1,"edition":null,"today":"21/11/2026","answers":{"a":1},)"
                     R"("documents":[{"id":"x","provision":"by_pigeon","files":[7]},4],"surplus":1})") ==
          Lines{"v: form.range", "procedure: form.type", "edition: form.type", "today: form.range",
                "answers.a: form.type", "documents.0.provision: form.range", "documents.0.files.0: form.type",
                "documents.1: form.type", "surplus: form.unknown"});
}

TEST_CASE("a form with too many answers is refused before they are read", "[form][codec][hostile]") {
    json::Object answers;
    for (int i = 0; i < 5001; ++i) {
        answers.emplace_back("q" + std::to_string(i), "x");
    }
    json::Object form = *encode(tests::own_certificate()).object();
    form[0].second = json::Value(std::move(answers));
    CHECK(findings_of(decode(json::Value(std::move(form)))) == Lines{"answers: form.range"});
}

TEST_CASE("bytes are read as their JSON is, whatever they are", "[form][codec][property][hostile]") {
    tests::Random random(8);
    Form form = tests::own_certificate();
    form.documents.push_back({"giay_xn_cu", Provision::Attached, {std::string(64, 'a'), "b"}});
    const std::string whole = json::write(encode(form));
    const std::string pieces = "{}[]\",:\\ 01\x7F\xC3\x81\nvi";
    for (int i = 0; i < 20000; ++i) {
        std::string bytes = whole;
        for (std::size_t changes = random.below(3); changes > 0; --changes) {
            const std::size_t at = random.below(bytes.size());
            const char piece = pieces[random.below(pieces.size())];
            const std::size_t from = random.below(bytes.size());
            switch (random.below(4)) {
                case 0:
                    bytes[at] = piece;
                    break;
                case 1:
                    bytes.insert(at, 1, piece);
                    break;
                case 2:
                    bytes.erase(at, 1 + random.below(3));
                    break;
                default:
                    bytes.insert(at, bytes.substr(from, random.below(60)));
            }
        }
        const auto value = json::read(bytes);
        const auto slow = value ? decode(*value) : Result<Form>(value.error());
        const auto quick = read(bytes);
        CAPTURE(bytes);
        REQUIRE(quick.ok() == slow.ok());
        if (quick) {
            CHECK(*quick == *slow);
        } else {
            CHECK(quick.error().findings == slow.error().findings);
        }
    }
    CHECK(read(whole).ok());
}

}  // namespace motcua::form
