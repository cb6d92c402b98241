#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Text as this project accepts it: Latin letters of every language that writes Vietnamese
/// names and papers, digits, punctuation, composed (NFC). Other scripts cannot be printed
/// by the forms' typeface and are refused by the form rules, not here.
namespace motcua::text {

bool is_utf8(std::string_view text);

/// Unicode NFC for the Latin repertoire (U+0000–U+024F, U+1E00–U+1EFF, combining marks
/// U+0300–U+036F); other characters are kept. The table is generated from Unicode data.
std::string nfc(std::string_view text);

/// Can every character be printed by the forms' typeface? Those of assets/typeface/repertoire.txt
/// and line breaks; no combining marks left over by nfc. `first_bad` gets the first that cannot.
bool is_printable_repertoire(std::string_view text, std::string* first_bad);

/// Without outer white space, inner runs as one space.
std::string squeeze(std::string_view text);
/// Is this surely its own nfc and its own squeeze? Quick, and false for some texts that are. No
/// line breaks.
bool is_plain_line(std::string_view text);
/// Is it its own upper?
bool is_upper(std::string_view text);
/// Upper case for Vietnamese Latin ("đ" → "Đ", "ư" → "Ư"); input is NFC.
std::string upper(std::string_view text);
/// "Nguyễn Đức" → "nguyen duc": lower case, no marks, one space between words; signs separate
/// words, apostrophes join them ("H'leo" → "hleo").
std::string search_key(std::string_view text);
/// As search_key, but with marks, composed, and with tones in one place: "HOÀ BÌNH" → "hòa
/// bình". Two spellings of one name have the same key.
std::string spelling_key(std::string_view text);

/// Where the syllables that end in oa, oe, uy carry their tone: both ways are in use, and
/// names are the same in both.
enum class TonePlace {
    First,   ///< "hòa", "khỏe", "thúy": as typewriters and most papers have it
    Second,  ///< "hoà", "khoẻ", "thuý": as schoolbooks have it
};
/// The same text with those tones moved; input is NFC. "quý" has one place and stays.
std::string place_tones(std::string_view text, TonePlace place);
/// Number of code points.
std::size_t length(std::string_view text);
/// Is this one code point a letter of the repertoire?
bool is_letter(char32_t code_point);
/// Decodes the code point at `offset` and moves past it; the text is valid UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& offset);

}  // namespace motcua::text
