#include <cmath>

#include "shared/json/number.hpp"
#include "shared/json/reader.hpp"

namespace motcua::json::detail {
namespace {

bool is_digit(unsigned char byte) {
    return byte >= '0' && byte <= '9';
}

}  // namespace

bool Reader::read_number(Value& out) {
    return numbers_ == Numbers::All ? read_decimal(out) : read_integer(out);
}

// Integers only. A fraction, an exponent and "-0" are refused, not rounded: whoever
// reads the same text elsewhere must get the same number.
bool Reader::read_integer(Value& out) {
    const std::size_t start = offset_;
    const bool negative = byte() == '-';
    offset_ += negative ? 1 : 0;
    if (!is_digit(byte())) {
        return fail_unexpected();
    }
    const bool leading_zero = byte() == '0';
    const std::size_t first_digit = offset_;
    std::int64_t number = 0;
    for (; is_digit(byte()); ++offset_) {
        number = number * 10 + (byte() - '0');
        if (number > kMaxInteger) {
            return fail_at("json.number", start);
        }
    }
    const bool padded = leading_zero && offset_ - first_digit > 1;
    const bool minus_zero = negative && number == 0;
    const bool decimal = byte() == '.' || byte() == 'e' || byte() == 'E';
    if (padded || minus_zero || decimal) {
        return fail_at("json.number", start);
    }
    out = Value(negative ? -number : number);
    return true;
}

bool Reader::skip_digits() {
    if (!is_digit(byte())) {
        return fail_unexpected();
    }
    while (is_digit(byte())) {
        ++offset_;
    }
    return true;
}

bool Reader::read_decimal(Value& out) {
    const std::size_t start = offset_;
    const bool negative = byte() == '-';
    offset_ += negative ? 1 : 0;
    const std::size_t first_digit = offset_;
    const bool leading_zero = byte() == '0';
    if (!skip_digits()) {
        return false;
    }
    if (leading_zero && offset_ - first_digit > 1) {
        return fail_at("json.number", start);
    }
    if (byte() == '.') {
        ++offset_;
        if (!skip_digits()) {
            return false;
        }
    }
    if (byte() == 'e' || byte() == 'E') {
        ++offset_;
        if (byte() == '+' || byte() == '-') {
            ++offset_;
        }
        if (!skip_digits()) {
            return false;
        }
    }
    const double number = nearest_double(text_.substr(first_digit, offset_ - first_digit));
    if (std::isinf(number)) {
        return fail_at("json.number", start);
    }
    out = Value(negative ? -number : number);
    return true;
}

}  // namespace motcua::json::detail
