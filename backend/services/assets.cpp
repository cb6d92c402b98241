#include "backend/services/assets.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <system_error>

#include "shared/json/read.hpp"

namespace motcua::backend::services {

namespace {

/// Procedure files are named by their code: "1.004873.json".
bool is_procedure_file(const std::filesystem::path& file) {
    const std::string stem = file.stem().string();
    return file.extension() == ".json" &&
           std::all_of(stem.begin(), stem.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

}  // namespace

Error in_file(const std::filesystem::path& file, Error error) {
    error.detail = file.string() + ": " + error.detail;
    for (const Finding& finding : error.findings) {
        error.detail += " [" + finding.field + " " + finding.code + "]";
    }
    return error;
}

Result<json::Value> read_json_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return Error{
            .code = ErrorCode::NotFound, .detail = file.string() + ": cannot be read", .findings = {}};
    }
    std::ostringstream text;
    text << stream.rdbuf();
    auto value = json::read(text.str());
    if (!value) {
        return in_file(file, value.error());
    }
    return value;
}

Result<Assets> Assets::load(const std::filesystem::path& folder) {
    Assets assets;
    std::error_code fault;
    MC_TRY_ASSIGN(const json::Value lists, read_json_file(folder / "procedures" / "lists.json"));
    for (const auto& entry : std::filesystem::directory_iterator(folder / "procedures", fault)) {
        if (!is_procedure_file(entry.path())) {
            continue;
        }
        MC_TRY_ASSIGN(const json::Value file, read_json_file(entry.path()));
        auto procedure = catalogue::read_procedure(catalogue::with_lists(file, lists));
        if (!procedure) {
            return in_file(entry.path(), procedure.error());
        }
        std::string code = procedure->code;
        assets.procedures_.emplace(std::move(code), *std::move(procedure));
    }
    if (assets.procedures_.empty()) {
        return Error{.code = ErrorCode::NotFound,
                     .detail = (folder / "procedures").string() + ": no procedures",
                     .findings = {}};
    }
    const std::filesystem::path days = folder / "calendar" / "vn.json";
    MC_TRY_ASSIGN(const json::Value days_file, read_json_file(days));
    auto calendar = calendar::Calendar::read(days_file);
    if (!calendar) {
        return in_file(days, calendar.error());
    }
    assets.calendar_ = *std::move(calendar);
    MC_TRY_ASSIGN(const json::Value units, read_json_file(folder / "places" / "units.json"));
    MC_TRY_ASSIGN(assets.places_, places::Places::read(units));
    for (const char* lang : {"vi", "en"}) {
        MC_TRY_ASSIGN(const json::Value file,
                      read_json_file(folder / "lang" / (std::string(lang) + ".json")));
        MC_TRY_ASSIGN(i18n::Texts texts, i18n::Texts::read(lang, file));
        assets.texts_.emplace(lang, std::move(texts));
    }
    return assets;
}

const catalogue::Procedure* Assets::procedure(std::string_view code) const {
    const auto found = procedures_.find(code);
    return found == procedures_.end() ? nullptr : &found->second;
}

const i18n::Texts& Assets::texts(std::string_view lang) const {
    const auto found = texts_.find(lang);
    return found == texts_.end() ? texts_.find("vi")->second : found->second;
}

}  // namespace motcua::backend::services
