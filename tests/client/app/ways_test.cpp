#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

/// So many procedures in two fields.
std::string an_index(int count) {
    std::string items;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        items += std::string(i == 0 ? "" : ",") + R"({"code":"1.00000)" + number +
                 R"(","name":{"vi":"Đăng ký số )" + number + R"("},"field":{"vi":")" +
                 (i % 2 == 0 ? "Hộ tịch" : "Cư trú") + R"("},"editions":[{"edition":"2026-01-01"}]})";
    }
    return R"({"procedures":[)" + items + "]}";
}

Person before(int procedures) {
    Person person(app::make_citizen_application());
    person.assets["procedures/index"] = an_index(procedures);
    person.start();
    return person;
}

/// The code of the first procedure in a list.
std::string first_of(const Person& person, const char* list) {
    return person.sees(list) ? person.node(list).children.front().id.substr(10) : "";
}

}  // namespace

TEST_CASE("procedures stand under their fields and are found without marks", "[client][ways]") {
    Person person = before(8);
    check_golden(person.page(), "start_many");
    CHECK(person.node("procedures.0").name == "Hộ tịch");
    CHECK(person.node("procedures.0").children.size() == 4);
    CHECK(person.node("procedures.1").children.size() == 4);
    person.send(app::Input{"start.search", "cu tru 3"});
    CHECK(person.sees("procedure.1.000003"));
    CHECK(first_of(person, "procedures.found") == "1.000003");
    CHECK(person.node("procedures.found").children.size() == 1);
    CHECK(person.page().announcement.text == "Tìm thấy 1 kết quả.");
    person.type("start.search", "zzz");
    CHECK(person.node("start.none").name.rfind("Không thấy “zzz”.", 0) == 0);
    CHECK(person.node("procedures.1").children.size() == 4);
    person.type("start.search", "");
    CHECK_FALSE(person.sees("start.none"));
    CHECK(person.sees("procedure.1.000001"));
}

TEST_CASE("a procedure is found by other words for it, and says by which", "[client][ways]") {
    Person person(app::make_citizen_application());
    person.start();
    person.type("start.search", "ho khau");
    CHECK(person.node("procedure.1.004222").hint.find("Tìm thấy theo: hộ khẩu") != std::string::npos);
    CHECK_FALSE(person.sees("procedure.1.000656"));
    person.type("start.search", "sao y");
    CHECK(person.node("procedure.2.000815").hint.find("sao y") != std::string::npos);
    person.type("start.search", "đổi tên");
    CHECK(person.sees("procedure.1.004859"));
    person.type("start.search", "kết hôn");
    CHECK(person.node("procedure.1.000894").hint.find("Tìm thấy theo") == std::string::npos);
}

TEST_CASE("procedures that lack a word typed are called near, and none is passed off as found",
          "[client][ways]") {
    Person person(app::make_citizen_application());
    person.start();
    person.type("start.search", "tách hộ khẩu");
    CHECK_FALSE(person.sees("procedures.found"));
    CHECK(first_of(person, "procedures.near") == "1.004222");
    CHECK(person.node("start.none").name.find("dichvucong.gov.vn") != std::string::npos);
    CHECK(person.page().announcement.text == "Không thấy đúng thủ tục này; có 1 thủ tục gần giống.");
    person.type("start.search", "đăng ký xe");
    CHECK_FALSE(person.sees("procedures.near"));
    CHECK(person.sees("procedures.0"));
}

TEST_CASE("what people say leads to the procedure they mean first", "[client][ways]") {
    const auto& [typed, code] = GENERATE(table<const char*, const char*>({
        {"sao y giấy khai sinh", "2.000815"},
        {"đổi tên cho con", "1.004859"},
        {"làm lại khai sinh", "2.000635"},
        {"chứng minh độc thân", "1.004873"},
        {"công chứng", "2.000815"},
        {"thủ tục đăng ký khai sinh", "1.001193"},
        {"tôi muốn làm hộ chiếu", "1.001456"},
        {"giấy", "1.004873"},
    }));
    Person person(app::make_citizen_application());
    person.start();
    person.type("start.search", typed);
    CHECK(first_of(person, "procedures.found") == code);
}

TEST_CASE("other words without anything between the commas are no words", "[client][ways]") {
    Person person(app::make_citizen_application());
    person.assets["procedures/index"] =
        R"({"procedures":[{"code":"1.000001","name":{"vi":"Một"},"also":{"vi":" , ,hai"},"editions":[{"edition":"2026-01-01"}]}]})";
    person.start();
    person.send(app::Input{"start.search", "ba bốn"});
    CHECK_FALSE(person.sees("procedures.near"));
    person.send(app::Input{"start.search", "hai"});
    CHECK(person.sees("procedure.1.000001"));
}

TEST_CASE("a short list of procedures needs no search", "[client][ways]") {
    CHECK_FALSE(before(3).sees("start.search"));
}

TEST_CASE("Back and Forward of the browser lead to pages that have been reached", "[client][ways]") {
    Person person = a_citizen();
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    person.send(app::Visit{"question.cho_ai"});
    CHECK(person.page().id == "question.cho_ai");
    person.send(app::Visit{"question.nguoi_yeu_cau"});
    CHECK(person.page().id == "question.nguoi_yeu_cau");
    person.send(app::Visit{"question.giay_to_lien_he"});
    CHECK(person.page().id == "question.nguoi_yeu_cau");
    for (const char* page : {"sign", "receipt", "handing_in", "", "question."}) {
        person.send(app::Visit{page});
        CHECK(person.page().id == "question.nguoi_yeu_cau");
    }
    person.send(app::Visit{"procedure"});
    CHECK(person.page().id == "procedure");
    person.send(app::Visit{"start"});
    CHECK(person.page().id == "start");
    person.send(app::Visit{"look_up"});
    CHECK(person.page().id == "look_up");
}

TEST_CASE("after the receipt Back does not lead into the journey", "[client][ways]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.press("sign");
    person.send(app::Visit{"sign"});
    CHECK(person.page().id == "receipt");
    person.send(app::Visit{"start"});
    person.send(app::Visit{"receipt"});
    CHECK(person.page().id == "receipt");
}

TEST_CASE("the page says when closing it would lose answers", "[client][ways]") {
    Person person = a_citizen();
    CHECK_FALSE(person.page().unsaved);
    begin(person);
    CHECK_FALSE(person.page().unsaved);
    person.choose("q.nyc_quan_he", "ban_than");
    CHECK(person.page().unsaved);
    person.press("nav.home");
    CHECK(person.page().unsaved);
    person.press("resume");
    answer_all(person);
    bring_papers(person);
    book(person);
    CHECK(person.page().unsaved);
    person.press("continue");
    person.press("sign");
    // The receipt shows a secret that is nowhere else.
    CHECK(person.page().unsaved);
    person.press("nav.home");
    CHECK_FALSE(person.page().unsaved);
}

}  // namespace motcua::tests
