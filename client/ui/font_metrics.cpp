#include "client/ui/font_metrics.hpp"

#include <algorithm>
#include <cstddef>

#include "client/ui/utf8.hpp"

namespace motcua::ui {
namespace {

/// Big-endian reads; past the end they give 0 and remember that they did.
class Bytes {
public:
    explicit Bytes(std::string_view data) : data_(data) {}
    unsigned u8(std::size_t at) {
        if (at >= data_.size()) {
            cut_short_ = true;
            return 0;
        }
        return static_cast<unsigned char>(data_[at]);
    }
    unsigned u16(std::size_t at) { return (u8(at) << 8U) | u8(at + 1); }
    unsigned u32(std::size_t at) { return (u16(at) << 16U) | u16(at + 2); }
    int i16(std::size_t at) {
        const unsigned value = u16(at);
        return value >= 0x8000U ? static_cast<int>(value) - 0x10000 : static_cast<int>(value);
    }
    [[nodiscard]] bool cut_short() const { return cut_short_; }

    /// Offset of a table, or 0.
    std::size_t table(std::string_view tag) {
        const unsigned count = u16(4);
        for (unsigned i = 0; i < count; ++i) {
            const std::size_t record = 12 + std::size_t{16} * i;
            if (record + 16 <= data_.size() && data_.substr(record, 4) == tag) {
                return u32(record + 8);
            }
        }
        return 0;
    }

private:
    std::string_view data_;
    bool cut_short_ = false;
};

/// Offset of the Unicode sub-table of format 4, or 0.
std::size_t unicode_map(Bytes& bytes, std::size_t cmap) {
    const unsigned count = bytes.u16(cmap + 2);
    for (unsigned i = 0; i < count; ++i) {
        const std::size_t map = cmap + bytes.u32(cmap + 4 + std::size_t{8} * i + 4);
        if (bytes.u16(map) == 4) {
            return map;
        }
    }
    return 0;
}

/// Calls `use(code point, glyph index)` for every mapped character of a format 4 table.
template <class Use>
void each_mapped(Bytes& bytes, std::size_t map, Use use) {
    const std::size_t doubled = bytes.u16(map + 6);
    const std::size_t ends = map + 14;
    const std::size_t starts = ends + doubled + 2;
    const std::size_t deltas = starts + doubled;
    const std::size_t ranges = deltas + doubled;
    for (std::size_t i = 0; i < doubled && !bytes.cut_short(); i += 2) {
        const unsigned first = bytes.u16(starts + i);
        const unsigned last = bytes.u16(ends + i);
        const unsigned range = bytes.u16(ranges + i);
        for (unsigned c = first; c <= last && c != 0xFFFFU && !bytes.cut_short(); ++c) {
            unsigned glyph = c;
            if (range != 0) {
                glyph = bytes.u16(ranges + i + range + std::size_t{2} * (c - first));
                if (glyph == 0) {
                    continue;
                }
            }
            glyph = (glyph + bytes.u16(deltas + i)) & 0xFFFFU;
            if (glyph != 0) {
                use(static_cast<char32_t>(c), glyph);
            }
        }
    }
}

Error bad_font(const char* why) {
    return Error{ErrorCode::InvalidInput, why, {}};
}

}  // namespace

Result<FontMetrics> FontMetrics::read(std::string_view ttf) {
    Bytes bytes(ttf);
    const std::size_t head = bytes.table("head");
    const std::size_t hhea = bytes.table("hhea");
    const std::size_t hmtx = bytes.table("hmtx");
    const std::size_t cmap = bytes.table("cmap");
    if (head == 0 || hhea == 0 || hmtx == 0 || cmap == 0) {
        return bad_font("font: a table is missing");
    }
    const std::size_t map = unicode_map(bytes, cmap);
    const unsigned em = bytes.u16(head + 18);
    const unsigned wide = bytes.u16(hhea + 34);
    if (map == 0 || em == 0 || wide == 0) {
        return bad_font("font: no Unicode map or no metrics");
    }
    const float unit = 1.0F / static_cast<float>(em);
    FontMetrics font;
    font.ascent_ = static_cast<float>(bytes.i16(hhea + 4)) * unit;
    font.descent_ = -static_cast<float>(bytes.i16(hhea + 6)) * unit;
    each_mapped(bytes, map, [&](char32_t c, unsigned glyph) {
        const unsigned index = std::min(glyph, wide - 1);
        font.glyphs_.push_back({c, static_cast<float>(bytes.u16(hmtx + std::size_t{4} * index)) * unit});
    });
    if (bytes.cut_short() || font.glyphs_.empty()) {
        return bad_font("font: cut short");
    }
    std::sort(font.glyphs_.begin(), font.glyphs_.end(),
              [](const Glyph& a, const Glyph& b) { return a.code_point < b.code_point; });
    font.missing_advance_ = font.advance(U'?');
    font.digit_advance_ = 0;
    for (char32_t digit = U'0'; digit <= U'9'; ++digit) {
        font.digit_advance_ = std::max(font.digit_advance_, font.advance(digit));
    }
    return font;
}

const FontMetrics::Glyph* FontMetrics::find(char32_t code_point) const {
    const auto at =
        std::lower_bound(glyphs_.begin(), glyphs_.end(), code_point,
                         [](const Glyph& glyph, char32_t wanted) { return glyph.code_point < wanted; });
    return at != glyphs_.end() && at->code_point == code_point ? &*at : nullptr;
}

bool FontMetrics::has(char32_t code_point) const {
    return find(code_point) != nullptr;
}

float FontMetrics::advance(char32_t code_point) const {
    const Glyph* glyph = find(code_point);
    return glyph != nullptr ? glyph->advance : missing_advance_;
}

float FontMetrics::width(std::string_view text, const TextStyle& style) const {
    float em = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = next_char(text, offset);
        em += style.tabular && c >= U'0' && c <= U'9' ? digit_advance_ : advance(c);
    }
    return em * style.size;
}

Measure Family::measure() const {
    return
        [this](std::string_view text, const TextStyle& style) { return of(style.weight).width(text, style); };
}

}  // namespace motcua::ui
