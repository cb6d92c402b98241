#include "client/platform/desktop/trust.hpp"

#include <catch2/catch.hpp>

#include "shared/publication/publication.hpp"
#include "tests/shared/analysis/edit.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::kiosk {
namespace {

using publication::File;
using publication::Key;

constexpr const char* kCode = "1.004873";

Key key_of(std::uint8_t byte) {
    publication::Seed seed{};
    seed.fill(byte);
    const auto key = publication::decode_secret(publication::encode_secret(seed, false));
    REQUIRE(key);
    return *key;
}

/// One procedure as it is published, with that word in its summary.
struct Published {
    std::string index, index_signature, procedure, signature;
};

Published publish(const Key& key, const char* word = "") {
    const json::Value file = tests::planted(tests::procedure_file(kCode), "summary",
                                            std::string(R"({"vi":"Tóm tắt)") + word + R"(","en":"Summary"})");
    const auto files = publication::publish({file}, key);
    REQUIRE(files);
    Published out;
    for (const File& each : *files) {
        std::string& to = each.name == "index.json"       ? out.index
                          : each.name == "index.json.sig" ? out.index_signature
                          : each.name.back() == 'g'       ? out.signature
                                                          : out.procedure;
        to = each.bytes;
    }
    return out;
}

}  // namespace

TEST_CASE("a procedure that the signed index lists is used, by its code and by its edition",
          "[kiosk][trust]") {
    const Key key = key_of(1);
    const Published all = publish(key);
    Trust trust(key.pair.public_key);
    CHECK_FALSE(trust.has_index());
    CHECK_FALSE(trust.accepts(kCode, all.procedure, all.signature));
    REQUIRE(trust.accept_index(all.index, all.index_signature));
    CHECK(trust.has_index());
    CHECK(trust.accepts(kCode, all.procedure, all.signature));
    const std::string edition = json::read(all.procedure)->text_or("edition");
    CHECK(trust.accepts(std::string(kCode) + "@" + edition, all.procedure, all.signature));
    CHECK_FALSE(trust.accepts(std::string(kCode) + "@2020-01-01", all.procedure, all.signature));
    CHECK_FALSE(trust.accepts("1.000001", all.procedure, all.signature));
}

TEST_CASE("a procedure is not used when one byte of it is another", "[kiosk][trust]") {
    const Key key = key_of(1);
    const Published all = publish(key);
    Trust trust(key.pair.public_key);
    REQUIRE(trust.accept_index(all.index, all.index_signature));
    for (const std::size_t at : {std::size_t{0}, all.procedure.size() / 2, all.procedure.size() - 1}) {
        std::string changed = all.procedure;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(trust.accepts(kCode, changed, all.signature));
    }
}

TEST_CASE("nothing is used without its signature, or with somebody else's", "[kiosk][trust]") {
    const Key key = key_of(1);
    const Published all = publish(key);
    const Published other = publish(key_of(2));
    Trust trust(key.pair.public_key);
    CHECK_FALSE(trust.accept_index(all.index, ""));
    CHECK_FALSE(trust.accept_index(other.index, other.index_signature));
    REQUIRE(trust.accept_index(all.index, all.index_signature));
    for (const std::string& signature : {std::string(), all.index_signature, other.signature}) {
        CHECK_FALSE(trust.accepts(kCode, all.procedure, signature));
    }
}

TEST_CASE("an older index lets no newer procedure in, nor a newer index an older procedure",
          "[kiosk][trust]") {
    const Key key = key_of(1);
    const Published before = publish(key, " trước");
    const Published now = publish(key, " nay");
    Trust trust(key.pair.public_key);
    REQUIRE(trust.accept_index(before.index, before.index_signature));
    CHECK_FALSE(trust.accepts(kCode, now.procedure, now.signature));
    REQUIRE(trust.accept_index(now.index, now.index_signature));
    CHECK_FALSE(trust.accepts(kCode, before.procedure, before.signature));
    CHECK(trust.accepts(kCode, now.procedure, now.signature));
}

}  // namespace motcua::kiosk
