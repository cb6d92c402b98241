#include "shared/protocol/pickup.hpp"

#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

using namespace motcua;
using namespace motcua::protocol;

namespace {

const std::string kBegin =
    R"({"office":{"id":"o","name":"Trà Cú","address":"","commune":"29461","verified":false},"closed":"",)"
    R"("verified":true,"communes":[{"code":"29461","name":"Xã Trà Cú"}],)"
    R"("windows":[{"starts_at":1795226400,"minutes":120,"free":3}],"papers":["Giấy chứng sinh"],"pickup":)";
const std::string kAsked =
    R"({"state":"requested","starts_at":1795226400,"minutes":120,"commune":"29461","line":"Ấp Chợ",)"
    R"("telephone":"0901234567","number":"012345","steps":[{"event":"request","role":"citizen","at":1795220000}]})";

Result<Pickup> decoded(const std::string& text) {
    const auto value = json::read(text);
    REQUIRE(value.ok());
    return decode_pickup(*value);
}

}  // namespace

TEST_CASE("a pickup that was written is read again, asked for and not", "[protocol]") {
    for (const std::string& text : {kBegin + kAsked + "}", kBegin + "null}"}) {
        const auto read = decoded(text);
        REQUIRE(read.ok());
        CHECK(json::write(encode(*read)) == text);
    }
    CHECK(decoded(kBegin + "null}")->state.empty());
}

TEST_CASE("a pickup of another shape is refused", "[protocol]") {
    CHECK_FALSE(decoded(kBegin + "1}").ok());
    CHECK_FALSE(decoded(kBegin + "{}}").ok());
    CHECK_FALSE(decoded(kBegin + "null,\"more\":1}").ok());
}
