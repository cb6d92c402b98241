#include <catch2/catch.hpp>

#include "tests/client/cli/run_motcua.hpp"

namespace motcua::cli_test {

TEST_CASE("each rule on the input is answered with one line", "[cli][filter]") {
    const Outcome done = motcua(
        {"logic"}, "{\"rule\":{\"+\":[1,0.5]}}\n{\"rule\":{\"var\":\"a\"},\"data\":{\"a\":\"x\"}}\nx\n");
    CHECK(done.out == "1.5\n\"x\"\n{\"error\":\"json.unexpected\"}\n");
    CHECK(done.exit == cli::kFindings);
}

TEST_CASE("a citizen ID says what it says", "[cli][filter]") {
    const Outcome good = motcua({"id", "citizen", "001 090 000001", "--json"});
    CHECK(good.exit == cli::kFine);
    CHECK(contains(good.out, "\"number\":\"001090000001\""));
    CHECK(contains(good.out, "\"birth_year\":1990"));
    const Outcome odd = motcua({"id", "citizen", "00109000000", "--json"});
    CHECK(odd.exit == cli::kFindings);
    CHECK(contains(odd.out, "citizen_id_length"));
    CHECK(motcua({"id", "citizen", "001090000001", "--sex", "nu"}).exit == cli::kFindings);
    CHECK(motcua({"id", "shoe", "44"}).exit == cli::kFindings);
}

TEST_CASE("a year of birth after today is wrong, also when nobody says which day it is", "[cli][filter]") {
    CHECK(contains(motcua({"id", "citizen", "001299000001", "--json"}).out, "citizen_id_future"));
    const std::vector<std::string> words = {"id", "citizen", "001226000001", "--json", "--today"};
    const auto on = [&words](const std::string& day) {
        std::vector<std::string> all = words;
        all.push_back(day);
        return motcua(all);
    };
    CHECK(contains(on("31/12/2025").out, "citizen_id_future"));
    CHECK(on("2026-01-01").exit == cli::kFine);
    CHECK(on("tomorrow").exit == cli::kUsage);
    CHECK(motcua({"id", "citizen", "001090000001", "--born", "27/3/1990"}).exit == cli::kFine);
    CHECK(motcua({"id", "citizen", "001090000001", "--born", "27/3/1991"}).exit == cli::kFindings);
    CHECK(motcua({"id", "citizen", "001090000001", "--born", "31/2/1990"}).exit == cli::kUsage);
}

TEST_CASE("phones, tax codes, passports and card codes are checked", "[cli][filter]") {
    CHECK(contains(motcua({"id", "phone", "+84 912 345 678"}).out, "0912345678"));
    CHECK(motcua({"id", "tax", "0100109107"}).exit == cli::kFindings);
    CHECK(motcua({"id", "passport", "B1234567"}).exit == cli::kFine);
    const Outcome card =
        motcua({"id", "card", "--json"}, "001090000001||NGUYỄN VĂN VÍ DỤ|27031990|Nam|Xã Ví Dụ|01012022\n");
    CHECK(contains(card.out, "\"born\":\"1990-03-27\""));
    CHECK(motcua({"id", "card", "x"}).exit == cli::kFindings);
}

TEST_CASE("what kind of number it is need not be said", "[cli][filter]") {
    CHECK(contains(motcua({"id", "001090000001", "--json"}).out, "{\"kind\":\"citizen\""));
    CHECK(contains(motcua({"id", "0123456787"}).out, "kind: tax"));
    CHECK(contains(motcua({"id", "090", "123", "4567"}).out, "kind: phone"));
    CHECK(contains(motcua({"id", "B1234567"}).out, "kind: passport"));
    CHECK(contains(motcua({"id", "123456789"}).out, "kind: old_card"));
    CHECK(contains(motcua({"id", "001090000001||NGUYỄN VĂN VÍ DỤ|27031990|Nam|Xã Ví Dụ|01012022"}).out,
                   "kind: card"));
}

TEST_CASE("words given as arguments are one question", "[cli][filter]") {
    CHECK(motcua({"place", "tra", "cu", "vinh", "long"}).out == motcua({"place", "tra cu vinh long"}).out);
    CHECK(motcua({"type", "telex", "tieengs", "Vieejt"}).out == "tiếng Việt\n");
}

TEST_CASE("communes are found, and old addresses are proposed a new one", "[cli][filter]") {
    const Outcome found = motcua({"place", "tra cu vinh long", "--json"});
    CHECK(contains(found.out, "\"name\":\"Xã Trà Cú\""));
    CHECK(motcua({"place", "--old", "Xã Hàm Giang, Huyện Trà Cú, Tỉnh Trà Vinh"}).exit == cli::kFine);
    CHECK(motcua({"place", "zzzzzz"}).exit == cli::kFindings);
}

TEST_CASE("amounts, days and numbers are written in words", "[cli][filter]") {
    CHECK(motcua({"words", "amount", "1250000"}).out == "Một triệu hai trăm năm mươi nghìn đồng\n");
    CHECK(motcua({"words", "number"}, "21\n4\n").out == "hai mươi mốt\nbốn\n");
    CHECK(motcua({"words", "date", "21/11/2026"}).exit == cli::kFine);
    CHECK(motcua({"words", "amount", "1.5", "--json"}).exit == cli::kFindings);
}

TEST_CASE("keys become letters with marks", "[cli][filter]") {
    CHECK(motcua({"type", "telex", "tieengs Vieejt"}).out == "tiếng Việt\n");
    CHECK(motcua({"type", "vni", "hoa2", "--tones", "new"}).out == "hoà\n");
}

TEST_CASE("a time limit ends, and the days that do not count are named", "[cli]") {
    const Outcome done =
        motcua({"deadline", "2026-11-20 15:30", "1", "working_day", "--cut-off", "15:00", "--json"});
    CAPTURE(done.out, done.err);
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "\"why\":\"weekend\""));
    CHECK(motcua({"deadline", "yesterday", "1", "working_day"}).exit == cli::kUsage);
    CHECK(motcua({"deadline", "2026-11-20 15:30", "1", "week"}).exit == cli::kUsage);
    const Outcome waiting =
        motcua({"deadline", "2026-11-20 09:00", "1", "working_day", "--suspended", "2026-11-20 10:00/"});
    CHECK(contains(waiting.out, "still suspended"));
}

TEST_CASE("a skipped day is given with the name of its holiday", "[cli]") {
    const std::vector<std::string> words = {"deadline", "2026-11-23 09:00", "1", "working_day"};
    CHECK(contains(motcua(words).out,
                   "skipped 2026-11-24  holiday: Ngày Văn hóa Việt Nam 24/11 · "
                   "Vietnamese Culture Day (24 November)\n"));
    std::vector<std::string> as_json = words;
    as_json.emplace_back("--json");
    CHECK(contains(motcua(as_json).out,
                   R"==("skipped":[{"day":"2026-11-24","why":"holiday","holiday":{"id":"culture_day",)=="
                   R"==("vi":"Ngày Văn hóa Việt Nam 24/11","en":"Vietnamese Culture Day (24 November)"},)=="
                   R"==("expected":false}])=="));
    CHECK(contains(motcua({"deadline", "2027-02-03 09:00", "1", "working_day"}).out,
                   "holiday: Tết Nguyên đán · Lunar New Year (Tết) (expected)"));
    CHECK(contains(motcua({"deadline", "2026-11-20 09:00", "1", "working_day"}).out,
                   "skipped 2026-11-21  weekend\n"));
}

TEST_CASE("a time limit that cannot be computed is refused with the reason", "[cli]") {
    const auto refused = [](const std::string& received, const std::string& value,
                            const std::vector<std::string>& more = {}) {
        std::vector<std::string> words = {"deadline", received, value, "working_day"};
        words.insert(words.end(), more.begin(), more.end());
        const Outcome done = motcua(words);
        CHECK(done.exit == cli::kUsage);
        return done.err;
    };
    const std::string day = "2026-11-20 10:00";
    CHECK(contains(refused(day, "1001"), "1001 is no limit; VALUE is a whole number from 0 to 1000"));
    CHECK(contains(refused(day, "-1"), "-1 is no limit"));
    CHECK(contains(refused(day, "99999999999"), "99999999999 is no limit"));
    CHECK(contains(refused(day, "two"), "two is no limit"));
    CHECK(contains(refused("2126-11-20 10:00", "1"), "is not in the years of the calendar, 2025 to 2037"));
    CHECK(contains(refused("2036-11-20 10:00", "1000"), "the limit ends after the years of the calendar"));
    CHECK(contains(refused(day, "1", {"--suspended", "2026-11-21 10:00/2026-11-20 10:00"}),
                   "2026-11-21 10:00/2026-11-20 10:00 ends before it begins"));
    CHECK(contains(refused(day, "1", {"--suspended", "soon"}), "soon is no stretch of time"));
    CHECK(contains(refused(day, "1", {"--cut-off", "3 pm"}), "3 pm is no time of day"));
}

}  // namespace motcua::cli_test
