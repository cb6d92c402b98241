#include <algorithm>
#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "tests/client/cli/run_motcua.hpp"
#include "tests/client/cli/scratch.hpp"

namespace motcua::cli_test {
namespace {

/// Two questions, the second asked for one answer of the first, and a paper for that answer.
const char* const kSmall =
    R"({"v":1,"code":"1.000001","edition":"2026-11-21","in_force":{"from":"2026-11-21"},)"
    R"("name":{"vi":"Ví dụ","en":"Example"},"summary":{"vi":"Ví dụ","en":"Example"},)"
    R"("agency":{"vi":"Ví dụ","en":"Example"},"field":{"vi":"Ví dụ","en":"Example"},)"
    R"("levels":["commune"],"channels":["direct"],"legal_basis":["Luật ví dụ"],)"
    R"("from":P,"questions_from":P,"documents_from":P,)"
    R"("groups":[{"id":"g","title":{"vi":"Trang","en":"Page"},"questions":[)"
    R"({"id":"chon","type":"choice","label":{"vi":"Chọn gì?","en":"Which?"},"options":[)"
    R"({"id":"a","label":{"vi":"Thứ nhất","en":"First"}},{"id":"b","label":{"vi":"Thứ hai","en":"Second"}}]},)"
    R"({"id":"ngay","type":"date","label":{"vi":"Ngày nào?","en":"When?"},"ask_if":{"==":[{"var":"chon"},"b"]}}]}],)"
    R"("documents":[{"id":"giay","label":{"vi":"Tờ giấy","en":"A paper"},"kind":"copy",)"
    R"("required_if":{"==":[{"var":"chon"},"b"]}}],)"
    R"("migrations":[{"from":"2026-01-01","note":{"vi":"Đổi","en":"Changed"},"steps":[{"rename":"cu","to":"ngay"}]}]})";

std::string small_file(const Scratch& scratch) {
    std::string text = kSmall;
    const std::string from =
        R"({"source":"ví dụ","checked_on":"2026-11-21","verified":true,"confidence":"high"})";
    for (std::size_t at = text.find(":P"); at != std::string::npos; at = text.find(":P", at + 2)) {
        text.replace(at + 1, 1, from);
    }
    return scratch.write("1.000001.json", text);
}

}  // namespace

TEST_CASE("the questions are asked as they come to be asked", "[cli][try]") {
    const Scratch scratch;
    const std::string file = small_file(scratch);
    const Outcome one = motcua({"catalogue", "try", file, "--today", "2026-11-21"}, "1\n");
    CHECK(one.exit == cli::kFine);
    CHECK(contains(one.out, "  2. Thứ hai"));
    CHECK_FALSE(contains(one.out, "Ngày nào?"));
    CHECK_FALSE(contains(one.out, "Tờ giấy"));
    const Outcome two = motcua({"catalogue", "try", file, "--today", "2026-11-21"}, "b\n27/3/1990\n");
    CHECK(two.exit == cli::kFine);
    CHECK(contains(two.out, "- Tờ giấy"));
}

TEST_CASE("a wrong answer is asked again, and one may go back", "[cli][try]") {
    const Scratch scratch;
    const std::string file = small_file(scratch);
    const Outcome done = motcua({"catalogue", "try", file, "--today", "2026-11-21", "--lang", "en", "--json"},
                                "7\n2\n31/2/1990\n<\n2\n1/3/1990\n");
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.err, "! "));
    const auto said = json::read(done.out);
    REQUIRE(said);
    CHECK(said->find("form")->find("answers")->text_or("ngay") == "1990-03-01");
    CHECK(said->array_at("documents") == json::Array{"giay"});
}

TEST_CASE("input that ends early is said, leaving is fine", "[cli][try]") {
    const Scratch scratch;
    const std::string file = small_file(scratch);
    CHECK(motcua({"catalogue", "try", file}, "2\n").exit == cli::kFindings);
    CHECK(motcua({"catalogue", "try", file}, "quit\n").exit == cli::kFine);
}

TEST_CASE("made-up forms are the same from the same seed, and can be tried", "[cli][sample]") {
    const Scratch scratch;
    const std::string file = scratch.procedure();
    const std::vector<std::string> words = {"catalogue", "sample", file,      "-n",        "3",
                                            "--seed",    "7",      "--today", "2026-11-21"};
    const Outcome once = motcua(words);
    CHECK(once.exit == cli::kFine);
    CHECK(once.out == motcua(words).out);
    CHECK(std::count(once.out.begin(), once.out.end(), '\n') == 3);
    std::vector<std::string> broken = words;
    broken.emplace_back("--broken");
    const Outcome other = motcua(broken);
    CHECK(std::count(other.out.begin(), other.out.end(), '\n') == 3);
    CHECK(contains(other.out, "{\"field\":"));
}

TEST_CASE("a draft of an earlier edition is carried over", "[cli][migrate]") {
    const Scratch scratch;
    const std::string file = small_file(scratch);
    const std::string draft =
        scratch.write("draft.json", R"({"edition":"2026-01-01","answers":{"cu":"1990-03-01","chon":"b"}})");
    const Outcome done = motcua({"catalogue", "migrate", file, draft, "--json"});
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "\"ngay\":\"1990-03-01\""));
    const std::string stranger = scratch.write("other.json", R"({"edition":"1999-01-01","answers":{}})");
    CHECK(motcua({"catalogue", "migrate", file, stranger}).exit == cli::kUsage);
}

}  // namespace motcua::cli_test
