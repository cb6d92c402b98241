#include "shared/places/search.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/text/text.hpp"

namespace motcua::places {
namespace {

using Name = std::pair<std::string_view, std::string_view>;

/// Kinds as people write them, and as they stand in search keys.
constexpr std::array<Name, 10> kKinds = {{{"xa ", "xa "},
                                          {"x ", "xa "},
                                          {"phuong ", "phuong "},
                                          {"p ", "phuong "},
                                          {"dac khu ", "dac khu "},
                                          {"dk ", "dac khu "},
                                          {"tinh ", "tinh "},
                                          {"t ", "tinh "},
                                          {"thanh pho ", "thanh pho "},
                                          {"tp ", "thanh pho "}}};

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

/// Takes the first word off.
std::string_view next_word(std::string_view& words) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    return word;
}

/// Which letters occur: a … z, and one bit for all others.
std::uint32_t letters_of(std::string_view key) {
    std::uint32_t letters = 0;
    for (const char c : key) {
        if (c != ' ') {
            const auto bit = static_cast<std::uint32_t>(c >= 'a' && c <= 'z' ? c - 'a' : 26);
            letters |= 1U << bit;
        }
    }
    return letters;
}

/// Does each wanted word begin the word of `name` at its place? Exact and Prefix when the name
/// begins with the whole text, Words when words are shortened, else None.
Rank begin_of(std::string_view name, std::string_view wanted) {
    std::size_t at = 0;
    bool shortened = false;
    for (const char c : wanted) {
        if (c == ' ' && at < name.size() && name[at] != ' ') {
            shortened = true;
            at = std::min(name.find(' ', at), name.size());
        }
        if (at == name.size() || name[at] != c) {
            return Rank::None;
        }
        ++at;
    }
    if (shortened) {
        return Rank::Words;
    }
    return at == name.size() && !wanted.empty() ? Rank::Exact : Rank::Prefix;
}

bool later_words_begin(std::string_view name, std::string_view wanted) {
    for (std::size_t gap = name.find(' '); gap != std::string_view::npos; gap = name.find(' ', gap + 1)) {
        if (begin_of(name.substr(gap + 1), wanted) != Rank::None) {
            return true;
        }
    }
    return false;
}

/// "ho chi minh" begins with the initials "hcm".
bool initials_begin(std::string_view name, std::string_view wanted) {
    std::size_t next = 0;
    for (const char c : wanted) {
        if (next >= name.size() || name[next] != c) {
            return false;
        }
        next = std::min(name.find(' ', next), name.size()) + 1;
    }
    return true;
}

Rank rank_of(const SearchKey& unit, std::string_view wanted) {
    const std::string_view name = unit.name();
    if (const Rank rank = begin_of(name, wanted); rank != Rank::None) {
        return rank;
    }
    if (later_words_begin(name, wanted)) {
        return Rank::LaterWords;
    }
    if (wanted.size() >= 2 && (initials_begin(name, wanted) || initials_begin(unit.text, wanted))) {
        return Rank::Initials;
    }
    return unit.text.find(wanted) == std::string::npos ? Rank::None : Rank::Inside;
}

}  // namespace

SearchKey search_key_of(std::string_view full) {
    SearchKey key{text::search_key(full), 0, 0};
    for (const auto& [written, kind] : kKinds) {
        if (starts_with(key.text, kind)) {
            key.name_at = kind.size();
            break;
        }
    }
    key.letters = letters_of(key.text);
    return key;
}

Query::Query(std::string_view key, std::string_view spelling) {
    readings_.push_back({"", std::string(key), letters_of(key)});
    for (const auto& [written, kind] : kKinds) {
        if (key.size() > written.size() && starts_with(key, written)) {
            const std::string_view name = key.substr(written.size());
            readings_.push_back({kind, std::string(name), letters_of(name)});
            break;
        }
    }
    // A single letter says nothing, and would be compared with half the country.
    if (spelling != key && key.size() > 1) {
        marked_ = spelling;
    }
}

Rank Query::rank(const SearchKey& unit) const {
    Rank best = Rank::None;
    for (const Reading& reading : readings_) {
        const bool possible = (reading.letters & ~unit.letters) == 0 && starts_with(unit.text, reading.kind);
        if (possible) {
            best = std::min(best, rank_of(unit, reading.name));
        }
    }
    return best;
}

bool Query::agrees(std::string_view unit_full) const {
    if (marked_.empty()) {
        return true;
    }
    const std::string spelled = " " + text::spelling_key(unit_full);
    std::string_view words = marked_;
    while (!words.empty()) {
        const std::string_view word = next_word(words);
        const bool abbreviated = text::search_key(word) == word;
        if (!abbreviated && spelled.find(" " + std::string(word)) == std::string::npos) {
            return false;
        }
    }
    return true;
}

}  // namespace motcua::places
