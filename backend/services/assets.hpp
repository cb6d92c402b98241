#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "backend/services/catalogue.hpp"
#include "shared/calendar/calendar.hpp"
#include "shared/core/result.hpp"
#include "shared/i18n/texts.hpp"
#include "shared/places/places.hpp"

namespace motcua::backend::services {

/// People who are called first by law, as assets/visits/priority.json has them.
struct PriorityGroup {
    std::string id;
    i18n::Text name;
};

/// What the backend reads from assets/ once, at start.
class Assets {
public:
    /// InvalidInput or NotFound; `detail` names the file.
    static Result<Assets> load(const std::filesystem::path& folder, Catalogue catalogue);

    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
    /// Days off, of the country.
    [[nodiscard]] const calendar::Calendar& calendar() const { return *calendar_; }
    [[nodiscard]] const places::Places& places() const { return places_; }
    [[nodiscard]] const std::vector<PriorityGroup>& priority_groups() const { return priority_groups_; }
    /// Of the first of these languages that assets/lang has; else Vietnamese.
    [[nodiscard]] const i18n::Texts& texts(const std::vector<std::string>& languages) const;

private:
    Result<void> load_texts(const std::filesystem::path& folder);
    Result<void> load_priority(const std::filesystem::path& file);

    Catalogue catalogue_;
    std::optional<calendar::Calendar> calendar_;  ///< Set by load()
    places::Places places_;
    std::vector<PriorityGroup> priority_groups_;
    std::map<std::string, i18n::Texts, std::less<>> texts_;
};

}  // namespace motcua::backend::services
