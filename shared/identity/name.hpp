#pragma once

#include <string_view>

namespace motcua::identity {

/// How alike two names of persons are.
enum class NameMatch {
    Same,         ///< letter for letter, whatever the case, the spaces and the place of the tone
    SameLetters,  ///< the same but for marks: "Nguyen Van Hung" and "Nguyễn Văn Hùng"
    Different,
};

/// Compares two names: capitals, spaces, signs between words, composed or decomposed letters and
/// the place of the tone ("Hoà" and "Hòa") make no difference. This is advice for whoever looks
/// at the dossier: papers spell names differently, so nothing is refused because of it.
NameMatch same_name(std::string_view a, std::string_view b);

}  // namespace motcua::identity
