#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/text/typing.hpp"

/// One Vietnamese syllable in the making: its letters, their marks and its tone.
namespace motcua::text::detail {

enum class Mark { None, Hat, Horn, Stroke };                       ///< â ê ô; ư ơ and ă; đ
enum class Tone { None, Falling, Rising, Asking, Broken, Heavy };  ///< huyền sắc hỏi ngã nặng

/// A letter of the text and the keys that made it.
struct Keyed {
    char base = 'a';
    Mark mark = Mark::None;
    bool upper = false;
    bool lone = false;      ///< Telex: "w" without a vowel before it is "ư"
    char mark_key = '\0';   ///< Which key put the mark on
    std::vector<int> keys;  ///< Places in the word's keys
};

struct Syllable {
    std::vector<Keyed> letters;
    Tone tone = Tone::None;
    std::vector<int> tone_keys;
    bool paired = false;  ///< One key made "ươ" of "uo"; at the end of a word that is "uơ" (huơ, thuở)

    [[nodiscard]] bool has_vowel() const;
    /// Index of the first letter of the rime: the u of "qu" and the i of "gi" before another
    /// vowel belong to what stands before it.
    [[nodiscard]] std::size_t onset() const;
    /// Can more keys still make a Vietnamese rime of it?
    [[nodiscard]] bool can_become_whole() const;
    /// Is it a whole rime as it stands, with a tone that its end allows?
    [[nodiscard]] bool is_whole() const;
    /// Can the text be shown as it is: a rime in the making, with a tone that its end allows?
    [[nodiscard]] bool is_vietnamese() const;
    [[nodiscard]] std::string text(ToneStyle style) const;
};

}  // namespace motcua::text::detail
