#include "shared/publication/publication.hpp"

#include <catch2/catch.hpp>

#include "shared/catalogue/index.hpp"
#include "shared/json/read.hpp"
#include "tests/shared/analysis/edit.hpp"

namespace motcua::publication {
namespace {

Seed seed_of(std::uint8_t byte) {
    Seed seed{};
    seed.fill(byte);
    return seed;
}

Key key_of(std::uint8_t byte, bool demonstration = false) {
    const auto key = decode_secret(encode_secret(seed_of(byte), demonstration));
    REQUIRE(key);
    return *key;
}

std::string code_of(const Result<void>& checked) {
    return checked ? "" : checked.error().findings.at(0).code;
}

const File& file_named(const std::vector<File>& files, const std::string& name) {
    for (const File& file : files) {
        if (file.name == name) {
            return file;
        }
    }
    FAIL("no file " << name);
    return files.front();
}

json::Value second_edition(const json::Value& file) {
    return tests::planted(tests::planted(file, "edition", R"("2027-03-01")"), "in_force",
                          R"({"from":"2027-03-01"})");
}

}  // namespace

TEST_CASE("a signature holds for the very bytes and the very key", "[publication]") {
    const Key key = key_of(7);
    const std::string bytes = "{\"a\":1}";
    const std::string signature = signature_of(bytes, key);
    CHECK(check_signature(bytes, signature, key.pair.public_key));
    CHECK(code_of(check_signature(bytes + " ", signature, key.pair.public_key)) == "publication.changed");
    CHECK(code_of(check_signature(bytes, signature, key_of(8).pair.public_key)) == "publication.other_key");
    for (const char* none : {"", "{}", "[]", "{\"alg\":\"none\",\"value\":\"\"}"}) {
        CHECK(code_of(check_signature(bytes, none, key.pair.public_key)) == "publication.signature");
    }
}

TEST_CASE("every bit of a signature's value counts", "[publication][property]") {
    const Key key = key_of(9);
    const std::string signature = signature_of("bytes", key);
    const std::size_t value = signature.rfind("\"value\":\"") + 9;
    for (std::size_t i = 0; i < 128; ++i) {
        std::string other = signature;
        other[value + i] = other[value + i] == '0' ? '1' : '0';
        CHECK(code_of(check_signature("bytes", other, key.pair.public_key)) == "publication.changed");
    }
}

TEST_CASE("somebody else's key id on one's own signature does not help", "[publication]") {
    const Key trusted = key_of(1);
    const Key other = key_of(2);
    std::string signature = signature_of("bytes", other);
    const std::string id = key_id(other.pair.public_key);
    signature.replace(signature.find(id), id.size(), key_id(trusted.pair.public_key));
    CHECK(code_of(check_signature("bytes", signature, trusted.pair.public_key)) == "publication.changed");
}

TEST_CASE("the public key file holds no secret", "[publication]") {
    const Key key = key_of(3, true);
    const std::string text = encode_public(key);
    CHECK(text.find(crypto::hex(seed_of(3))) == std::string::npos);
    const auto read = decode_public(text, true);
    REQUIRE(read);
    CHECK(*read == key.pair.public_key);
    CHECK_FALSE(decode_secret(text));
    CHECK_FALSE(decode_public("{}", true));
}

TEST_CASE("a demonstration's public key is taken by demonstrations alone", "[publication]") {
    const auto refused = decode_public(encode_public(key_of(3, true)), false);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().findings.at(0).code == "publication.demonstration");
    CHECK(decode_public(encode_public(key_of(3, false)), false));
    CHECK(decode_public(encode_public(key_of(3, false)), true));
}

TEST_CASE("what is published can be checked, read alone and found by its day", "[publication]") {
    const json::Value file = tests::procedure_file("1.004873");
    const Key key = key_of(4);
    const auto files = publish({second_edition(file), file}, key);
    REQUIRE(files);
    CHECK(files->size() == 6);
    for (const File& each : *files) {
        if (each.name.find(".sig") == std::string::npos) {
            CHECK(check_signature(each.bytes, file_named(*files, each.name + ".sig").bytes,
                                  key.pair.public_key));
        }
    }
    const auto index = catalogue::read_index(*json::read(file_named(*files, "index.json").bytes));
    REQUIRE(index);
    REQUIRE(index->size() == 1);
    const catalogue::Listing& listing = index->front();
    CHECK(listing.words.name.in("vi") == "Cấp Giấy xác nhận tình trạng hôn nhân");
    REQUIRE(listing.editions.size() == 2);
    CHECK(listing.on("2026-11-20") == nullptr);
    CHECK(listing.on("2027-02-28")->edition == "2026-11-21");
    CHECK(listing.on("2027-03-01")->edition == "2027-03-01");
    for (const catalogue::ListedEdition& edition : listing.editions) {
        const File& published = file_named(*files, edition.file);
        CHECK(crypto::hex(crypto::sha256(published.bytes)) == edition.sha256);
        CHECK(catalogue::read_procedure(*json::read(published.bytes)));
    }
}

TEST_CASE("an edition is listed under its own words, said once where they are the newest one's",
          "[publication]") {
    const json::Value file = tests::procedure_file("1.004873");
    const json::Value renamed =
        tests::planted(second_edition(file), "name", R"({"vi":"Tên mới","en":"New"})");
    const auto files = publish({renamed, file}, key_of(4));
    REQUIRE(files);
    const json::Value value = *json::read(file_named(*files, "index.json").bytes);
    const json::Value& entry = value.array_at("procedures").at(0);
    CHECK(entry.find("name")->text_or("vi") == "Tên mới");
    const json::Array& editions = entry.array_at("editions");
    CHECK(editions.at(0).find("name")->text_or("vi") == "Cấp Giấy xác nhận tình trạng hôn nhân");
    CHECK(editions.at(0).find("summary") == nullptr);
    CHECK(editions.at(1).find("name") == nullptr);
    const auto index = catalogue::read_index(value);
    REQUIRE(index);
    const catalogue::Listing& listing = index->front();
    CHECK(listing.on("2027-02-28")->words.name.in("vi") == "Cấp Giấy xác nhận tình trạng hôn nhân");
    CHECK(listing.on("2027-03-01")->words.name.in("vi") == "Tên mới");
    CHECK(listing.on("2027-02-28")->words.summary.in("vi") == listing.words.summary.in("vi"));
}

TEST_CASE("only a demonstration key marks the index", "[publication]") {
    const json::Value file = tests::procedure_file("1.004873");
    const auto real = publish({file}, key_of(5));
    const auto demonstration = publish({file}, key_of(5, true));
    REQUIRE(real);
    REQUIRE(demonstration);
    CHECK_FALSE(json::read(file_named(*real, "index.json").bytes)->boolean_or("demonstration", false));
    CHECK(json::read(file_named(*demonstration, "index.json").bytes)->boolean_or("demonstration", false));
}

TEST_CASE("what is wrong or there twice is not published", "[publication]") {
    const json::Value file = tests::procedure_file("1.004873");
    const auto twice = publish({file, file}, key_of(6));
    REQUIRE_FALSE(twice);
    CHECK(twice.error().findings.at(0).code == "publication.twice");
    const auto overlap = publish({file, tests::planted(file, "edition", R"("2027-03-01")")}, key_of(6));
    REQUIRE_FALSE(overlap);
    CHECK(overlap.error().findings.at(0).code == "publication.overlap");
    CHECK_FALSE(publish({tests::planted(file, "code", R"("x")")}, key_of(6)));
}

}  // namespace motcua::publication
