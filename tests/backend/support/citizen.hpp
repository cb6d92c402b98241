#pragma once

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "shared/dossier/package.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/backend/support/house.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::tests {

using backend::http::Method;
using backend::http::Request;
using backend::http::Response;

/// Fails without an assertion, which only the test's own thread may make.
inline json::Value json_of(const Response& response) {
    auto value = json::read(response.body);
    if (!value.ok()) {
        throw std::runtime_error("not JSON: " + response.body);
    }
    return *std::move(value);
}

inline Request post(std::string path, const json::Value& body, std::string key = "") {
    Request request;
    request.method = Method::Post;
    request.path = std::move(path);
    request.headers["content-type"] = "application/json";
    if (!key.empty()) {
        // Each from an address of its own, since an address has limits.
        const std::string number = id_of(static_cast<int>(std::hash<std::string>()(key) % 100'000'000));
        request.headers["x-client-address"] =
            "2001:db8:" + number.substr(24, 4) + ":" + number.substr(28) + "::1";
        request.headers["idempotency-key"] = std::move(key);
    }
    request.body = json::write(body);
    return request;
}

inline Request get(std::string path, std::string query = "") {
    Request request;
    request.path = std::move(path);
    request.query = std::move(query);
    return request;
}

/// Citizen 1 has 084190001234.
inline std::string citizen_id(int number) {
    return "084190" + id_of(number + 1233).substr(26);
}

/// Somebody who takes the whole journey through the routes of docs/API.md.
class Citizen {
public:
    Citizen(House& house, int number) : house_(house), number_(number) {
        request.id = id_of(number);
        request.nonce = id_of(number + 1'000'000);
        request.office = "van-phong";
        request.created_at_secs = house.backend().clock();
        request.form.procedure = "1.004873";
        request.form.edition = procedure_file("1.004873").text_or("edition");
        request.form.today = calendar::day_in_vietnam(house.backend().clock());
        request.form.answers = {{"nyc_quan_he", "ban_than"},
                                {"nyc_ho_ten", "NGUYỄN THỊ ÁNH TUYẾT"},
                                {"nyc_ngay_sinh", "1990-03-27"},
                                {"nyc_gioi_tinh", "nu"},
                                {"nyc_dan_toc", "kinh"},
                                {"nyc_quoc_tich", "viet_nam"},
                                {"nyc_loai_giay_to", "can_cuoc"},
                                {"nyc_so_dinh_danh", citizen_id(number)},
                                {"nyc_dien_thoai", "0901234567"},
                                {"nyc_loai_cu_tru", "thuong_tru"},
                                {"nyc_noi_cu_tru.province", "86"},
                                {"nyc_noi_cu_tru.commune", "29461"},
                                {"nyc_noi_cu_tru.line", "Số nhà 12, ấp Ví Dụ"},
                                {"xn_cung_noi", "yes"},
                                {"xn_tinh_trang", "chua_ket_hon"},
                                {"muc_dich", "vay_von"},
                                {"cap_lai", "yes"},
                                {"cam_doan", "yes"}};
    }

    Response hold(std::int64_t starts_at) {
        Response response = house_.ask(
            post("/api/v1/holds",
                 json::Object{{"dossier", request.id}, {"office", request.office}, {"starts_at", starts_at}},
                 next_key()));
        if (response.status == 201) {
            request.appointment = {json_of(response).text_or("booking"), starts_at};
        }
        return response;
    }

    Response announce(const std::string& bytes, const std::string& media_type = "application/pdf") {
        return house_.ask(post("/api/v1/uploads",
                               json::Object{{"dossier", request.id},
                                            {"sha256", crypto::hex(crypto::sha256(bytes))},
                                            {"size", static_cast<std::int64_t>(bytes.size())},
                                            {"media_type", media_type}},
                               next_key()));
    }

    Response put_part(const std::string& upload, int part, const std::string& bytes) {
        Request sent;
        sent.method = Method::Put;
        sent.path = "/api/v1/uploads/" + upload + "/parts/" + std::to_string(part);
        sent.headers["content-type"] = "application/octet-stream";
        sent.body = bytes;
        return house_.ask(sent);
    }

    /// Sends a file whole and lists it in the manifest as the earlier certificate.
    void upload(const std::string& bytes, const std::string& name = "giấy cũ.pdf") {
        const Response announced = announce(bytes);
        REQUIRE(announced.status == 201);
        const std::string upload = json_of(announced).text_or("upload");
        const auto part_bytes = static_cast<std::size_t>(json_of(announced).integer_or("part_bytes", 0));
        for (std::size_t at = 0; at < bytes.size(); at += part_bytes) {
            REQUIRE(
                put_part(upload, static_cast<int>(at / part_bytes), bytes.substr(at, part_bytes)).status ==
                204);
        }
        request.files.push_back({"giay_xn_cu", name, "application/pdf",
                                 static_cast<std::int64_t>(bytes.size()), crypto::hex(crypto::sha256(bytes)),
                                 upload});
    }

    json::Value envelope() {
        std::vector<std::string> digests;
        for (const dossier::FileEntry& file : request.files) {
            digests.push_back(file.sha256);
        }
        request.form.documents = {{"giay_xn_cu", form::Provision::Attached, digests},
                                  {"giay_to_tuy_than", form::Provision::AtCounter, {}},
                                  {"giay_to_cu_tru", form::Provision::AtCounter, {}}};
        const auto text = dossier::sign_package(request);
        REQUIRE(text.ok());
        const auto value = json::read(*text);
        REQUIRE(value.ok());
        return *value;
    }

    Response hand_in(const json::Value& signed_envelope) {
        return house_.ask(post("/api/v1/dossiers", signed_envelope, next_key()));
    }

    /// Everything up to the receipt.
    json::Value complete(std::int64_t starts_at) {
        REQUIRE(hold(starts_at).status == 201);
        upload(a_pdf());
        const Response answer = hand_in(envelope());
        INFO(answer.body);
        REQUIRE(answer.status == 201);
        receipt = json_of(answer);
        return receipt;
    }

    /// POST /appointments/<what> with the slip; `starts_at` for a move.
    Response appointment(const std::string& what, std::int64_t starts_at = 0) {
        json::Object body{{"code", receipt.text_or("code")}, {"secret", receipt.text_or("secret")}};
        if (starts_at != 0) {
            body.emplace_back("starts_at", starts_at);
        }
        return house_.ask(post("/api/v1/appointments/" + what, std::move(body), next_key()));
    }

    [[nodiscard]] std::string a_pdf(std::size_t bytes = 200) const {
        std::string text = "%PDF-1.4\n% " + std::to_string(number_) + "\n";
        text.resize(std::max(bytes, text.size()), ' ');
        return text;
    }

    std::string next_key() { return "key-" + std::to_string(number_) + "-" + std::to_string(++keys_); }

    dossier::PackageRequest request;
    json::Value receipt;  ///< of complete()

private:
    House& house_;
    int number_;
    int keys_ = 0;
};

/// "field code" of the first finding of a problem.
inline std::string first_finding(const Response& response) {
    const json::Value body = json_of(response);
    const json::Array& findings = body.array_at("findings");
    return findings.empty() ? "" : findings[0].text_or("field") + " " + findings[0].text_or("code");
}

}  // namespace motcua::tests
