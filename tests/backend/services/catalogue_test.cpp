#include "backend/services/catalogue.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

#include "backend/services/files.hpp"
#include "shared/publication/publication.hpp"
#include "tests/shared/analysis/edit.hpp"

namespace motcua::tests {
namespace {

using backend::services::Catalogue;

publication::Key key_of(std::uint8_t byte, bool demonstration = false) {
    publication::Seed seed{};
    seed.fill(byte);
    const auto key = publication::decode_secret(publication::encode_secret(seed, demonstration));
    REQUIRE(key);
    return *key;
}

/// Two editions of the model procedure, published into a folder of their own.
class Published {
public:
    explicit Published(const publication::Key& key) {
        std::string name = (std::filesystem::temp_directory_path() / "motcua-catalogue-XXXXXX").string();
        folder_ = mkdtemp(name.data());
        const json::Value file = procedure_file("1.004873");
        const json::Value later =
            planted(planted(file, "edition", R"("2027-03-01")"), "in_force", R"({"from":"2027-03-01"})");
        const auto files = publication::publish({file, later}, key);
        REQUIRE(files);
        for (const publication::File& each : *files) {
            write(each.name, each.bytes);
        }
    }
    ~Published() { std::filesystem::remove_all(folder_); }
    Published(const Published&) = delete;
    Published& operator=(const Published&) = delete;

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        return *backend::services::read_file(folder_ / name);
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

const char* const kFile = "1.004873@2026-11-21.json";

}  // namespace

TEST_CASE("every published edition is there, and nothing else", "[backend][catalogue]") {
    const publication::Key key = key_of(1);
    const Published published(key);
    const auto catalogue = Catalogue::read_published(published.folder(), key.pair.public_key, false);
    REQUIRE(catalogue);
    CHECK(catalogue->knows("1.004873"));
    CHECK(catalogue->edition("1.004873", "2026-11-21") != nullptr);
    CHECK(catalogue->edition("1.004873", "2027-03-01") != nullptr);
    CHECK(catalogue->edition("1.004873", "2020-01-01") == nullptr);
    CHECK_FALSE(catalogue->knows("9.999999"));
}

TEST_CASE("a catalogue of which one byte was changed is not used", "[backend][catalogue]") {
    const publication::Key key = key_of(1);
    for (const char* name : {kFile, "index.json"}) {
        CAPTURE(name);
        const Published published(key);
        std::string bytes = published.read(name);
        bytes.replace(bytes.find("Cấp"), 1, "c");
        published.write(name, bytes);
        const auto catalogue = Catalogue::read_published(published.folder(), key.pair.public_key, true);
        REQUIRE_FALSE(catalogue);
        CHECK(catalogue.error().findings.at(0).code == "publication.changed");
    }
}

TEST_CASE("a file without its signature, or signed by somebody else, is not used", "[backend][catalogue]") {
    const publication::Key key = key_of(1);
    const Published published(key);
    CHECK_FALSE(Catalogue::read_published(published.folder(), key_of(2).pair.public_key, true));
    published.write(std::string(kFile) + ".sig", publication::signature_of(published.read(kFile), key_of(2)));
    const auto other = Catalogue::read_published(published.folder(), key.pair.public_key, true);
    REQUIRE_FALSE(other);
    CHECK(other.error().findings.at(0).code == "publication.other_key");
    std::filesystem::remove(published.folder() / (std::string(kFile) + ".sig"));
    CHECK_FALSE(Catalogue::read_published(published.folder(), key.pair.public_key, true));
}

TEST_CASE("one edition does not pass for another", "[backend][catalogue]") {
    const publication::Key key = key_of(1);
    const Published published(key);
    const std::string later = "1.004873@2027-03-01.json";
    published.write(kFile, published.read(later));
    published.write(std::string(kFile) + ".sig", published.read(later + ".sig"));
    CHECK_FALSE(Catalogue::read_published(published.folder(), key.pair.public_key, true));
}

TEST_CASE("what was published for trying out is for demonstrations alone", "[backend][catalogue]") {
    const publication::Key key = key_of(3, true);
    const Published published(key);
    CHECK(Catalogue::read_published(published.folder(), key.pair.public_key, true));
    const auto real = Catalogue::read_published(published.folder(), key.pair.public_key, false);
    REQUIRE_FALSE(real);
    CHECK(real.error().code == ErrorCode::Forbidden);
}

}  // namespace motcua::tests
