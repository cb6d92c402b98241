#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/json/value.hpp"

/// How JavaScript turns one kind of value into another, as far as integers go: JsonLogic
/// leans on it. A nullptr is JavaScript's `undefined`: an argument that was not given.
namespace motcua::catalogue::coerce {

/// A number, or why there is none.
struct Number {
    enum class Kind {
        Integer,
        NotANumber,   ///< JavaScript's NaN
        Unsupported,  ///< A decimal, an infinity, or an integer past ±(2^53-1)
    };
    Kind kind = Kind::NotANumber;
    std::int64_t value = 0;
};

/// Number(value)
Number to_number(const json::Value* value);
/// parseFloat(value): the number a text begins with.
Number parse_float(const json::Value* value);
/// String(value)
std::string to_text(const json::Value* value);

enum class Answer { No, Yes, Unsupported };

/// a == b. Two arrays or objects are never equal.
Answer loosely_equal(const json::Value* a, const json::Value* b);
/// a === b
bool strictly_equal(const json::Value* a, const json::Value* b);
/// a < b
Answer less(const json::Value* a, const json::Value* b);
/// a <= b
Answer less_or_equal(const json::Value* a, const json::Value* b);

/// The order of JavaScript strings: by UTF-16 code units.
bool utf16_less(std::string_view a, std::string_view b);
/// The length of a JavaScript string.
std::int64_t utf16_length(std::string_view text);
/// The character of a JavaScript string at an index; "" past the end and for half a character.
std::string utf16_at(std::string_view text, std::size_t index);

}  // namespace motcua::catalogue::coerce
