#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "shared/publication/publication.hpp"
#include "tests/client/cli/run_motcua.hpp"
#include "tests/client/cli/scratch.hpp"

namespace motcua::cli_test {

TEST_CASE("a key is its owner's alone and is never written over", "[cli][publish]") {
    const Scratch scratch;
    const std::string key = scratch.path("office.key");
    CHECK(motcua({"catalogue", "key", key}).exit == cli::kFine);
    struct stat about {};
    REQUIRE(::stat(key.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777U) == 0600U);
    CHECK(contains(scratch.read("office.key.pub"), "\"public\""));
    CHECK_FALSE(contains(scratch.read("office.key.pub"), "seed"));
    const std::string before = scratch.read("office.key");
    CHECK(motcua({"catalogue", "key", key}).exit == cli::kUsage);
    CHECK(scratch.read("office.key") == before);
}

TEST_CASE("publishing writes signed files and an index", "[cli][publish]") {
    const Scratch scratch;
    const std::string key = scratch.path("office.key");
    REQUIRE(motcua({"catalogue", "key", key}).exit == cli::kFine);
    const std::string file = scratch.procedure();
    scratch.write("out/1.000001@2020-01-01.json", "{}");
    const Outcome done = motcua({"catalogue", "publish", "--key", key, "--out", scratch.path("out"), file});
    CAPTURE(done.err);
    REQUIRE(done.exit == cli::kFine);
    const auto trusted = publication::decode_public(scratch.read("office.key.pub"), false);
    REQUIRE(trusted);
    for (const char* name : {"out/index.json", "out/1.004873@2026-11-21.json"}) {
        CHECK(publication::check_signature(scratch.read(name), scratch.read(std::string(name) + ".sig"),
                                           *trusted));
    }
    // What was published before and is no more is gone.
    CHECK(scratch.read("out/1.000001@2020-01-01.json").empty());
}

TEST_CASE("a file with an error is not published", "[cli][publish]") {
    const Scratch scratch;
    const std::string key = scratch.path("office.key");
    REQUIRE(motcua({"catalogue", "key", key}).exit == cli::kFine);
    const std::string file = scratch.procedure("\"v\": 1", "\"v\": 2");
    const Outcome done = motcua({"catalogue", "publish", "--key", key, "--out", scratch.path("out"), file});
    CHECK(done.exit == cli::kFindings);
    CHECK(scratch.read("out/index.json").empty());
}

TEST_CASE("a new edition keeps the one before, and both are published", "[cli][publish]") {
    const Scratch scratch;
    const std::string key = scratch.path("office.key");
    REQUIRE(motcua({"catalogue", "key", key}).exit == cli::kFine);
    const std::string file = scratch.procedure();
    const std::string before = scratch.read("1.004873.json");
    REQUIRE(motcua({"catalogue", "edition", file, "2027-03-01"}).exit == cli::kFine);
    // Only the two days differ.
    std::string expected = before;
    for (int times = 0; times < 2; ++times) {
        expected.replace(expected.find("\"2026-11-21\""), 12, "\"2027-03-01\"");
    }
    CHECK(scratch.read("1.004873.json") == expected);
    CHECK(contains(scratch.read("history/1.004873@2026-11-21.json"), "\"until\":\"2027-02-28\""));
    CHECK(motcua({"catalogue", "check", scratch.path("history/1.004873@2026-11-21.json")}).exit ==
          cli::kFine);
    REQUIRE(motcua({"catalogue", "publish", "--key", key, "--out", scratch.path("out"), file}).exit ==
            cli::kFine);
    CHECK(contains(scratch.read("out/index.json"), "\"edition\":\"2026-11-21\""));
    CHECK(contains(scratch.read("out/index.json"), "\"edition\":\"2027-03-01\""));
    // Not twice, and not backwards.
    CHECK(motcua({"catalogue", "edition", file, "2027-03-01"}).exit == cli::kUsage);
    CHECK(motcua({"catalogue", "edition", file, "2026-01-01"}).exit == cli::kUsage);
}

TEST_CASE("an earlier edition that was changed is found and not published", "[cli][publish]") {
    const Scratch scratch;
    const std::string key = scratch.path("office.key");
    REQUIRE(motcua({"catalogue", "key", key}).exit == cli::kFine);
    const std::string file = scratch.procedure();
    REQUIRE(motcua({"catalogue", "edition", file, "2027-03-01"}).exit == cli::kFine);
    const std::string kept = scratch.read("history/1.004873@2026-11-21.json");
    scratch.write("history/1.004873@2026-11-21.json", kept + "\n");
    const Outcome checked = motcua({"catalogue", "check", file});
    CHECK(checked.exit == cli::kFindings);
    CHECK(contains(checked.out, "[history.changed]"));
    CHECK(motcua({"catalogue", "publish", "--key", key, "--out", scratch.path("out"), file}).exit ==
          cli::kFindings);
}

}  // namespace motcua::cli_test
