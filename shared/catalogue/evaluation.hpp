#pragma once

#include <string_view>
#include <vector>

#include "shared/catalogue/logic.hpp"
#include "shared/catalogue/operations.hpp"
#include "shared/catalogue/term.hpp"

namespace motcua::catalogue {

/// What "var" reads in one part of a rule: the data of the whole rule, or an item inside `some`,
/// `map` and their like.
struct Scope {
    const Lookup* lookup = nullptr;  ///< nullptr: `value` is the data
    Term value;
    /// Nothing in this part is evaluated twice, so an array without rules may stand for its copy:
    /// there will be no second one to be told from it.
    bool once = false;
};

/// One evaluation of a rule. After a failure everything is undefined and ends soon.
class Evaluation {
public:
    Term apply(const json::Value& rule, const Scope& scope);
    Work& work() { return work_; }

private:
    /// The member of an operation: an array of arguments, or one alone.
    struct Unevaluated {
        const json::Value* first;
        std::size_t size;

        explicit Unevaluated(const json::Value& value);
    };

    Term apply_array(const json::Value& rule, const Scope& scope);
    Term apply_object(const json::Value& rule, const Scope& scope);
    Term apply_operation(const Operation& operation, const Unevaluated& arguments, const Scope& scope);
    Term apply_plain(const Operation& operation, const Unevaluated& arguments, const Scope& scope);
    /// The argument at `index`, evaluated; undefined when there is none.
    Term argument(const Unevaluated& arguments, std::size_t index, const Scope& scope);
    /// Arguments that decide nothing but may fail.
    void apply_rest(const Unevaluated& arguments, std::size_t from, const Scope& scope);
    /// A value that may hold rules itself, as `missing` takes its names.
    Term apply_term(const Term& rule, const Scope& scope);

    Term choose(const Unevaluated& arguments, const Scope& scope);
    Term first_decisive(const Unevaluated& arguments, const Scope& scope, bool stop_at);

    Term variable(const Term& path, const Term& otherwise, const Scope& scope);
    Term variable_named(const Term& name, const Scope& scope);
    Term missing(const std::vector<Term>& names, const Scope& scope);
    Term missing_some(const Unevaluated& arguments, const Scope& scope);
    std::vector<Term> apply_all(const Unevaluated& arguments, const Scope& scope);

    /// `apply` to the second argument for an item of the first.
    Term for_item(const Unevaluated& arguments, const Term& item);
    Term quantify(Operator kind, const Unevaluated& arguments, const Term& items);
    Term filter(const Unevaluated& arguments, const Term& items);
    Term map(const Unevaluated& arguments, const Term& items);
    Term reduce(const Unevaluated& arguments, const Term& items, const Scope& scope);
    Term count(const Unevaluated& arguments, const Term& items);
    Term sum(const Unevaluated& arguments, const Term& items);

    Work work_;
    int depth_ = 0;
    std::vector<Term> stack_;  ///< Arguments of plain operations, the innermost last
};

}  // namespace motcua::catalogue
