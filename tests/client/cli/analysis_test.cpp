#include <catch2/catch.hpp>

#include "tests/client/cli/run_motcua.hpp"
#include "tests/client/cli/scratch.hpp"

namespace motcua::cli_test {

TEST_CASE("what nobody can reach is a warning with its place", "[cli][check]") {
    const Scratch scratch;
    const std::string file = scratch.procedure(
        R"({"==": [{"var": "cap_lai"}, "yes"]})",
        R"({"and": [{"==": [{"var": "cap_lai"}, "yes"]}, {"==": [{"var": "cap_lai"}, "no"]}]})");
    const Outcome done = motcua({"catalogue", "check", file});
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "warning: documents.1.required_if: giay_xn_cu is never needed"));
    CHECK(contains(done.out, "0 errors, 1 warning\n"));
}

TEST_CASE("an answer nobody can give is an error", "[cli][check]") {
    const Scratch scratch;
    const std::string file = scratch.procedure(
        R"({"!": {"date_before": [{"var": "xn_den_ngay"}, {"var": "xn_tu_ngay"}]}})", R"({"==": [1, 2]})");
    const Outcome done = motcua({"catalogue", "check", file});
    CHECK(done.exit == cli::kFindings);
    CHECK(contains(done.out, "[analysis.check_never]"));
}

TEST_CASE("a file that is not named by its code is noticed", "[cli][check]") {
    const Scratch scratch;
    scratch.procedure();
    const std::string file = scratch.write("other.json", scratch.read("1.004873.json"));
    CHECK(contains(motcua({"catalogue", "check", file}).out, "[analysis.file_name]"));
}

}  // namespace motcua::cli_test
