#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "tests/shared/dossier/envelope.hpp"
#include "tests/shared/support/findings.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua;
using namespace motcua::tests;
using dossier::open_package;
using json::Array;
using json::Object;
using json::Value;

namespace {

/// What is found when one member is changed and everything is signed again.
Lines faults_with(std::string_view path, Value to) {
    return findings_of(open_package(signed_again(Editor(an_envelope()).set(path, std::move(to)))));
}

Lines faults_without(std::string_view path) {
    return findings_of(open_package(signed_again(Editor(an_envelope()).drop(path))));
}

/// The same without signing again: somebody changed it on its way.
Lines faults_altered(std::string_view path, Value to) {
    return findings_of(open_package(Editor(an_envelope()).set(path, std::move(to)).value()));
}

dossier::PackageRequest with_files(std::size_t count, std::int64_t size) {
    dossier::PackageRequest request = a_request();
    request.files.clear();
    request.form.documents = {{"cccd", form::Provision::Attached, {}}};
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(100 + i);
        request.form.documents[0].files.push_back(digits(61, '0') + number);
        request.files.push_back(
            {"cccd", "a.png", "image/png", size, digits(61, '0') + number, digits(29, '0') + number});
    }
    return request;
}

}  // namespace

TEST_CASE("signing again what was not changed opens", "[dossier][open]") {
    CHECK(open_package(signed_again(Editor(an_envelope()))).ok());
}

TEST_CASE("the envelope has four members", "[dossier][open]") {
    CHECK(findings_of(open_package(Value(1))) == Lines{"package.type"});
    CHECK(faults_altered("more", 1) == Lines{"more: package.unknown"});
    CHECK(faults_altered("v", 2) == Lines{"v: package.range"});
    for (const char* member : {"form", "manifest", "signature", "v"}) {
        CAPTURE(member);
        CHECK(findings_of(open_package(Editor(an_envelope()).drop(member).value())) ==
              Lines{std::string(member) + ": package.missing"});
    }
}

TEST_CASE("files that are answers are named by the answer's id", "[dossier][open]") {
    dossier::PackageRequest request = a_request();
    const std::string photo = "thanh_vien.0.anh";
    const std::string wanted = digits(64, '5') + "," + digits(64, '6');
    request.form.answers[photo] = wanted;
    request.files.push_back({photo, "a.jpg", "image/jpeg", 9, digits(64, '5'), digits(32, '5')});
    const auto faults = [&] { return findings_of(dossier::sign_package(request)); };
    // The second file is missing from the manifest; then it is there.
    CHECK(faults() == Lines{"files: package.files_differ"});
    request.files.push_back({photo, "b.jpg", "image/jpeg", 9, digits(64, '6'), digits(32, '6')});
    CHECK(faults() == Lines{"ok"});
    CHECK(open_package(*json::read(*dossier::sign_package(request))).ok());
    request.form.answers[photo] = digits(64, '5');
    CHECK(faults() == Lines{"files: package.files_differ"});
}

TEST_CASE("the manifest has its members and no others", "[dossier][open]") {
    CHECK(faults_with("manifest.more", 1) == Lines{"manifest.more: package.unknown"});
    CHECK(faults_with("manifest.v", 2) == Lines{"manifest.v: package.range"});
    for (const char* member :
         {"appointment", "created_at", "files", "id", "nonce", "office", "procedure", "v"}) {
        CAPTURE(member);
        const std::string path = std::string("manifest.") + member;
        CHECK(faults_without(path) == Lines{path + ": package.missing"});
    }
    CHECK(findings_of(open_package(Editor(an_envelope()).drop("manifest.form").value())) ==
          Lines{"manifest.form: package.missing"});
}

TEST_CASE("ids and nonces are 32 lower-case hex digits", "[dossier][open]") {
    for (const char* path : {"manifest.id", "manifest.nonce", "manifest.files.0.upload"}) {
        for (const std::string& text :
             {std::string(), digits(31, 'a'), digits(33, 'a'), digits(32, 'A'), digits(32, 'g')}) {
            CAPTURE(path, text);
            CHECK(faults_with(path, text) == Lines{std::string(path) + ": package.hex"});
        }
    }
}

TEST_CASE("digests are 64 lower-case hex digits", "[dossier][open]") {
    CHECK(faults_with("manifest.files.0.sha256", digits(64, 'F')) ==
          Lines{"manifest.files.0.sha256: package.hex"});
    CHECK(faults_altered("manifest.form.sha256", digits(63, 'f')) ==
          Lines{"manifest.form.sha256: package.hex"});
}

TEST_CASE("office, booking and paper are ids", "[dossier][open]") {
    for (const char* path :
         {"manifest.office", "manifest.appointment.booking", "manifest.files.0.document"}) {
        for (const std::string& text :
             {std::string(), std::string("a/b"), std::string("a b"), std::string("ấp"), digits(133, 'a')}) {
            CAPTURE(path, text);
            CHECK(faults_with(path, text) == Lines{std::string(path) + ": package.id"});
        }
    }
}

TEST_CASE("times are seconds that a clock can show", "[dossier][open]") {
    CHECK(faults_with("manifest.created_at", -1) == Lines{"manifest.created_at: package.range"});
    CHECK(faults_with("manifest.created_at", json::kMaxInteger) ==
          Lines{"manifest.created_at: package.range"});
    CHECK(faults_with("manifest.created_at", "now") == Lines{"manifest.created_at: package.type"});
    CHECK(faults_with("manifest.appointment.starts_at", -1) ==
          Lines{"manifest.appointment.starts_at: package.range"});
    CHECK(faults_with("manifest.appointment.more", 1) == Lines{"manifest.appointment.more: package.unknown"});
}

TEST_CASE("a file has its members and no others", "[dossier][open]") {
    CHECK(faults_with("manifest.files.0", 1) == Lines{"manifest.files.0: package.type"});
    CHECK(faults_with("manifest.files.0.path", "/etc") == Lines{"manifest.files.0.path: package.unknown"});
    for (const char* member : {"document", "media_type", "name", "sha256", "size", "upload"}) {
        CAPTURE(member);
        const std::string path = std::string("manifest.files.0.") + member;
        CHECK(faults_without(path) == Lines{path + ": package.missing"});
    }
}

TEST_CASE("files are PDF, JPEG or PNG", "[dossier][open]") {
    for (const char* type : {"", "image/svg+xml", "text/html", "IMAGE/PNG", "application/pdf; x"}) {
        CAPTURE(type);
        CHECK(faults_with("manifest.files.0.media_type", type) ==
              Lines{"manifest.files.0.media_type: package.media_type"});
    }
}

TEST_CASE("file names are names and no paths", "[dossier][open]") {
    for (const std::string& name :
         {std::string(), std::string("../x"), std::string("a/b"), std::string("a\\b"), std::string(".."),
          std::string("."), std::string("a\nb"), std::string("a\0b", 3), std::string("a\x7F"),
          std::string(256, 'a'), std::string("a\u0301.pdf")}) {
        CAPTURE(name);
        CHECK(faults_with("manifest.files.0.name", name) ==
              Lines{"manifest.files.0.name: package.file_name"});
    }
    CHECK(faults_with("manifest.files.0.name", "..ảnh thẻ (1).jpg") == Lines{"ok"});
}

TEST_CASE("a file has from one byte to ten megabytes", "[dossier][open]") {
    CHECK(faults_with("manifest.files.0.size", 0) == Lines{"manifest.files.0.size: package.range"});
    CHECK(faults_with("manifest.files.0.size", (10 << 20) + 1) ==
          Lines{"manifest.files.0.size: package.range"});
    CHECK(faults_with("manifest.files.0.size", 10 << 20) == Lines{"ok"});
}

TEST_CASE("twenty files are the most", "[dossier][open]") {
    CHECK(open_package(an_envelope(with_files(20, 1))).ok());
    const Editor twenty(an_envelope(with_files(20, 1)));
    Array files = *twenty.at("manifest.files").array();
    files.push_back(files[0]);
    CHECK(findings_of(open_package(signed_again(Editor(twenty).set("manifest.files", files)))) ==
          Lines{"manifest.files: package.too_many_files"});
}

TEST_CASE("fifty megabytes in all are the most", "[dossier][open]") {
    CHECK(open_package(an_envelope(with_files(5, 10 << 20))).ok());
    const Editor five(an_envelope(with_files(6, 8 << 20)));
    CHECK(findings_of(open_package(signed_again(Editor(five)
                                                    .set("manifest.files.0.size", 10 << 20)
                                                    .set("manifest.files.1.size", (8 << 20) + 1)))) ==
          Lines{"files: package.too_large"});
}

TEST_CASE("one upload stands for one file", "[dossier][open]") {
    CHECK(faults_with("manifest.files.0.upload", digits(32, '2')) == Lines{"files: package.upload_twice"});
}

TEST_CASE("files and form name the same papers", "[dossier][open]") {
    const Lines differ{"files: package.files_differ"};
    CHECK(faults_with("manifest.files.0.sha256", digits(64, '9')) == differ);
    CHECK(faults_with("manifest.files.0.document", "trich_luc") == differ);
    CHECK(faults_with("form.documents.1.files", Array{digits(64, '1')}) == differ);
    CHECK(faults_with("form.documents.0.files", Array{digits(64, '7')}) == differ);
    CHECK(faults_with("manifest.files", Array{}) == differ);
}

TEST_CASE("the form has to be a form", "[dossier][open]") {
    CHECK(faults_with("form.v", 2) == Lines{"form.v: form.range"});
    CHECK(faults_with("form.more", 2) == Lines{"form.more: form.unknown"});
    CHECK(faults_with("form", "x") == Lines{"form: form.type"});
}

TEST_CASE("an altered form is found by its digest", "[dossier][open]") {
    CHECK(faults_altered("form.answers.nyc_ho_ten", "NGUYỄN THỊ ANH") ==
          Lines{"manifest.form.sha256: package.form_altered"});
    CHECK(faults_altered("form.answers.more", "x") == Lines{"manifest.form.sha256: package.form_altered"});
}

TEST_CASE("the manifest's digest of another form is found, signature or not", "[dossier][open]") {
    const Lines faults = faults_altered("manifest.form.sha256", digits(64, '0'));
    CHECK(faults ==
          Lines{"manifest.form.sha256: package.form_altered", "signature.value: package.signature"});
}

TEST_CASE("manifest and form name the same procedure and edition", "[dossier][open]") {
    const Lines differs{"manifest.procedure: package.procedure_differs"};
    CHECK(faults_with("manifest.procedure.code", "1.000001") == differs);
    CHECK(faults_with("manifest.procedure.edition", "2020-01-01") == differs);
    CHECK(faults_with("form.procedure", "1.000001") == differs);
    CHECK(faults_with("manifest.procedure.more", 1) == Lines{"manifest.procedure.more: package.unknown"});
    CHECK(faults_without("manifest.procedure.code") == Lines{"manifest.procedure.code: package.missing"});
}

TEST_CASE("an altered manifest is found by the signature", "[dossier][open]") {
    const Lines signature{"signature.value: package.signature"};
    CHECK(faults_altered("manifest.id", digits(32, 'b')) == signature);
    CHECK(faults_altered("manifest.nonce", digits(32, 'b')) == signature);
    CHECK(faults_altered("manifest.office", "vl-29462") == signature);
    CHECK(faults_altered("manifest.created_at", 1) == signature);
    CHECK(faults_altered("manifest.appointment.starts_at", 1) == signature);
    CHECK(faults_altered("manifest.appointment.booking", "other") == signature);
    CHECK(faults_altered("manifest.files.0.name", "other.jpg") == signature);
    CHECK(faults_altered("manifest.files.0.size", 5) == signature);
    CHECK(faults_altered("manifest.files.0.media_type", "application/pdf") == signature);
    CHECK(faults_altered("manifest.files.0.upload", digits(32, '9')) == signature);
}

TEST_CASE("the signature has algorithm, key and value", "[dossier][open]") {
    CHECK(faults_altered("signature.alg", "none") == Lines{"signature.alg: package.algorithm"});
    CHECK(faults_altered("signature.alg", "ed25519") == Lines{"signature.alg: package.algorithm"});
    CHECK(faults_altered("signature.key", digits(63, 'a')) == Lines{"signature.key: package.hex"});
    CHECK(faults_altered("signature.value", digits(128, 'G')) == Lines{"signature.value: package.hex"});
    CHECK(faults_altered("signature.more", 1) == Lines{"signature.more: package.unknown"});
    for (const char* member : {"alg", "key", "value"}) {
        const std::string path = std::string("signature.") + member;
        CHECK(findings_of(open_package(Editor(an_envelope()).drop(path).value())) ==
              Lines{path + ": package.missing"});
    }
}

TEST_CASE("a signature by another key or over another manifest does not fit", "[dossier][open]") {
    const Editor other(an_envelope());
    const Lines signature{"signature.value: package.signature"};
    CHECK(faults_altered("signature.key", other.at("signature.key")) == signature);
    CHECK(faults_altered("signature.value", other.at("signature.value")) == signature);
    CHECK(faults_altered("signature.key", digits(64, '0')) == signature);
    CHECK(faults_altered("signature.value", digits(128, '0')) == signature);
}

TEST_CASE("the order of members does not matter to digest and signature", "[dossier][open]") {
    const Value envelope = an_envelope();
    const Editor editor(envelope);
    Object turned(envelope.object()->rbegin(), envelope.object()->rend());
    const Object& manifest = *editor.at("manifest").object();
    const Value again = Editor(turned).set("manifest", Object(manifest.rbegin(), manifest.rend())).value();
    CHECK(open_package(again).ok());
    CHECK(open_package(again)->manifest_sha256 == open_package(envelope)->manifest_sha256);
}

TEST_CASE("an envelope with any byte changed opens only if it still says the same",
          "[dossier][open][hostile]") {
    const Value envelope = an_envelope();
    const std::string text = json::write(envelope);
    Random random(11);
    for (int round = 0; round < 4000; ++round) {
        std::string changed = text;
        changed[random.below(changed.size())] = static_cast<char>(0x20 + random.below(0x5F));
        const auto value = json::read(changed);
        if (value.ok() && open_package(*value).ok()) {
            REQUIRE(json::write_canonical(*value) == json::write_canonical(envelope));
        }
    }
}
