#pragma once

#include <cstdint>
#include <string_view>

#include "shared/catalogue/term.hpp"

/// The operations of rules by name. Most work on evaluated arguments; those that decide themselves
/// what to evaluate, or that read the data, are evaluated in evaluation.cpp and evaluate_….cpp.
namespace motcua::catalogue {

enum class Operator : std::uint8_t {
    Plain,  ///< Works on evaluated arguments
    Var,
    Missing,
    MissingSome,
    If,
    And,
    Or,
    Some,
    None,
    All,
    Filter,
    Map,
    Reduce,
    Count,
    Sum,
};

struct Operation {
    std::string_view name;
    Operator kind = Operator::Plain;
    Term (*apply)(Terms arguments, Work& work) = nullptr;  ///< Of Plain ones
};

/// nullptr when there is none of this name.
const Operation* find_operation(std::string_view name);

namespace operations {

Term equal(Terms arguments, Work& work);
Term identical(Terms arguments, Work& work);
Term unequal(Terms arguments, Work& work);
Term not_identical(Terms arguments, Work& work);
Term negation(Terms arguments, Work& work);
Term truth(Terms arguments, Work& work);
Term less(Terms arguments, Work& work);
Term at_most(Terms arguments, Work& work);
Term greater(Terms arguments, Work& work);
Term at_least(Terms arguments, Work& work);

Term add(Terms arguments, Work& work);
Term multiply(Terms arguments, Work& work);
Term subtract(Terms arguments, Work& work);
Term divide(Terms arguments, Work& work);
Term remainder(Terms arguments, Work& work);
Term smallest(Terms arguments, Work& work);
Term largest(Terms arguments, Work& work);

Term is_in(Terms arguments, Work& work);
Term concatenate(Terms arguments, Work& work);
Term part_of_text(Terms arguments, Work& work);
Term merge(Terms arguments, Work& work);
Term first(Terms arguments, Work& work);

Term date_before(Terms arguments, Work& work);
Term date_after(Terms arguments, Work& work);
Term date_add(Terms arguments, Work& work);
Term date_diff_days(Terms arguments, Work& work);
Term age_years(Terms arguments, Work& work);

}  // namespace operations
}  // namespace motcua::catalogue
