#include "backend/http/message.hpp"

#include <algorithm>
#include <cstdlib>

#include "shared/text/text.hpp"

namespace motcua::backend::http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

/// Cuts `text` up to `separator` off and returns it.
std::string_view next_item(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view item = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return item;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

/// The weight of "en;q=0.8": thousandths, 1000 when not said.
int weight(std::string_view parameters) {
    const std::size_t at = parameters.find("q=");
    if (at == std::string_view::npos) {
        return 1000;
    }
    const std::string number(parameters.substr(at + 2));
    return static_cast<int>(std::strtod(number.c_str(), nullptr) * 1000.0);
}

}  // namespace

const char* method_name(Method method) {
    switch (method) {
        case Method::Get:
            return "GET";
        case Method::Head:
            return "HEAD";
        case Method::Post:
            return "POST";
        case Method::Put:
            return "PUT";
        case Method::Delete:
            return "DELETE";
        case Method::Other:
            return "OTHER";
    }
    return "OTHER";
}

std::string_view Request::header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string Request::media_type() const {
    std::string_view text = header("content-type");
    return lower(trim(next_item(text, ';')));
}

std::string Request::cookie(std::string_view name) const {
    std::string_view text = header("cookie");
    while (!text.empty()) {
        std::string_view pair = trim(next_item(text, ';'));
        if (next_item(pair, '=') == name) {
            return std::string(pair);
        }
    }
    return "";
}

std::vector<std::string> Request::languages() const {
    std::vector<std::pair<int, std::string>> weighed;
    std::string_view text = header("accept-language");
    while (!text.empty()) {
        std::string_view item = trim(next_item(text, ','));
        const std::string tag = lower(trim(next_item(item, ';')));
        const int wanted = weight(item);
        if (wanted > 0) {
            weighed.emplace_back(wanted, tag.substr(0, tag.find('-')));
        }
    }
    std::stable_sort(weighed.begin(), weighed.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> languages;
    for (auto& each : weighed) {
        languages.push_back(std::move(each.second));
    }
    return languages;
}

std::optional<std::string> url_decode(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded += text[at];
            continue;
        }
        const int high = at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? hex_digit(text[at + 2]) : -1;
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        decoded += static_cast<char>(high * 16 + low);
        at += 2;
    }
    if (!text::is_utf8(decoded) || decoded.find('\0') != std::string::npos) {
        return std::nullopt;
    }
    return decoded;
}

std::optional<std::map<std::string, std::string, std::less<>>> parse_query(std::string_view query) {
    std::map<std::string, std::string, std::less<>> parameters;
    while (!query.empty()) {
        std::string_view pair = next_item(query, '&');
        if (pair.empty()) {
            continue;
        }
        const auto name = url_decode(next_item(pair, '='));
        const auto value = url_decode(pair);
        if (!name || !value || !parameters.emplace(*name, *value).second) {
            return std::nullopt;
        }
    }
    return parameters;
}

}  // namespace motcua::backend::http
