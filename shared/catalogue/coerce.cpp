#include "shared/catalogue/coerce.hpp"

#include <limits>
#include <utility>

#include "shared/catalogue/text_number.hpp"
#include "shared/catalogue/utf16.hpp"
#include "shared/json/number.hpp"

namespace motcua::catalogue::coerce {
namespace {

using json::Value;
using Kind = Term::Kind;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

void append(std::string_view text, std::string& out, Work& work) {
    if (work.grow(text.size())) {
        out.append(text);
    }
}

void append_items(const Term& array, std::string& out, Work& work) {
    for (std::size_t i = 0; i < array.size() && !work.failed(); ++i) {
        if (i != 0) {
            append(",", out, work);
        }
        append_joined(array.item(i), out, work);
    }
}

/// JavaScript compares and computes with compounds as what they are as text.
Term primitive(const Term& term, Work& work) {
    return term.is_compound() ? Term(to_text(term, work)) : term;
}

enum class Order { Less, Equal, Greater, None };

template <class T>
Order order_of_values(const T& a, const T& b, bool less) {
    return a == b ? Order::Equal : less ? Order::Less : Order::Greater;
}

Order order_of(const Term& a, const Term& b, Work& work) {
    const Term left = primitive(a, work);
    const Term right = primitive(b, work);
    if (left.is_text() && right.is_text()) {
        work.look_through(left.text().size());
        return order_of_values(left.text(), right.text(), utf16::less(left.text(), right.text()));
    }
    const double x = to_number(left, work);
    const double y = to_number(right, work);
    return x != x || y != y ? Order::None : order_of_values(x, y, x < y);
}

}  // namespace

bool truthy(const Term& term) {
    switch (term.kind()) {
        case Kind::Undefined:
        case Kind::Null:
            return false;
        case Kind::Boolean:
            return term.flag();
        case Kind::Number:
            return term.number() < 0 || term.number() > 0;
        case Kind::Text:
            return !term.text().empty();
        case Kind::Items:
        case Kind::List:
            return term.size() > 0;
        case Kind::Members:
        case Kind::Fold:
            return true;
    }
    return false;
}

double to_number(const Term& term, Work& work) {
    switch (term.kind()) {
        case Kind::Undefined:
            return kNaN;
        case Kind::Null:
            return 0;
        case Kind::Boolean:
            return term.flag() ? 1 : 0;
        case Kind::Number:
            return term.number();
        case Kind::Text:
            work.look_through(term.text().size());
            return number_of(term.text());
        case Kind::Items:
        case Kind::List:
            return number_of(to_text(term, work));
        case Kind::Members:
        case Kind::Fold:
            return kNaN;
    }
    return kNaN;
}

double parse_float(const Term& term, Work& work) {
    if (term.is_number()) {
        return term.number() + 0.0;  // "-0" is not how JavaScript writes -0, so it comes back as 0.
    }
    if (term.is_text() || term.is_array()) {
        const std::string_view text = to_text(term, work);
        work.look_through(text.size());
        return leading_number(text);
    }
    return kNaN;
}

std::string_view to_text(const Term& term, Work& work) {
    switch (term.kind()) {
        case Kind::Undefined:
            return "undefined";
        case Kind::Null:
            return "null";
        case Kind::Boolean:
            return term.flag() ? "true" : "false";
        case Kind::Text:
            return term.text();
        case Kind::Members:
        case Kind::Fold:
            return "[object Object]";
        case Kind::Number:
        case Kind::Items:
        case Kind::List: {
            std::string text = term.is_number() ? json::number_text(term.number()) : std::string();
            append_items(term, text, work);
            const Term kept = work.keep(std::move(text));
            return kept.is_text() ? kept.text() : std::string_view();
        }
    }
    return {};
}

void append_joined(const Term& term, std::string& out, Work& work) {
    if (term.is_array()) {
        append_items(term, out, work);
    } else if (term.is_number()) {
        append(json::number_text(term.number()), out, work);
    } else if (!term.is_nothing()) {
        append(to_text(term, work), out, work);
    }
}

bool loosely_equal(const Term& a, const Term& b, Work& work) {
    if (a.is_nothing() || b.is_nothing()) {
        return a.is_nothing() && b.is_nothing();
    }
    if (a.kind() == b.kind() || (a.is_compound() && b.is_compound())) {
        return Term::identical(a, b);
    }
    return order_of(a, b, work) == Order::Equal;
}

bool less(const Term& a, const Term& b, Work& work) {
    return order_of(a, b, work) == Order::Less;
}

bool less_or_equal(const Term& a, const Term& b, Work& work) {
    const Order order = order_of(a, b, work);
    return order == Order::Less || order == Order::Equal;
}

}  // namespace motcua::catalogue::coerce
