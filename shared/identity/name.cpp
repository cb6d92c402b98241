#include "shared/identity/name.hpp"

#include "shared/text/text.hpp"

namespace motcua::identity {

NameMatch same_name(std::string_view a, std::string_view b) {
    if (text::spelling_key(a) == text::spelling_key(b)) {
        return NameMatch::Same;
    }
    return text::search_key(a) == text::search_key(b) ? NameMatch::SameLetters : NameMatch::Different;
}

}  // namespace motcua::identity
