#include "shared/text/syllable.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "shared/text/rimes.hpp"
#include "shared/text/text.hpp"

namespace motcua::text::detail {
namespace {

bool is_vowel(char base) {
    return std::string_view("aeiouy").find(base) != std::string_view::npos;
}

/// One byte a letter, as rimes.hpp writes them.
char rime_byte(const Keyed& letter) {
    if (letter.mark == Mark::Hat) {
        return letter.base == 'a' ? 'B' : letter.base == 'e' ? 'E' : 'O';
    }
    if (letter.mark == Mark::Horn) {
        return letter.base == 'a' ? 'A' : letter.base == 'u' ? 'U' : 'W';
    }
    return letter.base;
}

std::string rime_of(const std::vector<Keyed>& letters, std::size_t onset) {
    std::string rime;
    for (std::size_t i = onset; i < letters.size(); ++i) {
        rime.push_back(rime_byte(letters[i]));
    }
    return rime;
}

std::size_t vowels_end(const std::vector<Keyed>& letters, std::size_t onset) {
    std::size_t end = onset;
    while (end < letters.size() && is_vowel(letters[end].base)) {
        ++end;
    }
    return end;
}

/// A tone that a syllable ending in c, ch, k, p, t can bear.
bool fits_stop(Tone tone) {
    return tone == Tone::None || tone == Tone::Rising || tone == Tone::Heavy;
}

/// The letters as they are shown: "uơ" at the end of a word, "ươ" where "ưo" is closed.
std::vector<Keyed> shown_letters(const Syllable& syllable) {
    std::vector<Keyed> letters = syllable.letters;
    const std::size_t onset = syllable.onset();
    const std::size_t end = vowels_end(letters, onset);
    if (end < onset + 2) {
        return letters;
    }
    Keyed& first = letters[onset];
    Keyed& second = letters[onset + 1];
    if (first.base != 'u' || second.base != 'o') {
        return letters;
    }
    const bool open = onset + 2 == letters.size();
    if (open && syllable.paired && first.mark == Mark::Horn) {
        first.mark = Mark::None;
    } else if (!open && first.mark != second.mark &&
               (first.mark == Mark::Horn || second.mark == Mark::Horn) && !is_rime(rime_of(letters, onset))) {
        first.mark = Mark::Horn;
        second.mark = Mark::Horn;
    }
    return letters;
}

/// Which vowel bears the tone.
std::size_t tone_place(const std::vector<Keyed>& letters, std::size_t onset, ToneStyle style) {
    const std::size_t end = vowels_end(letters, onset);
    for (std::size_t i = end; i-- > onset;) {
        if (letters[i].mark != Mark::None) {
            return i;
        }
    }
    const std::size_t count = end - onset;
    if (count < 2) {
        return onset;
    }
    if (count > 2 || end < letters.size()) {
        return onset + 1;
    }
    const std::string rime = rime_of(letters, onset);
    const bool glide = rime == "oa" || rime == "oe" || rime == "uy";
    return glide && style == ToneStyle::New ? onset + 1 : rime == "ue" ? onset + 1 : onset;
}

constexpr std::array<std::string_view, 6> kToneMarks = {"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};

std::string letter_text(const Keyed& letter) {
    std::string text(1, letter.base);
    switch (letter.mark) {
        case Mark::None:
            break;
        case Mark::Hat:
            text += "\u0302";
            break;
        case Mark::Horn:
            text += letter.base == 'a' ? "\u0306" : "\u031B";
            break;
        case Mark::Stroke:
            text = "đ";
            break;
    }
    return text;
}

}  // namespace

bool Syllable::has_vowel() const {
    return std::any_of(letters.begin(), letters.end(),
                       [](const Keyed& letter) { return is_vowel(letter.base); });
}

std::size_t Syllable::onset() const {
    std::size_t at = 0;
    while (at < letters.size() && !is_vowel(letters[at].base)) {
        ++at;
    }
    if (at == 0 || at + 1 >= letters.size() || !is_vowel(letters[at + 1].base)) {
        return at;
    }
    const char before = letters[at - 1].base;
    const char vowel = letters[at].base;
    const bool glide = (before == 'q' && vowel == 'u' && letters[at].mark == Mark::None) ||
                       (at == 1 && before == 'g' && vowel == 'i');
    return glide ? at + 1 : at;
}

bool Syllable::can_become_whole() const {
    return can_become_rime(rime_of(letters, onset()));
}

bool Syllable::is_vietnamese() const {
    if (!has_vowel()) {
        return true;  // "đ" on the way to a word, or an abbreviation
    }
    const std::vector<Keyed> shown = shown_letters(*this);
    const char last = shown.back().base;
    const bool stop = last == 'c' || last == 'k' || last == 'p' || last == 't' ||
                      (last == 'h' && shown.size() > 1 && shown[shown.size() - 2].base == 'c');
    return can_become_rime(rime_of(shown, onset())) && (!stop || fits_stop(tone));
}

bool Syllable::is_whole() const {
    return has_vowel() && is_vietnamese() && is_rime(rime_of(shown_letters(*this), onset()));
}

std::string Syllable::text(ToneStyle style) const {
    const std::vector<Keyed> shown = shown_letters(*this);
    const std::size_t place = tone == Tone::None ? shown.size() : tone_place(shown, onset(), style);
    std::string word;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        std::string letter = letter_text(shown[i]);
        if (i == place) {
            letter += kToneMarks[static_cast<std::size_t>(tone)];
        }
        letter = nfc(letter);
        word += shown[i].upper ? upper(letter) : letter;
    }
    return word;
}

}  // namespace motcua::text::detail
