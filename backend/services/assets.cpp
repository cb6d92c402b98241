#include "backend/services/assets.hpp"

#include <utility>

#include "backend/services/files.hpp"

namespace motcua::backend::services {

Result<Assets> Assets::load(const std::filesystem::path& folder, Catalogue catalogue) {
    Assets assets;
    assets.catalogue_ = std::move(catalogue);
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

const i18n::Texts& Assets::texts(std::string_view lang) const {
    const auto found = texts_.find(lang);
    return found == texts_.end() ? texts_.find("vi")->second : found->second;
}

}  // namespace motcua::backend::services
