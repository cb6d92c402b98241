#include <algorithm>
#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/support/random_json.hpp"

using namespace motcua::json;
using motcua::tests::Random;

namespace {

/// The same value with all members in another order.
Value shuffled(const Value& value, Random& random) {
    if (const Array* items = value.array()) {
        Array copy;
        for (const Value& item : *items) {
            copy.push_back(shuffled(item, random));
        }
        return copy;
    }
    if (const Object* members = value.object()) {
        Object copy;
        for (const auto& [key, member] : *members) {
            copy.emplace_back(key, shuffled(member, random));
        }
        for (std::size_t i = copy.size(); i > 1; --i) {
            std::swap(copy[i - 1], copy[random.below(i)]);
        }
        return copy;
    }
    return value;
}

/// The text with white space wherever it may stand.
std::string spread(const std::string& compact, Random& random) {
    std::string text;
    bool quoted = false;
    bool escaped = false;
    for (const char c : compact) {
        const bool boundary = !quoted && std::string("{}[],:\"").find(c) != std::string::npos;
        if (boundary) {
            text.append(random.below(3), " \n\t\r"[random.below(4)]);
        }
        text.push_back(c);
        if (c == '"' && !escaped) {
            quoted = !quoted;
        }
        escaped = quoted && c == '\\' && !escaped;
    }
    return text;
}

}  // namespace

TEST_CASE("what was written is read as the same value", "[json]") {
    Random random(2024);
    for (int round = 0; round < 3000; ++round) {
        const Value value = random_json(random, 5);
        const auto again = read(write(value));
        REQUIRE(again.ok());
        REQUIRE(*again == value);
    }
}

TEST_CASE("white space does not change what is read", "[json]") {
    Random random(5);
    for (int round = 0; round < 1000; ++round) {
        const Value value = random_json(random, 4);
        const auto again = read(spread(write(value), random));
        REQUIRE(again.ok());
        REQUIRE(*again == value);
    }
}

TEST_CASE("the canonical form does not depend on the order of members", "[json]") {
    Random random(99);
    for (int round = 0; round < 2000; ++round) {
        const Value value = random_json(random, 4);
        const std::string canonical = write_canonical(value);
        REQUIRE(write_canonical(shuffled(value, random)) == canonical);
        const auto again = read(canonical);
        REQUIRE(again.ok());
        REQUIRE(write(*again) == canonical);
        REQUIRE(write_canonical(*again) == canonical);
    }
}
