#include "shared/form/amount.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "shared/calendar/date.hpp"
#include "shared/json/number.hpp"

namespace motcua::form {
namespace {

constexpr std::size_t kMaxDigits = 15;  // Every such number is a double of its own.

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Do these separators stand where thousands are grouped: "1.250.000"?
bool groups_thousands(std::string_view text, char separator) {
    std::size_t begin = text.find(separator);
    if (begin == 0 || begin > 3 || text.front() == '0') {
        return false;
    }
    while (begin != std::string_view::npos) {
        const std::size_t end = text.find(separator, begin + 1);
        if (!all_digits(text.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1)) ||
            std::min(end, text.size()) - begin != 4) {
            return false;
        }
        begin = end;
    }
    return true;
}

std::string without(std::string_view text, std::string_view signs) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out),
                 [&](char c) { return signs.find(c) == std::string_view::npos; });
    return out;
}

/// Without leading zeros before, and trailing zeros after the point.
std::string trimmed_number(std::string_view whole, std::string_view decimals) {
    std::string number(whole.substr(std::min(whole.find_first_not_of('0'), whole.size() - 1)));
    if (const std::size_t last = decimals.find_last_not_of('0'); last != std::string_view::npos) {
        number.append(".").append(decimals.substr(0, last + 1));
    }
    return number;
}

/// What separates the decimals: the last of the separators, unless it groups thousands.
std::size_t decimal_sign(std::string_view number, int scale) {
    const std::size_t at = number.find_last_of(".,");
    if (at == std::string_view::npos) {
        return at;
    }
    const char sign = number[at];
    const bool both = number.find(sign == '.' ? ',' : '.') != std::string_view::npos;
    if (both) {
        return at;
    }
    const bool once = number.find(sign) == at;
    const bool thousands = groups_thousands(number, sign) && (!once || scale < 3);
    return thousands ? std::string_view::npos : at;
}

std::string grouped(std::string_view digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            out.push_back('.');
        }
        out.push_back(digits[i]);
    }
    return out;
}

}  // namespace

std::optional<double> number_value(std::string_view answer) {
    const std::size_t point = std::min(answer.find('.'), answer.size());
    const std::string_view whole = answer.substr(0, point);
    const bool has_decimals = point < answer.size();
    const bool plain = all_digits(whole) && (whole.size() == 1 || whole.front() != '0') &&
                       (!has_decimals || all_digits(answer.substr(point + 1)));
    if (!plain || answer.size() - (has_decimals ? 1 : 0) > kMaxDigits) {
        return std::nullopt;
    }
    return json::nearest_double(answer);
}

int decimals_of(std::string_view number) {
    const std::size_t point = number.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

std::string normalise_number(std::string_view typed, int scale) {
    const std::string number = without(typed, " ");
    const std::size_t sign = decimal_sign(number, scale);
    const std::string_view all = number;
    const std::string_view before = all.substr(0, sign);
    const std::string_view decimals = sign == std::string_view::npos ? "" : all.substr(sign + 1);
    const char group = before.find('.') != std::string_view::npos ? '.' : ',';
    const bool is_grouped = before.find(group) != std::string_view::npos;
    if (is_grouped && !groups_thousands(before, group)) {
        return std::string(typed);
    }
    const std::string whole = without(before, std::string_view(&group, 1));
    if (!all_digits(whole) || (sign != std::string_view::npos && !all_digits(decimals))) {
        return std::string(typed);
    }
    return trimmed_number(whole, decimals);
}

std::string normalise_money(std::string_view typed) {
    constexpr std::array<std::string_view, 9> kNames = {"đồng", "Đồng", "ĐỒNG", "VNĐ", "vnđ",
                                                        "VND",  "vnd",  "đ",    "₫"};
    std::string_view amount = typed;
    for (const std::string_view name : kNames) {
        if (amount.size() > name.size() && amount.substr(amount.size() - name.size()) == name) {
            amount.remove_suffix(name.size());
            break;
        }
    }
    const std::string compact = without(amount, " ");
    for (const char sign : {'.', ','}) {
        if (compact.find(sign) != std::string::npos && groups_thousands(compact, sign)) {
            return without(compact, std::string_view(&sign, 1));
        }
    }
    return all_digits(compact) ? trimmed_number(compact, "") : std::string(typed);
}

std::string shown_number(std::string_view number) {
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::string_view whole = number.substr(0, point);
    if (!number_value(number)) {
        return std::string(number);
    }
    // Four digits are a year or a house number more often than an amount.
    std::string shown = whole.size() > 4 ? grouped(whole) : std::string(whole);
    if (point < number.size()) {
        shown.append(",").append(number.substr(point + 1));
    }
    return shown;
}

std::string shown_dong(std::string_view digits) {
    return all_digits(digits) ? grouped(digits) + " đ" : std::string(digits);
}

std::string normalise_time(std::string_view typed) {
    std::string time = without(typed, " ");
    for (const std::string_view sign : {"giờ", "h", "H", "g", "."}) {
        if (const std::size_t at = time.find(sign); at != std::string::npos) {
            time.replace(at, sign.size(), ":");
            break;
        }
    }
    const std::size_t colon = time.find(':');
    if (colon == std::string::npos && all_digits(time) && (time.size() == 3 || time.size() == 4)) {
        time.insert(time.size() - 2, ":");
    } else if (colon + 1 == time.size()) {
        time += "00";
    }
    if (time.find(':') == 1) {
        time.insert(0, "0");
    }
    return calendar::parse_minute(time) ? time : std::string(typed);
}

std::vector<std::string_view> between_commas(std::string_view list) {
    std::vector<std::string_view> items;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        items.push_back(list.substr(begin, end - begin));
        begin = end + 1;
        if (begin == list.size()) {
            items.push_back({});
        }
    }
    return items;
}

}  // namespace motcua::form
