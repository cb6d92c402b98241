#pragma once

#include <string>
#include <vector>

#include "shared/core/result.hpp"

namespace motcua::kiosk {

/// One line of a script: what a person would do next, or what has to be seen.
struct Step {
    enum class Verb {
        Press,   ///< press ID: the pointer goes to the middle of it, down, up; "slot/*": of the first such
        Type,    ///< type ID WORDS: presses the field, replaces what is in it, leaves it
        Text,    ///< text WORDS: puts text where the focus is, as an input method would
        Keys,    ///< keys WORDS: presses these keys where the focus is
        Key,     ///< key Tab | Shift-Tab | Enter | Space | Up | Down | Left | Right | Escape | Backspace
        Wait,    ///< wait ID: until the page or a node of this id is there; half a minute at most
        Expect,  ///< expect WORDS: the page shows them
        Shot,    ///< shot FILE: saves a picture
    };
    Verb verb = Verb::Press;
    std::string id;     ///< Press, Type, Wait
    std::string words;  ///< Type, Text, Keys, Key, Expect, Shot
    int line = 0;
};

/// Empty lines and lines that begin with '#' are skipped. InvalidInput names the line.
Result<std::vector<Step>> read_script(const std::string& text);

}  // namespace motcua::kiosk
