#include "shared/text/utf8.hpp"

#include "shared/text/text.hpp"

namespace motcua::text {
namespace {

struct Bounds {
    std::size_t length;
    unsigned char second_from;
    unsigned char second_to;
};

// Table 3-7 of the Unicode standard: the second byte's range keeps overlong forms,
// surrogates and what lies past U+10FFFF out.
Bounds bounds_of(unsigned char lead) {
    if (lead < 0x80) {
        return {1, 0, 0};
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return {0, 0, 0};
    }
    if (lead < 0xE0) {
        return {2, 0x80, 0xBF};
    }
    if (lead < 0xF0) {
        const unsigned char from = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned char to = lead == 0xED ? 0x9F : 0xBF;
        return {3, from, to};
    }
    const unsigned char from = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char to = lead == 0xF4 ? 0x8F : 0xBF;
    return {4, from, to};
}

unsigned char byte_at(std::string_view text, std::size_t offset) {
    return static_cast<unsigned char>(text[offset]);
}

}  // namespace

std::size_t sequence_length(std::string_view text, std::size_t offset) {
    const Bounds bounds = bounds_of(byte_at(text, offset));
    if (bounds.length <= 1) {
        return bounds.length;
    }
    if (text.size() - offset < bounds.length) {
        return 0;
    }
    const unsigned char second = byte_at(text, offset + 1);
    if (second < bounds.second_from || second > bounds.second_to) {
        return 0;
    }
    for (std::size_t i = 2; i < bounds.length; ++i) {
        if ((byte_at(text, offset + i) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    return bounds.length;
}

void append_utf8(char32_t code_point, std::string& out) {
    const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        push(code_point);
        return;
    }
    if (code_point < 0x800) {
        push(0xC0U | (code_point >> 6U));
    } else if (code_point < 0x10000) {
        push(0xE0U | (code_point >> 12U));
        push(0x80U | ((code_point >> 6U) & 0x3FU));
    } else {
        push(0xF0U | (code_point >> 18U));
        push(0x80U | ((code_point >> 12U) & 0x3FU));
        push(0x80U | ((code_point >> 6U) & 0x3FU));
    }
    push(0x80U | (code_point & 0x3FU));
}

bool is_utf8(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        const std::size_t length = sequence_length(text, offset);
        if (length == 0) {
            return false;
        }
        offset += length;
    }
    return true;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return count;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
    const unsigned char lead = byte_at(text, offset);
    const std::size_t length = bounds_of(lead).length;
    if (length <= 1 || text.size() - offset < length) {
        ++offset;
        return lead < 0x80 ? static_cast<char32_t>(lead) : U'\uFFFD';
    }
    char32_t code_point = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        code_point = (code_point << 6U) | (byte_at(text, offset + i) & 0x3FU);
    }
    offset += length;
    return code_point;
}

}  // namespace motcua::text
