#pragma once

#include <string_view>

/// The rimes (vowels and what follows them) that Vietnamese syllables can have, the tone left
/// aside. Marked vowels are written with one byte each: A = ă, a^ = 'B' (â), 'E' (ê), 'O' (ô),
/// 'W' (ơ), 'U' (ư).
namespace motcua::text::detail {

/// Is there a rime that begins with this one once unmarked vowels have got the marks they may
/// still get? "uoc" can become "uôc", "ôe" can become nothing.
bool can_become_rime(std::string_view rime);
/// Is it a whole rime as it stands?
bool is_rime(std::string_view rime);

}  // namespace motcua::text::detail
