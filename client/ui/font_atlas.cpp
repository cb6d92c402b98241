#include "client/ui/font_atlas.hpp"

#include <imgui.h>

#include <cmath>
#include <vector>

#include "client/ui/utf8.hpp"

namespace motcua::ui {
namespace {

constexpr int kLargestSide = 4096;
constexpr float kSteps = 16;

/// Sharp screens need no help; on coarse ones glyphs stand at thirds of a pixel.
int oversample(float dpr) {
    return dpr < 1.75F ? 3 : 1;
}

std::vector<ImWchar> ranges_of(const std::set<char32_t>& glyphs) {
    std::vector<ImWchar> ranges;
    for (const char32_t c : glyphs) {
        const auto wide = static_cast<ImWchar>(c);
        if (!ranges.empty() && ranges.back() + 1 == wide) {
            ranges.back() = wide;
        } else {
            ranges.push_back(wide);
            ranges.push_back(wide);
        }
    }
    ranges.push_back(0);
    return ranges;
}

}  // namespace

FontAtlas::Key FontAtlas::key(const TextStyle& style, float dpr) {
    return {style.weight, static_cast<int>(std::lround(style.size * dpr * kSteps))};
}

FontAtlas::State FontAtlas::cover(const Layout& layout, float dpr, const Family& family, FontBytes& bytes,
                                  ImFontAtlas& atlas) {
    std::map<Key, std::set<char32_t>> wanted;
    bool lacking = fonts_.empty();
    for (const Item& item : layout.items) {
        if (item.kind != Item::Kind::Text) {
            continue;
        }
        const Key at = key(item.style, dpr);
        auto& set = wanted[at];
        const auto had = glyphs_.find(at);
        for (std::size_t offset = 0; offset < item.text.size();) {
            const char32_t c = next_char(item.text, offset);
            const bool drawable = c < 0x10000U && family.of(item.style.weight).has(c);
            set.insert(drawable ? c : U'?');
            lacking = lacking || had == glyphs_.end() || had->second.count(drawable ? c : U'?') == 0;
        }
    }
    if (!lacking) {
        return State::Unchanged;
    }
    for (auto& [at, set] : wanted) {
        const auto had = glyphs_.find(at);
        if (had != glyphs_.end()) {
            set.insert(had->second.begin(), had->second.end());
        }
        set.insert(U'?');
    }
    glyphs_ = std::move(wanted);
    fonts_.clear();
    atlas.Clear();
    std::vector<std::vector<ImWchar>> ranges;
    ranges.reserve(glyphs_.size());
    for (const auto& [at, set] : glyphs_) {
        ranges.push_back(ranges_of(set));
        std::string& ttf = at.first == Weight::SemiBold ? bytes.semibold : bytes.regular;
        const FontMetrics& metrics = family.of(at.first);
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        config.OversampleH = oversample(dpr);
        config.OversampleV = 1;
        config.PixelSnapH = false;
        // Dear ImGui's size is from the top of the ascent to the bottom of the descent.
        const float size = static_cast<float>(at.second) / kSteps * (metrics.ascent() + metrics.descent());
        fonts_[at] = atlas.AddFontFromMemoryTTF(ttf.data(), static_cast<int>(ttf.size()), size, &config,
                                                ranges.back().data());
    }
    if (fonts_.empty()) {
        // Dear ImGui wants a font, and its own is not in the browser's build.
        static constexpr ImWchar kSpace[] = {' ', ' ', 0};
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        atlas.AddFontFromMemoryTTF(bytes.regular.data(), static_cast<int>(bytes.regular.size()),
                                   static_cast<float>(kSteps), &config, kSpace);
    }
    if (!atlas.Build() || atlas.TexWidth > kLargestSide || atlas.TexHeight > kLargestSide) {
        glyphs_.clear();
        fonts_.clear();
        return State::TooLarge;
    }
    return State::Rebuilt;
}

ImFont* FontAtlas::font(const TextStyle& style, float dpr) const {
    const auto at = fonts_.find(key(style, dpr));
    return at == fonts_.end() ? nullptr : at->second;
}

}  // namespace motcua::ui
