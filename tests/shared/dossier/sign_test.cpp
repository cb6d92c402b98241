#include <catch2/catch.hpp>
#include <set>

#include "tests/shared/dossier/envelope.hpp"
#include "tests/shared/support/findings.hpp"

using namespace motcua;
using namespace motcua::tests;
using dossier::open_package;
using dossier::PackageRequest;
using dossier::sign_package;

TEST_CASE("what was signed opens as what was given", "[dossier]") {
    const auto package = open_package(an_envelope());
    REQUIRE(package.ok());
    const PackageRequest given = a_request();
    CHECK(dossier::encode(package->request) == dossier::encode(given));
    CHECK(package->request.form == given.form);
    CHECK(package->form_bytes == json::write_canonical(form::encode(given.form)));
    CHECK(package->manifest_sha256 == crypto::hex(crypto::sha256(package->manifest_bytes)));
    CHECK(package->signer_key.size() == 64);
}

TEST_CASE("an envelope is canonical and holds what the interface says", "[dossier]") {
    REQUIRE(crypto::start());
    const auto text = sign_package(a_request());
    REQUIRE(text.ok());
    const auto value = json::read(*text);
    REQUIRE(value.ok());
    CHECK(json::write_canonical(*value) == *text);
    const Editor envelope(*value);
    CHECK(envelope.at("signature.alg") == json::Value("Ed25519"));
    CHECK(envelope.at("manifest.procedure") ==
          json::Value(json::Object{{"code", "1.004873"}, {"edition", "2026-07-20"}}));
    CHECK(envelope.at("manifest.appointment") ==
          json::Value(json::Object{{"booking", "5f0c"}, {"starts_at", 1795226400}}));
    CHECK(envelope.at("manifest.files.1.name") == json::Value("mặt sau.png"));
}

TEST_CASE("the signature is over the SHA-256 of the canonical manifest", "[dossier]") {
    const Editor envelope(an_envelope());
    crypto::PublicKey key{};
    crypto::Signature signature{};
    REQUIRE(crypto::from_hex(*envelope.at("signature.key").string(), key));
    REQUIRE(crypto::from_hex(*envelope.at("signature.value").string(), signature));
    const crypto::Digest digest = crypto::sha256(json::write_canonical(envelope.at("manifest")));
    CHECK(crypto::verify(signature, crypto::as_text(digest), key));
}

TEST_CASE("each signing uses a key of its own", "[dossier]") {
    std::set<std::string> keys;
    for (int i = 0; i < 8; ++i) {
        keys.insert(*Editor(an_envelope()).at("signature.key").string());
    }
    CHECK(keys.size() == 8);
}

TEST_CASE("a dossier without files can be signed", "[dossier]") {
    PackageRequest request = a_request();
    request.files.clear();
    request.form.documents.clear();
    CHECK(open_package(an_envelope(request)).ok());
}

TEST_CASE("nothing is signed that could not be opened", "[dossier]") {
    REQUIRE(crypto::start());
    PackageRequest request = a_request();
    request.nonce = "short";
    CHECK(findings_of(sign_package(request)) == Lines{"nonce: package.hex"});
    request = a_request();
    request.files.pop_back();
    CHECK(findings_of(sign_package(request)) == Lines{"files: package.files_differ"});
}
