#include "shared/json/positions.hpp"

#include <algorithm>

namespace motcua::json {

Positions::Positions(std::string_view text) : text_(text) {
    skip_white_space();
    walk_value("");
}

void Positions::skip_white_space() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
}

// The raw characters: keys with escapes keep them, and are then found by no path.
std::string Positions::walk_string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
        at_ += text_[at_] == '\\' ? 2U : 1U;
    }
    const std::size_t end = std::min(at_, text_.size());
    ++at_;
    return std::string(text_.substr(begin, end - begin));
}

void Positions::walk_value(const std::string& path) {
    offsets_.emplace(path, at_);
    if (at_ >= text_.size()) {
        return;
    }
    const char first = text_[at_];
    if (first == '{' || first == '[') {
        walk_members(path, first == '{' ? '}' : ']');
    } else if (first == '"') {
        walk_string();
    } else {
        at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }
}

void Positions::walk_members(const std::string& path, char end) {
    const std::string before = path.empty() ? "" : path + ".";
    ++at_;
    for (std::size_t index = 0;; ++index) {
        skip_white_space();
        if (at_ < text_.size() && text_[at_] == ',') {
            ++at_;
            skip_white_space();
        }
        if (at_ >= text_.size() || text_[at_] == end) {
            ++at_;
            return;
        }
        std::string name = std::to_string(index);
        if (end == '}') {
            name = walk_string();
            skip_white_space();
            ++at_;  // The colon.
            skip_white_space();
        }
        walk_value(before + name);
    }
}

std::size_t Positions::offset(std::string_view path) const {
    auto found = offsets_.find(path);
    while (found == offsets_.end()) {
        const std::size_t dot = path.rfind('.');
        path = dot == std::string_view::npos ? "" : path.substr(0, dot);
        found = offsets_.find(path);
    }
    return found->second;
}

Position Positions::of(std::string_view path) const {
    const std::string_view before = text_.substr(0, offset(path));
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            before.size() - line_start + 1};
}

}  // namespace motcua::json
