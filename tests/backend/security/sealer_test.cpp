#include "backend/security/sealer.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "tests/backend/security/temporary_folder.hpp"

using namespace motcua;
using namespace motcua::backend::security;

TEST_CASE("sealed bytes open again in their context", "[backend][security]") {
    const Sealer sealer{Key::random()};
    const std::string plain =
        GENERATE(std::string(), std::string("NGUYỄN THỊ ÁNH"), std::string(600'000, 'x'));
    const std::string sealed = sealer.seal(plain, "form/1");
    CHECK(sealed.size() == plain.size() + Sealer::kOverhead);
    const auto opened = sealer.open(sealed, "form/1");
    REQUIRE(opened.ok());
    CHECK(*opened == plain);
}

TEST_CASE("sealed bytes show nothing of the plain text", "[backend][security]") {
    const Sealer sealer{Key::random()};
    CHECK(sealer.seal("079190001234", "form/1").find("079190") == std::string::npos);
}

TEST_CASE("no two seals are alike", "[backend][security]") {
    const Sealer sealer{Key::random()};
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i) {
        seen.insert(sealer.seal("same", "same"));
    }
    CHECK(seen.size() == 1'000);
}

TEST_CASE("bytes of another row do not open", "[backend][security]") {
    const Sealer sealer{Key::random()};
    const std::string sealed = sealer.seal("secret", "upload/aa/0");
    CHECK_FALSE(sealer.open(sealed, "upload/aa/1").ok());
    CHECK_FALSE(sealer.open(sealed, "").ok());
}

TEST_CASE("any altered byte and any cut is noticed", "[backend][security]") {
    const Sealer sealer{Key::random()};
    const std::string sealed = sealer.seal("secret", "form/1");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        CAPTURE(i);
        std::string altered = sealed;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        CHECK_FALSE(sealer.open(altered, "form/1").ok());
        CHECK_FALSE(sealer.open(sealed.substr(0, i), "form/1").ok());
    }
    CHECK_FALSE(sealer.open(sealed + "x", "form/1").ok());
}

TEST_CASE("after a rotation old bytes open and new ones use the new key", "[backend][security]") {
    const tests::TemporaryFolder folder;
    const auto before = Sealer::open_folder(folder.path());
    REQUIRE(before.ok());
    const std::string old_bytes = before->seal("old", "a");
    CHECK_FALSE(before->is_retired(old_bytes));

    std::filesystem::rename(folder.path() / "storage.key", folder.path() / "storage-2026.key");
    const auto after = Sealer::open_folder(folder.path());
    REQUIRE(after.ok());
    CHECK(after->is_retired(old_bytes));
    const auto opened = after->open(old_bytes, "a");
    REQUIRE(opened.ok());
    CHECK(*opened == "old");
    CHECK_FALSE(before->open(after->seal("new", "a"), "a").ok());
}
