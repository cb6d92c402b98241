#include "client/page/map.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace motcua::page {

namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr double kMetresADegree = 111'320;
/// A panel of thousandths each way; pins keep this far from its sides and from each other, so
/// that each can be pressed on a phone (358 x 239 px).
constexpr int kWhole = 1000;
constexpr int kSide = 90;
constexpr int kHigh = 130;
constexpr int kApartX = 140;
constexpr int kApartY = 210;
/// A single place lies in the middle of a kilometre.
constexpr double kLeastMetres = 1000;
constexpr double kAspect = 1.5;

/// "-9.6025" → -9602500; nullopt when it is no decimal with at most six places.
std::optional<std::int64_t> millionths(std::string_view text) {
    const bool minus = !text.empty() && text.front() == '-';
    text.remove_prefix(minus ? 1 : 0);
    std::int64_t number = 0;
    std::int64_t unit = 0;  // Of the last digit after the point; 0 before it.
    bool any = false;
    for (const char c : text) {
        if (c == '.' && unit == 0) {
            unit = kMillion;
        } else if (c < '0' || c > '9' || number > 1000 * kMillion || (unit != 0 && unit < 10)) {
            return std::nullopt;
        } else {
            any = true;
            unit /= 10;
            number = unit == 0 ? number * 10 + (c - '0') * kMillion : number + (c - '0') * unit;
        }
    }
    return any ? std::optional(minus ? -number : number) : std::nullopt;
}

/// Bhaskara's approximation, within 0.2 %: no mathematics library for one number.
double cosine(double degrees) {
    const double square = degrees * degrees;
    return (32400 - 4 * square) / (32400 + square);
}

/// The part of the world that the panel shows.
struct Frame {
    double lat = 0;  ///< Of the middle, degrees
    double lon = 0;
    double east = 1;  ///< Metres a degree of longitude
    double width = kLeastMetres;
};

double degrees(std::int64_t millionth) {
    return static_cast<double>(millionth) / static_cast<double>(kMillion);
}

Frame frame_of(const std::vector<MapPoint>& points) {
    if (points.empty()) {
        return {};
    }
    Position least = points.front().at;
    Position most = least;
    for (const MapPoint& point : points) {
        least = {std::min(least.lat, point.at.lat), std::min(least.lon, point.at.lon)};
        most = {std::max(most.lat, point.at.lat), std::max(most.lon, point.at.lon)};
    }
    Frame frame;
    frame.lat = degrees(least.lat + most.lat) / 2;
    frame.lon = degrees(least.lon + most.lon) / 2;
    frame.east = kMetresADegree * cosine(frame.lat);
    const double wide = degrees(most.lon - least.lon) * frame.east;
    const double high = degrees(most.lat - least.lat) * kMetresADegree;
    frame.width = std::max(
        {kLeastMetres, wide * kWhole / (kWhole - 2 * kSide), high * kAspect * kWhole / (kWhole - 2 * kHigh)});
    return frame;
}

struct Spot {
    int x = 0;
    int y = 0;
};

bool is_free(const std::vector<Spot>& taken, const Spot& spot) {
    constexpr int kRounding = 2;
    const int left = kSide - kRounding;
    const int top = kHigh - kRounding;
    return spot.x >= left && spot.x <= kWhole - left && spot.y >= top && spot.y <= kWhole - top &&
           std::none_of(taken.begin(), taken.end(), [&](const Spot& other) {
               return std::abs(other.x - spot.x) < kApartX && std::abs(other.y - spot.y) < kApartY;
           });
}

/// The free spot nearest to where it should be; there itself when there is none.
Spot settle(const std::vector<Spot>& taken, const Spot& wish) {
    constexpr int kSteps = 12;
    Spot best = wish;
    int least = -1;
    for (int i = -kSteps; i <= kSteps; ++i) {
        for (int j = -kSteps; j <= kSteps; ++j) {
            const Spot spot{wish.x + i * kApartX / 2, wish.y + j * kApartY / 2};
            const int far = i * i + j * j;
            if ((least < 0 || far < least) && is_free(taken, spot)) {
                best = spot;
                least = far;
            }
        }
    }
    return best;
}

Spot spot_of(const Frame& frame, const Position& at) {
    const double x = (degrees(at.lon) - frame.lon) * frame.east / frame.width;
    const double y = (degrees(at.lat) - frame.lat) * kMetresADegree / (frame.width / kAspect);
    return {static_cast<int>((0.5 + x) * kWhole + 0.5), static_cast<int>((0.5 - y) * kWhole + 0.5)};
}

}  // namespace

std::optional<Position> position_of(std::string_view lat, std::string_view lon) {
    constexpr std::int64_t kMostLat = 90 * kMillion;
    constexpr std::int64_t kMostLon = 180 * kMillion;
    const auto north = millionths(lat);
    const auto east = millionths(lon);
    if (!north || !east || std::abs(*north) > kMostLat || std::abs(*east) > kMostLon) {
        return std::nullopt;
    }
    return Position{*north, *east};
}

std::int64_t scale_metres(const std::vector<MapPoint>& points) {
    const double most = frame_of(points).width * 0.3;
    std::int64_t power = 1;
    while (static_cast<double>(power * 10) <= most) {
        power *= 10;
    }
    for (const int factor : {5, 2}) {
        if (static_cast<double>(power * factor) <= most) {
            return power * factor;
        }
    }
    return power;
}

Node map(std::string id, std::string name, const std::vector<MapPoint>& points) {
    const Frame frame = frame_of(points);
    Node node;
    node.level = static_cast<int>(static_cast<double>(scale_metres(points)) / frame.width * kWhole);
    std::vector<Spot> taken;
    for (const MapPoint& point : points) {
        const Spot spot = settle(taken, spot_of(frame, point.at));
        taken.push_back(spot);
        Node pin;
        pin.id = "pin." + point.id;
        pin.role = Role::Pin;
        pin.name = point.number;
        pin.value = std::to_string(spot.x) + " " + std::to_string(spot.y);
        pin.selected = point.selected;
        node.children.push_back(std::move(pin));
    }
    node.id = std::move(id);
    node.role = Role::Map;
    node.name = std::move(name);
    return node;
}

}  // namespace motcua::page
