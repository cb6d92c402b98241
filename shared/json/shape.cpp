#include "shared/json/shape.hpp"

#include <algorithm>

namespace motcua::json {
namespace {

// A hostile object must not grow a long answer.
constexpr int kMaxUnknown = 8;
constexpr std::size_t kMaxNameBytes = 64;

const Value& null_value() {
    static const Value kNull;
    return kNull;
}

const Array& no_items() {
    static const Array kNone;
    return kNone;
}

}  // namespace

Shape::Shape(const Value& value, std::string path, std::string_view prefix, std::vector<Finding>& findings)
    : Shape(value.object(), std::move(path), prefix, findings) {
    if (members_ == nullptr) {
        note("", "type");
    }
}

std::string Shape::path_of(std::string_view key) const {
    std::string path = path_;
    if (!path.empty() && !key.empty()) {
        path.push_back('.');
    }
    path.append(key);
    return path;
}

void Shape::note(std::string_view key, std::string_view reason) {
    std::string code(prefix_);
    code.push_back('.');
    code.append(reason);
    findings_.push_back({path_of(key), std::move(code), {}});
}

const Value* Shape::take(std::string_view key) {
    taken_.push_back(key);
    if (members_ == nullptr) {
        return nullptr;
    }
    for (const Member& member : *members_) {
        if (member.first == key) {
            return &member.second;
        }
    }
    note(key, "missing");
    return nullptr;
}

std::string Shape::text(std::string_view key) {
    const Value* member = take(key);
    if (member == nullptr) {
        return {};
    }
    if (member->string() == nullptr) {
        note(key, "type");
        return {};
    }
    return *member->string();
}

std::string Shape::text(std::string_view key, std::string_view reason, bool (*fits)(std::string_view)) {
    const std::size_t noted = findings_.size();
    std::string text = this->text(key);
    // A missing text has been noted already; a silent one belongs to what is no object.
    if (members_ != nullptr && findings_.size() == noted && !fits(text)) {
        note(key, reason);
    }
    return text;
}

std::int64_t Shape::integer(std::string_view key, std::int64_t least, std::int64_t most) {
    const Value* member = take(key);
    if (member == nullptr) {
        return 0;
    }
    const std::int64_t* number = member->integer();
    if (number == nullptr) {
        note(key, "type");
        return 0;
    }
    if (*number < least || *number > most) {
        note(key, "range");
        return 0;
    }
    return *number;
}

bool Shape::boolean(std::string_view key) {
    const Value* member = take(key);
    if (member == nullptr) {
        return false;
    }
    if (member->boolean() == nullptr) {
        note(key, "type");
        return false;
    }
    return *member->boolean();
}

const Array& Shape::array(std::string_view key) {
    const Value* member = take(key);
    if (member == nullptr) {
        return no_items();
    }
    if (member->array() == nullptr) {
        note(key, "type");
        return no_items();
    }
    return *member->array();
}

bool Shape::has(std::string_view key) const {
    return members_ != nullptr && std::any_of(members_->begin(), members_->end(),
                                              [key](const Member& member) { return member.first == key; });
}

const Value& Shape::any(std::string_view key) {
    const Value* member = take(key);
    return member == nullptr ? null_value() : *member;
}

void Shape::expect(std::string_view key, std::int64_t number) {
    integer(key, number, number);
}

Shape Shape::object(std::string_view key) {
    const Value* member = take(key);
    if (member == nullptr) {
        return Shape(static_cast<const Object*>(nullptr), path_of(key), prefix_, findings_);
    }
    return Shape(*member, path_of(key), prefix_, findings_);
}

void Shape::close() {
    if (members_ == nullptr) {
        return;
    }
    int unknown = 0;
    for (const Member& member : *members_) {
        if (unknown < kMaxUnknown && std::find(taken_.begin(), taken_.end(), member.first) == taken_.end()) {
            ++unknown;
            note(member.first.size() <= kMaxNameBytes ? std::string_view(member.first) : "", "unknown");
        }
    }
}

std::string item_path(std::string_view path, std::size_t index) {
    return std::string(path) + "." + std::to_string(index);
}

}  // namespace motcua::json
