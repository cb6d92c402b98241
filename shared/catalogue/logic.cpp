#include "shared/catalogue/logic.hpp"

#include <string>
#include <utility>

#include "shared/catalogue/coerce.hpp"
#include "shared/catalogue/evaluation.hpp"

namespace motcua::catalogue {
namespace {

using json::Value;

Error error_of(const Work& work) {
    Finding finding{"", "rule." + std::string(work.reason()), {}};
    if (!work.operation().empty()) {
        constexpr std::size_t kLongestName = 64;
        finding.args.emplace_back("operation", work.operation().substr(0, kLongestName));
    }
    return {ErrorCode::InvalidInput, "a rule cannot be evaluated", {std::move(finding)}};
}

Result<Value> evaluate_in(const Value& rule, const Scope& scope) {
    Evaluation evaluation;
    const Term result = evaluation.apply(rule, scope);
    Work& work = evaluation.work();
    Value value = to_json(result, work);
    if (work.failed()) {
        return error_of(work);
    }
    return value;
}

}  // namespace

Result<Value> evaluate(const Value& rule, const Lookup& lookup) {
    return evaluate_in(rule, Scope{&lookup, {}, true});
}

Result<Value> evaluate(const Value& rule, const Value& data) {
    return evaluate_in(rule, Scope{nullptr, Term::of(data), true});
}

bool truthy(const Value& value) {
    return coerce::truthy(Term::of(value));
}

bool is_operation(std::string_view name) {
    return find_operation(name) != nullptr;
}

}  // namespace motcua::catalogue
