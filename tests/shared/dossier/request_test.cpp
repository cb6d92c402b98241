#include <catch2/catch.hpp>

#include "tests/shared/dossier/envelope.hpp"
#include "tests/shared/support/findings.hpp"

using namespace motcua;
using namespace motcua::tests;
using dossier::decode_request;
using dossier::encode;

namespace {

Lines faults_with(std::string_view path, json::Value to) {
    return findings_of(decode_request(Editor(encode(a_request())).set(path, std::move(to)).value()));
}

}  // namespace

TEST_CASE("a request travels as JSON and stays the same", "[dossier]") {
    const json::Value value = encode(a_request());
    const auto text = json::read(json::write(value));
    REQUIRE(text.ok());
    const auto decoded = decode_request(*text);
    REQUIRE(decoded.ok());
    CHECK(encode(*decoded) == value);
}

TEST_CASE("a request of another shape is refused with its paths", "[dossier]") {
    CHECK(findings_of(decode_request(json::Array{})) == Lines{"package.type"});
    CHECK(faults_with("v", 2) == Lines{"v: package.range"});
    CHECK(faults_with("more", 1) == Lines{"more: package.unknown"});
    CHECK(faults_with("id", digits(32, 'A')) == Lines{"id: package.hex"});
    CHECK(faults_with("office", "a b") == Lines{"office: package.id"});
    CHECK(faults_with("office", "") == Lines{"office: package.id"});
    CHECK(faults_with("form", 1) == Lines{"form: form.type"});
    CHECK(faults_with("form.answers.x", 1) == Lines{"form.answers.x: form.type"});
    CHECK(faults_with("files.0.size", 0) == Lines{"files.0.size: package.range"});
    CHECK(faults_with("appointment", json::Object{}) ==
          Lines{"appointment.booking: package.missing", "appointment.starts_at: package.missing"});
}

TEST_CASE("every member of a request is needed", "[dossier]") {
    for (const char* member : {"appointment", "created_at", "files", "form", "id", "nonce", "office", "v"}) {
        CAPTURE(member);
        const json::Value without = Editor(encode(a_request())).drop(member).value();
        const Lines faults = findings_of(decode_request(without));
        CHECK(faults == Lines{std::string(member) + ": package.missing"});
    }
}
