#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "shared/json/value.hpp"

namespace motcua::catalogue {

struct List;
struct Fold;

/// A JavaScript value while a rule is evaluated. Texts, arrays and objects stay where they are (in
/// the rule, in the data, or kept by Work), so a Term is small, and, as in JavaScript, two arrays
/// or objects are the same when they are the very same one.
class Term {
public:
    enum class Kind : std::uint8_t {
        Undefined,
        Null,
        Boolean,
        Number,
        Text,
        Items,    ///< An array in JSON
        Members,  ///< An object in JSON
        List,     ///< An array that evaluating has made
        Fold,     ///< The object {current, accumulator} that `reduce` makes
    };

    Term() = default;  ///< undefined
    explicit Term(bool flag) : kind_(Kind::Boolean) { data_.flag = flag; }
    explicit Term(double number) : kind_(Kind::Number) { data_.number = number; }
    explicit Term(std::string_view text) : kind_(Kind::Text), size_(text.size()) { data_.text = text.data(); }
    explicit Term(const List& list) : kind_(Kind::List) { data_.list = &list; }
    explicit Term(const Fold& fold) : kind_(Kind::Fold) { data_.fold = &fold; }
    /// The value itself, which must stay where it is.
    static Term of(const json::Value& value);
    static Term null();

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] bool is_undefined() const { return kind_ == Kind::Undefined; }
    [[nodiscard]] bool is_nothing() const { return kind_ <= Kind::Null; }
    [[nodiscard]] bool is_boolean() const { return kind_ == Kind::Boolean; }
    [[nodiscard]] bool is_number() const { return kind_ == Kind::Number; }
    [[nodiscard]] bool is_text() const { return kind_ == Kind::Text; }
    [[nodiscard]] bool is_array() const { return kind_ == Kind::Items || kind_ == Kind::List; }
    [[nodiscard]] bool is_compound() const { return kind_ >= Kind::Items; }

    // Each only for a Term of this kind.
    [[nodiscard]] bool flag() const { return data_.flag; }
    [[nodiscard]] double number() const { return data_.number; }
    [[nodiscard]] std::string_view text() const { return {data_.text, size_}; }
    [[nodiscard]] const json::Value& node() const { return *data_.node; }
    [[nodiscard]] const Fold& fold() const { return *data_.fold; }
    /// Of an array; nothing else has items.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] Term item(std::size_t index) const;

    /// a === b
    static bool identical(const Term& a, const Term& b);
    /// How deep arrays and folds that were made lie in each other here.
    [[nodiscard]] int depth() const;

private:
    Kind kind_ = Kind::Undefined;
    std::size_t size_ = 0;
    union {
        bool flag;
        double number;
        const char* text;
        const json::Value* node;
        const List* list;
        const Fold* fold;
    } data_ = {};
};

struct List {
    std::vector<Term> items;
    int depth = 0;
};

struct Fold {
    Term current;
    Term accumulator;
    int depth = 0;
};

/// Arguments that have been evaluated; one that was not given is undefined.
class Terms {
public:
    Terms(const Term* first, std::size_t size) : first_(first), size_(size) {}
    Term operator[](std::size_t index) const { return index < size_ ? first_[index] : Term(); }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const Term* begin() const { return first_; }
    [[nodiscard]] const Term* end() const { return first_ + size_; }

private:
    const Term* first_;
    std::size_t size_;
};

/// What one evaluation has made and how much it has worked. Past a limit it fails, and what is
/// asked for then is undefined: whoever loops may go on, but had better stop.
class Work {
public:
    /// Counts one step of evaluating; false when that is one too many.
    bool step();
    /// Counts the looking through of texts and arrays: 64 bytes or items are a step.
    void look_through(std::size_t size);
    /// Counts memory.
    bool grow(std::size_t bytes);

    Term keep(std::string text);
    Term keep(json::Value value);
    Term keep(std::vector<Term> items);
    Term keep_fold(const Term& current, const Term& accumulator);

    /// The first reason counts.
    void fail(const char* reason, std::string_view operation = "");
    [[nodiscard]] bool failed() const { return reason_ != nullptr; }
    [[nodiscard]] const char* reason() const { return reason_; }
    [[nodiscard]] const std::string& operation() const { return operation_; }

private:
    bool nested(int depth);

    std::size_t steps_ = 0;
    std::size_t looked_through_ = 0;
    std::size_t bytes_ = 0;
    const char* reason_ = nullptr;
    std::string operation_;
    std::forward_list<std::string> texts_;
    std::forward_list<json::Value> values_;
    std::forward_list<List> lists_;
    std::forward_list<Fold> folds_;
};

/// The member `name` of a value, as JavaScript's value[name] but without what is inherited:
/// members, items, "length" of arrays and texts, characters of texts. Undefined when there is none.
Term property(const Term& value, std::string_view name, Work& work);

/// The value as JSON, where undefined is null in arrays and left out of objects.
json::Value to_json(const Term& term, Work& work);

}  // namespace motcua::catalogue
