#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/procedure.hpp"
#include "shared/core/result.hpp"
#include "shared/json/positions.hpp"

namespace motcua::cli {

/// A finding, and where in which file it is.
struct Located {
    std::string file;
    json::Position at;
    bool warning = false;
    Finding finding;
};

/// A procedure file with the lists beside it, and what the reader says of it.
struct ProcedureFile {
    std::string path;
    std::string text;
    std::string lists_path;  ///< "lists.json" beside the file, "" when there is none
    std::string lists_text;
    json::Value value;                              ///< With its lists; null when it is no JSON
    json::Value lists;                              ///< null when there are none
    std::optional<catalogue::Procedure> procedure;  ///< When nothing is wrong
    std::vector<Located> errors;
};

/// NotFound when the file cannot be read; everything else that is wrong is in `errors`.
Result<ProcedureFile> read_procedure_file(const std::string& path);

/// The same; InvalidInput when the file has errors.
Result<ProcedureFile> read_sound_file(const std::string& path);

/// Where a finding on the file is: its own text, or that of the lists.
Located locate(const ProcedureFile& file, const Finding& finding, bool warning);

/// Where and why JSON's reader has refused this text of a file.
Located locate_fault(const std::string& path, std::string_view text, const Finding& finding);

/// "path:12:5: error: groups.0.title: is needed … [catalogue.missing]"
std::string line_of(const Located& located);
json::Value json_of(const Located& located);

}  // namespace motcua::cli
