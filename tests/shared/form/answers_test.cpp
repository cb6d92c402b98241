#include "shared/form/answers.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "tests/shared/support/random.hpp"

namespace motcua::form {

TEST_CASE("answers are kept as a map keeps them", "[form][answers][property]") {
    tests::Random random(12);
    std::map<std::string, std::string> expected;
    Answers answers;
    for (int i = 0; i < 5000; ++i) {
        const std::string id = "q" + std::to_string(random.below(60));
        const std::string answer = std::to_string(i);
        switch (random.below(5)) {
            case 0:
                expected[id] = answer;
                answers[id] = answer;
                break;
            case 1:
                expected.insert_or_assign(id, answer);
                answers.insert_or_assign(id, answer);
                break;
            case 2:
                CHECK(answers.emplace(id, answer).second == expected.emplace(id, answer).second);
                break;
            case 3:
                CHECK(answers.erase(id) == expected.erase(id));
                break;
            default:
                CHECK(answers.contains(id) == (expected.count(id) == 1));
                if (answers.contains(id)) {
                    CHECK(answers.at(id) == expected.at(id));
                }
        }
        REQUIRE(answers.size() == expected.size());
    }
    const std::vector<Answers::value_type> pairs(expected.begin(), expected.end());
    CHECK(std::equal(answers.begin(), answers.end(), pairs.begin(), pairs.end()));
    CHECK(Answers::sorted({pairs.rbegin(), pairs.rend()}) == answers);
}

TEST_CASE("of answers with one id the first stays", "[form][answers]") {
    CHECK(Answers::sorted({{"b", "1"}, {"a", "2"}, {"b", "3"}}) == Answers{{"a", "2"}, {"b", "1"}});
}

}  // namespace motcua::form
