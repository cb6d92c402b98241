#pragma once

#include <catch2/catch.hpp>

#include "shared/calendar/calendar.hpp"
#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::tests {

inline json::Value calendar_json() {
    auto value = json::read(repository_file("assets/calendar/vn.json"));
    REQUIRE(value.ok());
    return *std::move(value);
}

/// The calendar that is shipped.
inline calendar::Calendar vietnam() {
    auto calendar = calendar::Calendar::read(calendar_json());
    REQUIRE(calendar.ok());
    return *std::move(calendar);
}

}  // namespace motcua::tests
