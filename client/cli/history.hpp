#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "client/cli/procedure_file.hpp"

/// Earlier editions: <folder of the procedures>/history/<code>@<edition>.json, each with its
/// lists, and digests.json, which says what each of them was when it was put there. They are
/// never changed: dossiers begun under them are judged by them.
namespace motcua::cli {

/// {"1.004873@2026-11-21":"<sha256>"…} of the file beside `procedure`; empty when there is none.
Result<json::Value> read_digests(const std::filesystem::path& history);

/// "history.changed" for every earlier edition that is not what it was, or is not there.
std::vector<Located> changed_history(const std::filesystem::path& history);

/// The files of the earlier editions of one procedure, oldest first.
std::vector<std::string> earlier_files(const std::filesystem::path& history, const std::string& code);

}  // namespace motcua::cli
