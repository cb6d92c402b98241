#include "shared/catalogue/coerce.hpp"
#include "shared/catalogue/evaluation.hpp"

/// Operations that evaluate a rule for every item of an array. What is no array has no items.
namespace motcua::catalogue {

Term Evaluation::for_item(const Unevaluated& arguments, const Term& item) {
    return argument(arguments, 1, Scope{nullptr, item, false});
}

Term Evaluation::quantify(Operator kind, const Unevaluated& arguments, const Term& items) {
    // Of nothing: "all" is false, "none" is true, "some" is false.
    if (items.size() == 0) {
        return Term(kind == Operator::None);
    }
    for (std::size_t i = 0; i < items.size() && !work_.failed(); ++i) {
        if (coerce::truthy(for_item(arguments, items.item(i))) != (kind == Operator::All)) {
            return Term(kind == Operator::Some);
        }
    }
    return Term(kind != Operator::Some);
}

Term Evaluation::filter(const Unevaluated& arguments, const Term& items) {
    std::vector<Term> kept;
    for (std::size_t i = 0; i < items.size() && !work_.failed(); ++i) {
        if (coerce::truthy(for_item(arguments, items.item(i)))) {
            kept.push_back(items.item(i));
        }
    }
    return work_.keep(std::move(kept));
}

Term Evaluation::map(const Unevaluated& arguments, const Term& items) {
    std::vector<Term> mapped;
    for (std::size_t i = 0; i < items.size() && !work_.failed(); ++i) {
        mapped.push_back(for_item(arguments, items.item(i)));
    }
    return work_.keep(std::move(mapped));
}

Term Evaluation::reduce(const Unevaluated& arguments, const Term& items, const Scope& scope) {
    Term accumulator = arguments.size > 2 ? argument(arguments, 2, scope) : Term::null();
    for (std::size_t i = 0; i < items.size() && !work_.failed(); ++i) {
        accumulator = for_item(arguments, work_.keep_fold(items.item(i), accumulator));
    }
    return accumulator;
}

Term Evaluation::count(const Unevaluated& arguments, const Term& items) {
    std::size_t found = arguments.size > 1 ? 0 : items.size();
    for (std::size_t i = 0; arguments.size > 1 && i < items.size() && !work_.failed(); ++i) {
        found += coerce::truthy(for_item(arguments, items.item(i))) ? 1U : 0U;
    }
    return Term(static_cast<double>(found));
}

Term Evaluation::sum(const Unevaluated& arguments, const Term& items) {
    double total = 0;
    for (std::size_t i = 0; i < items.size() && work_.step(); ++i) {
        const Term item = items.item(i);
        const Term value = arguments.size > 1 ? for_item(arguments, item) : item;
        if (!value.is_nothing() && !(value.is_text() && value.text().empty())) {
            total += coerce::parse_float(value, work_);
        }
    }
    return Term(total);
}

}  // namespace motcua::catalogue
