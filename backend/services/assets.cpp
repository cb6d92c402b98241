#include "backend/services/assets.hpp"

#include <string_view>
#include <system_error>
#include <utility>

#include "backend/services/files.hpp"

namespace motcua::backend::services {

namespace {

/// The one that is always there.
constexpr std::string_view kFirstLanguage = "vi";

}  // namespace

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
    MC_TRY(assets.load_priority(folder / "visits" / "priority.json"));
    MC_TRY(assets.load_texts(folder / "lang"));
    return assets;
}

Result<void> Assets::load_priority(const std::filesystem::path& file) {
    MC_TRY_ASSIGN(const json::Value value, read_json_file(file));
    for (const json::Value& group : value.array_at("groups")) {
        const json::Value* name = group.find("name");
        PriorityGroup one{.id = group.text_or("id"), .name = i18n::Text::read(name)};
        priority_groups_.push_back(std::move(one));
    }
    return {};
}

Result<void> Assets::load_texts(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files = {folder / (std::string(kFirstLanguage) + ".json")};
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    for (const std::filesystem::path& path : files) {
        const std::string lang = path.stem().string();
        MC_TRY_ASSIGN(const json::Value file, read_json_file(path));
        MC_TRY_ASSIGN(i18n::Texts texts, i18n::Texts::read(lang, file));
        texts_.insert_or_assign(lang, std::move(texts));
    }
    return {};
}

const i18n::Texts& Assets::texts(const std::vector<std::string>& languages) const {
    for (const std::string& lang : languages) {
        if (const auto found = texts_.find(lang); found != texts_.end()) {
            return found->second;
        }
    }
    return texts_.find(kFirstLanguage)->second;
}

}  // namespace motcua::backend::services
