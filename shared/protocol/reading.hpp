#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "shared/json/shape.hpp"
#include "shared/protocol/api.hpp"

/// What the decoders of this folder share. Nobody else needs it.
namespace motcua::protocol {

inline constexpr std::string_view kShape = "shape";

template <class T>
Result<T> value_or_findings(T value, const char* what, std::vector<Finding> findings) {
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, what, std::move(findings)};
    }
    return value;
}

/// UTC seconds; later than the year 9999 is a fault, not an appointment.
std::int64_t time_of(json::Shape& shape, std::string_view key);
/// A length of at least `least` minutes and at most a day.
int minutes_of(json::Shape& shape, std::int64_t least);
Office read_office(json::Shape& shape);
Slot read_slot(json::Shape& shape);

}  // namespace motcua::protocol
