#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/procedure.hpp"
#include "shared/catalogue/rule_check.hpp"
#include "shared/json/shape.hpp"

namespace motcua::catalogue {

/// One object of a procedure file, taken apart: members by name, everything that does not
/// fit noted with its path. Members may be left out unless the caller says otherwise.
class Part {
public:
    Part(const json::Value& value, std::string path, std::vector<Finding>& findings)
        : value_(value),
          shape_(value, path, "catalogue", findings),
          path_(std::move(path)),
          findings_(findings) {}

    [[nodiscard]] bool has(std::string_view key) const { return value_.find(key) != nullptr; }

    /// A line of text for machines: at most 400 bytes, required.
    std::string line(std::string_view key);
    /// The same, "" when left out.
    std::string optional_line(std::string_view key) { return has(key) ? line(key) : ""; }
    /// [a-z][a-z0-9_]*, at most 64; required.
    std::string id(std::string_view key);
    std::string day(std::string_view key);
    /// {"vi":…,"en":…}; `vi` is needed.
    Text text(std::string_view key);
    Text optional_text(std::string_view key) { return has(key) ? text(key) : Text{}; }
    bool flag(std::string_view key, bool otherwise) { return has(key) ? shape_.boolean(key) : otherwise; }
    int number(std::string_view key, int least, int most, int otherwise);
    /// null when left out.
    Rule rule(std::string_view key, const RuleScope& scope);
    /// The items of an array; none when it is left out.
    const json::Array& items(std::string_view key);
    const json::Value& any(std::string_view key) { return shape_.any(key); }
    /// Where the value comes from; required.
    Provenance provenance(std::string_view key);

    void note(std::string_view key, std::string_view reason) { shape_.note(key, reason); }
    [[nodiscard]] std::string path_of(std::string_view key) const { return shape_.path_of(key); }
    [[nodiscard]] std::string path_of(std::string_view key, std::size_t index) const {
        return json::item_path(shape_.path_of(key), index);
    }
    std::vector<Finding>& findings() { return findings_; }
    void expect(std::string_view key, std::int64_t value) { shape_.expect(key, value); }
    /// Notes the members nobody asked for.
    void close() { shape_.close(); }

private:
    const json::Value& value_;
    json::Shape shape_;
    std::string path_;
    std::vector<Finding>& findings_;
};

using OptionLists = std::map<std::string, std::vector<Option>, std::less<>>;

std::vector<Option> read_options(const json::Array& items, const std::string& path,
                                 std::vector<Finding>& findings);

/// What the questions' readers share.
struct QuestionContext {
    const OptionLists& lists;
    const RuleScope& before;  ///< Rules that decide whether it is asked
    const RuleScope& all;     ///< Rules that judge its answer
};
Question read_question(const json::Value& value, const std::string& path, const QuestionContext& context,
                       std::vector<Finding>& findings);

Document read_document(const json::Value& value, const std::string& path, const RuleScope& scope,
                       std::vector<Finding>& findings);
TimeLimit read_time_limit(const json::Value& value, const std::string& path, std::vector<Finding>& findings);
Fee read_fee(const json::Value& value, const std::string& path, std::vector<Finding>& findings);

}  // namespace motcua::catalogue
