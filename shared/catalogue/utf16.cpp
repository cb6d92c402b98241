#include "shared/catalogue/utf16.hpp"

#include <cstdint>

namespace motcua::catalogue::utf16 {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The code point at `at` and how many bytes it has; bytes that are no UTF-8 stand for themselves.
struct CodePoint {
    std::uint32_t value = 0;
    std::size_t bytes = 1;

    [[nodiscard]] std::size_t units() const { return value >= 0x10000 ? 2 : 1; }
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = first < 0xC0 ? 1U : first < 0xE0 ? 2U : first < 0xF0 ? 3U : 4U;
    if (bytes == 1 || at + bytes > text.size()) {
        return {first, 1};
    }
    std::uint32_t value = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return {value, bytes};
}

/// A rank that orders code points as their UTF-16 code units are: surrogates (D800–DFFF)
/// begin the characters past U+FFFF, and come before U+E000–U+FFFF.
std::uint32_t rank(std::uint32_t code_point) {
    if (code_point >= 0x10000) {
        return code_point;
    }
    return code_point >= 0xE000 ? code_point + 0x200000 : code_point;
}

}  // namespace

bool less(std::string_view a, std::string_view b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size()) {
        const CodePoint left = code_point_at(a, at);
        const CodePoint right = code_point_at(b, at);
        if (left.value != right.value) {
            return rank(left.value) < rank(right.value);
        }
        at += left.bytes;
    }
    return at >= a.size() && at < b.size();
}

std::size_t length(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint code_point = code_point_at(text, at);
        units += code_point.units();
        at += code_point.bytes;
    }
    return units;
}

void append_slice(std::string_view text, std::size_t from, std::size_t count, std::string& out) {
    std::size_t unit = 0;
    for (std::size_t at = 0; at < text.size() && unit < from + count;) {
        const CodePoint code_point = code_point_at(text, at);
        const std::size_t end = unit + code_point.units();
        if (unit >= from && end <= from + count) {
            out.append(text.substr(at, code_point.bytes));
        } else if (end > from && count > 0) {
            out.append(kReplacement);
        }
        unit = end;
        at += code_point.bytes;
    }
}

}  // namespace motcua::catalogue::utf16
