#pragma once

#include <string>

#include "shared/json/value.hpp"
#include "shared/text/utf8.hpp"
#include "tests/shared/support/random.hpp"

namespace motcua::tests {

/// Valid UTF-8 of up to `most` characters, from all planes, with what needs escaping.
inline std::string random_text(Random& random, std::size_t most) {
    std::string text;
    const std::size_t length = random.below(most + 1);
    for (std::size_t i = 0; i < length; ++i) {
        char32_t c = static_cast<char32_t>(random.below(0x80));
        if (random.one_in(3)) {
            c = static_cast<char32_t>(random.below(0x2100));
        }
        if (random.one_in(8)) {
            c = static_cast<char32_t>(0xD000 + random.below(0x100000));
        }
        const bool surrogate = c >= 0xD800 && c < 0xE000;
        text::append_utf8(surrogate ? U'\uFFFD' : c, text);
    }
    return text;
}

inline json::Value random_json(Random& random, int depth) {
    const std::size_t kinds = depth > 0 ? 6 : 4;
    switch (random.below(kinds)) {
        case 0:
            return {};
        case 1:
            return random.one_in(2);
        case 2:
            return random.one_in(4) ? random.between(-json::kMaxInteger, json::kMaxInteger)
                                    : random.between(-1000, 1000);
        case 3:
            return random_text(random, 12);
        case 4: {
            json::Array items;
            for (std::size_t i = random.below(5); i > 0; --i) {
                items.push_back(random_json(random, depth - 1));
            }
            return items;
        }
        default: {
            json::Object members;
            for (std::size_t i = random.below(random.one_in(10) ? 40 : 5); i > 0; --i) {
                // The number keeps keys apart, wherever the text sorts.
                members.emplace_back(random_text(random, 3) + "#" + std::to_string(i),
                                     random_json(random, depth - 1));
            }
            return members;
        }
    }
}

}  // namespace motcua::tests
