#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/client/cli/run_motcua.hpp"
#include "tests/client/cli/scratch.hpp"

namespace motcua::cli_test {

namespace {

std::string sample(const Scratch& scratch, const std::string& accent) {
    std::filesystem::copy_file(MOTCUA_SOURCE_DIR "/tests/fixtures/agencies/co-quan-mau.json",
                               scratch.path("co-quan-mau.json"));
    std::string text = scratch.read("co-quan-mau.json");
    text.replace(text.find("#8a1538"), 7, accent);
    return scratch.write("co-quan-mau.json", text);
}

}  // namespace

TEST_CASE("every profile that ships passes", "[cli][agency]") {
    std::vector<std::string> words = {"agency", "check"};
    for (const auto& entry : std::filesystem::directory_iterator(MOTCUA_SOURCE_DIR "/assets/agencies")) {
        if (entry.path().filename() != "agency.schema.json") {
            words.push_back(entry.path().string());
        }
    }
    REQUIRE(words.size() > 3);
    const Outcome done = motcua(words);
    CAPTURE(done.err);
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out, "files, nothing wrong"));
}

TEST_CASE("a profile that breaks a contrast is refused where its colour was written", "[cli][agency]") {
    const Scratch scratch;
    const std::string file = sample(scratch, "#ffc20e");
    const Outcome done = motcua({"agency", "check", file});
    CHECK(done.exit == cli::kFindings);
    CHECK(contains(done.err,
                   file + ":31:16: error: branding.accent.light: primary on paper would have a contrast "
                          "of 1.52; 4.50 is needed [agency.contrast]"));
    CHECK(motcua({"agency", "site", file}).exit == cli::kFindings);
    CHECK(motcua({"agency", "site", file}).out.empty());
}

TEST_CASE("what pages are made with is one line of JSON", "[cli][agency]") {
    const Scratch scratch;
    const Outcome done = motcua({"agency", "site", sample(scratch, "#8a1538")});
    CHECK(done.exit == cli::kFine);
    CHECK(contains(done.out,
                   R"({"agency":{"vi":"Một cửa Sông Mẫu","en":"Sông Mẫu one-stop"},"colours":{"light":[7,)"));
}

}  // namespace motcua::cli_test
