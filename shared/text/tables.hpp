#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// The generated Unicode tables, private to shared/text.
namespace motcua::text::detail {

/// `second` is 0 where `composed` is only another spelling of `first`.
struct Composition {
    std::uint16_t composed;
    std::uint16_t first;
    std::uint16_t second;
};

/// Lower-case letters first, first + step … last, each `delta` above its capital.
struct CaseRun {
    std::uint16_t first;
    std::uint16_t last;
    std::int16_t step;
    std::int16_t delta;
};

struct BaseLetter {
    std::uint16_t letter;
    char plain[3];
};

/// Characters that can be printed, first to last.
struct CodePointRun {
    std::uint16_t first;
    std::uint16_t last;
};

/// The decomposition of one step, or nullptr.
const Composition* decomposition_of(char32_t code_point);
/// 0 when the two do not compose.
char32_t compose(char32_t first, char32_t second);
/// Canonical combining class; 0 for everything that is no mark of the repertoire.
int combining_class(char32_t code_point);
char32_t upper_of(char32_t code_point);
char32_t lower_of(char32_t code_point);
/// Does upper_of make another letter of it?
bool is_small(char32_t code_point);
/// "d" for "đ"; empty when the letter has no such spelling.
std::string_view plain_of(char32_t lower_letter);
/// Is it in assets/typeface/repertoire.txt?
bool is_printable(char32_t code_point);

}  // namespace motcua::text::detail
