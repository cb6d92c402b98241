#include <catch2/catch.hpp>

#include "tests/client/cli/run_motcua.hpp"

namespace motcua::cli_test {
namespace {

const char* const kFile = MOTCUA_SOURCE_DIR "/assets/procedures/1.004873.json";

}  // namespace

TEST_CASE("a question's rule is told in both languages", "[cli][explain]") {
    const Outcome done = motcua({"catalogue", "explain", kFile, "muc_dich_khac"});
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "khi “Mục đích sử dụng” là “Mục đích khác”"));
    CHECK(contains(done.out, "when “Purpose” is “Another purpose”"));
}

TEST_CASE("papers, pages and what reads an answer are told", "[cli][explain]") {
    CHECK(contains(motcua({"catalogue", "explain", kFile, "giay_xn_cu"}).out,
                   "khi “Trước đây đã được cấp giấy này chưa?” là “Đã được cấp”"));
    CHECK(contains(motcua({"catalogue", "explain", kFile, "cap_lai", "--json"}).out,
                   "\"read by\":[\"documents.1.required_if\"]"));
    CHECK(contains(motcua({"catalogue", "explain", kFile, "nq_66_22"}).out, "NQ 66.22/2026/NQ-CP"));
}

TEST_CASE("what the file does not have cannot be explained", "[cli][explain]") {
    CHECK(motcua({"catalogue", "explain", kFile, "khong_co"}).exit == cli::kUsage);
}

}  // namespace motcua::cli_test
