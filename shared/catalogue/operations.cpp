#include "shared/catalogue/operations.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "shared/calendar/date.hpp"
#include "shared/catalogue/coerce.hpp"
#include "shared/catalogue/logic.hpp"

namespace motcua::catalogue {
namespace {

using coerce::Answer;
using coerce::Number;
using json::Value;

const Value* argument(const Arguments& arguments, std::size_t index) {
    return index < arguments.size() ? &arguments[index] : nullptr;
}

Result<Value> answered(Answer answer, std::string_view operation) {
    if (answer == Answer::Unsupported) {
        return rule_error("number", operation);
    }
    return Value(answer == Answer::Yes);
}

Result<Value> integer(std::int64_t value, std::string_view operation) {
    if (value > json::kMaxInteger || value < -json::kMaxInteger) {
        return rule_error("number", operation);
    }
    return Value(value);
}

/// Number() of every argument, or an error that names the operation.
Result<std::vector<std::int64_t>> numbers(const Arguments& arguments, Number (*read)(const Value*),
                                          std::string_view operation) {
    std::vector<std::int64_t> values;
    values.reserve(arguments.size());
    for (const Value& each : arguments) {
        const Number number = read(&each);
        if (number.kind != Number::Kind::Integer) {
            return rule_error("number", operation);
        }
        values.push_back(number.value);
    }
    return values;
}

Result<Value> equal(const Arguments& arguments) {
    return answered(coerce::loosely_equal(argument(arguments, 0), argument(arguments, 1)), "==");
}

Result<Value> identical(const Arguments& arguments) {
    return Value(coerce::strictly_equal(argument(arguments, 0), argument(arguments, 1)));
}

Result<Value> unequal(const Arguments& arguments) {
    MC_TRY_ASSIGN(const Value same, equal(arguments));
    return Value(!truthy(same));
}

Result<Value> not_identical(const Arguments& arguments) {
    return Value(!coerce::strictly_equal(argument(arguments, 0), argument(arguments, 1)));
}

Result<Value> negation(const Arguments& arguments) {
    return Value(arguments.empty() || !truthy(arguments[0]));
}

Result<Value> truth(const Arguments& arguments) {
    return Value(!arguments.empty() && truthy(arguments[0]));
}

using Comparison = Answer (*)(const Value*, const Value*);

/// Two arguments, or three: is the second between the first and the third?
Result<Value> compare(const Arguments& arguments, Comparison holds, std::string_view operation) {
    const Answer first = holds(argument(arguments, 0), argument(arguments, 1));
    if (first != Answer::Yes || arguments.size() < 3) {
        return answered(first, operation);
    }
    return answered(holds(argument(arguments, 1), argument(arguments, 2)), operation);
}

Result<Value> less(const Arguments& arguments) {
    return compare(arguments, coerce::less, "<");
}

Result<Value> at_most(const Arguments& arguments) {
    return compare(arguments, coerce::less_or_equal, "<=");
}

Result<Value> greater(const Arguments& arguments) {
    return answered(coerce::less(argument(arguments, 1), argument(arguments, 0)), ">");
}

Result<Value> at_least(const Arguments& arguments) {
    return answered(coerce::less_or_equal(argument(arguments, 1), argument(arguments, 0)), ">=");
}

Result<Value> is_in(const Arguments& arguments) {
    const Value* needle = argument(arguments, 0);
    const Value* haystack = argument(arguments, 1);
    if (haystack == nullptr) {
        return Value(false);
    }
    if (const std::string* text = haystack->string()) {
        return Value(!text->empty() && text->find(coerce::to_text(needle)) != std::string::npos);
    }
    if (haystack->array() != nullptr) {
        for (const Value& item : *haystack->array()) {
            if (coerce::strictly_equal(&item, needle)) {
                return Value(true);
            }
        }
    }
    return Value(false);
}

Result<Value> concatenate(const Arguments& arguments) {
    std::string text;
    for (const Value& each : arguments) {
        text += each.is_null() ? "" : coerce::to_text(&each);
    }
    return Value(std::move(text));
}

Result<Value> merge(const Arguments& arguments) {
    json::Array merged;
    for (const Value& each : arguments) {
        if (each.array() == nullptr) {
            merged.push_back(each);
        } else {
            merged.insert(merged.end(), each.array()->begin(), each.array()->end());
        }
    }
    return Value(std::move(merged));
}

Result<Value> add(const Arguments& arguments) {
    MC_TRY_ASSIGN(const std::vector<std::int64_t> values, numbers(arguments, coerce::parse_float, "+"));
    std::int64_t sum = 0;
    for (const std::int64_t value : values) {
        MC_TRY_ASSIGN(const Value next, integer(sum + value, "+"));
        sum = *next.integer();
    }
    return Value(sum);
}

bool product_fits(std::int64_t a, std::int64_t b) {
    const std::int64_t size_of_a = a < 0 ? -a : a;
    const std::int64_t size_of_b = b < 0 ? -b : b;
    return size_of_a == 0 || size_of_b <= json::kMaxInteger / size_of_a;
}

Result<Value> multiply(const Arguments& arguments) {
    if (arguments.empty()) {
        return rule_error("arguments", "*");
    }
    if (arguments.size() == 1) {
        return arguments[0];  // As json-logic-js does: one argument is not even read as a number.
    }
    MC_TRY_ASSIGN(const std::vector<std::int64_t> values, numbers(arguments, coerce::parse_float, "*"));
    std::int64_t product = 1;
    for (const std::int64_t value : values) {
        if (!product_fits(product, value)) {
            return rule_error("number", "*");
        }
        product *= value;
    }
    return Value(product);
}

/// The two operands of - / %, a missing one being no number.
Result<std::pair<std::int64_t, std::int64_t>> operands(const Arguments& arguments,
                                                       std::string_view operation) {
    const Number a = coerce::to_number(argument(arguments, 0));
    const Number b = coerce::to_number(argument(arguments, 1));
    if (a.kind != Number::Kind::Integer || b.kind != Number::Kind::Integer) {
        return rule_error("number", operation);
    }
    return std::pair(a.value, b.value);
}

Result<Value> subtract(const Arguments& arguments) {
    if (arguments.size() == 1) {
        MC_TRY_ASSIGN(const std::vector<std::int64_t> values, numbers(arguments, coerce::to_number, "-"));
        return Value(-values[0]);
    }
    MC_TRY_ASSIGN(const auto pair, operands(arguments, "-"));
    return integer(pair.first - pair.second, "-");
}

Result<Value> divide(const Arguments& arguments) {
    MC_TRY_ASSIGN(const auto pair, operands(arguments, "/"));
    if (pair.second == 0 || pair.first % pair.second != 0) {
        return rule_error("number", "/");
    }
    return Value(pair.first / pair.second);
}

Result<Value> remainder(const Arguments& arguments) {
    MC_TRY_ASSIGN(const auto pair, operands(arguments, "%"));
    if (pair.second == 0) {
        return rule_error("number", "%");
    }
    return Value(pair.first % pair.second);
}

Result<Value> extreme(const Arguments& arguments, std::string_view operation) {
    MC_TRY_ASSIGN(const std::vector<std::int64_t> values, numbers(arguments, coerce::to_number, operation));
    if (values.empty()) {
        return rule_error("number", operation);
    }
    std::int64_t found = values[0];
    for (const std::int64_t value : values) {
        found = (operation == "min") == (value < found) ? value : found;
    }
    return Value(found);
}

Result<Value> smallest(const Arguments& arguments) {
    return extreme(arguments, "min");
}

Result<Value> largest(const Arguments& arguments) {
    return extreme(arguments, "max");
}

std::optional<calendar::Date> date_at(const Arguments& arguments, std::size_t index) {
    const Value* value = argument(arguments, index);
    if (value == nullptr || value->string() == nullptr) {
        return std::nullopt;
    }
    return calendar::parse_iso(*value->string());
}

Result<Value> date_before(const Arguments& arguments) {
    const auto a = date_at(arguments, 0);
    const auto b = date_at(arguments, 1);
    return a && b ? Value(*a < *b) : Value();
}

Result<Value> date_after(const Arguments& arguments) {
    const auto a = date_at(arguments, 0);
    const auto b = date_at(arguments, 1);
    return a && b ? Value(*b < *a) : Value();
}

Result<Value> age_years(const Arguments& arguments) {
    const auto born = date_at(arguments, 0);
    const auto on = date_at(arguments, 1);
    if (!born || !on) {
        return Value();
    }
    const bool had_birthday = on->month > born->month || (on->month == born->month && on->day >= born->day);
    return Value(on->year - born->year - (had_birthday ? 0 : 1));
}

struct Named {
    std::string_view name;
    Operation operation;
};

constexpr std::array<Named, 23> kOperations = {{
    {"==", equal},
    {"===", identical},
    {"!=", unequal},
    {"!==", not_identical},
    {"!", negation},
    {"!!", truth},
    {"<", less},
    {"<=", at_most},
    {">", greater},
    {">=", at_least},
    {"in", is_in},
    {"cat", concatenate},
    {"merge", merge},
    {"+", add},
    {"*", multiply},
    {"-", subtract},
    {"/", divide},
    {"%", remainder},
    {"min", smallest},
    {"max", largest},
    {"date_before", date_before},
    {"date_after", date_after},
    {"age_years", age_years},
}};

}  // namespace

Operation find_operation(std::string_view name) {
    for (const Named& each : kOperations) {
        if (!name.empty() && each.name == name) {
            return each.operation;
        }
    }
    return nullptr;
}

Error rule_error(std::string_view reason, std::string_view operation) {
    Finding finding{"", "rule." + std::string(reason), {}};
    if (!operation.empty()) {
        finding.args.emplace_back("operation", std::string(operation.substr(0, 64)));
    }
    return {ErrorCode::InvalidInput, "a rule cannot be evaluated", {std::move(finding)}};
}

}  // namespace motcua::catalogue
