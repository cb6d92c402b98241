#include "shared/places/words.hpp"

#include <algorithm>
#include <utility>

#include "shared/text/text.hpp"

namespace motcua::places {
namespace {

constexpr std::string_view kGaps = " \t\r\n,;";
constexpr std::string_view kEnds = "\n,;";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "p12" → "p", "12"; "05" → "5".
std::vector<std::string> parts_of(std::string_view key) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const bool gap = key[i] == ' ';
        const bool begins = i == 0 || gap || is_digit(key[i]) != is_digit(key[i - 1]);
        if (begins && (parts.empty() || !parts.back().empty())) {
            parts.emplace_back();
        }
        if (!gap) {
            parts.back().push_back(key[i]);
        }
    }
    for (std::string& part : parts) {
        const std::size_t zeros = part.find_first_not_of('0');
        part.erase(0, zeros == std::string::npos ? 0 : zeros);
    }
    return parts;
}

/// What stands between two spaces or commas; of no words when it is signs only.
void add_words(std::string_view piece, std::size_t at, bool opens, std::vector<Word>& words) {
    std::vector<std::string> plain = parts_of(text::search_key(piece));
    std::vector<std::string> spelled = parts_of(text::spelling_key(piece));
    if (spelled.size() != plain.size()) {
        spelled = plain;
    }
    for (std::size_t i = 0; i < plain.size(); ++i) {
        words.push_back({std::move(plain[i]), std::move(spelled[i]), at, opens && i == 0});
    }
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    bool opens = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(kGaps, at), text.size());
        const std::string_view piece = text.substr(at, end - at);
        const std::size_t known = words.size();
        add_words(piece, at, opens, words);
        opens = words.size() == known && (opens || !piece.empty());
        opens = opens || (end < text.size() && kEnds.find(text[end]) != std::string_view::npos);
        at = end + 1;
    }
    return words;
}

std::string plain_words(std::string_view name) {
    std::string key = text::search_key(name);
    if (std::none_of(key.begin(), key.end(), is_digit)) {
        return key;
    }
    std::string joined;
    for (const std::string& part : parts_of(key)) {
        joined += (joined.empty() ? "" : " ") + part;
    }
    return joined;
}

std::string_view take_until(std::string_view& text, char sign) {
    const std::size_t end = std::min(text.find(sign), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

}  // namespace motcua::places
