#include "shared/i18n/texts.hpp"

namespace motcua::i18n {
namespace {

const std::string* value_of(const Args& args, std::string_view name) {
    for (const auto& [arg_name, value] : args) {
        if (arg_name == name) {
            return &value;
        }
    }
    return nullptr;
}

/// Replaces each {name} that args know; the values are not looked at again.
std::string fill(std::string_view text, const Args& args) {
    std::string out;
    while (true) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            out.append(text);
            return out;
        }
        out.append(text.substr(0, open));
        const std::string* value = value_of(args, text.substr(open + 1, close - open - 1));
        if (value == nullptr) {
            // Only the brace is passed over: the next placeholder may begin before `close`.
            out.push_back('{');
            text.remove_prefix(open + 1);
        } else {
            out.append(*value);
            text.remove_prefix(close + 1);
        }
    }
}

/// What is seen of a text that there is not. Apart from those who ask, so that the part of the
/// application that knows only some of the texts fetches the others instead (scripts/web/split.mjs).
[[gnu::noinline]] std::string hole(std::string_view key) {
    return "⟦" + std::string(key) + "⟧";
}

}  // namespace

Result<Texts> Texts::read(std::string_view lang, const json::Value& file) {
    const json::Object* members = file.object();
    if (members == nullptr) {
        return Error{ErrorCode::InvalidInput, "texts: not an object", {{"", "shape.type", {}}}};
    }
    Texts texts;
    texts.lang_ = std::string(lang);
    std::vector<Finding> findings;
    for (const auto& [key, value] : *members) {
        if (const std::string* text = value.string()) {
            texts.texts_.emplace(key, *text);
        } else {
            findings.push_back({key, "shape.type", {}});
        }
    }
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "texts: a member is not a string", std::move(findings)};
    }
    return texts;
}

std::string Texts::get(std::string_view key, const Args& args) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? hole(key) : fill(found->second, args);
}

bool Texts::has(std::string_view key) const {
    return texts_.find(key) != texts_.end() || hole(key).empty();
}

std::string Texts::sentence(const Finding& finding) const {
    return get("finding." + finding.code, finding.args);
}

std::string money_dong(std::int64_t amount) {
    const std::string written = std::to_string(amount);
    const std::size_t first_digit = amount < 0 ? 1 : 0;
    std::string out = written.substr(0, first_digit);
    for (std::size_t i = first_digit; i < written.size(); ++i) {
        if (i != first_digit && (written.size() - i) % 3 == 0) {
            out.push_back('.');
        }
        out.push_back(written[i]);
    }
    return out + " đ";
}

}  // namespace motcua::i18n
