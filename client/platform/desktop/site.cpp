#include "client/platform/desktop/site.hpp"

#include <utility>

#include "client/ui/wire.hpp"
#include "shared/json/read.hpp"

namespace motcua::kiosk {

Site read_site(const std::string& text, ui::ThemeName theme) {
    Site site;
    site.look.theme = ui::theme(theme);
    const auto file = json::read(text);
    if (!file) {
        return site;
    }
    for (const json::Value& each : file->array_at("languages")) {
        // Those that have a name in Latin letters have others, which the typeface lacks.
        if (each.find("latin") == nullptr) {
            site.languages.push_back({each.text_or("code"), each.text_or("name")});
        }
    }
    site.agency = i18n::Text::read(file->find("agency"));
    const json::Value* colours = file->find("colours");
    colours = colours == nullptr ? nullptr : colours->find(colour::theme_name(theme));
    json::Object look;
    if (colours != nullptr) {
        look.emplace_back("colours", *colours);
    }
    if (const json::Value* emblem = file->find("emblem")) {
        look.emplace_back("emblem", *emblem);
    }
    if (auto view = ui::merge_view(site.look, look)) {
        site.look = *std::move(view);
    }
    return site;
}

}  // namespace motcua::kiosk
