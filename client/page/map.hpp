#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/page/page.hpp"

/// Places on a plain panel, half as wide again as high: no tiles, nothing fetched.
namespace motcua::page {

/// Millionths of a degree, WGS 84.
struct Position {
    std::int64_t lat = 0;
    std::int64_t lon = 0;
};
/// "9.6025" and "106.25"; nullopt when they are no position (-90…90, -180…180).
std::optional<Position> position_of(std::string_view lat, std::string_view lon);

struct MapPoint {
    std::string id;
    std::string number;
    Position at;
    bool selected = false;
};

/// A Map node with a Pin for each point: a local equirectangular projection (a degree of longitude
/// is the cosine of the middle latitude as long as one of latitude). Pins that would cover each
/// other are moved apart. What the scale bar says and the word for north are set on the result.
Node map(std::string id, std::string name, const std::vector<MapPoint>& points);

/// The length that the scale bar of this map stands for, in metres.
std::int64_t scale_metres(const std::vector<MapPoint>& points);

}  // namespace motcua::page
