#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::places {

/// A word of an address: "P.12" is two of them.
struct Word {
    std::string plain;    ///< "go"; numbers without leading zeros
    std::string spelled;  ///< "gò"
    std::size_t at = 0;   ///< byte where it begins in the text, for "12" that of "P.12"
    bool opens = false;   ///< first of the text, or behind a comma, a semicolon or a lone dash
};

/// The words of an NFC text, in order. Letters and digits that stand together part.
std::vector<Word> words_of(std::string_view text);

/// The plain forms of a name's words, with one space between them: "phuong 12".
std::string plain_words(std::string_view name);

/// Takes the text up to the sign off, and the sign.
std::string_view take_until(std::string_view& text, char sign);

}  // namespace motcua::places
