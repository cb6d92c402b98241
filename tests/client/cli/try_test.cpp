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

TEST_CASE("a question says how it may be answered, and what was understood", "[cli][try]") {
    const Scratch scratch;
    const std::string file = small_file(scratch);
    const std::vector<std::string> words = {"catalogue", "try", file, "--today", "2026-11-21"};
    const Outcome done = motcua(words, "thu hai\n27/3/90\n 1.3.1990 \n");
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "Số từ 1 đến 2 > "));
    CHECK(contains(done.out, "    → Thứ hai\n"));
    CHECK(contains(done.out, "Ngày, ví dụ 27/3/1990 > ! "));
    CHECK(contains(done.out, "    → 01/03/1990\n"));
    CHECK(contains(done.out, "== Bạn đã trả lời\nChọn gì?: Thứ hai\nNgày nào?: 01/03/1990\n"));
    CHECK(contains(done.out, "== Lệ phí (ước tính)\n"));
    CHECK(contains(done.out, "\nKhông có gì phải sửa.\n"));
}

TEST_CASE("somebody who goes back sees the answer of before", "[cli][try]") {
    const Scratch scratch;
    const std::string file = small_file(scratch);
    const Outcome done = motcua({"catalogue", "try", file, "--today", "2026-11-21"}, "<\n2\n<\n?\n1\n");
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "! Đây là câu hỏi đầu tiên."));
    CHECK(contains(done.out, "    Trước đó bạn trả lời: Thứ hai\n"));
    std::size_t shown = 0;
    for (std::size_t at = done.out.find("Chọn gì?\n"); at != std::string::npos;
         at = done.out.find("Chọn gì?\n", at + 1)) {
        ++shown;
    }
    CHECK(shown == 3);
}

TEST_CASE("a place is known by part of its name, and others like it are named", "[cli][try]") {
    const Scratch scratch;
    const std::string file = scratch.procedure();
    const Outcome done = motcua({"catalogue", "try", file, "--today", "2026-11-21"},
                                "1\nNguyễn Thị Ví Dụ\n27/3/1990\nnữ\nba na\nviệt nam\nthẻ căn cước\n"
                                "001190000001\n0912 345 678\n\n1\nzzz\nvinh long\nzzz\ntan\n");
    CHECK(contains(done.out, "    → NGUYỄN THỊ VÍ DỤ\n"));
    CHECK(contains(done.out, "    → Ba Na\n"));
    CHECK(contains(done.out, "! Không có tỉnh, thành phố nào như vậy."));
    CHECK(contains(done.out, "    → Tỉnh Vĩnh Long\n"));
    CHECK(contains(done.out, "! Tỉnh, thành phố này không có xã, phường, đặc khu nào như vậy\n"));
    CHECK(contains(done.out, "    → Xã Tân An\n    Cũng có thể là: "));
}

TEST_CASE("input that ends early is said, leaving is fine", "[cli][try]") {
    const Scratch scratch;
    const std::string file = small_file(scratch);
    CHECK(motcua({"catalogue", "try", file}, "2\n").exit == cli::kFindings);
    CHECK(contains(motcua({"catalogue", "try", file}, "2\n").err, "hết dữ liệu nhập"));
    CHECK(motcua({"catalogue", "try", file}, "quit\n").exit == cli::kFine);
    CHECK(motcua({"catalogue", "try", file}, "Thoát\n").exit == cli::kFine);
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
    const Outcome broken =
        motcua({"catalogue", "migrate", file, scratch.write("broken.json", "{\"edition\" 1")});
    CHECK(broken.exit == cli::kUsage);
    CHECK(contains(broken.err, "broken.json:1:12: error: found '1', expected ':' [json.unexpected]"));
}

TEST_CASE("nothing is carried over to a file that check refuses", "[cli][migrate]") {
    const Scratch scratch;
    std::string text = scratch.read(std::filesystem::path(small_file(scratch)).filename().string());
    text.replace(text.find(R"("to":"ngay")"), 11, R"("to":"ngai")");
    const std::string file = scratch.write("1.000001.json", text);
    const std::string draft = scratch.write("draft.json", R"({"edition":"2026-01-01","answers":{}})");
    const Outcome checked = motcua({"catalogue", "check", file});
    const Outcome done = motcua({"catalogue", "migrate", file, draft});
    CHECK(done.exit == cli::kFindings);
    CHECK(done.out.empty());
    CHECK(contains(done.err, "[analysis.migration_target]"));
    CHECK(contains(checked.out, done.err));
    CHECK(contains(motcua({"catalogue", "migrate", file, draft, "--json"}).out,
                   "{\"error\":\"not migrated\",\"findings\":["));
}

}  // namespace motcua::cli_test
