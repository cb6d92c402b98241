#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace motcua::json {

/// A place in a text: both from 1, the column in bytes, as the reader's findings give it.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
    bool operator==(const Position&) const = default;
};

/// Where the values of a JSON text begin, by path ("groups.0.title.vi"), so that what is said
/// about a value can be shown where somebody wrote it.
class Positions {
public:
    /// `text` must be one that read() accepts, and must outlive this.
    explicit Positions(std::string_view text);

    [[nodiscard]] bool has(std::string_view path) const { return offsets_.find(path) != offsets_.end(); }
    /// The value at the path; of what is not there, the nearest value around it.
    [[nodiscard]] Position of(std::string_view path) const;
    /// The same as a count of bytes before it.
    [[nodiscard]] std::size_t offset(std::string_view path) const;

private:
    void walk_value(const std::string& path);
    void walk_members(const std::string& path, char end);
    std::string walk_string();
    void skip_white_space();

    std::string_view text_;
    std::size_t at_ = 0;
    std::map<std::string, std::size_t, std::less<>> offsets_;
};

}  // namespace motcua::json
