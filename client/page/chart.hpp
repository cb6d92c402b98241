#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client/page/page.hpp"

/// Charts as nodes. Renderers only draw: ticks and numbers stand in the node as they are written.
namespace motcua::page {

enum class ChartKind { Bar, Line };

/// One row of a chart's table: a place on its axis and a number for each series, none below 0.
struct ChartRow {
    std::string label;
    std::vector<std::int64_t> numbers;
};

/// "1.250", its thousands apart by `group` (the text "number.group").
std::string number_text(std::int64_t number, std::string_view group);

/// From 0 in steps of 1, 2 or 5 times a power of ten, three to six of them, up to `most` at least.
std::vector<std::int64_t> nice_ticks(std::int64_t most);

/// `heads`: what the rows are, then the name of each series. The hint, the table's Button and
/// whether it is shown are set on the result. `group` as for number_text.
Node chart(std::string id, ChartKind kind, std::string title, const std::vector<std::string>& heads,
           const std::vector<ChartRow>& rows, std::string_view group);

}  // namespace motcua::page
