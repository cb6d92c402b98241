#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

namespace motcua::json {

/// Takes one JSON object apart and notes everything that does not fit: every member is
/// asked for by name, and close() reports those that nobody asked for. The findings are
/// "<prefix>.missing", ".type", ".range", ".unknown" at the member's path ("files.0.name").
/// Readers return an empty value where they note a finding, so that one pass finds all.
class Shape {
public:
    Shape(const Value& value, std::string path, std::string_view prefix, std::vector<Finding>& findings);

    std::string text(std::string_view key);
    /// As text(), noting ".<reason>" where `fits` does not accept it.
    std::string text(std::string_view key, std::string_view reason, bool (*fits)(std::string_view));
    std::int64_t integer(std::string_view key, std::int64_t least = -kMaxInteger,
                         std::int64_t most = kMaxInteger);
    bool boolean(std::string_view key);
    const Array& array(std::string_view key);
    /// Whether the member is there at all: those that may be left out are asked for first.
    [[nodiscard]] bool has(std::string_view key) const;
    /// Any value; null when it is missing.
    const Value& any(std::string_view key);
    /// Notes ".range" unless the member is this integer: format versions.
    void expect(std::string_view key, std::int64_t number);
    /// The object in this member, to be taken apart in its turn.
    Shape object(std::string_view key);

    /// Notes what is left, the first few of it. Call it last.
    void close();

    /// Notes "<prefix>.<reason>" at a member (or at the object itself for "").
    void note(std::string_view key, std::string_view reason);
    [[nodiscard]] std::string path_of(std::string_view key) const;

private:
    Shape(const Object* members, std::string path, std::string_view prefix, std::vector<Finding>& findings)
        : members_(members), path_(std::move(path)), prefix_(prefix), findings_(findings) {}
    const Value* take(std::string_view key);

    const Object* members_;  ///< nullptr: is no object, which has been noted
    std::string path_;
    std::string_view prefix_;
    std::vector<Finding>& findings_;
    std::vector<std::string_view> taken_;
};

/// "files" and 3 → "files.3".
std::string item_path(std::string_view path, std::size_t index);

}  // namespace motcua::json
