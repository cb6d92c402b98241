// What people type and what scanners read: any bytes give a text, a number or a finding.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "shared/calendar/date.hpp"
#include "shared/identity/card_qr.hpp"
#include "shared/identity/identity.hpp"
#include "shared/identity/name.hpp"
#include "shared/text/text.hpp"
#include "shared/text/typing.hpp"

namespace {

using namespace motcua;

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// However often it is pressed, backspace comes to an end.
void delete_all(std::string keys, const text::Typing& typing) {
    for (std::size_t presses = keys.size(); !keys.empty(); --presses) {
        require(presses > 0);
        keys = text::keys_without_last_letter(keys, typing);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    for (const text::TypingMethod method : {text::TypingMethod::Telex, text::TypingMethod::Vni}) {
        for (const text::ToneStyle tones : {text::ToneStyle::Old, text::ToneStyle::New}) {
            const text::Typing typing{method, tones};
            const std::string line = text::typed_line(typed, typing);
            require(text::is_utf8(line) || !text::is_utf8(typed));
            delete_all(std::string(typed.substr(0, 40)), typing);
        }
    }
    if (!text::is_utf8(typed)) {
        return 0;
    }
    const std::string composed = text::nfc(typed);
    require(text::nfc(composed) == composed);
    require(identity::same_name(composed, composed) == identity::NameMatch::Same);
    static_cast<void>(identity::read_card_qr(typed).ok());
    identity::check_tax_code(identity::normalise_tax_code(typed));
    identity::check_phone(identity::normalise_phone(typed));
    identity::check_citizen_id(identity::compact_number(typed));
    if (const auto date = calendar::parse_typed(typed)) {
        require(calendar::parse_iso(calendar::iso(*date)) == date);
    }
    return 0;
}
