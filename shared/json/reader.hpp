#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/json/read.hpp"

namespace motcua::json::detail {

/// One pass over a JSON text. Every read_… returns false once something is wrong; where
/// and why then stands in fault().
class Reader {
public:
    Reader(std::string_view text, const ReadLimits& limits)
        : text_(text), max_depth_(limits.max_depth), numbers_(limits.numbers) {}

    /// The whole text: one value and nothing else.
    bool read_document(Value& out);

    [[nodiscard]] const char* fault() const { return fault_; }
    [[nodiscard]] std::size_t fault_offset() const { return fault_offset_; }

private:
    bool read_value(Value& out);
    bool read_array(Value& out);
    bool read_object(Value& out);
    bool read_member(Object& members);
    bool read_literal(std::string_view word, Value literal, Value& out);
    bool read_number(Value& out);
    bool read_integer(Value& out);
    bool read_decimal(Value& out);
    bool skip_digits();
    bool read_string(std::string& out);
    bool read_escape(std::string& out);
    bool read_unicode_escape(std::string& out);
    bool read_hex4(char32_t& out);
    bool skip_utf8_sequence();

    bool enter();
    bool keys_are_unique(const Object& members, std::size_t first_offset);
    void skip_white_space();
    [[nodiscard]] bool at_end() const { return offset_ == text_.size(); }
    /// The byte here; 0 at the end, which no rule of the grammar accepts.
    [[nodiscard]] unsigned char byte() const {
        return at_end() ? 0 : static_cast<unsigned char>(text_[offset_]);
    }
    bool fail(const char* reason) { return fail_at(reason, offset_); }
    bool fail_at(const char* reason, std::size_t offset);
    bool fail_unexpected();

    std::string_view text_;
    std::size_t offset_ = 0;
    int depth_ = 0;
    int max_depth_;
    Numbers numbers_;
    std::vector<std::size_t> key_offsets_;  ///< Of the objects being read, outermost first
    const char* fault_ = "";
    std::size_t fault_offset_ = 0;
};

}  // namespace motcua::json::detail
