#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/procedure.hpp"

namespace motcua::analysis {

using Names = std::set<std::string, std::less<>>;

/// One operation taken apart; a rule that is none has the name "".
struct Operation {
    std::string_view name;
    std::vector<const json::Value*> arguments;
};
Operation operation_of(const json::Value& rule);

/// Does the argument at `index` see the items of an array instead of the answers?
bool reads_items(std::string_view operation, std::size_t index);

/// The name a "var" reads; "" when the rule is no "var" in plain text.
std::string_view name_read(const json::Value& rule);

/// Is argument `index` compared with a constant, its only neighbour?
bool meets_constant(const Operation& operation, std::size_t index);

/// What a rule reads: full paths ("noi_o.province"), not those read of an array's items.
void collect_reads(const json::Value& rule, Names& names);

/// How the rules of a procedure use one answer.
struct Use {
    /// Only compared with constants, or asked whether it is there: answers that no constant
    /// tells apart cannot be told apart by any rule.
    bool simple = true;
    bool equated = false;                ///< Compared by == and the like, or looked for in a constant array
    bool listed = false;                 ///< A constant is looked for in it
    bool ordered = false;                ///< < and the like
    bool dated = false;                  ///< date_before, date_after
    std::vector<json::Value> constants;  ///< What it is compared with
    std::set<std::int64_t> numbers;      ///< Every number in rules that read it
};
using Uses = std::map<std::string, Use, std::less<>>;
void collect_uses(const json::Value& rule, Uses& uses);

/// What becomes of a rule's result.
enum class Outcome {
    Condition,  ///< Only whether it holds counts
    Value,      ///< Other rules read it: an `otherwise`, a computed value
    Aside,      ///< No other rule reads it: an amount, whose number it is, a migration's value
};

/// Every rule of the procedure and its place in the file.
using RuleVisitor =
    std::function<void(const catalogue::Rule& rule, const std::string& path, Outcome outcome)>;
void visit_rules(const catalogue::Procedure& procedure, const RuleVisitor& visit);

}  // namespace motcua::analysis
