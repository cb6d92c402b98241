#include <optional>
#include <utility>

#include "shared/catalogue/term.hpp"
#include "shared/catalogue/utf16.hpp"

namespace motcua::catalogue {
namespace {

using json::Value;

/// 12 for "12"; nullopt for what JavaScript takes for a name.
std::optional<std::size_t> index_called(std::string_view name) {
    if (name.empty() || name.size() > 9 || (name.size() > 1 && name[0] == '0')) {
        return std::nullopt;
    }
    std::size_t index = 0;
    for (const char c : name) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    return index;
}

Term of_text(std::string_view text, std::string_view name, Work& work) {
    const bool length = name == "length";
    const std::optional<std::size_t> index = index_called(name);
    if (!length && !index) {
        return {};
    }
    work.look_through(text.size());
    if (length) {
        return Term(static_cast<double>(utf16::length(text)));
    }
    std::string character;
    utf16::append_slice(text, *index, 1, character);
    return character.empty() ? Term() : work.keep(std::move(character));
}

Term of_array(const Term& array, std::string_view name) {
    if (name == "length") {
        return Term(static_cast<double>(array.size()));
    }
    const std::optional<std::size_t> index = index_called(name);
    return index && *index < array.size() ? array.item(*index) : Term();
}

/// Bytes that a copy of the value takes, roughly; stops counting once the work has failed.
void weigh(const Value& value, Work& work) {
    if (!work.grow(sizeof(Value) + (value.string() != nullptr ? value.string()->size() : 0))) {
        return;
    }
    if (const json::Array* items = value.array()) {
        for (const Value& item : *items) {
            weigh(item, work);
        }
    } else if (const json::Object* members = value.object()) {
        for (const auto& [name, member] : *members) {
            work.grow(name.size());
            weigh(member, work);
        }
    }
}

Value array_to_json(const Term& list, Work& work) {
    json::Array items;
    for (std::size_t i = 0; i < list.size() && work.grow(sizeof(Value)); ++i) {
        items.push_back(to_json(list.item(i), work));
    }
    return Value(std::move(items));
}

Value fold_to_json(const Fold& fold, Work& work) {
    json::Object members;
    if (!fold.current.is_undefined()) {
        members.emplace_back("current", to_json(fold.current, work));
    }
    if (!fold.accumulator.is_undefined()) {
        members.emplace_back("accumulator", to_json(fold.accumulator, work));
    }
    return Value(std::move(members));
}

}  // namespace

Term property(const Term& value, std::string_view name, Work& work) {
    switch (value.kind()) {
        case Term::Kind::Undefined:
        case Term::Kind::Null:
        case Term::Kind::Boolean:
        case Term::Kind::Number:
            return {};
        case Term::Kind::Text:
            return of_text(value.text(), name, work);
        case Term::Kind::Items:
        case Term::Kind::List:
            return of_array(value, name);
        case Term::Kind::Members: {
            const Value* member = value.node().find(name);
            return member == nullptr ? Term() : Term::of(*member);
        }
        case Term::Kind::Fold:
            if (name == "current") {
                return value.fold().current;
            }
            return name == "accumulator" ? value.fold().accumulator : Term();
    }
    return {};
}

Value to_json(const Term& term, Work& work) {
    if (!work.grow(sizeof(Value))) {
        return {};
    }
    switch (term.kind()) {
        case Term::Kind::Undefined:
        case Term::Kind::Null:
            return {};
        case Term::Kind::Boolean:
            return Value(term.flag());
        case Term::Kind::Number:
            return Value(term.number());
        case Term::Kind::Text:
            return work.grow(term.text().size()) ? Value(term.text()) : Value();
        case Term::Kind::Items:
        case Term::Kind::Members:
            weigh(term.node(), work);
            return work.failed() ? Value() : term.node();
        case Term::Kind::List:
            return array_to_json(term, work);
        case Term::Kind::Fold:
            return fold_to_json(term.fold(), work);
    }
    return {};
}

}  // namespace motcua::catalogue
