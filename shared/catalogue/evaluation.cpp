#include "shared/catalogue/evaluation.hpp"

#include <algorithm>
#include <utility>

#include "shared/catalogue/coerce.hpp"

namespace motcua::catalogue {

using json::Value;

Evaluation::Unevaluated::Unevaluated(const Value& value) : first(&value), size(1) {
    if (const json::Array* items = value.array()) {
        first = items->data();
        size = items->size();
    }
}

Term Evaluation::apply(const Value& rule, const Scope& scope) {
    if (!work_.step()) {
        return {};
    }
    if (rule.array() == nullptr && rule.object() == nullptr) {
        return Term::of(rule);
    }
    if (depth_ >= kMaxRuleDepth) {
        work_.fail("depth");
        return {};
    }
    ++depth_;
    const Term result = rule.array() != nullptr ? apply_array(rule, scope) : apply_object(rule, scope);
    --depth_;
    return result;
}

Term Evaluation::apply_array(const Value& rule, const Scope& scope) {
    const json::Array& items = *rule.array();
    const auto is_plain = [](const Value& item) {
        return item.array() == nullptr && item.object() == nullptr;
    };
    if (scope.once && std::all_of(items.begin(), items.end(), is_plain)) {
        work_.look_through(items.size());
        return Term::of(rule);
    }
    return work_.keep(apply_all(Unevaluated(rule), scope));
}

Term Evaluation::apply_object(const Value& rule, const Scope& scope) {
    // An object of one member is an operation; any other object stands for itself.
    if (rule.object()->size() != 1) {
        return Term::of(rule);
    }
    const auto& [name, arguments] = rule.object()->front();
    const Operation* operation = find_operation(name);
    if (operation == nullptr) {
        work_.fail("operation", name);
        return {};
    }
    return apply_operation(*operation, Unevaluated(arguments), scope);
}

Term Evaluation::apply_operation(const Operation& operation, const Unevaluated& arguments,
                                 const Scope& scope) {
    switch (operation.kind) {
        case Operator::Plain:
            return apply_plain(operation, arguments, scope);
        case Operator::Var: {
            const Term path = argument(arguments, 0, scope);
            const Term otherwise = argument(arguments, 1, scope);
            apply_rest(arguments, 2, scope);
            return variable(path, otherwise, scope);
        }
        case Operator::Missing:
            return missing(apply_all(arguments, scope), scope);
        case Operator::MissingSome:
            return missing_some(arguments, scope);
        case Operator::If:
            return choose(arguments, scope);
        case Operator::And:
            return first_decisive(arguments, scope, false);
        case Operator::Or:
            return first_decisive(arguments, scope, true);
        case Operator::Some:
        case Operator::None:
        case Operator::All:
            return quantify(operation.kind, arguments, argument(arguments, 0, scope));
        case Operator::Filter:
            return filter(arguments, argument(arguments, 0, scope));
        case Operator::Map:
            return map(arguments, argument(arguments, 0, scope));
        case Operator::Reduce:
            return reduce(arguments, argument(arguments, 0, scope), scope);
        case Operator::Count:
            return count(arguments, argument(arguments, 0, scope));
        case Operator::Sum:
            return sum(arguments, argument(arguments, 0, scope));
    }
    return {};
}

Term Evaluation::apply_plain(const Operation& operation, const Unevaluated& arguments, const Scope& scope) {
    constexpr std::size_t kUsualArguments = 16;
    const std::size_t base = stack_.size();
    stack_.reserve(kUsualArguments);
    for (std::size_t i = 0; i < arguments.size; ++i) {
        const Term value = apply(arguments.first[i], scope);
        stack_.push_back(value);
    }
    const Terms values(stack_.data() + base, arguments.size);
    const Term result = work_.failed() ? Term() : operation.apply(values, work_);
    stack_.resize(base);
    return result;
}

Term Evaluation::argument(const Unevaluated& arguments, std::size_t index, const Scope& scope) {
    return index < arguments.size ? apply(arguments.first[index], scope) : Term();
}

void Evaluation::apply_rest(const Unevaluated& arguments, std::size_t from, const Scope& scope) {
    for (std::size_t i = from; i < arguments.size; ++i) {
        apply(arguments.first[i], scope);
    }
}

std::vector<Term> Evaluation::apply_all(const Unevaluated& arguments, const Scope& scope) {
    std::vector<Term> values;
    values.reserve(arguments.size);
    for (std::size_t i = 0; i < arguments.size && !work_.failed(); ++i) {
        values.push_back(apply(arguments.first[i], scope));
    }
    return values;
}

Term Evaluation::choose(const Unevaluated& arguments, const Scope& scope) {
    std::size_t at = 0;
    for (; at + 1 < arguments.size; at += 2) {
        if (coerce::truthy(argument(arguments, at, scope))) {
            return argument(arguments, at + 1, scope);
        }
    }
    return at < arguments.size ? argument(arguments, at, scope) : Term::null();
}

Term Evaluation::first_decisive(const Unevaluated& arguments, const Scope& scope, bool stop_at) {
    Term current;
    for (std::size_t i = 0; i < arguments.size; ++i) {
        current = argument(arguments, i, scope);
        if (coerce::truthy(current) == stop_at) {
            break;
        }
    }
    return current;
}

}  // namespace motcua::catalogue
