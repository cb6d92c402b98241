#pragma once

#include <string>
#include <vector>

#include "client/app/state.hpp"

/// Files of papers, and of questions that ask for files. A place is the id of either.
namespace motcua::app {

/// The question that asks for files at this place; nullptr for a paper.
const catalogue::Question* file_question(const State& state, const std::string& place);

/// The node that takes files; the nodes of its files begin with `files_base`.
std::string picker_id(const State& state, const std::string& place);
std::string files_base(const State& state, const std::string& place);

/// The files attached there, without those taken away.
std::vector<AttachedFile> files_at(const State& state, const std::string& place);

/// The file that was taken away last and can still be brought back; nullptr when there is none.
const AttachedFile* removed_file(const State& state);

/// The places whose files go with the dossier now: papers given as files, then questions.
std::vector<std::string> file_places(const State& state);

/// How many files the question takes.
std::size_t most_files(const catalogue::Question& question);

inline constexpr std::size_t kMostFiles = 20;

}  // namespace motcua::app
