#include "shared/catalogue/operations.hpp"

#include <cmath>
#include <limits>

#include "shared/catalogue/coerce.hpp"

namespace motcua::catalogue::operations {
namespace {

using Comparison = bool (*)(const Term& a, const Term& b, Work& work);

/// Two arguments, or three: is the second between the first and the third?
Term compare(Terms arguments, Comparison holds, Work& work) {
    const bool first = holds(arguments[0], arguments[1], work);
    if (!first || arguments[2].is_undefined()) {
        return Term(first);
    }
    return Term(holds(arguments[1], arguments[2], work));
}

/// As Math.min and Math.max: NaN as soon as one is no number, and -0 is smaller than 0.
Term extreme(Terms arguments, double found, bool (*beats)(double a, double b), Work& work) {
    for (const Term& argument : arguments) {
        const double number = coerce::to_number(argument, work);
        if (std::isnan(number) || std::isnan(found)) {
            found = std::numeric_limits<double>::quiet_NaN();
        } else if (beats(number, found)) {
            found = number;
        }
    }
    return Term(found);
}

bool is_smaller(double a, double b) {
    return a < b || (a == b && std::signbit(a) && !std::signbit(b));
}

bool is_larger(double a, double b) {
    return is_smaller(b, a);
}

}  // namespace

Term equal(Terms arguments, Work& work) {
    return Term(coerce::loosely_equal(arguments[0], arguments[1], work));
}

Term identical(Terms arguments, Work& /*work*/) {
    return Term(Term::identical(arguments[0], arguments[1]));
}

Term unequal(Terms arguments, Work& work) {
    return Term(!coerce::loosely_equal(arguments[0], arguments[1], work));
}

Term not_identical(Terms arguments, Work& /*work*/) {
    return Term(!Term::identical(arguments[0], arguments[1]));
}

Term negation(Terms arguments, Work& /*work*/) {
    return Term(!coerce::truthy(arguments[0]));
}

Term truth(Terms arguments, Work& /*work*/) {
    return Term(coerce::truthy(arguments[0]));
}

Term less(Terms arguments, Work& work) {
    return compare(arguments, coerce::less, work);
}

Term at_most(Terms arguments, Work& work) {
    return compare(arguments, coerce::less_or_equal, work);
}

Term greater(Terms arguments, Work& work) {
    return Term(coerce::less(arguments[1], arguments[0], work));
}

Term at_least(Terms arguments, Work& work) {
    return Term(coerce::less_or_equal(arguments[1], arguments[0], work));
}

Term add(Terms arguments, Work& work) {
    double sum = 0;
    for (const Term& argument : arguments) {
        sum += coerce::parse_float(argument, work);
    }
    return Term(sum);
}

// json-logic-js reduces without a first value: of nothing that is an error, and a single argument
// comes back as it is. What has been computed goes through parseFloat again, which knows no -0.
Term multiply(Terms arguments, Work& work) {
    if (arguments.size() == 0) {
        work.fail("arguments", "*");
    }
    Term product = arguments[0];
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        product = Term(coerce::parse_float(product, work) * coerce::parse_float(arguments[i], work));
    }
    return product;
}

Term subtract(Terms arguments, Work& work) {
    const double a = coerce::to_number(arguments[0], work);
    return Term(arguments[1].is_undefined() ? -a : a - coerce::to_number(arguments[1], work));
}

Term divide(Terms arguments, Work& work) {
    const double a = coerce::to_number(arguments[0], work);
    return Term(a / coerce::to_number(arguments[1], work));
}

Term remainder(Terms arguments, Work& work) {
    const double a = coerce::to_number(arguments[0], work);
    return Term(std::fmod(a, coerce::to_number(arguments[1], work)));
}

Term smallest(Terms arguments, Work& work) {
    return extreme(arguments, std::numeric_limits<double>::infinity(), is_smaller, work);
}

Term largest(Terms arguments, Work& work) {
    return extreme(arguments, -std::numeric_limits<double>::infinity(), is_larger, work);
}

Term first(Terms arguments, Work& /*work*/) {
    return arguments[0];
}

}  // namespace motcua::catalogue::operations
