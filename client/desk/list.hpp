#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/desk/state.hpp"

/// The list as the clerk wants to see it: found, in order, in pages.
namespace motcua::desk {

inline constexpr std::size_t kRowsShown = 20;

/// Those whose code, applicant or procedure hold the words typed, marks or not, in order. Rows that
/// are the same in it stand by code.
std::vector<const Line*> lines_shown(const State& state);

/// How many pages of kRowsShown they make; at least 1.
int pages_of(std::size_t lines);

/// "applicant" in the id of a header cell, "sort.applicant".
const char* sort_name(SortBy by);
/// Every SortBy, as the columns stand.
const std::vector<SortBy>& sort_columns();

}  // namespace motcua::desk
