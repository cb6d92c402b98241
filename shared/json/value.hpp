#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace motcua::json {

class Value;
using Array = std::vector<Value>;
using Member = std::pair<std::string, Value>;
/// Members keep the order they were written in; the reader refuses duplicates.
using Object = std::vector<Member>;

/// Largest integer that every JSON reader keeps exactly: 2^53 - 1.
inline constexpr std::int64_t kMaxInteger = 9007199254740991;

/// A JSON value. What this project exchanges holds integers within ±kMaxInteger alone (decimals
/// travel as strings with a declared scale); every other number is there for rules, which
/// compute as JavaScript does: fractions, larger numbers, -0, NaN and the infinities.
class Value {
public:
    Value() = default;  ///< null
    Value(bool flag) : data_(flag) {}
    Value(int number) : data_(static_cast<std::int64_t>(number)) {}
    Value(std::int64_t number) : data_(number) {}
    /// An integer when it is one within ±kMaxInteger, so that equal numbers are equal values.
    Value(double number);
    Value(std::string text) : data_(std::move(text)) {}
    Value(std::string_view text) : data_(std::string(text)) {}
    Value(const char* text) : data_(std::string(text)) {}
    Value(Array items) : data_(std::move(items)) {}
    Value(Object members) : data_(std::move(members)) {}

    [[nodiscard]] bool is_null() const { return data_.index() == 0; }
    /// nullptr when the value is of another type.
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data_); }
    [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
    /// A number that is no integer within ±kMaxInteger.
    [[nodiscard]] const double* decimal() const { return std::get_if<double>(&data_); }
    /// Any number.
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&data_); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&data_); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&data_); }

    /// The member's value, or nullptr when this is no object or has no such member.
    [[nodiscard]] const Value* find(std::string_view key) const;

    // Readers for trusted-shape access: the fallback when absent or of another type.
    [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback = "") const;
    [[nodiscard]] std::int64_t integer_or(std::string_view key, std::int64_t fallback) const;
    [[nodiscard]] bool boolean_or(std::string_view key, bool fallback) const;
    /// The member's items; an empty array when absent or of another type.
    [[nodiscard]] const Array& array_at(std::string_view key) const;

    bool operator==(const Value&) const = default;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> data_;
};

}  // namespace motcua::json
