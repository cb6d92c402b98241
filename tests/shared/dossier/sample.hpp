#pragma once

#include <string>

#include "shared/dossier/package.hpp"

namespace motcua::tests {

inline std::string digits(std::size_t count, char digit) {
    return std::string(count, digit);
}

/// A dossier of two papers, one of them in two files.
inline dossier::PackageRequest a_request() {
    dossier::PackageRequest request;
    request.id = digits(32, 'a');
    request.nonce = digits(32, '0');
    request.office = "vl-29461";
    request.created_at_secs = 1795220000;
    request.form.procedure = "1.004873";
    request.form.edition = "2026-07-20";
    request.form.today = {2026, 11, 21};
    request.form.answers = {{"nyc_ho_ten", "NGUYỄN THỊ ÁNH"}, {"nyc_dia_chi.line", "Số 12 \"A\"\nấp 3"}};
    request.form.documents = {{"to_khai", form::Provision::AtCounter, {}},
                              {"cccd", form::Provision::Attached, {digits(64, '1'), digits(64, '2')}},
                              {"trich_luc", form::Provision::Attached, {digits(64, '1')}}};
    request.files = {
        {"cccd", "mặt trước.jpg", "image/jpeg", 120'000, digits(64, '1'), digits(32, '1')},
        {"cccd", "mặt sau.png", "image/png", 1, digits(64, '2'), digits(32, '2')},
        {"trich_luc", "trích lục.pdf", "application/pdf", 10 << 20, digits(64, '1'), digits(32, '3')},
    };
    request.appointment = {"5f0c", 1795226400};
    return request;
}

}  // namespace motcua::tests
