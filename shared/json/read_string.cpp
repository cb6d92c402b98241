#include "shared/json/reader.hpp"
#include "shared/text/utf8.hpp"

namespace motcua::json::detail {
namespace {

constexpr char32_t kHighSurrogates = 0xD800;
constexpr char32_t kLowSurrogates = 0xDC00;
constexpr char32_t kAfterSurrogates = 0xE000;

}  // namespace

bool Reader::read_string(std::string& out) {
    ++offset_;
    std::size_t plain_from = offset_;
    while (true) {
        if (at_end()) {
            return fail("json.unexpected_end");
        }
        const unsigned char here = byte();
        if (here >= 0x80) {
            if (!skip_utf8_sequence()) {
                return false;
            }
        } else if (here < 0x20) {
            return fail("json.control_character");
        } else if (here != '"' && here != '\\') {
            ++offset_;
        } else {
            out.append(text_.substr(plain_from, offset_ - plain_from));
            if (here == '"') {
                ++offset_;
                return true;
            }
            if (!read_escape(out)) {
                return false;
            }
            plain_from = offset_;
        }
    }
}

bool Reader::skip_utf8_sequence() {
    const std::size_t length = text::sequence_length(text_, offset_);
    if (length == 0) {
        return fail("json.utf8");
    }
    offset_ += length;
    return true;
}

bool Reader::read_escape(std::string& out) {
    const std::size_t start = offset_;
    ++offset_;
    if (at_end()) {
        return fail("json.unexpected_end");
    }
    static constexpr std::string_view kLetters = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const char letter = text_[offset_];
    ++offset_;
    if (letter == 'u') {
        return read_unicode_escape(out);
    }
    const std::size_t index = kLetters.find(letter);
    if (index == std::string_view::npos) {
        return fail_at("json.escape", start);
    }
    out.push_back(kMeanings[index]);
    return true;
}

bool Reader::read_unicode_escape(std::string& out) {
    const std::size_t start = offset_ - 2;
    char32_t code_point = 0;
    if (!read_hex4(code_point)) {
        return false;
    }
    if (code_point >= kLowSurrogates && code_point < kAfterSurrogates) {
        return fail_at("json.surrogate", start);
    }
    if (code_point >= kHighSurrogates && code_point < kLowSurrogates) {
        const std::string_view next = text_.substr(offset_, 2);
        if (next.empty() || next == "\\") {
            return fail_at("json.unexpected_end", text_.size());
        }
        if (next != "\\u") {
            return fail_at("json.surrogate", start);
        }
        offset_ += 2;
        char32_t low = 0;
        if (!read_hex4(low)) {
            return false;
        }
        if (low < kLowSurrogates || low >= kAfterSurrogates) {
            return fail_at("json.surrogate", start);
        }
        code_point = 0x10000 + ((code_point - kHighSurrogates) << 10U) + (low - kLowSurrogates);
    }
    text::append_utf8(code_point, out);
    return true;
}

bool Reader::read_hex4(char32_t& out) {
    out = 0;
    for (int i = 0; i < 4; ++i, ++offset_) {
        if (at_end()) {
            return fail("json.unexpected_end");
        }
        const unsigned char c = byte();
        char32_t digit = 0;
        if (c >= '0' && c <= '9') {
            digit = static_cast<char32_t>(c - '0');
        } else if (c >= 'a' && c <= 'f') {
            digit = static_cast<char32_t>(c - 'a' + 10);
        } else if (c >= 'A' && c <= 'F') {
            digit = static_cast<char32_t>(c - 'A' + 10);
        } else {
            return fail("json.escape");
        }
        out = out * 16 + digit;
    }
    return true;
}

}  // namespace motcua::json::detail
