#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "client/cli/command.hpp"
#include "client/cli/procedure_file.hpp"

namespace motcua::cli {

/// What there is to say about one procedure file, by place.
struct FileCheck {
    std::vector<Located> findings;
    std::size_t proved = 0;  ///< As analysis::Report counts
    std::size_t unknown = 0;
};

/// What the reader refuses; of a file that it accepts, what follows from its rules.
FileCheck check_file(const ProcedureFile& file);

/// Those that are errors.
std::vector<Located> errors_among(const std::vector<Located>& findings);

/// Says errors that stand in the way: lines on the error stream, with --json
/// {"error":why,"findings":[…]}. Returns kFindings.
int say_errors(const std::vector<Located>& errors, std::string_view why, Session& session);

}  // namespace motcua::cli
