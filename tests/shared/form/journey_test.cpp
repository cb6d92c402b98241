#include <catch2/catch.hpp>
#include <string>

#include "shared/form/form.hpp"
#include "shared/form/journey.hpp"
#include "tests/shared/form/fixture.hpp"

namespace motcua::form {
namespace {

const catalogue::Procedure& procedure() {
    return tests::marital_status();
}

bool asks(const char* id, const Answers& answers) {
    return walk(procedure(), answers, tests::kToday).asks(id);
}

}  // namespace

TEST_CASE("who asks for their own certificate is not asked the same things twice", "[form]") {
    const Answers answers = tests::own_certificate().answers;
    CHECK(asks("nyc_gioi_tinh", answers));
    for (const char* id : {"nxn_ho_ten", "nxn_ngay_sinh", "nxn_gioi_tinh", "nxn_dan_toc", "nxn_quoc_tich",
                           "nxn_loai_giay_to", "nxn_so_dinh_danh", "nxn_loai_cu_tru", "nxn_noi_cu_tru"}) {
        CAPTURE(id);
        CHECK_FALSE(asks(id, answers));
    }
}

TEST_CASE("the office reads the requester's data where the person concerned is the requester", "[form]") {
    const Answers read = effective(procedure(), tests::own_certificate().answers, tests::kToday);
    CHECK(read.at("nxn_ho_ten") == "THẠCH THỊ VÍ DỤ");
    CHECK(read.at("nxn_dan_toc") == "khmer");
    CHECK(read.at("nxn_noi_cu_tru.commune") == "29461");
    CHECK(read.at("xn_noi_cu_tru.line") == "Ấp Ví Dụ");
    CHECK(read.count("nxn_quoc_tich_khac") == 0);
    CHECK(read.count("kh_ho_ten") == 0);
}

TEST_CASE("what was answered to a question that is no longer asked decides nothing", "[form]") {
    Answers answers = tests::own_certificate().answers;
    answers["muc_dich"] = "ket_hon";
    answers["kh_ho_ten"] = "TRẦN VĂN VÍ DỤ";
    answers["kh_quoc_tich"] = "khac";
    CHECK(asks("kh_quoc_tich_khac", answers));
    answers["muc_dich"] = "vay_von";
    CHECK_FALSE(asks("kh_quoc_tich_khac", answers));
    CHECK(effective(procedure(), answers, tests::kToday).count("kh_ho_ten") == 0);
    CHECK(answered(procedure(), answers, tests::kToday).count("kh_ho_ten") == 0);
}

TEST_CASE("a form holds the answers that were given, not those that follow from them", "[form]") {
    Form form = tests::own_certificate();
    Answers answers = form.answers;
    answers["nyc_email"] = "";
    answers["muc_dich_khac"] = "gõ rồi bỏ";
    CHECK(answered(procedure(), answers, tests::kToday) == form.answers);
}

TEST_CASE("a divorce or a death asks for its paper", "[form]") {
    Answers answers = tests::own_certificate().answers;
    CHECK_FALSE(asks("xn_can_cu", answers));
    answers["xn_tinh_trang"] = "da_ly_hon";
    CHECK(asks("xn_can_cu", answers));
    answers["xn_tinh_trang"] = "vo_chong_da_chet";
    CHECK(asks("xn_can_cu", answers));
}

TEST_CASE("answers are shown as people read them", "[form]") {
    const Answers answers = tests::own_certificate().answers;
    const auto shown = [&](const char* id, const char* lang) {
        return display(*procedure().question(id), id, answers, tests::all_places(), lang);
    };
    CHECK(shown("nyc_ngay_sinh", "vi") == "30/04/1995");
    CHECK(shown("nyc_gioi_tinh", "vi") == "Nữ");
    CHECK(shown("nyc_gioi_tinh", "en") == "Female");
    CHECK(shown("cap_lai", "vi") == "Chưa");
    CHECK(shown("nyc_noi_cu_tru", "vi") == "Ấp Ví Dụ, Xã Trà Cú, Tỉnh Vĩnh Long");
    CHECK(shown("nyc_email", "vi").empty());
}

}  // namespace motcua::form
