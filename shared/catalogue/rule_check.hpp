#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

namespace motcua::catalogue {

/// What rules may read at one place of a procedure file.
struct RuleScope {
    std::set<std::string, std::less<>> known;  ///< May be read here: answers, "channel", "today"
    std::set<std::string, std::less<>> later;  ///< Exists, but is answered only after this place
};

/// Notes what is wrong with a rule without evaluating it: "catalogue.rule_operation" (unknown),
/// "catalogue.rule_object" (an object that is no operation), "catalogue.rule_question" (reads
/// what does not exist), "catalogue.rule_order" (reads a later question), "catalogue.rule_var"
/// (the name read is computed), "catalogue.rule_depth".
void check_rule(const json::Value& rule, const RuleScope& scope, const std::string& path,
                std::vector<Finding>& findings);

}  // namespace motcua::catalogue
