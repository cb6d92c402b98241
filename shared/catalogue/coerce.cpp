#include "shared/catalogue/coerce.hpp"

#include <cstddef>

namespace motcua::catalogue::coerce {
namespace {

using json::Value;
using Kind = Number::Kind;

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// The decimal number a text begins with, and how many bytes it takes.
struct Scanned {
    Number number;
    std::size_t bytes = 0;
};

/// Past the digits at `at`, which are counted.
std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) {
        ++end;
    }
    return end - at;
}

Number integer_of(std::string_view digits, bool negative) {
    std::int64_t value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
        if (value > json::kMaxInteger) {
            return {Kind::Unsupported, 0};
        }
    }
    return {Kind::Integer, negative ? -value : value};
}

std::size_t exponent_bytes(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) {
        return 0;
    }
    std::size_t sign = at + 1;
    if (sign < text.size() && (text[sign] == '+' || text[sign] == '-')) {
        ++sign;
    }
    const std::size_t digits = digits_at(text, sign);
    return digits == 0 ? 0 : sign + digits - at;
}

Scanned scan(std::string_view text) {
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        at = 1;
    }
    if (text.substr(at, 8) == "Infinity") {
        return {{Kind::Unsupported, 0}, at + 8};
    }
    const std::size_t whole = digits_at(text, at);
    std::size_t end = at + whole;
    std::size_t fraction = 0;
    if (end < text.size() && text[end] == '.') {
        fraction = digits_at(text, end + 1);
        if (whole + fraction > 0) {
            end += 1 + fraction;
        }
    }
    if (whole + fraction == 0) {
        return {};
    }
    const std::size_t exponent = exponent_bytes(text, end);
    if (fraction > 0 || exponent > 0) {
        return {{Kind::Unsupported, 0}, end + exponent};
    }
    return {integer_of(text.substr(at, whole), negative), end};
}

bool is_prefixed_number(std::string_view text) {
    return text.size() > 2 && text[0] == '0' &&
           std::string_view("xXoObB").find(text[1]) != std::string_view::npos;
}

Number number_of_text(std::string_view text) {
    text = trim(text);
    if (text.empty()) {
        return {Kind::Integer, 0};
    }
    if (is_prefixed_number(text)) {
        return {Kind::Unsupported, 0};
    }
    const Scanned scanned = scan(text);
    return scanned.bytes == text.size() ? scanned.number : Number{};
}

bool is_compound(const Value* value) {
    return value != nullptr && (value->array() != nullptr || value->object() != nullptr);
}

bool is_nothing(const Value* value) {
    return value == nullptr || value->is_null();
}

/// JavaScript compares compounds by what they are as text.
Value primitive(const Value* value) {
    return is_compound(value) ? Value(to_text(value)) : *value;
}

Answer answer(bool yes) {
    return yes ? Answer::Yes : Answer::No;
}

enum class Order { Less, Equal, Greater, None, Unsupported };

Order order_of_numbers(const Number& a, const Number& b) {
    if (a.kind == Kind::NotANumber || b.kind == Kind::NotANumber) {
        return Order::None;
    }
    if (a.kind == Kind::Unsupported || b.kind == Kind::Unsupported) {
        return Order::Unsupported;
    }
    if (a.value == b.value) {
        return Order::Equal;
    }
    return a.value < b.value ? Order::Less : Order::Greater;
}

Order order_of(const Value* a, const Value* b) {
    if (a == nullptr || b == nullptr) {
        return Order::None;
    }
    const Value left = primitive(a);
    const Value right = primitive(b);
    if (left.string() != nullptr && right.string() != nullptr) {
        if (*left.string() == *right.string()) {
            return Order::Equal;
        }
        return utf16_less(*left.string(), *right.string()) ? Order::Less : Order::Greater;
    }
    return order_of_numbers(to_number(&left), to_number(&right));
}

/// The code point at `at` and how many bytes it has; bytes that are no UTF-8 stand for themselves.
struct CodePoint {
    std::uint32_t value = 0;
    std::size_t bytes = 1;
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = first < 0xC0 ? 1U : first < 0xE0 ? 2U : first < 0xF0 ? 3U : 4U;
    if (bytes == 1 || at + bytes > text.size()) {
        return {first, 1};
    }
    std::uint32_t value = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return {value, bytes};
}

/// A rank that orders code points as their UTF-16 code units are: surrogates (D800–DFFF)
/// begin the characters past U+FFFF, and come before U+E000–U+FFFF.
std::uint32_t utf16_rank(std::uint32_t code_point) {
    if (code_point >= 0x10000) {
        return code_point;
    }
    return code_point >= 0xE000 ? code_point + 0x200000 : code_point;
}

}  // namespace

Number to_number(const Value* value) {
    if (value == nullptr) {
        return {};
    }
    if (value->is_null()) {
        return {Kind::Integer, 0};
    }
    if (const bool* flag = value->boolean()) {
        return {Kind::Integer, *flag ? 1 : 0};
    }
    if (const std::int64_t* number = value->integer()) {
        return {Kind::Integer, *number};
    }
    return number_of_text(to_text(value));
}

Number parse_float(const Value* value) {
    if (value == nullptr || value->is_null() || value->boolean() != nullptr) {
        return {};
    }
    if (const std::int64_t* number = value->integer()) {
        return {Kind::Integer, *number};
    }
    const std::string text = to_text(value);
    return scan(trim(text)).number;
}

std::string to_text(const Value* value) {
    if (value == nullptr) {
        return "undefined";
    }
    if (value->is_null()) {
        return "null";
    }
    if (const bool* flag = value->boolean()) {
        return *flag ? "true" : "false";
    }
    if (const std::int64_t* number = value->integer()) {
        return std::to_string(*number);
    }
    if (const std::string* text = value->string()) {
        return *text;
    }
    if (value->object() != nullptr) {
        return "[object Object]";
    }
    std::string joined;
    for (const Value& item : *value->array()) {
        if (&item != value->array()->data()) {
            joined.push_back(',');
        }
        joined += item.is_null() ? "" : to_text(&item);
    }
    return joined;
}

bool strictly_equal(const Value* a, const Value* b) {
    if (a == nullptr || b == nullptr) {
        return a == b;
    }
    return !is_compound(a) && !is_compound(b) && *a == *b;
}

Answer loosely_equal(const Value* a, const Value* b) {
    if (is_nothing(a) || is_nothing(b)) {
        return answer(is_nothing(a) && is_nothing(b));
    }
    if (is_compound(a) && is_compound(b)) {
        return Answer::No;
    }
    const Value left = primitive(a);
    const Value right = primitive(b);
    if (left.string() != nullptr && right.string() != nullptr) {
        return answer(left == right);
    }
    const Order order = order_of_numbers(to_number(&left), to_number(&right));
    return order == Order::Unsupported ? Answer::Unsupported : answer(order == Order::Equal);
}

Answer less(const Value* a, const Value* b) {
    const Order order = order_of(a, b);
    return order == Order::Unsupported ? Answer::Unsupported : answer(order == Order::Less);
}

Answer less_or_equal(const Value* a, const Value* b) {
    const Order order = order_of(a, b);
    return order == Order::Unsupported ? Answer::Unsupported
                                       : answer(order == Order::Less || order == Order::Equal);
}

bool utf16_less(std::string_view a, std::string_view b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size()) {
        const CodePoint left = code_point_at(a, at);
        const CodePoint right = code_point_at(b, at);
        if (left.value != right.value) {
            return utf16_rank(left.value) < utf16_rank(right.value);
        }
        at += left.bytes;
    }
    return at >= a.size() && at < b.size();
}

std::int64_t utf16_length(std::string_view text) {
    std::int64_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint code_point = code_point_at(text, at);
        units += code_point.value >= 0x10000 ? 2 : 1;
        at += code_point.bytes;
    }
    return units;
}

std::string utf16_at(std::string_view text, std::size_t index) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size() && units <= index;) {
        const CodePoint code_point = code_point_at(text, at);
        const bool pair = code_point.value >= 0x10000;
        if (units == index && !pair) {
            return std::string(text.substr(at, code_point.bytes));
        }
        units += pair ? 2 : 1;
        at += code_point.bytes;
    }
    return {};
}

}  // namespace motcua::catalogue::coerce
