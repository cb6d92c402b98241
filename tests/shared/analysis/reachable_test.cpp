#include <catch2/catch.hpp>

#include "shared/analysis/analysis.hpp"
#include "shared/form/journey.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/form/small_procedure.hpp"
#include "tests/shared/support/random.hpp"

/// What is proved is compared with every journey there is, through made-up procedures of a few
/// questions with a few options.
namespace motcua::analysis {
namespace {

using json::Object;
using json::Value;
using tests::Random;

constexpr std::size_t kQuestions = 4;
const std::vector<std::string> kOptions = {"a", "b", "c"};

std::string name_of(std::size_t question) {
    return "q" + std::to_string(question);
}

Value variable(Random& random, std::size_t questions) {
    return Object{{"var", name_of(random.below(questions))}};
}

Value random_rule(Random& random, std::size_t questions, int depth) {
    const std::size_t kind = random.below(depth > 0 ? 9 : 4);
    if (kind == 0) {
        Value left = variable(random, questions);
        return Object{{"==", json::Array{std::move(left), random.one_of(kOptions)}}};
    }
    if (kind == 1) {
        Value left = variable(random, questions);
        return Object{{"!=", json::Array{std::move(left), random.one_of(kOptions)}}};
    }
    if (kind == 2) {
        Value left = variable(random, questions);
        return Object{{"in", json::Array{std::move(left), json::Array{"a", random.one_of(kOptions)}}}};
    }
    if (kind == 3) {
        Value left = variable(random, questions);
        Value right = variable(random, questions);
        return Object{{"==", json::Array{std::move(left), std::move(right)}}};
    }
    Value first = random_rule(random, questions, depth - 1);
    if (kind == 4) {
        return Object{{"!", json::Array{std::move(first)}}};
    }
    Value second = random_rule(random, questions, depth - 1);
    if (kind == 8) {
        Value third = random_rule(random, questions, depth - 1);
        return Object{{"if", json::Array{std::move(first), std::move(second), std::move(third)}}};
    }
    return Object{{kind < 7 ? "and" : "or", json::Array{std::move(first), std::move(second)}}};
}

catalogue::Procedure random_procedure(Random& random) {
    json::Array questions;
    for (std::size_t i = 0; i < kQuestions; ++i) {
        json::Array options;
        for (const std::string& id : kOptions) {
            options.emplace_back(Object{{"id", id}, {"label", "T"}});
        }
        Object question{
            {"id", name_of(i)}, {"type", "choice"}, {"label", "T"}, {"options", std::move(options)}};
        question.emplace_back("required", !random.one_in(4));
        if (i > 0 && !random.one_in(3)) {
            question.emplace_back("ask_if", random_rule(random, i, 3));
        }
        if (i > 0 && random.one_in(4)) {
            question.emplace_back("otherwise", variable(random, i));
        }
        questions.emplace_back(std::move(question));
    }
    const Value group = Object{{"id", "g"}, {"title", "T"}, {"questions", std::move(questions)}};
    return tests::small_procedure("\"groups\":[" + json::write(group) + "]");
}

constexpr calendar::Date kToday{2026, 11, 21};

/// The answers of journey number `index`: for each question one of the options, or none.
form::Answers journey_number(const catalogue::Procedure& procedure, std::size_t index, bool& complete) {
    form::Answers answers;
    for (std::size_t i = 0; i < kQuestions; ++i) {
        const std::size_t answer = index % (kOptions.size() + 1);
        index /= kOptions.size() + 1;
        if (answer < kOptions.size()) {
            answers[name_of(i)] = kOptions[answer];
        }
    }
    complete = true;
    const form::Journey journey = form::walk(procedure, answers, kToday);
    for (const form::Spot& spot : journey.asked) {
        complete = complete && (!spot.question->required || answers.contains(spot.id));
    }
    return answers;
}

bool somebody_is_asked(const catalogue::Procedure& procedure, const std::string& question) {
    std::size_t journeys = 1;
    for (std::size_t i = 0; i < kQuestions; ++i) {
        journeys *= kOptions.size() + 1;
    }
    for (std::size_t index = 0; index < journeys; ++index) {
        bool complete = false;
        const form::Answers answers = journey_number(procedure, index, complete);
        if (complete && form::walk(procedure, answers, kToday).asks(question)) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("what is proved of a question agrees with every journey there is", "[analysis][property]") {
    Random random(2611);
    std::size_t never = 0;
    for (int round = 0; round < 150; ++round) {
        const catalogue::Procedure procedure = random_procedure(random);
        for (std::size_t i = 1; i < kQuestions; ++i) {
            CAPTURE(round, i, json::write(procedure.groups[0].questions[i].ask_if));
            const bool asked = somebody_is_asked(procedure, name_of(i));
            never += asked ? 0 : 1;
            CHECK(reachable(procedure, name_of(i)) == (asked ? Truth::Yes : Truth::No));
        }
    }
    CHECK(never > 10);
}

}  // namespace motcua::analysis
