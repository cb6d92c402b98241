#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

std::string refusal(const std::string& code, const std::string& findings) {
    return R"({"type":"about:blank","title":"Không nhận","status":422,"code":")" + code +
           R"(","findings":[)" + findings + "]}";
}

std::size_t count(const std::vector<std::string>& all, const std::string& one) {
    std::size_t n = 0;
    for (const std::string& item : all) {
        n += item == one ? 1U : 0U;
    }
    return n;
}

}  // namespace

TEST_CASE("a slot that has just filled up is said, and another is held with nothing lost",
          "[client][trouble]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    bring_papers(person);
    person.choose("office", "tra-cu");
    person.press("continue");
    const std::string wanted = person.node("slot").children.front().id;
    person.choose("slot", wanted);
    person.backend.free_places[std::stoll(wanted)] = 0;
    person.press("continue");
    CHECK(person.page().id == "time");
    CHECK(person.page().focus.id == "errors");
    REQUIRE(person.error_lines().size() == 1);
    check_golden(person.page(), "time_lost");
    CHECK_FALSE(person.sees("slot/" + wanted));
    person.choose("slot", person.node("slot").children.front().id);
    CHECK_FALSE(person.sees("errors"));
    person.press("continue");
    CHECK(person.page().id == "check");
    CHECK(person.node("row.nyc_ho_ten").value == "NGUYỄN VĂN AN");
}

TEST_CASE("a hold that has run out is renewed before signing", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.now_secs += 3600;
    person.press("sign");
    CHECK(person.page().id == "receipt");
    CHECK(count(person.backend.requests, "POST /api/v1/holds") == 2);
}

TEST_CASE("a slot lost while handing in leads to choosing another", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.backend.next["POST /api/v1/dossiers"].push_back(
        {409, refusal("conflict", R"({"field":"appointment","code":"booking_lost","args":{},"message":"…"})"),
         false});
    person.press("sign");
    CHECK(person.page().id == "time");
    CHECK(person.sees("errors"));
    person.choose("slot", person.node("slot").children.front().id);
    person.press("continue");
    person.press("continue");
    person.press("sign");
    CHECK(person.page().id == "receipt");
}

TEST_CASE("what the office refuses stands at its field, with a way there", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.backend.next["POST /api/v1/dossiers"].push_back(
        {422,
         refusal("invalid_input", R"({"field":"nyc_dien_thoai","code":"phone","args":{},"message":"…"},)"
                                  R"({"field":"somewhere.else","code":"quite_new","args":{},"message":"…"})"),
         false});
    person.press("sign");
    CHECK(person.page().id == "check");
    CHECK(person.page().focus.id == "errors");
    REQUIRE(person.error_lines().size() == 2);
    check_golden(person.page(), "check_refused");
    person.press("fix.0");
    CHECK(person.page().id == "question.giay_to_lien_he");
    CHECK(person.node("q.nyc_dien_thoai").error == "Số điện thoại Việt Nam có 10 chữ số, bắt đầu bằng 0");
    person.type("q.nyc_dien_thoai", "0987654321");
    person.press("continue");
    person.press("continue");
    person.press("sign");
    CHECK(person.page().id == "receipt");
    CHECK(person.backend.dossiers == 1);
}

TEST_CASE("an answer that got lost is asked for again with the same key", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.backend.next["POST /api/v1/dossiers"].push_back({0, "", true});
    person.press("sign");
    CHECK(person.page().id == "handing_in");
    CHECK(person.sees("problem"));
    CHECK(person.page().announcement.assertive);
    check_golden(person.page(), "handing_in_no_answer");
    // It may have arrived: changing it now would lose the receipt.
    CHECK_FALSE(person.sees("back"));
    person.send(app::Press{"back"});
    CHECK(person.page().id == "handing_in");
    person.press("retry");
    CHECK(person.page().id == "receipt");
    CHECK(person.backend.dossiers == 1);
    const auto& keys = person.backend.keys;
    REQUIRE(keys.size() >= 2);
    CHECK(keys[keys.size() - 1] == keys[keys.size() - 2]);
}

TEST_CASE("a first request still being worked on is waited for", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.backend.next["POST /api/v1/dossiers"].push_back({409, refusal("in_flight", ""), false});
    person.press("sign");
    CHECK(person.page().id == "receipt");
}

TEST_CASE("a changed dossier is sent under another key", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.backend.next["POST /api/v1/dossiers"].push_back(
        {422,
         refusal("invalid_input", R"({"field":"nyc_dien_thoai","code":"phone","args":{},"message":"…"})"),
         false});
    person.press("sign");
    const std::string first = person.backend.keys.back();
    person.press("fix.0");
    person.type("q.nyc_dien_thoai", "0987654321");
    person.press("continue");
    person.press("continue");
    person.press("sign");
    CHECK(person.page().id == "receipt");
    CHECK(person.backend.keys.back() != first);
}

TEST_CASE("a file that could not be sent can be sent again", "[client][trouble]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    person.choose("doc.giay_xn_cu", "attached");
    show_papers(person);
    person.uploads_fail = true;
    person.pick("doc.giay_xn_cu.files", "a.pdf");
    const page::Node failed = person.node("doc.giay_xn_cu.file.1");
    CHECK_FALSE(failed.error.empty());
    check_golden(person.page(), "documents_failed");
    person.press("continue");
    CHECK(person.page().id == "documents");
    CHECK(person.page().focus.id == "errors");
    person.uploads_fail = false;
    person.press("doc.giay_xn_cu.retry.1");
    CHECK(person.node("doc.giay_xn_cu.file.1").tone == page::Tone::Success);
    CHECK(person.uploads == 2);
    person.press("continue");
    CHECK(person.page().id == "office");
}

TEST_CASE("files of a wrong kind or size are refused with their name", "[client][trouble]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    person.choose("doc.giay_xn_cu", "attached");
    show_papers(person);
    const std::string picker = "doc.giay_xn_cu.files";
    person.pick(picker, "chương trình.exe", "");
    CHECK(person.node(picker).error == "Tệp chương trình.exe không phải PDF, JPEG hoặc PNG");
    CHECK(person.dropped == std::vector<int>{1});
    person.pick(picker, "IMG_1.HEIC", "image/heic");
    CHECK(person.node(picker).error.find("chọn “Tương thích nhất”") != std::string::npos);
    person.pick(picker, "nửa.jpg", "image/broken");
    CHECK(person.node(picker).error == "Tệp nửa.jpg bị hỏng, không mở được; hãy chụp hoặc chọn lại");
    person.pick(picker, "to.pdf", "application/pdf", 11 * 1024 * 1024);
    CHECK(person.node(picker).error == "Tệp to.pdf lớn hơn 10 MB");
    person.pick(picker, "rỗng.pdf", "application/pdf", 0);
    CHECK(person.node(picker).error == "Tệp rỗng.pdf trống");
    CHECK(person.uploads == 0);
    person.pick(picker, "được.pdf");
    CHECK(person.node(picker).error.empty());
    person.send(app::Files{picker, {{77, "bản sao.pdf", 5, "application/pdf", std::string(63, '0') + "6"}}});
    CHECK(person.node(picker).error == "Tệp bản sao.pdf đã được chọn rồi");
}

TEST_CASE("a dossier holds 20 files and 50 MB at most", "[client][trouble]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    person.choose("doc.giay_xn_cu", "attached");
    show_papers(person);
    const std::string picker = "doc.giay_xn_cu.files";
    for (int i = 0; i < 5; ++i) {
        person.pick(picker, "lớn.pdf", "application/pdf", 10 * 1024 * 1024);
    }
    person.pick(picker, "thêm.pdf");
    CHECK(person.node(picker).children.size() == 5);
    CHECK_FALSE(person.node(picker).error.empty());
}

TEST_CASE("a removed file can be brought back", "[client][trouble]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    person.choose("doc.giay_xn_cu", "attached");
    show_papers(person);
    person.pick("doc.giay_xn_cu.files", "a.pdf");
    person.pick("doc.giay_xn_cu.files", "b.pdf");
    person.press("doc.giay_xn_cu.remove.1");
    CHECK(person.page().focus.id == "undo");
    CHECK(person.node("doc.giay_xn_cu.files").children.size() == 1);
    person.press("undo");
    CHECK(person.node("doc.giay_xn_cu.files").children.size() == 2);
    CHECK_FALSE(person.sees("undo"));
    CHECK(person.dropped.empty());
    person.press("doc.giay_xn_cu.remove.1");
    person.press("doc.giay_xn_cu.remove.2");
    CHECK(person.dropped == std::vector<int>{1});
    person.press("back");
    CHECK(person.dropped == std::vector<int>{1, 2});
}

TEST_CASE("handing in waits for files that are still being sent", "[client][trouble]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    person.choose("doc.giay_xn_cu", "attached");
    show_papers(person);
    person.uploads_wait = true;
    person.pick("doc.giay_xn_cu.files", "a.pdf");
    CHECK(person.node("doc.giay_xn_cu.file.1").busy);
    person.press("continue");
    book(person);
    person.press("continue");
    person.press("sign");
    CHECK(person.page().id == "handing_in");
    check_golden(person.page(), "handing_in_files");
    CHECK(person.backend.dossiers == 0);
    SECTION("and goes on by itself when they have arrived") {
        person.settle();
        CHECK(person.page().id == "receipt");
    }
    SECTION("and says so when one fails") {
        person.uploads_fail = true;
        person.settle();
        CHECK(person.page().id == "handing_in");
        person.press("files");
        CHECK(person.page().id == "documents");
        CHECK(person.sees("doc.giay_xn_cu.retry.1"));
    }
}

TEST_CASE("files the office has lost are asked for again", "[client][trouble]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    person.choose("doc.giay_xn_cu", "attached");
    show_papers(person);
    person.pick("doc.giay_xn_cu.files", "a.pdf");
    person.pick("doc.giay_xn_cu.files", "b.pdf");
    person.press("continue");
    book(person);
    person.press("continue");
    person.backend.next["POST /api/v1/dossiers"].push_back(
        {422,
         refusal("invalid_input",
                 R"({"field":"files.1","code":"file_missing","args":{"name":"b.pdf"},"message":"…"})"),
         false});
    person.press("sign");
    CHECK(person.page().id == "check");
    person.press("fix.0");
    CHECK(person.page().id == "documents");
    CHECK_FALSE(person.sees("doc.giay_xn_cu.retry.1"));
    person.press("doc.giay_xn_cu.retry.2");
    person.press("continue");
    person.press("continue");
    person.press("sign");
    CHECK(person.page().id == "receipt");
}

TEST_CASE("a slot that has passed while choosing is said for what it is", "[client][trouble]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    bring_papers(person);
    person.choose("office", "tra-cu");
    person.press("continue");
    person.choose("slot", person.node("slot").children.front().id);
    person.backend.next["POST /api/v1/holds"].push_back(
        {422, refusal("invalid_input", R"({"field":"starts_at","code":"slot_past","args":{},"message":"…"})"),
         false});
    person.press("continue");
    CHECK(person.error_lines() == std::vector<std::string>{"Giờ này đã qua; hãy chọn giờ khác"});
}

TEST_CASE("a dossier that was handed in already is not taken for a lost slot", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.backend.next["POST /api/v1/dossiers"].push_back(
        {409, refusal("conflict", R"({"field":"id","code":"dossier_handed_in","args":{},"message":"…"})"),
         false});
    person.press("sign");
    CHECK(person.page().id == "check");
    CHECK(person.error_lines() == std::vector<std::string>{"Hồ sơ này đã được nộp"});
}

TEST_CASE("a silent backend is said on every page that needs it, and trying again works",
          "[client][trouble]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    person.backend.silent = true;
    bring_papers(person);
    CHECK(person.sees("failed.offices"));
    check_golden(person.page(), "office_silent");
    person.backend.silent = false;
    person.press("retry.offices");
    person.choose("office", "tra-cu");
    person.backend.silent = true;
    person.press("continue");
    CHECK(person.sees("failed.slots"));
    person.backend.silent = false;
    person.press("retry.slots");
    person.choose("slot", person.node("slot").children.front().id);
    person.backend.silent = true;
    person.press("continue");
    CHECK(person.page().id == "time");
    CHECK(person.sees("problem"));
    person.backend.silent = false;
    person.press("continue");
    CHECK(person.page().id == "check");
}

TEST_CASE("a device that cannot sign is said, and signing can be tried again", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.signing_fails = true;
    person.press("sign");
    CHECK(person.page().id == "handing_in");
    CHECK(person.sees("problem"));
    person.press("back");
    CHECK(person.page().id == "check");
    person.press("continue");
    person.press("sign");
    person.signing_fails = false;
    person.press("retry");
    CHECK(person.page().id == "receipt");
}

TEST_CASE("places that could not be fetched can be fetched again", "[client][trouble]") {
    Person person = a_citizen();
    person.unavailable = "places";
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    person.type("q.nyc_ho_ten", "Nguyễn Văn An");
    person.type("q.nyc_ngay_sinh", "27/03/1990");
    person.choose("q.nyc_gioi_tinh", "nam");
    person.choose("q.nyc_dan_toc", "kinh");
    person.choose("q.nyc_quoc_tich", "viet_nam");
    person.press("continue");
    person.choose("q.nyc_loai_giay_to", "can_cuoc");
    person.type("q.nyc_so_dinh_danh", "084090000123");
    person.type("q.nyc_dien_thoai", "0901234567");
    person.press("continue");
    CHECK(person.sees("failed.places"));
    person.press("continue");
    CHECK(person.page().id == "question.noi_cu_tru");
    CHECK(person.page().announcement.text.find("danh sách tỉnh, xã") != std::string::npos);
    person.unavailable.clear();
    person.press("retry.places");
    fill_address(person, "q.nyc_noi_cu_tru");
}

TEST_CASE("without any text the page says so and tries again", "[client][trouble]") {
    Person person(app::make_citizen_application());
    person.assets_fail = true;
    person.start();
    check_golden(person.page(), "no_texts");
    person.assets_fail = false;
    person.press("lang.retry");
    CHECK(person.page().id == "start");
    CHECK(person.sees("failed.index"));
    person.press("retry.index");
    CHECK(person.sees("procedure.1.004873"));
}

TEST_CASE("answers to calls of long ago are not taken in", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    const page::Page before = person.page();
    for (int call = 0; call < 50; ++call) {
        person.send(app::HttpAnswer{call, 500, "{}"});
        person.send(app::UploadAnswer{call, 201, "x", ""});
        person.send(app::UploadProgress{call, 1, 2});
        person.send(app::Signed{call, "{}"});
        person.send(app::Woke{call});
    }
    person.send(app::Asset{"places", "", false});
    person.send(app::Asset{"procedures/1.004873@2026-11-21", "", false});
    CHECK(person.page() == before);
}

TEST_CASE("the first page stands on the language and the index alone", "[client][trouble]") {
    const auto application = app::make_citizen_application();
    application->update(
        {kMondayEightSecs, app::Start{.random = std::string(64, '0'), .path = "/", .lang = "vi"}});
    application->update({kMondayEightSecs, app::Asset{"lang/vi", read_file("assets/lang/vi.json"), true}});
    application->update({kMondayEightSecs, app::Asset{"procedures/index", index_of_all(), true}});
    const page::Page page = application->view();
    CHECK_FALSE(page.busy);
    CHECK(page::find(page, "procedure.1.004873") != nullptr);
}

TEST_CASE("a procedure that is not as it was signed is not used, and it is said", "[client][trouble]") {
    const auto application = app::make_citizen_application();
    const auto send = [&](app::Event event) {
        return application->update({kMondayEightSecs, std::move(event)});
    };
    send(app::Start{.random = std::string(64, '0'), .path = "/", .lang = "vi"});
    send(app::Asset{"lang/vi", read_file("assets/lang/vi.json"), true});
    send(app::Asset{"procedures/index", index_of_all(), true});
    send(app::Press{"procedure.1.004873"});
    send(app::Asset{"procedures/1.004873@2026-11-21", app::kUntrusted, false});
    const page::Page page = application->view();
    const page::Node* notice = page::find(page, "failed.procedure");
    REQUIRE(notice != nullptr);
    CHECK(notice->name == "Thủ tục này không đáng tin");
    CHECK(send(app::Press{"retry.procedure"}).size() == 1);
}

TEST_CASE("a mistake in two answers on two pages leads to both", "[client][trouble]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("edit.nyc_ngay_sinh");
    person.type("q.nyc_ngay_sinh", "27031991");
    person.press("continue");
    REQUIRE(person.page().id == "check");
    REQUIRE(person.error_lines().size() == 2);
    person.press("fix.0");
    CHECK(person.page().focus.id == "q.nyc_so_dinh_danh");
    person.press("back");
    person.press("fix.1");
    CHECK(person.page().focus.id == "q.nyc_ngay_sinh");
    CHECK_FALSE(person.node("q.nyc_ngay_sinh").error.empty());
    person.type("q.nyc_ngay_sinh", "27031990");
    CHECK(person.node("q.nyc_ngay_sinh").error.empty());
    person.press("continue");
    CHECK(person.error_lines().empty());
}

}  // namespace motcua::tests
