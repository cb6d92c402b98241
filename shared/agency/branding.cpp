#include <utility>

#include "shared/agency/agency.hpp"
#include "shared/colour/brand.hpp"

namespace motcua::agency {
namespace {

using colour::ThemeName;

std::optional<colour::Rgb> accent_of(const Branding& branding, ThemeName name) {
    if (!branding.accent) {
        return std::nullopt;
    }
    const Accent& accent = *branding.accent;
    switch (name) {
        case ThemeName::Light:
            return accent.light;
        case ThemeName::Dark:
            return accent.dark ? accent.dark : colour::dark_accent(accent.light);
        case ThemeName::Contrast:
            return accent.contrast;
    }
    return std::nullopt;
}

/// "4.49", never more than it is.
std::string ratio_text(double ratio) {
    const int hundredths = static_cast<int>(ratio * 100);
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (rest.size() == 1 ? ".0" : ".") + rest;
}

json::Array colours_of(const colour::Theme& own) {
    const colour::Theme& products = colour::theme(own.name);
    json::Array numbers;
    for (std::size_t role = 0; role < colour::kColours; ++role) {
        if (own.colours[role] != products.colours[role]) {
            numbers.emplace_back(static_cast<std::int64_t>(role));
            numbers.emplace_back(static_cast<std::int64_t>(own.colours[role]));
        }
    }
    return numbers;
}

}  // namespace

colour::Theme theme_of(const Branding& branding, ThemeName name) {
    const auto accent = accent_of(branding, name);
    return accent ? colour::branded(name, *accent) : colour::theme(name);
}

std::vector<Finding> check_contrast(const Branding& branding) {
    std::vector<Finding> findings;
    for (const ThemeName name : colour::kThemes) {
        for (const colour::Breach& breach : colour::breaches(theme_of(branding, name))) {
            findings.push_back({"branding.accent." + std::string(colour::theme_name(name)),
                                "agency.contrast",
                                {{"front", std::string(colour::colour_name(breach.rule.front))},
                                 {"back", std::string(colour::colour_name(breach.rule.back))},
                                 {"got", ratio_text(breach.got)},
                                 {"needed", ratio_text(breach.rule.least)}}});
        }
    }
    return findings;
}

json::Value site_of(const Branding& branding) {
    json::Object name;
    for (const auto& [lang, words] : branding.short_name.by_lang) {
        name.emplace_back(lang, words);
    }
    json::Object site{{"agency", std::move(name)}};
    if (branding.accent) {
        json::Object colours;
        for (const ThemeName each : colour::kThemes) {
            colours.emplace_back(std::string(colour::theme_name(each)), colours_of(theme_of(branding, each)));
        }
        site.emplace_back("colours", std::move(colours));
    }
    if (branding.emblem) {
        json::Array strokes;
        for (const std::vector<int>& stroke : branding.emblem->strokes) {
            strokes.emplace_back(json::Array(stroke.begin(), stroke.end()));
        }
        site.emplace_back("emblem", std::move(strokes));
    }
    return site;
}

}  // namespace motcua::agency
