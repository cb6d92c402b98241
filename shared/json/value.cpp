#include "shared/json/value.hpp"

#include <cmath>

namespace motcua::json {

Value::Value(double number) : data_(number) {
    const bool safe = std::fabs(number) <= static_cast<double>(kMaxInteger);
    const bool minus_zero = number == 0 && std::signbit(number);
    if (safe && !minus_zero && std::trunc(number) == number) {
        data_ = static_cast<std::int64_t>(number);
    }
}

std::optional<double> Value::number() const {
    if (const std::int64_t* whole = integer()) {
        return static_cast<double>(*whole);
    }
    return decimal() == nullptr ? std::nullopt : std::optional<double>(*decimal());
}

const Value* Value::find(std::string_view key) const {
    const Object* members = object();
    if (members == nullptr) {
        return nullptr;
    }
    for (const Member& member : *members) {
        if (member.first == key) {
            return &member.second;
        }
    }
    return nullptr;
}

std::string Value::text_or(std::string_view key, std::string_view fallback) const {
    const Value* member = find(key);
    const std::string* text = member == nullptr ? nullptr : member->string();
    return text == nullptr ? std::string(fallback) : *text;
}

std::int64_t Value::integer_or(std::string_view key, std::int64_t fallback) const {
    const Value* member = find(key);
    const std::int64_t* number = member == nullptr ? nullptr : member->integer();
    return number == nullptr ? fallback : *number;
}

bool Value::boolean_or(std::string_view key, bool fallback) const {
    const Value* member = find(key);
    const bool* flag = member == nullptr ? nullptr : member->boolean();
    return flag == nullptr ? fallback : *flag;
}

const Array& Value::array_at(std::string_view key) const {
    static const Array kEmpty;
    const Value* member = find(key);
    const Array* items = member == nullptr ? nullptr : member->array();
    return items == nullptr ? kEmpty : *items;
}

}  // namespace motcua::json
