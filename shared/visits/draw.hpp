#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/json/value.hpp"

/// Who gets the seats of a day that opens: drawn by lot, so that being fast wins nothing, and so
/// that anyone can compute the same. docs/draw.md is the description to check against.
namespace motcua::visits {

/// What is published of a draw when it is over.
struct Draw {
    std::string commitment;             ///< SHA-256 of the seed, hex: published before requests are taken
    std::string seed;                   ///< 32 bytes, hex
    std::string beacon;                 ///< What nobody knew when requests closed; "" = none
    std::int64_t seats = 0;             ///< The first so many of the result get one
    std::vector<std::string> requests;  ///< Opaque numbers of the requests
    std::vector<std::string> result;    ///< All of them, in the order drawn
};

/// InvalidInput with findings "draw.<reason>" at the JSON path of everything wrong with its shape.
Result<Draw> read_draw(const json::Value& file);

/// Sorted by bytes: the one order in which requests are drawn from.
std::vector<std::string> canonical_requests(std::vector<std::string> requests);
/// Of a seed, as published before: hex.
std::string commit(const std::array<std::uint8_t, 32>& seed);
/// The order drawn; InvalidInput with a finding "draw.seed" when the seed is no 32 bytes of hex.
Result<std::vector<std::string>> draw_order(std::string_view seed_hex, std::string_view beacon,
                                            std::vector<std::string> requests);

/// Findings "draw.commitment", "draw.twice", "draw.order" (requests are not sorted), "draw.result"
/// (not what the seed gives); none: everything is as it should be.
std::vector<Finding> check_draw(const Draw& draw);

}  // namespace motcua::visits
