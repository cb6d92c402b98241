#include "shared/catalogue/term.hpp"

#include <algorithm>
#include <utility>

#include "shared/catalogue/logic.hpp"

namespace motcua::catalogue {

using json::Value;

Term Term::null() {
    Term term;
    term.kind_ = Kind::Null;
    return term;
}

Term Term::of(const Value& value) {
    if (const std::string* text = value.string()) {
        return Term(std::string_view(*text));
    }
    if (const std::int64_t* whole = value.integer()) {
        return Term(static_cast<double>(*whole));
    }
    if (const bool* flag = value.boolean()) {
        return Term(*flag);
    }
    if (const double* number = value.decimal()) {
        return Term(*number);
    }
    Term term = null();
    if (!value.is_null()) {
        term.kind_ = value.array() != nullptr ? Kind::Items : Kind::Members;
        term.data_.node = &value;
    }
    return term;
}

std::size_t Term::size() const {
    if (kind_ == Kind::List) {
        return data_.list->items.size();
    }
    return kind_ == Kind::Items ? data_.node->array()->size() : 0;
}

Term Term::item(std::size_t index) const {
    return kind_ == Kind::List ? data_.list->items[index] : of((*data_.node->array())[index]);
}

bool Term::identical(const Term& a, const Term& b) {
    if (a.kind_ != b.kind_) {
        return false;
    }
    switch (a.kind_) {
        case Kind::Undefined:
        case Kind::Null:
            return true;
        case Kind::Boolean:
            return a.flag() == b.flag();
        case Kind::Number:
            return a.number() == b.number();
        case Kind::Text:
            return a.text() == b.text();
        case Kind::Items:
        case Kind::Members:
            return a.data_.node == b.data_.node;
        case Kind::List:
            return a.data_.list == b.data_.list;
        case Kind::Fold:
            return a.data_.fold == b.data_.fold;
    }
    return false;
}

int Term::depth() const {
    if (kind_ == Kind::List) {
        return data_.list->depth;
    }
    return kind_ == Kind::Fold ? data_.fold->depth : 0;
}

bool Work::step() {
    if (++steps_ > static_cast<std::size_t>(kMaxRuleSteps)) {
        fail("work");
    }
    return !failed();
}

void Work::look_through(std::size_t size) {
    constexpr std::size_t kPerStep = 64;
    looked_through_ += size;
    steps_ += looked_through_ / kPerStep;
    looked_through_ %= kPerStep;
    if (steps_ > static_cast<std::size_t>(kMaxRuleSteps)) {
        fail("work");
    }
}

bool Work::grow(std::size_t bytes) {
    bytes_ += bytes;
    if (bytes_ > kMaxRuleBytes) {
        fail("work");
    }
    return !failed();
}

bool Work::nested(int depth) {
    if (depth > kMaxRuleDepth) {
        fail("depth");
    }
    return !failed();
}

Term Work::keep(std::string text) {
    if (!grow(text.size())) {
        return {};
    }
    texts_.push_front(std::move(text));
    return Term(std::string_view(texts_.front()));
}

Term Work::keep(Value value) {
    values_.push_front(std::move(value));
    return Term::of(values_.front());
}

Term Work::keep(std::vector<Term> items) {
    int depth = 0;
    for (const Term& item : items) {
        depth = std::max(depth, item.depth());
    }
    if (!nested(depth + 1) || !grow((items.size() + 1) * sizeof(Term))) {
        return {};
    }
    lists_.push_front(List{std::move(items), depth + 1});
    return Term(lists_.front());
}

Term Work::keep_fold(const Term& current, const Term& accumulator) {
    const int depth = std::max(current.depth(), accumulator.depth()) + 1;
    if (!nested(depth) || !grow(sizeof(Fold))) {
        return {};
    }
    folds_.push_front(Fold{current, accumulator, depth});
    return Term(folds_.front());
}

void Work::fail(const char* reason, std::string_view operation) {
    if (!failed()) {
        reason_ = reason;
        operation_ = std::string(operation);
    }
}

}  // namespace motcua::catalogue
