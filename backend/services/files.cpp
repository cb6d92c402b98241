#include "backend/services/files.hpp"

#include <fstream>
#include <sstream>
#include <utility>

#include "shared/json/read.hpp"

namespace motcua::backend::services {

Error in_file(const std::filesystem::path& file, Error error) {
    error.detail = file.string() + ": " + error.detail;
    for (const Finding& finding : error.findings) {
        error.detail += " [" + finding.field + " " + finding.code + "]";
    }
    return error;
}

Result<std::string> read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return Error{
            .code = ErrorCode::NotFound, .detail = file.string() + ": cannot be read", .findings = {}};
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

Result<json::Value> read_json_file(const std::filesystem::path& file) {
    MC_TRY_ASSIGN(const std::string text, read_file(file));
    auto value = json::read(text);
    return value ? std::move(value) : in_file(file, value.error());
}

}  // namespace motcua::backend::services
