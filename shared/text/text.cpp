#include "shared/text/text.hpp"

#include "shared/text/tables.hpp"
#include "shared/text/utf8.hpp"

namespace motcua::text {
namespace {

bool is_space(char32_t c) {
    // U+200B and U+FEFF have no width, but come along when text is copied from elsewhere.
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000 || c == 0xFEFF;
}

bool is_mark(char32_t c) {
    return c >= 0x0300 && c <= 0x036F;
}

// "Ea H'leo" is also written "Ea Hleo".
bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC;
}

/// Neither letter nor digit: what separates words in a search key.
bool is_separator(char32_t c) {
    const bool ascii_sign = c < 0x80 && !(c >= '0' && c <= '9') && !is_letter(c);
    const bool latin1_sign = c >= 0x80 && c <= 0xBF;
    return ascii_sign || latin1_sign || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || is_space(c);
}

char32_t base_of(char32_t code_point) {
    if (code_point < 0x80) {
        return code_point;
    }
    while (const detail::Composition* parts = detail::decomposition_of(code_point)) {
        code_point = parts->first;
    }
    return code_point;
}

/// Words of letters and digits with one space between them; `append` writes a letter, given
/// without its marks and whole.
template <class Append>
std::string key_of(std::string_view text, Append append) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t code_point = next_code_point(text, offset);
        if (is_mark(code_point) || is_apostrophe(code_point)) {
            continue;
        }
        const char32_t base = base_of(code_point);
        if (is_separator(base)) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) {
            out.push_back(' ');
        }
        gap = false;
        append(base, code_point, out);
    }
    return out;
}

}  // namespace

std::string squeeze(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t start = offset;
        if (is_space(next_code_point(text, offset))) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) {
            out.push_back(' ');
        }
        gap = false;
        out.append(text.substr(start, offset - start));
    }
    return out;
}

bool is_plain_line(std::string_view text) {
    // A space before everything: one that begins the text is a second one.
    unsigned char before = ' ';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        // Leads of other white space, of marks, and of all that is rare in answers.
        const bool rare = byte < 0x20 || byte == 0xCC || byte == 0xCD || byte == 0xE2 || byte == 0xE3 ||
                          byte >= 0xEF || (before == 0xE1 && byte == 0x9A) ||
                          (before == 0xC2 && (byte == 0x85 || byte == 0xA0));
        if (rare || (byte == ' ' && before == ' ')) {
            return false;
        }
        before = byte;
    }
    return before != ' ';
}

bool is_upper(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        if (detail::is_small(next_code_point(text, offset))) {
            return false;
        }
    }
    return true;
}

std::string upper(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        append_utf8(detail::upper_of(next_code_point(text, offset)), out);
    }
    return out;
}

std::string search_key(std::string_view text) {
    return key_of(text, [](char32_t base, char32_t, std::string& out) {
        if (base < 0x80) {
            const bool capital = base >= 'A' && base <= 'Z';
            out.push_back(static_cast<char>(capital ? base + ('a' - 'A') : base));
            return;
        }
        const char32_t letter = detail::lower_of(base);
        const std::string_view plain = detail::plain_of(letter);
        if (plain.empty()) {
            append_utf8(letter, out);
        } else {
            out.append(plain);
        }
    });
}

std::string spelling_key(std::string_view text) {
    return key_of(place_tones(nfc(text), TonePlace::First), [](char32_t, char32_t whole, std::string& out) {
        append_utf8(detail::lower_of(whole), out);
    });
}

bool is_letter(char32_t c) {
    const bool ascii = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool latin = c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
    return ascii || latin || (c >= 0x1E00 && c <= 0x1EFF);
}

bool is_printable_repertoire(std::string_view text, std::string* first_bad) {
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t start = offset;
        const char32_t c = next_code_point(text, offset);
        if (c != '\n' && !detail::is_printable(c)) {
            if (first_bad != nullptr) {
                *first_bad = std::string(text.substr(start, offset - start));
            }
            return false;
        }
    }
    return true;
}

}  // namespace motcua::text
