#include <algorithm>

#include "shared/calendar/date.hpp"
#include "shared/catalogue/file_reader.hpp"
#include "shared/text/text.hpp"

namespace motcua::catalogue {
namespace {

constexpr std::size_t kMaxLineBytes = 400;
constexpr std::size_t kMaxTextBytes = 4000;
constexpr std::size_t kMaxIdBytes = 64;

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= kMaxIdBytes && is_lower(text[0]) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return is_lower(c) || (c >= '0' && c <= '9') || c == '_'; });
}

/// A sentence as screens show it.
bool is_shown_text(const std::string* text) {
    return text != nullptr && !text->empty() && text->size() <= kMaxTextBytes && text::is_utf8(*text) &&
           text::nfc(*text) == *text;
}

Text read_text(const json::Value& value, const std::string& path, std::vector<Finding>& findings) {
    Text text;
    if (value.object() == nullptr) {
        findings.push_back({path, "catalogue.type", {}});
        return text;
    }
    for (const auto& [lang, words] : *value.object()) {
        const std::string at = path + "." + lang.substr(0, kMaxIdBytes);
        if (lang.size() < 2 || lang.size() > 3 || !std::all_of(lang.begin(), lang.end(), is_lower)) {
            findings.push_back({at, "catalogue.language", {}});
        } else if (!is_shown_text(words.string())) {
            findings.push_back({at, "catalogue.text", {}});
        } else {
            text.by_lang.emplace_back(lang, *words.string());
        }
    }
    if (value.find("vi") == nullptr) {
        findings.push_back({path + ".vi", "catalogue.missing", {}});
    }
    return text;
}

}  // namespace

std::string Part::line(std::string_view key) {
    std::string text = shape_.text(key);
    if (has(key) && value_.find(key)->string() != nullptr && (text.empty() || text.size() > kMaxLineBytes)) {
        note(key, "range");
    }
    return text;
}

std::string Part::id(std::string_view key) {
    std::string text = shape_.text(key);
    if (has(key) && value_.find(key)->string() != nullptr && !is_id(text)) {
        note(key, "id");
    }
    return text;
}

std::string Part::day(std::string_view key) {
    std::string text = shape_.text(key);
    if (has(key) && value_.find(key)->string() != nullptr && !calendar::parse_iso(text)) {
        note(key, "date");
    }
    return text;
}

int Part::minute(std::string_view key) {
    const std::string text = shape_.text(key);
    if (const auto minute = calendar::parse_minute(text)) {
        return *minute;
    }
    if (!text.empty()) {
        note(key, "range");
    }
    return 0;
}

std::string Part::word(std::string_view key, std::span<const std::string_view> words) {
    const std::string text = line(key);
    if (text.empty() || std::find(words.begin(), words.end(), text) != words.end()) {
        return text;
    }
    note(key, "choice");
    return "";
}

Text Part::text(std::string_view key) {
    const json::Value& member = shape_.any(key);
    return has(key) ? read_text(member, path_of(key), findings_) : Text{};
}

std::vector<Text> Part::texts(std::string_view key) {
    std::vector<Text> texts;
    const json::Array& list = items(key);
    for (std::size_t i = 0; i < list.size(); ++i) {
        texts.push_back(read_text(list[i], path_of(key, i), findings_));
    }
    return texts;
}

int Part::number(std::string_view key, int least, int most, int otherwise) {
    return has(key) ? static_cast<int>(shape_.integer(key, least, most)) : otherwise;
}

std::int64_t Part::large_number(std::string_view key, std::int64_t least, std::int64_t otherwise) {
    return has(key) ? shape_.integer(key, least) : otherwise;
}

Rule Part::rule(std::string_view key, const RuleScope& scope) {
    if (!has(key)) {
        return {};
    }
    Rule rule = shape_.any(key);
    check_rule(rule, scope, path_of(key), findings_);
    return rule;
}

const json::Array& Part::items(std::string_view key) {
    static const json::Array kNone;
    return has(key) ? shape_.array(key) : kNone;
}

}  // namespace motcua::catalogue
