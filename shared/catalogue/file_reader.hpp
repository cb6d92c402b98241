#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
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
    /// "15:30" as a minute of the day.
    int minute(std::string_view key);
    /// One of these words; noted and "" otherwise. Required.
    std::string word(std::string_view key, std::span<const std::string_view> words);
    /// {"vi":…,"en":…}; `vi` is needed.
    Text text(std::string_view key);
    Text optional_text(std::string_view key) { return has(key) ? text(key) : Text{}; }
    /// An array of texts; none when left out.
    std::vector<Text> texts(std::string_view key);
    bool flag(std::string_view key, bool otherwise) { return has(key) ? shape_.boolean(key) : otherwise; }
    int number(std::string_view key, int least, int most, int otherwise);
    std::int64_t large_number(std::string_view key, std::int64_t least, std::int64_t otherwise);
    /// null when left out.
    Rule rule(std::string_view key, const RuleScope& scope);
    /// The items of an array; none when it is left out.
    const json::Array& items(std::string_view key);
    const json::Value& any(std::string_view key) { return shape_.any(key); }
    /// The object in this member, to be taken apart in its turn.
    Part inner(std::string_view key) { return {shape_.any(key), shape_.path_of(key), findings_}; }
    /// Where the value comes from; required.
    Provenance provenance(std::string_view key);
    /// {"from":day,"until":day}; open when left out.
    InForce in_force(std::string_view key);

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

/// A broken file of many megabytes must not grow an answer of many more.
inline constexpr std::size_t kMaxFindings = 200;

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

/// Groups of questions, and what rules may read once they have been read.
class GroupReader {
public:
    GroupReader(const OptionLists& lists, std::vector<Finding>& findings)
        : lists_(lists), findings_(findings) {}

    /// Notes the names of everything there is to read, before the rules that read it.
    void collect(const json::Array& groups, const json::Array& computed);
    std::vector<Group> read_groups(const json::Array& groups);
    /// Only after the groups: a computed value reads answers and computed values before it.
    std::vector<Computed> read_computed(const json::Array& computed);

    /// Every answer and computed value, "channel" and "today".
    [[nodiscard]] const RuleScope& all() const { return all_; }
    /// Ids of answers, groups and computed values.
    [[nodiscard]] const std::set<std::string, std::less<>>& ids() const { return ids_; }

private:
    Group read_group(const json::Value& value, const std::string& path);
    void read_repeat(Part& part, Group& group);
    void take_id(const std::string& id, const std::string& path);

    const OptionLists& lists_;
    std::vector<Finding>& findings_;
    RuleScope before_;  ///< Answers of the questions read so far
    RuleScope all_;
    std::set<std::string, std::less<>> ids_;
};

Document read_document(const json::Value& value, const std::string& path, const RuleScope& scope,
                       std::vector<Finding>& findings);
TimeLimit read_time_limit(const json::Value& value, const std::string& path, const RuleScope& scope,
                          std::vector<Finding>& findings);
Fee read_fee(const json::Value& value, const std::string& path, const RuleScope& scope,
             std::vector<Finding>& findings);
Migration read_migration(const json::Value& value, const std::string& path, const RuleScope& scope,
                         std::vector<Finding>& findings);

/// "KQ.G15.000038"
bool is_result_code(std::string_view code);

}  // namespace motcua::catalogue
