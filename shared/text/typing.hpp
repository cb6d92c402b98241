#pragma once

#include <string>
#include <string_view>

/// Vietnamese typing for devices without an input method of their own (the kiosk): what the raw
/// keys of one word mean. A pure function of all keys of the word, so that marks may be typed
/// in any order and nothing is lost: the caller keeps the keys.
namespace motcua::text {

enum class TypingMethod {
    Telex,  ///< aa ee oo dd, w for ư ơ ă, s f r x j for tones, z takes the tone away
    Vni,    ///< 6 ^, 7 ư ơ, 8 ă, 9 đ, 1 to 5 for tones, 0 takes the tone away
};

/// Where the tone of an open oa, oe, uy stands.
enum class ToneStyle {
    Old,  ///< hòa, hòe, thủy
    New,  ///< hoà, hoè, thuỷ
};

struct Typing {
    TypingMethod method = TypingMethod::Telex;
    ToneStyle tones = ToneStyle::Old;
};

/// The text that these keys of one word give. A mark key pressed twice undoes itself and
/// stands for itself; keys that make no Vietnamese syllable are given back as they are.
std::string typed_word(std::string_view keys, const Typing& typing);

/// The keys that are left when the last letter of the text is deleted: that letter's own keys
/// go, the tone stays while there is a vowel to bear it. Keys that make no syllable lose
/// their last character (of UTF-8).
std::string keys_without_last_letter(std::string_view keys, const Typing& typing);

/// Does this key belong to a word, or end it?
bool is_word_key(char key, TypingMethod method);

/// A whole line: every run of word keys is a word of its own.
std::string typed_line(std::string_view keys, const Typing& typing);

}  // namespace motcua::text
