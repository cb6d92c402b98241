#include "shared/text/tables.hpp"
#include "shared/text/text.hpp"
#include "shared/text/utf8.hpp"

namespace motcua::text {
namespace {

/// Grave, acute, tilde, hook above, dot below: the marks that are tones. The others (circumflex,
/// breve, horn) make another letter.
bool is_tone(char32_t mark) {
    return mark == 0x0300 || mark == 0x0301 || mark == 0x0303 || mark == 0x0309 || mark == 0x0323;
}

/// A letter as its base and its tone, 0 when it carries none: "Ý" → "Y" and the acute.
struct Toned {
    char32_t letter = 0;
    char32_t tone = 0;
};

Toned split_tone(char32_t c) {
    const detail::Composition* parts = detail::decomposition_of(c);
    if (parts == nullptr || !is_tone(parts->second)) {
        return {c, 0};
    }
    return {parts->first, parts->second};
}

/// With the same tone; the letter itself when Unicode has no such letter.
char32_t with_tone(Toned toned) {
    const char32_t composed = toned.tone == 0 ? 0 : detail::compose(toned.letter, toned.tone);
    return composed == 0 ? toned.letter : composed;
}

/// "oa", "oe", "uy" are the rhymes whose tone is written in two places. In "quy" the u
/// belongs to the consonant.
bool is_movable_rhyme(char32_t before, char32_t first, char32_t second) {
    if (first == 'o') {
        return second == 'a' || second == 'e';
    }
    return first == 'u' && second == 'y' && before != 'q';
}

/// Moves the tone of the two letters at the end of a syllable, if they are such a rhyme.
void place_tone(std::u32string& letters, std::size_t syllable, std::size_t end, TonePlace place) {
    if (end - syllable < 2) {
        return;
    }
    Toned first = split_tone(letters[end - 2]);
    Toned second = split_tone(letters[end - 1]);
    const char32_t before = end - syllable > 2 ? detail::lower_of(letters[end - 3]) : 0;
    const bool both = first.tone != 0 && second.tone != 0;
    if (both || !is_movable_rhyme(before, detail::lower_of(first.letter), detail::lower_of(second.letter))) {
        return;
    }
    const char32_t tone = first.tone + second.tone;
    first.tone = place == TonePlace::First ? tone : 0;
    second.tone = place == TonePlace::First ? 0 : tone;
    letters[end - 2] = with_tone(first);
    letters[end - 1] = with_tone(second);
}

}  // namespace

std::string place_tones(std::string_view text, TonePlace place) {
    std::u32string letters;
    letters.reserve(text.size());
    std::size_t syllable = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = next_code_point(text, offset);
        if (!is_letter(c)) {
            place_tone(letters, syllable, letters.size(), place);
            syllable = letters.size() + 1;
        }
        letters.push_back(c);
    }
    place_tone(letters, syllable, letters.size(), place);
    std::string out;
    out.reserve(text.size());
    for (const char32_t c : letters) {
        append_utf8(c, out);
    }
    return out;
}

}  // namespace motcua::text
