#pragma once

#include <catch2/catch.hpp>
#include <utility>

#include "shared/json/read.hpp"
#include "shared/places/places.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::tests {

/// The table that is shipped, read once.
inline const places::Places& all_places() {
    static const places::Places kPlaces = [] {
        const auto file = json::read(repository_file("assets/places/units.json"));
        REQUIRE(file.ok());
        auto places = places::Places::read(*file);
        REQUIRE(places.ok());
        return *std::move(places);
    }();
    return kPlaces;
}

}  // namespace motcua::tests
