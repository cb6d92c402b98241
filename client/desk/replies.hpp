#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/desk/state.hpp"

/// What the backend's staff routes answer (docs/API.md); nullopt for another shape.
namespace motcua::desk {

std::optional<Clerk> read_clerk(const std::string& body);

struct ListReply {
    std::vector<Line> lines;
    int pages = 1;
};
std::optional<ListReply> read_list(const std::string& body);

std::optional<Detail> read_detail(const std::string& body);

std::optional<Statistics> read_statistics(const std::string& body);

std::optional<Indicators> read_indicators(const std::string& body);
std::optional<CountedVisits> read_counted_visits(const std::string& body);

std::optional<LineOffer> read_offer(const std::string& body);

std::optional<TodaysLine> read_line(const std::string& body);

}  // namespace motcua::desk
