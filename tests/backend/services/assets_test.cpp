#include "backend/services/assets.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/backend/support/house.hpp"

namespace motcua::tests {

namespace services = backend::services;

TEST_CASE("a language is known to the backend as soon as there is a file for it", "[backend][assets]") {
    const std::filesystem::path repository = std::filesystem::path(MOTCUA_SOURCE_DIR) / "assets";
    const Folder folder;
    for (const char* part : {"calendar", "places", "lang", "visits"}) {
        std::filesystem::copy(repository / part, folder.path() / part);
    }
    std::ofstream(folder.path() / "lang" / "km.json") << R"({"error.not_found": "គ្មាន"})";
    const auto assets = services::Assets::load(folder.path(), services::Catalogue{});
    REQUIRE(assets.ok());
    CHECK(assets->texts({"km", "en"}).get("error.not_found") == "គ្មាន");
    CHECK(assets->texts({"fr", "en"}).lang() == "en");
    CHECK(assets->texts({"fr"}).lang() == "vi");
    CHECK(assets->texts({}).lang() == "vi");

    std::filesystem::remove(folder.path() / "lang" / "vi.json");
    CHECK_FALSE(services::Assets::load(folder.path(), services::Catalogue{}).ok());
}

}  // namespace motcua::tests
