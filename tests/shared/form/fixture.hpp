#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/form/form.hpp"
#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::tests {

/// The real procedure and the real places; read once, for reading takes a while.
inline const catalogue::Procedure& marital_status() {
    static const catalogue::Procedure kProcedure = *catalogue::read_procedure(procedure_file("1.004873"));
    return kProcedure;
}

inline const places::Places& all_places() {
    static const places::Places kPlaces =
        *places::Places::read(*json::read(repository_file("assets/places/units.json")));
    return kPlaces;
}

inline constexpr calendar::Date kToday{2026, 11, 21};

/// A woman of Trà Cú who asks for her own certificate to take a loan.
inline form::Form own_certificate() {
    form::Form form{"1.004873", "2026-11-21", kToday, {}, {}};
    form.answers = {{"nyc_quan_he", "ban_than"},
                    {"nyc_ho_ten", "THẠCH THỊ VÍ DỤ"},
                    {"nyc_ngay_sinh", "1995-04-30"},
                    {"nyc_gioi_tinh", "nu"},
                    {"nyc_dan_toc", "khmer"},
                    {"nyc_quoc_tich", "viet_nam"},
                    {"nyc_loai_giay_to", "can_cuoc"},
                    {"nyc_so_dinh_danh", "084195000001"},
                    {"nyc_dien_thoai", "0912345678"},
                    {"nyc_loai_cu_tru", "thuong_tru"},
                    {"nyc_noi_cu_tru.province", "86"},
                    {"nyc_noi_cu_tru.commune", "29461"},
                    {"nyc_noi_cu_tru.line", "Ấp Ví Dụ"},
                    {"xn_cung_noi", "yes"},
                    {"xn_tinh_trang", "chua_ket_hon"},
                    {"muc_dich", "vay_von"},
                    {"cap_lai", "no"},
                    {"cam_doan", "yes"}};
    form.documents = {{"giay_to_tuy_than", form::Provision::AtCounter, {}},
                      {"giay_to_cu_tru", form::Provision::StateHasIt, {}}};
    return form;
}

/// "field: code" of each finding, in order.
inline std::vector<std::string> lines_of(const form::Findings& findings) {
    std::vector<std::string> lines;
    for (const Finding& finding : findings) {
        lines.push_back(finding.field + ": " + finding.code);
    }
    return lines;
}

inline std::vector<std::string> verdict_on(const form::Form& form) {
    return lines_of(form::check(marital_status(), form, all_places()));
}

}  // namespace motcua::tests
