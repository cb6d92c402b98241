#include "backend/services/upkeep.hpp"
#include "backend/services/agency_offices.hpp"

#include <fstream>
#include <iterator>

#include "backend/services/demo.hpp"
#include "backend/services/files.hpp"
#include "tests/backend/support/citizen.hpp"
#include "tests/backend/support/ledger.hpp"
#include "tests/shared/support/calendars.hpp"

namespace motcua::tests {

namespace {

std::string all_bytes_under(const std::filesystem::path& folder) {
    std::string bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            std::ifstream stream(entry.path(), std::ios::binary);
            bytes.append(std::istreambuf_iterator<char>(stream), {});
        }
    }
    return bytes;
}

}  // namespace

TEST_CASE("upkeep collects unfinished uploads after a day and keeps those of dossiers",
          "[backend][services]") {
    House house;
    const std::int64_t at = put_one_slot(house.storage(), 2);
    Citizen(house, 1).complete(at);
    Citizen gone(house, 2);
    gone.upload(gone.a_pdf(600'000));
    const auto file = house.folder() / "motcua.sqlite";
    const auto parts = [&] { return count_in(file, "SELECT count(*) FROM upload_parts"); };
    REQUIRE(parts() == 3);
    house.clock().pass(backend::services::Uploads::kKeepUnclaimedSecs);
    REQUIRE(backend::services::tidy(house.storage(), house.backend().bookings, house.backend().line,
                                    house.backend().clock())
                .ok());
    CHECK(parts() == 3);
    house.clock().pass(1);
    REQUIRE(backend::services::tidy(house.storage(), house.backend().bookings, house.backend().line,
                                    house.backend().clock())
                .ok());
    CHECK(parts() == 1);
    check_invariants(file);
}

TEST_CASE("nothing personal stands in any file of the data folder", "[backend][services]") {
    House house;
    const std::int64_t at = put_one_slot(house.storage(), 2);
    const std::string in_file = "%PDF-1.4 CHIM HOÀNG YẾN TRONG TỆP";
    Citizen citizen(house, 1);
    REQUIRE(citizen.hold(at).status == 201);
    citizen.upload(in_file, "giấy của chim hoàng yến.pdf");
    const Response receipt = citizen.hand_in(citizen.envelope());
    REQUIRE(receipt.status == 201);
    const std::string secret = json_of(receipt).text_or("secret");
    for (const bool closed : {false, true}) {
        if (closed) {
            house.reopen();
        }
        const std::string bytes = all_bytes_under(house.folder());
        REQUIRE(bytes.find(json_of(receipt).text_or("code")) != std::string::npos);
        for (const std::string& canary :
             {std::string("ÁNH TUYẾT"), std::string("084190001234"), std::string("0901234567"),
              std::string("ấp Ví Dụ"), std::string("HOÀNG YẾN"), std::string("hoàng yến"), secret,
              citizen.request.files[0].sha256}) {
            CAPTURE(canary, closed);
            CHECK(bytes.find(canary) == std::string::npos);
        }
    }
}

TEST_CASE("demonstration data is known as such for ever", "[backend][services]") {
    House house;
    const auto before = backend::services::is_demonstration(house.storage());
    REQUIRE(before.ok());
    CHECK_FALSE(*before);
    const auto value = backend::services::read_json_file(std::filesystem::path(MOTCUA_SOURCE_DIR) /
                                                         "assets/offices/demo.json");
    REQUIRE(value.ok());
    auto offices = backend::services::read_offices(*value);
    REQUIRE(offices.ok());
    const auto agencies = backend::services::demonstration_offices(std::filesystem::path(MOTCUA_SOURCE_DIR) /
                                                                   "assets" / "agencies");
    REQUIRE(agencies.ok());
    offices->offices = *agencies;
    REQUIRE(backend::services::put_demonstration(house.storage(), *offices, vietnam(), monday_seven()).ok());
    house.reopen();
    const auto after = backend::services::is_demonstration(house.storage());
    REQUIRE(after.ok());
    CHECK(*after);
    // A second start adds nothing twice.
    REQUIRE(backend::services::put_demonstration(house.storage(), *offices, vietnam(), monday_seven()).ok());
    CHECK(count_in(house.folder() / "motcua.sqlite", "SELECT count(*) FROM slots") ==
          static_cast<int>(agencies->size()) * 9 * 13);
}

}  // namespace motcua::tests
