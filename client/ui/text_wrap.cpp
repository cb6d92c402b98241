#include "client/ui/text_wrap.hpp"

#include <cstddef>

#include "client/ui/utf8.hpp"

namespace motcua::ui {
namespace {

bool breaks_after(char c) {
    return c == '-' || c == '/';
}

/// End of the word that starts at `from`: its last character, without the space behind it.
std::size_t word_end(std::string_view text, std::size_t from) {
    std::size_t at = from;
    while (at < text.size() && text[at] != ' ') {
        // A date's or number's own slashes and hyphens stay together.
        const bool after_letter = at > from && (text[at - 1] < '0' || text[at - 1] > '9');
        const bool more = at + 1 < text.size() && text[at + 1] != ' ';
        ++at;
        if (breaks_after(text[at - 1]) && after_letter && more) {
            break;
        }
    }
    return at;
}

/// The longest beginning of text[from, end) that fits, at least one code point.
std::size_t fitting_part(std::string_view text, std::size_t from, std::size_t end, const TextStyle& style,
                         float width, const Measure& measure) {
    std::size_t at = from;
    next_char(text, at);
    while (at < end) {
        std::size_t next = at;
        next_char(text, next);
        if (measure(text.substr(from, next - from), style) > width) {
            break;
        }
        at = next;
    }
    return at;
}

void wrap_paragraph(std::string_view text, const TextStyle& style, float width, const Measure& measure,
                    std::vector<std::string_view>& lines) {
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t word = at;
        while (word < text.size() && text[word] == ' ') {
            ++word;
        }
        if (word == text.size()) {
            break;
        }
        const std::size_t stop = word_end(text, word);
        if (measure(text.substr(start, stop - start), style) <= width) {
            end = stop;
            at = stop;
        } else if (end > start) {
            lines.push_back(text.substr(start, end - start));
            start = word;
            end = word;
            at = word;
        } else {
            start = word;
            at = fitting_part(text, word, stop, style, width, measure);
            end = at;
        }
    }
    lines.push_back(text.substr(start, end - start));
}

}  // namespace

std::vector<std::string_view> wrap(std::string_view text, const TextStyle& style, float width,
                                   const Measure& measure) {
    std::vector<std::string_view> lines;
    std::size_t from = 0;
    while (true) {
        const std::size_t newline = text.find('\n', from);
        const std::size_t end = newline == std::string_view::npos ? text.size() : newline;
        wrap_paragraph(text.substr(from, end - from), style, width, measure, lines);
        if (newline == std::string_view::npos) {
            return lines;
        }
        from = newline + 1;
    }
}

}  // namespace motcua::ui
