#include "client/platform/desktop/options.hpp"

#include <catch2/catch.hpp>

namespace motcua::kiosk {

TEST_CASE("the kiosk does not start without the key that procedures are signed with", "[kiosk]") {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{}, {"--demo"}, {"--server", "http://127.0.0.1:1"}}) {
        const auto options = read_options(words);
        REQUIRE_FALSE(options);
        CHECK(options.error().detail.find("--catalogue-key is missing") == 0);
    }
    CHECK(read_options({"--help"}));
}

TEST_CASE("a demonstration key has to be asked for", "[kiosk]") {
    const auto plain = read_options({"--catalogue-key", "office.key.pub"});
    REQUIRE(plain);
    CHECK(plain->catalogue_key == "office.key.pub");
    CHECK_FALSE(plain->demonstration);
    const auto demonstration = read_options({"--demo", "--catalogue-key", "office.key.pub"});
    REQUIRE(demonstration);
    CHECK(demonstration->demonstration);
}

}  // namespace motcua::kiosk
