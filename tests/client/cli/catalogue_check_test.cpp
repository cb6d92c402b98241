#include <algorithm>
#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "tests/client/cli/run_motcua.hpp"
#include "tests/client/cli/scratch.hpp"

namespace motcua::cli_test {

TEST_CASE("a procedure file in which nothing is wrong passes", "[cli][check]") {
    const Scratch scratch;
    const Outcome done = motcua({"catalogue", "check", scratch.procedure()});
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "1 file, 0 errors"));
}

TEST_CASE("a mistake is shown where it was written", "[cli][check]") {
    const Scratch scratch;
    const std::string file =
        scratch.write("lists.json", "{\"v\":1,\"lists\":{}}").empty() ? "" : scratch.path("p.json");
    scratch.write("p.json", "{\n  \"v\": 1,\n  \"code\": \"x\"\n}\n");
    const Outcome done = motcua({"catalogue", "check", file});
    CHECK(done.exit == cli::kFindings);
    CHECK(contains(done.out, file + ":3:11: error: code: “x” is no code"));
    CHECK(contains(done.out, file + ":1:1: error: name: is needed"));
}

TEST_CASE("within a rule the name that does not exist is pointed at", "[cli][check]") {
    const Scratch scratch;
    const std::string file =
        scratch.procedure(R"({"==": [{"var": "nyc_quan_he"})", R"({"==": [{"var": "nobody"})");
    const Outcome done = motcua({"catalogue", "check", file, "--json"});
    CHECK(done.exit == cli::kFindings);
    const auto said = json::read(done.out);
    REQUIRE(said);
    const json::Value& first = said->array_at("findings").at(0);
    CHECK(first.text_or("code") == "catalogue.rule_question");
    CHECK(contains(first.text_or("text"), "nobody"));
    const std::string text = scratch.read("1.004873.json");
    std::size_t begin = 0;
    for (std::int64_t line = 1; line < first.integer_or("line", 0); ++line) {
        begin = text.find('\n', begin) + 1;
    }
    CHECK(text.substr(begin + static_cast<std::size_t>(first.integer_or("column", 0)) - 1, 8) ==
          "\"nobody\"");
}

TEST_CASE("an option that does not exist is pointed at, with those most like it", "[cli][check]") {
    const Scratch scratch;
    const std::string file = scratch.procedure(R"({"in": [{"var": "nyc_loai_giay_to"}, ["can_cuoc",)",
                                               R"({"in": [{"var": "nyc_loai_giay_to"}, ["can_cuok",)");
    const std::string text = scratch.read("1.004873.json");
    REQUIRE(contains(text, "can_cuok"));
    const std::size_t at = text.find("\"can_cuok\"");
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    const std::size_t column = at - text.rfind('\n', at);
    const Outcome done = motcua({"catalogue", "check", file});
    CHECK(done.exit == cli::kFindings);
    CHECK(contains(done.out, file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": error: "));
    CHECK(contains(done.out, "can_cuok is no option of nyc_loai_giay_to; the nearest are can_cuoc"));
}

TEST_CASE("warnings end with 1 only when that is asked for, and name the text they mean", "[cli][check]") {
    const Scratch scratch;
    REQUIRE(motcua({"catalogue", "check", "--strict", scratch.procedure()}).exit == cli::kFine);
    const std::string file = scratch.procedure(
        R"({"vi": "Ghi như trên giấy tờ tùy thân của bạn.", "en": "As written on your identity paper."})",
        R"({"vi": "Ghi như trên giấy tờ tùy thân của bạn."})");
    const Outcome lenient = motcua({"catalogue", "check", file});
    CHECK(lenient.exit == cli::kFine);
    CHECK(contains(lenient.out, "“Ghi như trên giấy tờ tùy thân của bạn.” has no \"en\""));
    CHECK(motcua({"catalogue", "check", "--strict", file}).exit == cli::kFindings);
}

TEST_CASE("other words are warned of when they are there twice or help nobody", "[cli][check]") {
    const Scratch scratch;
    const std::string file =
        scratch.procedure(R"("also": {"vi": ")", R"("also": {"fr": "un", "vi": "chưa vợ,giấy xác nhận, )");
    const Outcome done = motcua({"catalogue", "check", file});
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "chưa vợ is there twice"));
    CHECK(contains(done.out, "giấy xác nhận is found without it"));
    CHECK(contains(done.out, "fr is a language that the name is not written in"));
}

TEST_CASE("what is competent by no address is pointed at", "[cli][check]") {
    const Scratch scratch;
    const std::string file = scratch.procedure(R"("by": ["nxn_noi_cu_tru"])", R"("by": ["nyc_ho_ten"])");
    const Outcome done = motcua({"catalogue", "check", file});
    CHECK(done.exit == cli::kFindings);
    CHECK(contains(done.out, "competence.by.0: names nyc_ho_ten, which is no question for an address"));
}

TEST_CASE("a mistake in the lists is shown in the lists' file", "[cli][check]") {
    const Scratch scratch;
    const std::string file = scratch.procedure();
    std::string lists = scratch.read("lists.json");
    lists.replace(lists.find("\"nam\""), 5, "\"N\"");
    scratch.write("lists.json", lists);
    const Outcome done = motcua({"catalogue", "check", file});
    CHECK(done.exit == cli::kFindings);
    CHECK(contains(done.out, scratch.path("lists.json") + ":5:"));
}

TEST_CASE("text that is no JSON is reported with its place", "[cli][check]") {
    const Scratch scratch;
    const std::string file = scratch.write("p.json", "{\n \"v\": 1,,\n}");
    const Outcome done = motcua({"catalogue", "check", file});
    CHECK(done.exit == cli::kFindings);
    CHECK(contains(done.out, file + ":2:9: error: "));
    CHECK(contains(done.out, "[json.unexpected]"));
}

TEST_CASE("a file that is not there and words nobody knows are no findings", "[cli]") {
    CHECK(motcua({"catalogue", "check", "/nowhere.json"}).exit == cli::kUsage);
    CHECK(motcua({"catalogue", "chek"}).exit == cli::kUsage);
    CHECK(motcua({}).exit == cli::kUsage);
    CHECK(motcua({"--help"}).exit == cli::kFine);
    const Outcome asked = motcua({"catalogue", "check", "/nowhere.json", "--json"});
    CHECK(asked.out == "{\"error\":\"/nowhere.json cannot be read\"}\n");
}

}  // namespace motcua::cli_test
