#include "shared/words/words.hpp"

#include <array>
#include <string_view>

#include "shared/text/text.hpp"

namespace motcua::words {
namespace {

constexpr std::array<std::string_view, 10> kDigits = {"không", "một", "hai", "ba",  "bốn",
                                                      "năm",   "sáu", "bảy", "tám", "chín"};
constexpr std::uint64_t kBillion = 1'000'000'000;

void add(std::string& words, std::string_view word) {
    if (!words.empty()) {
        words.push_back(' ');
    }
    words.append(word);
}

void add_unit(std::string& words, std::size_t tens, std::size_t unit) {
    if (unit == 1 && tens >= 2) {
        add(words, "mốt");
    } else if (unit == 4 && tens >= 2) {
        add(words, "tư");
    } else if (unit == 5 && tens >= 1) {
        add(words, "lăm");
    } else if (unit != 0) {
        add(words, kDigits[unit]);
    }
}

/// 1 to 999. What comes first in a number leaves its empty hundreds out, what follows names them.
void add_group(std::string& words, std::size_t group, const Style& style) {
    const std::size_t hundreds = group / 100;
    const std::size_t tens = group / 10 % 10;
    const bool first = words.empty();
    if (hundreds != 0 || !first) {
        add(words, kDigits[hundreds]);
        add(words, "trăm");
    }
    if (tens >= 2) {
        add(words, kDigits[tens]);
        add(words, "mươi");
    } else if (tens == 1) {
        add(words, "mười");
    } else if (group % 10 != 0 && !words.empty()) {
        add(words, style.empty_tens == EmptyTens::Linh ? "linh" : "lẻ");
    }
    add_unit(words, tens, group % 10);
}

/// Thousands of billions are read as a number of their own: "chín triệu … tỷ".
void add_number(std::string& words, std::uint64_t value, const Style& style) {
    if (value >= kBillion) {
        add_number(words, value / kBillion, style);
        add(words, "tỷ");
        value %= kBillion;
    }
    struct Group {
        std::uint64_t size;
        std::string_view name;
    };
    const std::array<Group, 3> groups = {
        {{1'000'000, "triệu"}, {1000, style.thousand == Thousand::Nghin ? "nghìn" : "ngàn"}, {1, ""}}};
    for (const Group& group : groups) {
        if (value / group.size != 0) {
            add_group(words, static_cast<std::size_t>(value / group.size), style);
            if (!group.name.empty()) {
                add(words, group.name);
            }
        }
        value %= group.size;
    }
}

/// Beginning with a capital letter.
std::string sentence(const std::string& words) {
    std::size_t end = 0;
    text::next_code_point(words, end);
    return text::upper(words.substr(0, end)) + words.substr(end);
}

}  // namespace

std::string number(std::int64_t value, const Style& style) {
    if (value == 0) {
        return std::string(kDigits[0]);
    }
    std::string words;
    const auto bits = static_cast<std::uint64_t>(value);
    add_number(words, value < 0 ? 0 - bits : bits, style);
    return value < 0 ? "âm " + words : words;
}

std::string amount(std::int64_t dong, Rounding rounding, const Style& style) {
    return sentence(number(dong, style)) + (rounding == Rounding::Even ? " đồng chẵn" : " đồng");
}

std::string date(const calendar::Date& date, DayName day_name, const Style& style) {
    const std::string_view mung = day_name == DayName::Mung && date.day <= 10 ? "mùng " : "";
    const std::string month = date.month == 4 ? "tư" : number(date.month, style);
    return "Ngày " + std::string(mung) + number(date.day, style) + " tháng " + month + " năm " +
           number(date.year, style);
}

}  // namespace motcua::words
