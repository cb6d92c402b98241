#include "shared/json/read.hpp"

#include <algorithm>
#include <numeric>

#include "shared/json/reader.hpp"

namespace motcua::json {
namespace detail {
namespace {

// Up to here each new key is compared with all before it; larger objects are sorted once.
constexpr std::size_t kFewMembers = 16;

}  // namespace

bool Reader::fail_at(const char* reason, std::size_t offset) {
    fault_ = reason;
    fault_offset_ = offset;
    return false;
}

bool Reader::fail_unexpected() {
    return fail(at_end() ? "json.unexpected_end" : "json.unexpected");
}

void Reader::skip_white_space() {
    while (!at_end()) {
        const char c = text_[offset_];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            return;
        }
        ++offset_;
    }
}

bool Reader::read_document(Value& out) {
    skip_white_space();
    if (!read_value(out)) {
        return false;
    }
    skip_white_space();
    return at_end() || fail("json.trailing");
}

bool Reader::read_value(Value& out) {
    switch (byte()) {
        case '{':
            return read_object(out);
        case '[':
            return read_array(out);
        case '"': {
            std::string text;
            if (!read_string(text)) {
                return false;
            }
            out = Value(std::move(text));
            return true;
        }
        case 't':
            return read_literal("true", Value(true), out);
        case 'f':
            return read_literal("false", Value(false), out);
        case 'n':
            return read_literal("null", Value(), out);
        default:
            return read_number(out);
    }
}

bool Reader::read_literal(std::string_view word, Value literal, Value& out) {
    for (const char expected : word) {
        if (byte() != static_cast<unsigned char>(expected)) {
            return fail_unexpected();
        }
        ++offset_;
    }
    out = std::move(literal);
    return true;
}

bool Reader::enter() {
    if (depth_ >= max_depth_) {
        return fail("json.too_deep");
    }
    ++depth_;
    ++offset_;
    skip_white_space();
    return true;
}

bool Reader::read_array(Value& out) {
    if (!enter()) {
        return false;
    }
    Array items;
    while (byte() != ']') {
        if (!items.empty()) {
            if (byte() != ',') {
                return fail_unexpected();
            }
            ++offset_;
            skip_white_space();
        }
        if (!read_value(items.emplace_back())) {
            return false;
        }
        skip_white_space();
    }
    ++offset_;
    --depth_;
    out = Value(std::move(items));
    return true;
}

bool Reader::read_object(Value& out) {
    if (!enter()) {
        return false;
    }
    Object members;
    const std::size_t first_offset = key_offsets_.size();
    while (byte() != '}') {
        if (!members.empty()) {
            if (byte() != ',') {
                return fail_unexpected();
            }
            ++offset_;
            skip_white_space();
        }
        if (!read_member(members)) {
            return false;
        }
        skip_white_space();
    }
    if (!keys_are_unique(members, first_offset)) {
        return false;
    }
    key_offsets_.resize(first_offset);
    ++offset_;
    --depth_;
    out = Value(std::move(members));
    return true;
}

bool Reader::read_member(Object& members) {
    const std::size_t key_offset = offset_;
    std::string key;
    if (byte() != '"') {
        return fail_unexpected();
    }
    if (!read_string(key)) {
        return false;
    }
    if (members.size() < kFewMembers) {
        for (const Member& member : members) {
            if (member.first == key) {
                return fail_at("json.duplicate_key", key_offset);
            }
        }
    }
    key_offsets_.push_back(key_offset);
    skip_white_space();
    if (byte() != ':') {
        return fail_unexpected();
    }
    ++offset_;
    skip_white_space();
    return read_value(members.emplace_back(std::move(key), Value()).second);
}

bool Reader::keys_are_unique(const Object& members, std::size_t first_offset) {
    if (members.size() <= kFewMembers) {
        return true;
    }
    std::vector<std::uint32_t> order(members.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&members](std::uint32_t a, std::uint32_t b) {
        const int compared = members[a].first.compare(members[b].first);
        return compared != 0 ? compared < 0 : a < b;
    });
    std::size_t first_fault = text_.size();
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (members[order[i - 1]].first == members[order[i]].first) {
            first_fault = std::min(first_fault, key_offsets_[first_offset + order[i]]);
        }
    }
    return first_fault == text_.size() || fail_at("json.duplicate_key", first_fault);
}

}  // namespace detail

namespace {

Error fault_at(const char* reason, std::string_view before) {
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    Error error{ErrorCode::InvalidInput, reason, {}};
    error.findings.push_back(
        {"",
         reason,
         {{"line", std::to_string(lines + 1)}, {"column", std::to_string(before.size() - line_start + 1)}}});
    return error;
}

}  // namespace

Result<Value> read(std::string_view text, const ReadLimits& limits) {
    if (text.size() > limits.max_bytes) {
        return fault_at("json.too_large", "");
    }
    detail::Reader reader(text, limits);
    Value value;
    if (!reader.read_document(value)) {
        return fault_at(reader.fault(), text.substr(0, reader.fault_offset()));
    }
    return value;
}

}  // namespace motcua::json
