#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "shared/calendar/calendar.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/core/result.hpp"
#include "shared/i18n/texts.hpp"
#include "shared/json/value.hpp"
#include "shared/places/places.hpp"

namespace motcua::backend::services {

/// What the backend reads from assets/ once, at start.
class Assets {
public:
    /// InvalidInput or NotFound; `detail` names the file.
    static Result<Assets> load(const std::filesystem::path& folder);

    [[nodiscard]] const catalogue::Procedure* procedure(std::string_view code) const;
    /// Days off, of the country.
    [[nodiscard]] const calendar::Calendar& calendar() const { return *calendar_; }
    [[nodiscard]] const places::Places& places() const { return places_; }
    /// Of "vi" or "en"; Vietnamese for every other name.
    [[nodiscard]] const i18n::Texts& texts(std::string_view lang) const;

private:
    std::map<std::string, catalogue::Procedure, std::less<>> procedures_;
    std::optional<calendar::Calendar> calendar_;  ///< Set by load()
    places::Places places_;
    std::map<std::string, i18n::Texts, std::less<>> texts_;
};

/// The same error, saying in which file.
Error in_file(const std::filesystem::path& file, Error error);

/// The whole file as JSON.
Result<json::Value> read_json_file(const std::filesystem::path& file);

}  // namespace motcua::backend::services
