#include "shared/text/rimes.hpp"

#include <algorithm>
#include <array>

namespace motcua::text::detail {
namespace {

/// Vowels, and what may follow them: codas separated by spaces, "-" for none. Rimes in k are
/// those of place names in the Central Highlands (Đắk Lắk).
struct Row {
    std::string_view vowels;
    std::string_view codas;
};

constexpr std::array<Row, 29> kRows = {{
    {"a", "- c ch i k m n ng nh o p t u y"},
    {"A", "- c k m n ng p t"},
    {"B", "- c k m n ng p t u y"},
    {"e", "- c ch k m n ng nh o p t"},
    {"E", "- c ch k m n ng nh p t u"},
    {"i", "- a c ch k m n ng nh p t u"},
    {"o", "- c i k m n ng p t"},
    {"O", "- c i k m n ng p t"},
    {"W", "- c i k m n ng p t u"},
    {"u", "- a c i k m n ng p t u y"},
    {"U", "- a c i k m n ng p t u"},
    {"y", "- c ch m n ng nh p t u"},
    {"iE", "- c k m n ng p t u"},
    {"yE", "- c m n ng p t u"},
    {"oa", "- c ch i k m n ng nh o p t u y"},
    {"oA", "- c k m n ng p t"},
    {"oe", "- c m n ng nh o p t"},
    {"oo", "- c k m n ng p t"},
    {"ua", "c ch i k m n ng nh o p t y"},
    {"uB", "- c m n ng p t u y"},
    {"ue", "- c ch m n ng nh o p t"},
    {"uE", "- c ch m n ng nh p t u"},
    {"uO", "- c i k m n ng p t"},
    {"uW", "- m n p t"},
    {"UW", "- c i k m n ng p t u"},
    {"uy", "- a c ch m n ng nh p t u"},
    {"uyE", "- c m n ng p t u"},
    {"ea", "- c k m n ng p t"},  // Ea Súp, Êa Kar
    {"Ea", "-"},
}};

char without_mark(char vowel) {
    switch (vowel) {
        case 'A':
        case 'B':
            return 'a';
        case 'E':
            return 'e';
        case 'O':
        case 'W':
            return 'o';
        case 'U':
            return 'u';
        default:
            return vowel;
    }
}

/// Is `rime` the beginning of `vowels` + `coda`, marks still to come left aside?
bool begins(std::string_view rime, std::string_view vowels, std::string_view coda) {
    if (rime.size() > vowels.size() + coda.size()) {
        return false;
    }
    for (std::size_t i = 0; i < rime.size(); ++i) {
        const char whole = i < vowels.size() ? vowels[i] : coda[i - vowels.size()];
        if (rime[i] != whole && rime[i] != without_mark(whole)) {
            return false;
        }
    }
    return true;
}

/// Does `fits` hold for some rime of the table?
template <class Fits>
bool any_rime(Fits fits) {
    for (const Row& row : kRows) {
        std::string_view codas = row.codas;
        while (!codas.empty()) {
            const std::size_t end = std::min(codas.find(' '), codas.size());
            const std::string_view coda = codas.substr(0, end) == "-" ? "" : codas.substr(0, end);
            if (fits(row.vowels, coda)) {
                return true;
            }
            codas.remove_prefix(std::min(end + 1, codas.size()));
        }
    }
    return false;
}

}  // namespace

bool can_become_rime(std::string_view rime) {
    return any_rime(
        [&](std::string_view vowels, std::string_view coda) { return begins(rime, vowels, coda); });
}

bool is_rime(std::string_view rime) {
    return any_rime([&](std::string_view vowels, std::string_view coda) {
        return rime.size() == vowels.size() + coda.size() && rime.substr(0, vowels.size()) == vowels &&
               rime.substr(vowels.size()) == coda;
    });
}

}  // namespace motcua::text::detail
