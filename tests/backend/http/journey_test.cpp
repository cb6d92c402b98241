#include "tests/backend/support/citizen.hpp"
#include "tests/backend/support/ledger.hpp"

namespace motcua::tests {

namespace {

struct Office {
    Office() { starts_at = put_one_slot(house.storage(), 3); }
    Response status(const std::string& code, const std::string& secret) {
        return house.ask(post("/api/v1/dossiers/status", json::Object{{"code", code}, {"secret", secret}}));
    }
    void check_files() { check_invariants(house.folder() / "motcua.sqlite"); }
    House house;
    std::int64_t starts_at = 0;
};

}  // namespace

TEST_CASE("a complete dossier is taken in with code, secret and QR code", "[backend][http]") {
    Office office;
    Citizen citizen(office.house, 1);
    const json::Value receipt = citizen.complete(office.starts_at);
    CHECK(receipt.text_or("code") == "29461-261123-0001");
    CHECK(receipt.integer_or("starts_at", 0) == office.starts_at);
    const std::string secret = receipt.text_or("secret");

    const Response right = office.status("29461-261123-0001", secret);
    REQUIRE(right.status == 200);
    CHECK(json_of(right).text_or("forwarding") == "waiting");
    CHECK(json_of(right).array_at("events").size() == 1);
    CHECK(office.status("29461-261123-0001", "AAAAA-AAAAA").status == 404);
    CHECK(office.status("29461-261123-0002", secret).status == 404);

    CHECK(Citizen(office.house, 2).complete(office.starts_at).text_or("code") == "29461-261123-0002");
    office.house.clock().pass(24 * 3600);
    const std::int64_t tomorrow = put_one_slot(office.house.storage(), 1, 26);
    CHECK(Citizen(office.house, 3).complete(tomorrow).text_or("code") == "29461-261124-0001");
    office.check_files();
}

TEST_CASE("an incomplete form is refused field by field and leaves nothing behind", "[backend][http]") {
    Office office;
    Citizen citizen(office.house, 1);
    REQUIRE(citizen.hold(office.starts_at).status == 201);
    citizen.upload(citizen.a_pdf());
    citizen.request.form.answers.erase("nyc_ho_ten");
    const Response refused = citizen.hand_in(citizen.envelope());
    CHECK(refused.status == 422);
    CHECK(first_finding(refused) == "nyc_ho_ten required");
    office.check_files();

    citizen.request.form.answers["nyc_ho_ten"] = "NGUYỄN THỊ ÁNH TUYẾT";
    CHECK(citizen.hand_in(citizen.envelope()).status == 201);
}

TEST_CASE("a form judged for another day is judged again, and the person is told", "[backend][http]") {
    Office office;
    Citizen citizen(office.house, 1);
    REQUIRE(citizen.hold(office.starts_at).status == 201);
    citizen.upload(citizen.a_pdf());
    const int apart = GENERATE(-2, -1, 1, 2);
    CAPTURE(apart);
    citizen.request.form.today = calendar::from_days(
        calendar::days_since_1970(calendar::day_in_vietnam(office.house.backend().clock())) + apart);
    const Response answer = citizen.hand_in(citizen.envelope());
    if (apart == -1 || apart == 1) {
        CHECK(answer.status == 201);
    } else {
        CHECK(answer.status == 422);
        CHECK(first_finding(answer) == "today day_changed");
    }
}

TEST_CASE("a form of another edition or an unknown procedure is refused", "[backend][http]") {
    Office office;
    Citizen citizen(office.house, 1);
    REQUIRE(citizen.hold(office.starts_at).status == 201);
    citizen.upload(citizen.a_pdf());
    citizen.request.form.edition = "2020-01-01";
    CHECK(first_finding(citizen.hand_in(citizen.envelope())) == "edition edition_unknown");
    citizen.request.form.procedure = "9.999999";
    CHECK(first_finding(citizen.hand_in(citizen.envelope())) == "procedure procedure_unknown");
}

TEST_CASE("files have to be here, whole, as signed, and what they say they are", "[backend][http]") {
    Office office;
    Citizen citizen(office.house, 1);
    REQUIRE(citizen.hold(office.starts_at).status == 201);
    const std::string pdf = citizen.a_pdf(600'000);

    SECTION("a part is missing") {
        const std::string upload = json_of(citizen.announce(pdf)).text_or("upload");
        REQUIRE(citizen.put_part(upload, 1, pdf.substr(524288)).status == 204);
        citizen.request.files.push_back({"giay_xn_cu", "a.pdf", "application/pdf",
                                         static_cast<std::int64_t>(pdf.size()),
                                         crypto::hex(crypto::sha256(pdf)), upload});
        CHECK(first_finding(citizen.hand_in(citizen.envelope())) == "files.0 file_missing");
    }
    SECTION("the bytes are others") {
        std::string other = pdf;
        other.back() = 'x';
        const std::string upload = json_of(citizen.announce(pdf)).text_or("upload");
        REQUIRE(citizen.put_part(upload, 0, other.substr(0, 524288)).status == 204);
        REQUIRE(citizen.put_part(upload, 1, other.substr(524288)).status == 204);
        citizen.request.files.push_back({"giay_xn_cu", "a.pdf", "application/pdf",
                                         static_cast<std::int64_t>(pdf.size()),
                                         crypto::hex(crypto::sha256(pdf)), upload});
        CHECK(first_finding(citizen.hand_in(citizen.envelope())) == "files.0 file_digest");
    }
    SECTION("it is no PDF") {
        citizen.upload("<!doctype html><script>");
        CHECK(first_finding(citizen.hand_in(citizen.envelope())) == "files.0 file_type");
    }
    SECTION("it belongs to another dossier") {
        Citizen other(office.house, 2);
        other.upload(pdf);
        citizen.request.files = other.request.files;
        CHECK(first_finding(citizen.hand_in(citizen.envelope())) == "files.0 file_missing");
    }
    office.check_files();
}

TEST_CASE("a lost place is said, and the dossier can still be handed in with another", "[backend][http]") {
    Office office;
    Citizen citizen(office.house, 1);
    REQUIRE(citizen.hold(office.starts_at).status == 201);
    citizen.upload(citizen.a_pdf());
    office.house.clock().pass(backend::services::Bookings::kHoldSecs +
                              backend::services::Bookings::kGraceSecs + 1);
    const Response lost = citizen.hand_in(citizen.envelope());
    CHECK(lost.status == 409);
    CHECK(first_finding(lost) == "appointment booking_lost");
    office.check_files();
    REQUIRE(citizen.hold(office.starts_at).status == 201);
    CHECK(citizen.hand_in(citizen.envelope()).status == 201);
    office.check_files();
}

TEST_CASE("a nonce is used once", "[backend][http]") {
    Office office;
    Citizen first(office.house, 1);
    first.complete(office.starts_at);
    Citizen second(office.house, 2);
    second.request.nonce = first.request.nonce;
    REQUIRE(second.hold(office.starts_at).status == 201);
    second.upload(second.a_pdf());
    const Response refused = second.hand_in(second.envelope());
    CHECK(refused.status == 409);
    CHECK(first_finding(refused) == "nonce nonce_used");
    office.check_files();
}

TEST_CASE("a repeated request gets the first answer, also a refusal, also after a restart",
          "[backend][http]") {
    Office office;
    Citizen citizen(office.house, 1);
    REQUIRE(citizen.hold(office.starts_at).status == 201);
    citizen.upload(citizen.a_pdf());
    const Request request = post("/api/v1/dossiers", citizen.envelope(), "one-key");
    const Response first = office.house.ask(request);
    REQUIRE(first.status == 201);
    office.house.reopen();
    CHECK(office.house.ask(request).body == first.body);
    CHECK(office.house.ask(request).status == 201);

    const auto hold = [&](int dossier, const std::string& key) {
        return office.house.ask(
            post("/api/v1/holds",
                 json::Object{
                     {"dossier", id_of(dossier)}, {"office", "van-phong"}, {"starts_at", office.starts_at}},
                 key));
    };
    REQUIRE(hold(2, "a").status == 201);
    REQUIRE(hold(3, "b").status == 201);
    const Response full = hold(4, "c");
    REQUIRE(full.status == 409);
    office.house.clock().pass(3000);
    CHECK(hold(4, "c").body == full.body);
    CHECK(hold(4, "d").status == 201);
    const Response reused = hold(5, "d");
    CHECK(reused.status == 422);
    CHECK(json_of(reused).text_or("code") == "key_reused");
}

TEST_CASE("uploads stay within their limits", "[backend][http]") {
    Office office;
    Citizen citizen(office.house, 1);
    const auto announce = [&](int number, std::int64_t size, const char* media_type) {
        return office.house.ask(post("/api/v1/uploads",
                                     json::Object{{"dossier", citizen.request.id},
                                                  {"sha256", id_of(number) + id_of(number)},
                                                  {"size", size},
                                                  {"media_type", media_type}},
                                     citizen.next_key()));
    };
    CHECK(announce(0, (10 << 20) + 1, "application/pdf").status == 413);
    CHECK(announce(0, 100, "text/html").status == 415);
    CHECK(announce(0, 0, "image/png").status == 422);
    for (int number = 0; number < 5; ++number) {
        REQUIRE(announce(number, 10 << 20, "image/jpeg").status == 201);
    }
    CHECK(announce(5, 1, "image/jpeg").status == 413);
    // The same file again is the same upload.
    CHECK(announce(0, 10 << 20, "image/jpeg").status == 201);

    const std::string upload = json_of(Citizen(office.house, 2).announce("%PDF-1")).text_or("upload");
    CHECK(citizen.put_part(upload, 0, "%PDF-").status == 422);
    CHECK(citizen.put_part(upload, 1, "%PDF-1").status == 404);
    CHECK(citizen.put_part(id_of(9), 0, "%PDF-1").status == 404);
    CHECK(citizen.put_part(upload, 0, "%PDF-1").status == 204);
    CHECK(citizen.put_part(upload, 0, "%PDF-1").status == 204);
    CHECK(citizen.put_part(upload, 0, "%PDF-2").status == 409);
}

}  // namespace motcua::tests
