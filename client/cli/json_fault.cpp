#include "client/cli/json_fault.hpp"

#include <algorithm>
#include <string>

#include "shared/text/text.hpp"
#include "shared/text/utf8.hpp"

namespace motcua::cli {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kWordCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.";

/// What may follow a text that is JSON as far as it goes.
class Before {
public:
    explicit Before(std::string_view text) : text_(text) {
        while (at_ < text_.size()) {
            step();
        }
    }

    [[nodiscard]] const std::string& expected() const { return expected_; }

private:
    void step() {
        const char c = text_[at_];
        if (c == '"') {
            pass_string();
        } else if (kWordCharacters.find(c) != std::string_view::npos) {
            pass_word();
        } else {
            ++at_;
            pass_sign(c);
        }
    }

    void pass_sign(char sign) {
        if (sign == '{' || sign == '[') {
            open_.push_back(sign);
            is_name_ = sign == '{';
            expected_ = is_name_ ? "a name in double quotes or '}'" : "a value or ']'";
        } else if (sign == '}' || sign == ']') {
            open_.pop_back();
            end_value();
        } else if (sign == ',') {
            is_name_ = open_.back() == '{';
            expected_ = is_name_ ? "a name in double quotes after the comma" : "a value after the comma";
        } else if (sign == ':') {
            is_name_ = false;
            expected_ = "a value";
        }
    }

    void pass_string() {
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            at_ += text_[at_] == '\\' ? 1U : 0U;
        }
        if (at_ >= text_.size()) {
            expected_ = R"(the closing '"')";
        } else if (is_name_) {
            expected_ = "':'";
        } else {
            end_value();
        }
        ++at_;
    }

    void pass_word() {
        const std::size_t end = std::min(text_.find_first_not_of(kWordCharacters, at_), text_.size());
        const std::string_view word = text_.substr(at_, end - at_);
        at_ = end;
        end_value();
        for (const std::string_view literal : {"true"sv, "false"sv, "null"sv}) {
            if (word.size() < literal.size() && literal.substr(0, word.size()) == word) {
                expected_ = literal;
            }
        }
        if (word == "-") {
            expected_ = "a digit";
        }
    }

    void end_value() {
        is_name_ = false;
        expected_ = open_.empty() ? "the end of the text" : open_.back() == '{' ? "',' or '}'" : "',' or ']'";
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string open_;  ///< The brackets around this place
    bool is_name_ = false;
    std::string expected_ = "a value";
};

/// At least `width` digits.
std::string hexadecimal(char32_t number, std::size_t width) {
    std::string text;
    for (; number != 0 || text.size() < width; number /= 16) {
        text.insert(text.begin(), "0123456789ABCDEF"[number % 16]);
    }
    return text;
}

/// Would somebody see it, and as itself?
bool is_visible(char32_t c) {
    const bool sign = (c > 0x20 && c < 0x7F) || (c > 0xA0 && c < 0x180 && c != 0xAD) ||
                      (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E);
    return sign || text::is_letter(c);
}

/// "'x'", "'“' (U+201C)", "U+000A", "the byte 0xE9".
std::string shown(std::string_view text, std::size_t offset) {
    const std::size_t length = text::sequence_length(text, offset);
    if (length == 0) {
        return "the byte 0x" + hexadecimal(static_cast<unsigned char>(text[offset]), 2);
    }
    std::size_t next = offset;
    const char32_t c = text::next_code_point(text, next);
    if (!is_visible(c)) {
        return "U+" + hexadecimal(c, 4);
    }
    const std::string quote = c == '\'' ? "\"" : "'";
    const std::string sign = quote + std::string(text.substr(offset, length)) + quote;
    return c < 0x7F ? sign : sign + " (U+" + hexadecimal(c, 4) + ")";
}

std::size_t offset_of(std::string_view text, const Finding& finding) {
    std::size_t line = 1;
    std::size_t column = 1;
    for (const auto& [name, value] : finding.args) {
        (name == "line" ? line : column) = std::stoul(value);
    }
    std::size_t offset = 0;
    for (; line > 1; --line) {
        offset = text.find('\n', offset) + 1;
    }
    return std::min(offset + column - 1, text.size());
}

/// The whole number, key or escape that the reader points at the beginning of.
std::string piece(std::string_view text, std::size_t offset, std::string_view code) {
    constexpr std::size_t kMost = 40;
    const std::string_view rest = text.substr(offset);
    std::size_t length = std::min(rest.find_first_not_of(kWordCharacters), rest.size());
    if (code == "json.surrogate") {
        length = std::min<std::size_t>(6, rest.size());
    } else if (code == "json.duplicate_key") {
        length = 1;
        while (rest[length] != '"') {
            length += rest[length] == '\\' ? 2U : 1U;
        }
        ++length;
    }
    if (length <= kMost) {
        return std::string(rest.substr(0, length));
    }
    while (length > kMost || (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U) {
        --length;
    }
    return std::string(rest.substr(0, length)) + "…";
}

/// "" for UTF-8 and whatever else has no zeros where UTF-16 and UTF-32 have them.
std::string_view encoding_of(std::string_view text) {
    const std::string_view start = text.substr(0, 4);
    if (start == "\xFF\xFE\0\0"sv || start == "\0\0\xFE\xFF"sv) {
        return "UTF-32";
    }
    if (start.substr(0, 2) == "\xFF\xFE" || start.substr(0, 2) == "\xFE\xFF") {
        return "UTF-16";
    }
    const auto zeros = std::count(start.begin(), start.end(), '\0');
    const bool outside = start.size() == 4 && (start.front() == '\0') != (start.back() == '\0');
    return !outside ? "" : zeros == 3 ? "UTF-32" : zeros == 2 ? "UTF-16" : "";
}

}  // namespace

Finding explained_fault(std::string_view text, const Finding& finding) {
    Finding explained = finding;
    const auto add = [&explained](const char* name, std::string_view value) {
        explained.args.emplace_back(name, value);
    };
    if (finding.code == "json.too_large") {
        return explained;
    }
    if (const std::string_view encoding = encoding_of(text); !encoding.empty()) {
        explained.code = "json.encoding";
        add("found", encoding);
        return explained;
    }
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        explained.code = "json.byte_order_mark";
        return explained;
    }
    const std::size_t offset = offset_of(text, finding);
    const bool whole = finding.code == "json.number" || finding.code == "json.duplicate_key" ||
                       finding.code == "json.surrogate";
    const bool escape = finding.code == "json.escape" && text[offset] == '\\';
    add("found", offset == text.size() ? "the end of the text"
                 : whole               ? piece(text, offset, finding.code)
                 : escape              ? "'\\' before " + shown(text, offset + 1)
                                       : shown(text, offset));
    add("expected", finding.code != "json.escape" ? Before(text.substr(0, offset)).expected()
                    : escape                      ? R"(one of \" \\ \/ \b \f \n \r \t \u)"
                                                  : R"(four digits 0-9 a-f after \u)");
    return explained;
}

}  // namespace motcua::cli
