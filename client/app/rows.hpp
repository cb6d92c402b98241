#pragma once

#include <string>

#include "client/app/state.hpp"

/// Rows of a repeated group as the state keeps them: what was answered, typed, attached and
/// found wrong there, all under ids that begin with "<group>.<row>.".
namespace motcua::app {

/// "thanh_vien.0."
std::string row_prefix(const catalogue::Group& group, int row);

/// How many rows the group shows now.
int rows_of(const State& state, const catalogue::Group& group);

/// Makes the group as long as it has to be at least, and its length an answer.
void fill_rows(State& state, const catalogue::Group& group);

/// One more row, at the end.
void add_row(State& state, const catalogue::Group& group);

/// Takes a row out, kept in `State::removed_row`; the rows after it move up.
void take_row(State& state, const catalogue::Group& group, int row);

/// What the row taken out last is called: the person's name in it, else "Thành viên 2".
std::string removed_row_name(const State& state, const catalogue::Group& group);

/// Puts the row taken out last back to where it was; the rows after it move down.
void put_row_back(State& state, const catalogue::Group& group);

}  // namespace motcua::app
