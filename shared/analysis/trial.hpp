#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/analysis/analysis.hpp"
#include "shared/analysis/domain.hpp"

namespace motcua::analysis {

/// A procedure prepared for trying answers.
class Model {
public:
    explicit Model(const catalogue::Procedure& procedure);

    struct Answer {
        const catalogue::Group* group = nullptr;
        const catalogue::Question* question = nullptr;  ///< nullptr: the rows of a repeated group
        Domain domain;
        std::string part;  ///< Of an address: "province"
    };
    /// nullptr: no answer, or one that nothing is known of.
    [[nodiscard]] const Answer* answer(std::string_view name) const;
    [[nodiscard]] const catalogue::Rule* computed(std::string_view name) const;
    [[nodiscard]] const Domain& channels() const { return channels_; }
    [[nodiscard]] const Domain& days() const { return days_; }

private:
    void add_question(const catalogue::Group& group, const catalogue::Question& question, const Uses& uses,
                      std::string_view first_day);

    std::map<std::string, Answer, std::less<>> answers_;
    std::map<std::string, const catalogue::Rule*, std::less<>> computed_;
    Domain channels_;
    Domain days_;
};

/// Which way to go wherever there are several, one leaf of the tree of all answers after the
/// other: a trial asks, and is run again until no way is left.
class Ways {
public:
    explicit Ways(std::size_t work) : work_(work) {}

    /// A number below `count`.
    std::size_t choose(std::size_t count);
    /// Begins the next trial; false when there is none.
    bool next();
    /// False once the work is done with.
    bool spend() { return spent_++ < work_; }
    [[nodiscard]] bool exhausted() const { return spent_ > work_; }

private:
    struct Fork {
        std::size_t taken;
        std::size_t count;
    };
    std::vector<Fork> forks_;
    std::size_t at_ = 0;
    std::size_t spent_ = 0;
    std::size_t work_;
};

/// One run through a procedure: answers are chosen when a rule reads them. With `exact` every
/// answer is one of those tried; else what cannot be tried in full stays open, and rules that
/// hang on it are chosen to hold or not to.
class Trial {
public:
    Trial(const Model& model, Ways& ways, bool exact) : model_(model), ways_(ways), exact_(exact) {}

    bool holds(const catalogue::Rule& rule);
    /// A rule that is not there asks for nothing.
    bool holds_or_absent(const catalogue::Rule& rule) { return rule.is_null() || holds(rule); }
    bool asks(const catalogue::Group& group) { return holds_or_absent(group.ask_if); }
    bool asks(const catalogue::Group& group, const catalogue::Question& question) {
        return asks(group) && holds_or_absent(question.ask_if);
    }
    /// nullopt: could be anything.
    std::optional<json::Value> value_of(std::string_view name);
    /// An answer that stands for all those that no comparison with a constant tells apart: good for such
    /// comparisons, and for whether there is an answer.
    std::optional<json::Value> kind_of(std::string_view name);
    /// Something was decided by choosing how an open rule turns out: what follows is possible, not proved.
    [[nodiscard]] bool guessed() const { return guessed_; }

private:
    std::optional<json::Value> evaluate(const json::Value& rule);
    std::optional<json::Value> apply(const Operation& operation, const json::Value& rule);
    std::optional<json::Value> choose_branch(const Operation& operation);
    std::optional<json::Value> first_decisive(const Operation& operation);
    std::optional<json::Value> missing(const json::Value& rule);
    std::optional<json::Value> variable(const Operation& operation);
    std::optional<json::Value> effective(const Model::Answer& answer);
    std::optional<json::Value> pick(const Domain& domain);
    std::optional<json::Value> choose_from(const Domain& domain);
    bool truth(const json::Value& rule, const std::optional<json::Value>& value);

    const Model& model_;
    Ways& ways_;
    bool exact_;
    bool guessed_ = false;
    int depth_ = 0;
    std::map<std::string, std::optional<json::Value>, std::less<>> known_;
    std::map<std::string, json::Value, std::less<>> kinds_;  ///< Of answers that are open
    std::map<std::string, bool> guesses_;                    ///< By the rule's text
};

/// Can the target hold? It gets a trial and says whether it did there.
using Target = std::function<bool(Trial&)>;
Truth can_hold(const Model& model, const Limits& limits, const Target& target);

}  // namespace motcua::analysis
