#include "backend/services/receipts.hpp"

#include <array>
#include <exception>
#include <qrcodegen/qrcodegen.hpp>

#include "shared/crypto/crypto.hpp"

namespace motcua::backend::services {

namespace {

// 32 symbols: five bits each.
constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t kSymbols = 10;
constexpr std::size_t kUnitDigits = 5;
constexpr std::size_t kDayDigits = 6;
constexpr std::size_t kSerialDigits = 4;

std::string padded(std::int64_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string grouped(const std::string& symbols) {
    return symbols.substr(0, kSymbols / 2) + "-" + symbols.substr(kSymbols / 2);
}

/// Capital letters; a hyphen or dash of any kind, and any white space, as one space.
std::string plain(std::string_view typed) {
    constexpr std::size_t kDashBytes = 3;  // U+2010 to U+2015
    std::string out;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        const char c = typed[at];
        if (typed.substr(at, 2) == "\xe2\x80" && at + 2 < typed.size() && (typed[at + 2] & 0xf0) == 0x90) {
            at += kDashBytes - 1;
            out += ' ';
        } else if (typed.substr(at, 2) == "\xc2\xa0") {
            at += 1;
            out += ' ';
        } else {
            out += c == '-' || c == '\t' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return out;
}

}  // namespace

std::string code_day(const calendar::Date& day) {
    return padded(day.year % 100, 2) + padded(day.month, 2) + padded(day.day, 2);
}

std::string dossier_code(std::string_view unit, const calendar::Date& day, std::int64_t serial) {
    return std::string(unit) + "-" + code_day(day) + "-" + padded(serial, kSerialDigits);
}

std::string receipt_secret() {
    std::array<std::uint8_t, kSymbols> random{};
    crypto::random_bytes(random);
    std::string symbols;
    for (const std::uint8_t byte : random) {
        symbols += kAlphabet[byte % kAlphabet.size()];
    }
    return grouped(symbols);
}

std::string normalise_dossier_code(std::string_view typed) {
    std::string code;
    std::string digits;
    for (const char symbol : plain(typed)) {
        if (symbol != ' ') {
            code += symbol;
            digits += symbol;
        } else if (!code.empty() && code.back() != '-') {
            code += '-';
        }
    }
    if (!code.empty() && code.back() == '-') {
        code.pop_back();
    }
    const bool joined = digits.size() >= kUnitDigits + kDayDigits + kSerialDigits &&
                        digits.find_first_not_of("0123456789") == std::string::npos;
    return joined ? digits.substr(0, kUnitDigits) + "-" + digits.substr(kUnitDigits, kDayDigits) + "-" +
                        digits.substr(kUnitDigits + kDayDigits)
                  : code;
}

std::string normalise_receipt_secret(std::string_view typed) {
    std::string symbols;
    for (const char symbol : plain(typed)) {
        if (symbol == ' ') {
            continue;
        }
        if (kAlphabet.find(symbol) == std::string_view::npos || symbols.size() == kSymbols) {
            return "";
        }
        symbols += symbol;
    }
    return symbols.size() == kSymbols ? grouped(symbols) : "";
}

std::string qr_rows(const std::string& text) {
    try {
        const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
        std::string rows;
        for (int y = 0; y < code.getSize(); ++y) {
            rows += y == 0 ? "" : "\n";
            for (int x = 0; x < code.getSize(); ++x) {
                rows += code.getModule(x, y) ? '1' : '0';
            }
        }
        return rows;
    } catch (const std::exception&) {
        return "";
    }
}

}  // namespace motcua::backend::services
