#include "backend/security/key.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <thread>
#include <vector>

#include "tests/backend/security/temporary_folder.hpp"

using namespace motcua;
using namespace motcua::backend::security;

namespace {

unsigned mode_of(const std::filesystem::path& file) {
    struct stat about {};
    REQUIRE(::stat(file.c_str(), &about) == 0);
    return about.st_mode & 0777U;
}

void write_file(const std::filesystem::path& file, const std::string& bytes, mode_t mode) {
    std::ofstream(file, std::ios::binary) << bytes;
    REQUIRE(::chmod(file.c_str(), mode) == 0);
}

}  // namespace

TEST_CASE("the first start makes a key that only the service can read", "[backend][security]") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "keys" / "storage.key";
    const auto made = open_key_file(file);
    REQUIRE(made.ok());
    CHECK(mode_of(file) == 0600U);
    CHECK(std::filesystem::file_size(file) == 32);
    const auto again = open_key_file(file);
    REQUIRE(again.ok());
    CHECK(again->id() == made->id());
    CHECK(std::distance(std::filesystem::directory_iterator(file.parent_path()), {}) == 1);
}

TEST_CASE("first starts at the same moment agree on one key", "[backend][security]") {
    const tests::TemporaryFolder folder;
    std::vector<std::string> ids(8);
    {
        std::vector<std::thread> threads;
        for (std::string& id : ids) {
            threads.emplace_back([&id, &folder] {
                const auto key = open_key_file(folder.path() / "storage.key");
                id = key ? key->id() : key.error().detail;
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
    }
    for (const std::string& id : ids) {
        CHECK(id == ids.front());
    }
}

TEST_CASE("a key file that others can read is refused with what to do", "[backend][security]") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "storage.key";
    const mode_t mode = GENERATE(0640U, 0604U, 0660U, 0644U);
    write_file(file, std::string(32, 'k'), mode);
    const auto key = open_key_file(file);
    REQUIRE_FALSE(key.ok());
    CHECK(key.error().detail.find("chmod 600") != std::string::npos);
}

TEST_CASE("a key file of the wrong size is refused and left as it is", "[backend][security]") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "storage.key";
    const std::size_t size = GENERATE(0U, 31U, 33U);
    write_file(file, std::string(size, 'k'), 0600);
    const auto key = open_key_file(file);
    REQUIRE_FALSE(key.ok());
    CHECK(key.error().detail.find("instead of 32") != std::string::npos);
    CHECK(std::filesystem::file_size(file) == size);
}

TEST_CASE("a link in the place of a key file is refused", "[backend][security]") {
    const tests::TemporaryFolder folder;
    write_file(folder.path() / "elsewhere", std::string(32, 'k'), 0600);
    std::filesystem::create_symlink(folder.path() / "elsewhere", folder.path() / "storage.key");
    CHECK_FALSE(open_key_file(folder.path() / "storage.key").ok());
}
