#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "shared/catalogue/coerce.hpp"
#include "shared/catalogue/operations.hpp"
#include "shared/catalogue/utf16.hpp"

/// Operations on texts and arrays.
namespace motcua::catalogue::operations {
namespace {

/// String.prototype.substr: from `start` (counted from the end when negative) `count` units.
struct Slice {
    std::size_t from = 0;
    std::size_t count = 0;
};

double whole(double number) {
    return std::isnan(number) ? 0 : std::trunc(number);
}

Slice slice_of(std::size_t length, double start, double count) {
    const auto size = static_cast<double>(length);
    start = whole(start);
    const double from = start < 0 ? std::max(size + start, 0.0) : std::min(start, size);
    const double units = std::min(std::max(whole(count), 0.0), size - from);
    return {static_cast<std::size_t>(from), static_cast<std::size_t>(units)};
}

/// What json-logic-js adds: a negative end leaves that many units off at the end. It adds with
/// `+`, which joins as soon as one side is a text, and what comes of that is no number.
Slice without_tail(Slice slice, const Term& end, Work& work) {
    const bool joins = end.is_text() || end.is_compound();
    const double tail = joins ? -static_cast<double>(slice.count) : coerce::to_number(end, work);
    slice.count = slice_of(slice.count, 0, static_cast<double>(slice.count) + tail).count;
    return slice;
}

}  // namespace

Term is_in(Terms arguments, Work& work) {
    const Term needle = arguments[0];
    const Term haystack = arguments[1];
    if (haystack.is_text() && !haystack.text().empty()) {
        work.look_through(haystack.text().size());
        return Term(haystack.text().find(coerce::to_text(needle, work)) != std::string_view::npos);
    }
    work.look_through(haystack.size());
    for (std::size_t i = 0; i < haystack.size(); ++i) {
        if (Term::identical(haystack.item(i), needle)) {
            return Term(true);
        }
    }
    return Term(false);
}

Term concatenate(Terms arguments, Work& work) {
    std::string text;
    for (const Term& argument : arguments) {
        coerce::append_joined(argument, text, work);
    }
    return work.keep(std::move(text));
}

Term part_of_text(Terms arguments, Work& work) {
    const std::string_view text = coerce::to_text(arguments[0], work);
    work.look_through(text.size());
    const std::size_t length = utf16::length(text);
    const Term start = arguments[1];
    const Term end = arguments[2];
    const double from = start.is_undefined() ? 0 : coerce::to_number(start, work);
    const auto all = static_cast<double>(length);
    Slice slice;
    if (coerce::less(end, Term(0.0), work)) {
        slice = without_tail(slice_of(length, from, all), end, work);
    } else {
        slice = slice_of(length, from, end.is_undefined() ? all : coerce::to_number(end, work));
    }
    std::string part;
    utf16::append_slice(text, slice.from, slice.count, part);
    return work.keep(std::move(part));
}

Term merge(Terms arguments, Work& work) {
    std::vector<Term> merged;
    for (const Term& argument : arguments) {
        if (!argument.is_array()) {
            merged.push_back(argument);
            continue;
        }
        if (!work.grow(argument.size() * sizeof(Term))) {
            return {};
        }
        for (std::size_t i = 0; i < argument.size(); ++i) {
            merged.push_back(argument.item(i));
        }
    }
    return work.keep(std::move(merged));
}

}  // namespace motcua::catalogue::operations
