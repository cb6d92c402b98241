#include "shared/json/write.hpp"

#include <algorithm>
#include <cmath>

#include "shared/json/number.hpp"

namespace motcua::json {
namespace {

enum class Order { AsWritten, Canonical };

constexpr unsigned char kFirstOfFourBytes = 0xF0;
constexpr unsigned char kLeadOfE000 = 0xEE;

// UTF-8 bytes sort by code point; UTF-16 code units sort the same way except that
// characters past U+FFFF (surrogates, 0xD800…) come before U+E000…U+FFFF.
bool utf16_less(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < shorter; ++i) {
        const auto byte_a = static_cast<unsigned char>(a[i]);
        const auto byte_b = static_cast<unsigned char>(b[i]);
        if (byte_a == byte_b) {
            continue;
        }
        const bool astral_a = byte_a >= kFirstOfFourBytes;
        const bool astral_b = byte_b >= kFirstOfFourBytes;
        if (astral_a != astral_b && byte_a >= kLeadOfE000 && byte_b >= kLeadOfE000) {
            return astral_a;
        }
        return byte_a < byte_b;
    }
    return a.size() < b.size();
}

char short_escape(unsigned char byte) {
    switch (byte) {
        case '"':
        case '\\':
            return static_cast<char>(byte);
        case '\b':
            return 'b';
        case '\t':
            return 't';
        case '\n':
            return 'n';
        case '\f':
            return 'f';
        case '\r':
            return 'r';
        default:
            return 0;
    }
}

void write_text(std::string_view text, std::string& out) {
    static constexpr std::string_view kHex = "0123456789abcdef";
    out.push_back('"');
    std::size_t plain_from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') {
            continue;
        }
        out.append(text.substr(plain_from, i - plain_from));
        plain_from = i + 1;
        out.push_back('\\');
        if (const char escape = short_escape(byte); escape != 0) {
            out.push_back(escape);
            continue;
        }
        out.append("u00");
        out.push_back(kHex[byte >> 4U]);
        out.push_back(kHex[byte & 0xFU]);
    }
    out.append(text.substr(plain_from));
    out.push_back('"');
}

void write_value(const Value& value, Order order, std::string& out);

void write_array(const Array& items, Order order, std::string& out) {
    out.push_back('[');
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0) {
            out.push_back(',');
        }
        write_value(items[i], order, out);
    }
    out.push_back(']');
}

void write_object(const Object& members, Order order, std::string& out) {
    std::vector<const Member*> sorted;
    sorted.reserve(members.size());
    for (const Member& member : members) {
        sorted.push_back(&member);
    }
    if (order == Order::Canonical) {
        std::sort(sorted.begin(), sorted.end(),
                  [](const Member* a, const Member* b) { return utf16_less(a->first, b->first); });
    }
    out.push_back('{');
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i != 0) {
            out.push_back(',');
        }
        write_text(sorted[i]->first, out);
        out.push_back(':');
        write_value(sorted[i]->second, order, out);
    }
    out.push_back('}');
}

void write_value(const Value& value, Order order, std::string& out) {
    if (const std::string* text = value.string()) {
        write_text(*text, out);
    } else if (const std::int64_t* number = value.integer()) {
        out.append(std::to_string(*number));
    } else if (const double* decimal = value.decimal()) {
        out.append(std::isfinite(*decimal) ? number_text(*decimal) : "null");
    } else if (const bool* flag = value.boolean()) {
        out.append(*flag ? "true" : "false");
    } else if (const Array* items = value.array()) {
        write_array(*items, order, out);
    } else if (const Object* members = value.object()) {
        write_object(*members, order, out);
    } else {
        out.append("null");
    }
}

}  // namespace

std::string write(const Value& value) {
    std::string out;
    write_value(value, Order::AsWritten, out);
    return out;
}

std::string write_canonical(const Value& value) {
    std::string out;
    write_value(value, Order::Canonical, out);
    return out;
}

}  // namespace motcua::json
