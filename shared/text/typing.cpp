#include "shared/text/typing.hpp"

#include <algorithm>
#include <vector>

#include "shared/text/syllable.hpp"
#include "shared/text/utf8.hpp"

namespace motcua::text {
namespace {

using detail::Keyed;
using detail::Mark;
using detail::Syllable;
using detail::Tone;

bool is_letter_key(char key) {
    return (key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z');
}

bool is_digit(char key) {
    return key >= '0' && key <= '9';
}

char lower(char key) {
    return key >= 'A' && key <= 'Z' ? static_cast<char>(key - 'A' + 'a') : key;
}

/// The tone a key asks for; None for those that ask for none.
Tone tone_of(char key, TypingMethod method) {
    constexpr std::string_view kTelex = "?fsrxj";
    constexpr std::string_view kVni = "?21345";
    const std::size_t at = (method == TypingMethod::Telex ? kTelex : kVni).find(lower(key));
    return at == std::string_view::npos || at == 0 ? Tone::None : static_cast<Tone>(at);
}

/// Works through the keys of one word.
class Typist {
public:
    explicit Typist(const Typing& typing) : typing_(typing) {}

    void type(std::string_view keys);
    [[nodiscard]] const Syllable& syllable() const { return syllable_; }

private:
    void press(char key, int at);
    bool press_tone(char key, int at);
    bool press_mark(char key, int at);
    bool press_telex_mark(char key, int at);
    bool press_vni_mark(char key, int at);
    /// Puts the mark on, or takes it off when it was this key that had put it there.
    bool mark(char key, std::string_view vowels, Mark mark, int at);
    bool mark_pair(char key, int at);
    bool stroke(char key, int at);
    void append(char key, int at);
    /// The key has undone itself: from here on it stands for itself.
    void undo(char key, int at);

    Typing typing_;
    Syllable syllable_;
    int marked_at_ = -2;  ///< Place of the key that put the last mark on a vowel
    std::string undone_;  ///< Keys that have undone themselves in this word
};

void Typist::type(std::string_view keys) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        press(keys[i], static_cast<int>(i));
    }
}

void Typist::press(char key, int at) {
    const bool stands_for_itself = undone_.find(lower(key)) != std::string::npos;
    if (stands_for_itself || !(press_tone(key, at) || press_mark(key, at))) {
        append(key, at);
    }
}

void Typist::append(char key, int at) {
    syllable_.letters.push_back({.base = lower(key), .upper = key != lower(key), .keys = {at}});
}

void Typist::undo(char key, int at) {
    undone_.push_back(lower(key));
    append(key, at);
}

bool Typist::press_tone(char key, int at) {
    if (!syllable_.has_vowel()) {
        return false;
    }
    if (lower(key) == (typing_.method == TypingMethod::Telex ? 'z' : '0')) {
        if (syllable_.tone == Tone::None) {
            return false;
        }
        syllable_.tone = Tone::None;
        syllable_.tone_keys = {at};
        return true;
    }
    const Tone tone = tone_of(key, typing_.method);
    if (tone == Tone::None) {
        return false;
    }
    if (tone == syllable_.tone && syllable_.tone_keys.back() != at - 1) {
        return false;  // Too late to undo it: two letters of a foreign word.
    }
    if (tone == syllable_.tone) {
        syllable_.tone = Tone::None;
        syllable_.tone_keys.clear();
        undo(key, at);
        return true;
    }
    syllable_.tone = tone;
    syllable_.tone_keys = {at};
    return true;
}

bool Typist::press_mark(char key, int at) {
    return typing_.method == TypingMethod::Telex ? press_telex_mark(key, at) : press_vni_mark(key, at);
}

bool Typist::press_telex_mark(char key, int at) {
    switch (lower(key)) {
        case 'a':
            return mark(key, "a", Mark::Hat, at);
        case 'e':
            return mark(key, "e", Mark::Hat, at);
        case 'o':
            return mark(key, "o", Mark::Hat, at);
        case 'd':
            return stroke(key, at);
        case 'w':
            break;
        default:
            return false;
    }
    if (mark_pair(key, at) || mark(key, "uoa", Mark::Horn, at)) {
        return true;
    }
    if (syllable_.has_vowel()) {
        return false;
    }
    syllable_.letters.push_back({.base = 'u',
                                 .mark = Mark::Horn,
                                 .upper = key != lower(key),
                                 .lone = true,
                                 .mark_key = 'w',
                                 .keys = {at}});
    marked_at_ = at;
    return true;
}

bool Typist::press_vni_mark(char key, int at) {
    switch (key) {
        case '6':
            return mark(key, "aeo", Mark::Hat, at);
        case '7':
            return mark_pair(key, at) || mark(key, "uo", Mark::Horn, at);
        case '8':
            return mark(key, "a", Mark::Horn, at);
        case '9':
            return stroke(key, at);
        default:
            return false;
    }
}

/// "uo" gets both horns at once: "ươ".
bool Typist::mark_pair(char key, int at) {
    std::vector<Keyed>& letters = syllable_.letters;
    for (std::size_t i = syllable_.onset(); i + 1 < letters.size(); ++i) {
        const bool pair =
            letters[i].base == 'u' && letters[i + 1].base == 'o' && letters[i + 1].mark != Mark::Horn;
        if (!pair) {
            continue;
        }
        const Syllable before = syllable_;
        syllable_.paired = letters[i].mark != Mark::Horn;
        for (const std::size_t each : {i, i + 1}) {
            letters[each].mark = Mark::Horn;
            letters[each].mark_key = lower(key);
        }
        letters[i + 1].keys.push_back(at);
        if (syllable_.can_become_whole()) {
            marked_at_ = at;
            return true;
        }
        syllable_ = before;
    }
    return false;
}

bool Typist::mark(char key, std::string_view vowels, Mark mark, int at) {
    std::vector<Keyed>& letters = syllable_.letters;
    const std::size_t onset = syllable_.onset();
    for (std::size_t i = letters.size(); i-- > onset;) {
        if (vowels.find(letters[i].base) == std::string_view::npos || letters[i].mark == mark) {
            continue;
        }
        const Keyed before = letters[i];
        letters[i].mark = mark;
        letters[i].mark_key = lower(key);
        letters[i].keys.push_back(at);
        if (syllable_.can_become_whole()) {
            marked_at_ = at;
            return true;
        }
        letters[i] = before;
    }
    const bool just_marked = marked_at_ == at - 1;
    bool taken_off = false;
    for (Keyed& letter : letters) {
        if (letter.mark == mark && letter.mark_key == lower(key) && just_marked &&
            vowels.find(letter.base) != std::string_view::npos) {
            letter.mark = Mark::None;
            taken_off = true;
        }
    }
    if (taken_off) {
        // A "w" that stood for "ư" alone was no vowel after all.
        std::erase_if(letters, [](const Keyed& letter) { return letter.lone && letter.mark == Mark::None; });
        undo(key, at);
    }
    return taken_off;
}

bool Typist::stroke(char key, int at) {
    if (syllable_.letters.empty() || syllable_.letters.front().base != 'd') {
        return false;
    }
    Keyed& first = syllable_.letters.front();
    if (first.mark == Mark::Stroke) {
        first.mark = Mark::None;
        undo(key, at);
        return true;
    }
    first.mark = Mark::Stroke;
    first.mark_key = lower(key);
    first.keys.push_back(at);
    return true;
}

bool is_plain(const Syllable& syllable) {
    return syllable.tone == Tone::None &&
           std::all_of(syllable.letters.begin(), syllable.letters.end(),
                       [](const Keyed& letter) { return letter.mark == Mark::None; });
}

/// Keys that go through the engine at all; VNI's digits are marks only after a letter.
bool is_typed_word(std::string_view keys, TypingMethod method) {
    return !keys.empty() && is_letter_key(keys.front()) &&
           std::all_of(keys.begin(), keys.end(), [&](char key) { return is_word_key(key, method); });
}

Syllable syllable_of(std::string_view keys, const Typing& typing) {
    Typist typist(typing);
    typist.type(keys);
    return typist.syllable();
}

bool is_shown(const Syllable& syllable) {
    return is_plain(syllable) || syllable.is_vietnamese();
}

/// Names of the Central Highlands are written in one word (Đăklăk, Êban): where its second
/// syllable begins, the first as long as it can be; 0 where there are not two. Marks would be
/// found in much that is no name ("meeting"), so that its first two keys must make Đ, with which
/// no English word begins, or a capital Ê; and as a few begin with "ee", a whole syllable must
/// follow that one.
std::size_t second_syllable(std::string_view keys, const Typing& typing) {
    const Syllable start = syllable_of(keys.substr(0, 2), typing);
    const Keyed& first = start.letters.front();
    const bool is_e = first.base == 'e' && first.mark == Mark::Hat && first.upper;
    if (!is_e && first.mark != Mark::Stroke) {
        return 0;
    }
    for (std::size_t at = keys.size() - 1; at > 1; --at) {
        const Syllable second = syllable_of(keys.substr(at), typing);
        if (second.onset() > 0 && (is_e ? second.is_whole() : second.is_vietnamese()) &&
            syllable_of(keys.substr(0, at), typing).is_whole()) {
            return at;
        }
    }
    return 0;
}

std::string without_last_character(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0 && (static_cast<unsigned char>(text[end - 1]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end == 0 ? 0 : end - 1));
}

}  // namespace

bool is_word_key(char key, TypingMethod method) {
    return is_letter_key(key) || (method == TypingMethod::Vni && is_digit(key));
}

std::string typed_word(std::string_view keys, const Typing& typing) {
    if (!is_typed_word(keys, typing.method)) {
        return std::string(keys);
    }
    const Syllable syllable = syllable_of(keys, typing);
    if (is_shown(syllable)) {
        return syllable.text(typing.tones);
    }
    const std::size_t second = second_syllable(keys, typing);
    return second == 0 ? std::string(keys)
                       : syllable_of(keys.substr(0, second), typing).text(typing.tones) +
                             syllable_of(keys.substr(second), typing).text(typing.tones);
}

std::string keys_without_last_letter(std::string_view keys, const Typing& typing) {
    const bool raw = typed_word(keys, typing) == keys;
    if (raw || !is_typed_word(keys, typing.method)) {
        return without_last_character(keys);
    }
    Syllable syllable = syllable_of(keys, typing);
    if (!is_shown(syllable)) {
        const std::size_t second = second_syllable(keys, typing);
        return std::string(keys.substr(0, second)) + keys_without_last_letter(keys.substr(second), typing);
    }
    std::vector<int> gone = syllable.letters.back().keys;
    syllable.letters.pop_back();
    if (!syllable.has_vowel()) {
        gone.insert(gone.end(), syllable.tone_keys.begin(), syllable.tone_keys.end());
    }
    std::string left;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (std::find(gone.begin(), gone.end(), static_cast<int>(i)) == gone.end()) {
            left.push_back(keys[i]);
        }
    }
    return left;
}

std::string typed_line(std::string_view keys, const Typing& typing) {
    std::string line;
    for (std::size_t begin = 0; begin < keys.size();) {
        std::size_t end = begin;
        while (end < keys.size() && is_word_key(keys[end], typing.method)) {
            ++end;
        }
        line += typed_word(keys.substr(begin, end - begin), typing);
        for (begin = end; begin < keys.size() && !is_word_key(keys[begin], typing.method); ++begin) {
            line.push_back(keys[begin]);
        }
    }
    return line;
}

}  // namespace motcua::text
