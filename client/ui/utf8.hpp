#pragma once

#include <cstddef>
#include <string_view>

namespace motcua::ui {

/// The code point at `offset`, which moves past it. Broken bytes give U+FFFD one at a time,
/// so that drawing never fails on text that nobody has checked.
inline char32_t next_char(std::string_view text, std::size_t& offset) {
    const auto byte = [&text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const unsigned lead = byte(offset++);
    if (lead < 0x80U) {
        return lead;
    }
    const std::size_t more = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : lead >= 0xC0U ? 1 : 0;
    if (more == 0) {
        return 0xFFFD;
    }
    char32_t value = lead & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) {
        const unsigned next = byte(offset);
        if ((next & 0xC0U) != 0x80U) {
            return 0xFFFD;
        }
        value = (value << 6U) | (next & 0x3FU);
        ++offset;
    }
    return value;
}

/// Where the code point before `offset` starts.
inline std::size_t previous_start(std::string_view text, std::size_t offset) {
    while (offset > 0) {
        --offset;
        if ((static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U) {
            break;
        }
    }
    return offset;
}

}  // namespace motcua::ui
