#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "client/desk/desk.hpp"
#include "shared/calendar/date.hpp"
#include "shared/dossier/package.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

/// The procedure's editions, and the last day each is in force.
constexpr const char* kFirst = "2026-01-01";   // until 23 November 2026
constexpr const char* kSecond = "2026-11-24";  // until 31 December 2026
constexpr const char* kThird = "2027-01-01";   // until 30 June 2027; only the second leads to it
constexpr const char* kTask = "procedure.9.000002";

std::string asset_of(const std::string& edition) {
    return std::string("procedures/") + kManyEditions + "@" + edition;
}

std::string listed(const std::string& edition, const std::string& until, const std::string& more = "") {
    return R"({"edition":")" + edition + R"(","in_force":{"from":")" + edition + "\"" +
           (until.empty() ? "" : R"(,"until":")" + until + "\"") + "}" + more + "}";
}

std::string index_with(const std::string& editions) {
    return R"({"procedures":[{"code":"9.000002","name":{"vi":"Tên mới"},"editions":[)" + editions + "]}]}";
}

const std::string kOldName = R"(,"name":{"vi":"Tên cũ","en":"Old name"})";
const std::string kAll = listed(kFirst, "2026-11-23", kOldName) + "," + listed(kSecond, "2026-12-31") + "," +
                         listed(kThird, "2027-06-30");

std::int64_t morning_of(const char* day) {
    return calendar::utc_secs(*calendar::parse_iso(day), 7, 30);
}

Person with_index(const std::string& editions, const char* day = "2026-11-23") {
    Person person(app::make_citizen_application());
    person.assets["procedures/index"] = index_with(editions);
    person.now_secs = morning_of(day);
    person.start();
    for (const char* edition : {kFirst, kSecond, kThird}) {
        person.backend.publish(read_file("tests/fixtures/" + asset_of(edition) + ".json"));
    }
    return person;
}

/// Under the first edition, with a picture and an attached paper; ends on the check page.
void reach_check_under_first(Person& person) {
    person.press(kTask);
    person.press("continue");
    person.type("q.ho_ten", "Lê Thị Ví Dụ");
    person.type("q.so_giay", "AB 123");
    person.press("continue");
    person.choose("q.muc_dich", "hoc");
    person.pick("q.anh", "giấy.png", "image/png");
    person.press("continue");
    person.tick("q.dong_y");
    person.press("continue");
    person.choose("doc.don", "attached");
    person.pick("doc.don.files", "đơn.pdf");
    person.press("continue");
    person.choose("office", "tra-cu");
    person.press("continue");
    person.press("day.2026-11-25");
    person.choose("slot", person.node("slot").children.back().id);
    person.press("continue");
    REQUIRE(person.page().id == "check");
}

/// What the second edition asks anew; ends on the check page.
void answer_what_is_new(Person& person) {
    person.press("continue");
    CHECK(person.page().id == "question.nguoi");
    person.type("q.ngay_cap", "01022020");
    person.press("continue");
    CHECK(person.page().id == "question.viec");
    person.press("continue");
    CHECK(person.page().id == "question.lien_he");
    person.type("q.dien_thoai", "0901234567");
    person.press("continue");
    CHECK(person.page().id == "check");
}

dossier::PackageRequest handed_in(Person& person) {
    person.press("continue");
    person.press("sign");
    REQUIRE(person.page().id == "receipt");
    const auto package = dossier::open_package(person.backend.envelope);
    REQUIRE(package.ok());
    return package->request;
}

std::string state_of(const Person& person, const std::string& name) {
    for (const page::Node& task : person.node("tasks").children) {
        if (task.name == name) {
            return task.value;
        }
    }
    return "";
}

}  // namespace

TEST_CASE("the edition of the day is offered, with its own name", "[client][editions]") {
    Person person = with_index(kAll);
    CHECK(person.node(kTask).name == "Tên cũ");
    person.now_secs = morning_of("2026-11-24");
    person.send(app::Input{"start.search", ""});
    CHECK(person.node(kTask).name == "Tên mới");
    person.press(kTask);
    CHECK(person.title() == "Thủ tục đã sửa đổi");
}

TEST_CASE("the day is that in Vietnam", "[client][editions]") {
    Person person = with_index(kAll);
    person.now_secs = calendar::utc_secs(*calendar::parse_iso("2026-11-24"), 0, 0) - 1;
    person.send(app::Input{"start.search", ""});
    CHECK(person.node(kTask).name == "Tên cũ");
    ++person.now_secs;
    person.send(app::Input{"start.search", ""});
    CHECK(person.node(kTask).name == "Tên mới");
}

TEST_CASE("a standing page of an edition that has ended makes way for that of today", "[client][editions]") {
    Person person = with_index(kAll, "2026-11-24");
    person.standing = kFirst;
    person.start("/thu-tuc/9.000002");
    CHECK_FALSE(person.stands());
    CHECK(person.title() == "Thủ tục đã sửa đổi");
}

TEST_CASE("a standing page makes way when the index knows a newer edition", "[client][editions]") {
    const std::string sooner = R"({"edition":"2026-11-24","in_force":{"from":"2026-11-20"}})";
    Person person = with_index(listed(kFirst, "2026-11-23") + "," + sooner);
    person.standing = kFirst;
    person.start("/thu-tuc/9.000002");
    CHECK(person.stands());
    person.send(app::Stirred{});
    CHECK(person.title() == "Thủ tục đã sửa đổi");
}

TEST_CASE("what cannot be begun today is not offered, and says why when it is opened", "[client][editions]") {
    const auto [day, sentence] =
        GENERATE(std::pair("2025-12-31", "Thủ tục này nhận hồ sơ từ ngày 01/01/2026."),
                 std::pair("2027-07-01", "Thủ tục này chỉ nhận hồ sơ đến hết ngày 30/06/2027."));
    Person person = with_index(kAll, day);
    CHECK_FALSE(person.sees(kTask));
    person.send(app::Press{kTask});
    CHECK(person.page().id == "procedure");
    CHECK(person.title() == "Tên mới");
    CHECK(person.node("closed").value == sentence);
    CHECK_FALSE(person.page().busy);
    CHECK_FALSE(person.sees("continue"));
    person.now_secs = morning_of("2026-11-23");
    person.press("back");
    person.press(kTask);
    CHECK(person.sees("continue"));
}

TEST_CASE("a dossier refused because its edition has ended is handed in under the next",
          "[client][editions]") {
    Person person = with_index(kAll);
    reach_check_under_first(person);
    person.press("continue");
    const auto slot = person.node("signed.time").value;
    person.now_secs = morning_of("2026-11-25");
    person.press("sign");
    CHECK(person.page().id == "procedure");
    CHECK(person.page().announcement.assertive);
    CHECK(person.title() == "Thủ tục đã sửa đổi");
    CHECK(person.node("changed.0").name == "Nay hỏi thêm ngày cấp giấy tờ và số điện thoại.");
    CHECK(state_of(person, "Người yêu cầu") == "Cần xem lại");
    CHECK(state_of(person, "Việc cần làm") == "Cần xem lại");
    CHECK(state_of(person, "Liên hệ") == "Cần xem lại");
    CHECK(state_of(person, "Lời cam đoan") == "Xong");
    check_golden(person.page(), "procedure_changed");
    person.press("lang.en");
    CHECK(person.node("changed.0").name == "The day of issue and a phone number are now asked for.");
    person.press("lang.vi");
    answer_what_is_new(person);
    const dossier::PackageRequest request = handed_in(person);
    CHECK(request.form.edition == kSecond);
    CHECK(request.form.answers.at("so_giay_to") == "AB 123");
    CHECK(request.form.answers.at("muc_dich") == "hoc_tap");
    REQUIRE(request.files.size() == 2);
    CHECK(request.files[0].document == "don");
    CHECK(request.files[1].document == "anh_giay");
    CHECK(person.uploads == 2);
    CHECK(person.node("receipt.time").value == slot);
    CHECK(person.backend.dossiers == 1);
    Person clerk(desk::make_desk_application());
    clerk.backend.take_over(person.backend);
    clerk.backend.signed_in = true;
    clerk.start();
    clerk.press("row." + clerk.backend.id);
    CHECK(clerk.node("verdict").tone == page::Tone::Success);
    CHECK(clerk.node("row.ngay_cap").value == "01/02/2020");
}

TEST_CASE("who goes on after the edition's last day is taken to the next one before signing",
          "[client][editions]") {
    Person person = with_index(kAll);
    reach_check_under_first(person);
    person.now_secs = morning_of("2026-11-24");
    person.press("continue");
    CHECK(person.page().id == "procedure");
    answer_what_is_new(person);
    CHECK(handed_in(person).form.edition == kSecond);
}

TEST_CASE("answers go through every edition between", "[client][editions]") {
    Person person = with_index(kAll);
    reach_check_under_first(person);
    person.now_secs = morning_of("2027-01-02");
    person.press("continue");
    CHECK(person.node("changed.0").name == "Nay hỏi thêm ngày cấp giấy tờ và số điện thoại.");
    CHECK(person.node("changed.1").name == "Số giấy tờ nay là số căn cước.");
    answer_what_is_new(person);
    const dossier::PackageRequest request = handed_in(person);
    CHECK(request.form.edition == kThird);
    CHECK(request.form.answers.at("so_cccd") == "AB 123");
}

TEST_CASE("an edition published while the page was open is fetched", "[client][editions]") {
    Person person = with_index(listed(kFirst, ""));
    std::string endless = read_file("tests/fixtures/" + asset_of(kFirst) + ".json");
    const std::string until = R"("until": "2026-11-23")";
    REQUIRE(endless.find(until) != std::string::npos);
    endless.replace(endless.find(until), until.size(), R"("until": "2030-01-01")");
    person.assets[asset_of(kFirst)] = endless;
    reach_check_under_first(person);
    person.press("continue");
    person.now_secs = morning_of("2026-11-25");
    SECTION("and the dossier goes on under it") {
        person.assets["procedures/index"] = index_with(kAll);
        person.press("sign");
        CHECK(person.page().id == "procedure");
        answer_what_is_new(person);
        CHECK(handed_in(person).form.edition == kSecond);
    }
    SECTION("and when there is none, the refusal is shown") {
        person.press("sign");
        CHECK(person.page().id == "check");
        CHECK(person.error_lines() == std::vector<std::string>{"Mẫu tờ khai này đã hết hiệu lực"});
        CHECK_FALSE(person.page().busy);
    }
}

TEST_CASE("without a migration that is said, and what still fits is kept", "[client][editions]") {
    Person person = with_index(listed(kFirst, "2026-11-23") + "," + listed(kThird, "2027-06-30"));
    reach_check_under_first(person);
    person.now_secs = morning_of("2027-01-02");
    person.press("continue");
    CHECK(person.page().id == "procedure");
    CHECK(person.node("changed").value.find("Không chuyển được") == 0);
    CHECK_FALSE(person.sees("changed.0"));
    person.press("continue");
    CHECK(person.node("q.ho_ten").value == "LÊ THỊ VÍ DỤ");
    person.type("q.so_cccd", "AB 123");
    person.type("q.ngay_cap", "01022020");
    person.press("continue");
    person.choose("q.muc_dich", "lam");
    person.pick("q.anh_giay", "giấy khác.png", "image/png");
    person.press("continue");
    person.type("q.dien_thoai", "0901234567");
    person.press("continue");
    CHECK(person.node("q.dong_y").selected);
    person.press("continue");
    CHECK(person.page().id == "check");
    const dossier::PackageRequest request = handed_in(person);
    CHECK(request.form.edition == kThird);
    REQUIRE(request.files.size() == 2);
    CHECK(request.files[0].name == "đơn.pdf");
}

TEST_CASE("when no edition follows, that is said and nothing is lost", "[client][editions]") {
    Person person = with_index(listed(kFirst, "2026-11-23"));
    reach_check_under_first(person);
    person.now_secs = morning_of("2026-11-25");
    person.press("continue");
    CHECK(person.page().id == "check");
    CHECK(person.node("closed").value == "Thủ tục này chỉ nhận hồ sơ đến hết ngày 23/11/2026.");
    CHECK(person.node("row.ho_ten").value == "LÊ THỊ VÍ DỤ");
    CHECK_FALSE(person.page().busy);
    person.assets["procedures/index"] = index_with(kAll);
    person.press("continue");
    CHECK(person.page().id == "procedure");
    CHECK(person.sees("changed"));
}

TEST_CASE("an edition that cannot be had is asked for again, and leaving meanwhile loses nothing",
          "[client][editions]") {
    Person person = with_index(kAll);
    reach_check_under_first(person);
    person.now_secs = morning_of("2026-11-24");
    person.unavailable = GENERATE(as<std::string>(), "procedures/index", asset_of(kSecond));
    person.press("continue");
    CHECK(person.page().id == "check");
    CHECK(person.node("row.ho_ten").value == "LÊ THỊ VÍ DỤ");
    const std::string retry = person.unavailable == "procedures/index" ? "retry.index" : "retry.procedure";
    CHECK(person.sees(retry));
    person.press(retry);
    CHECK(person.sees(retry));
    person.unavailable.clear();
    SECTION("from the check page") {
        person.press(retry);
        answer_what_is_new(person);
        CHECK(handed_in(person).form.edition == kSecond);
    }
    SECTION("from elsewhere") {
        person.press("nav.home");
        person.send(app::Press{retry});
        CHECK(person.page().id == "start");
        person.press("resume");
        answer_what_is_new(person);
    }
}

TEST_CASE("a dossier that holds nothing yet begins under the edition of the day", "[client][editions]") {
    Person person = with_index(kAll);
    person.press(kTask);
    CHECK(person.title() == "Thủ tục qua nhiều lần sửa đổi");
    person.press("back");
    person.now_secs = morning_of("2026-11-24");
    person.press(kTask);
    CHECK(person.title() == "Thủ tục đã sửa đổi");
}

}  // namespace motcua::tests
