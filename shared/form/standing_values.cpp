#include <iterator>
#include <utility>

#include "shared/form/amount.hpp"
#include "shared/form/journey.hpp"
#include "shared/form/standing.hpp"
#include "shared/json/number.hpp"

/// What rules read of answers.
namespace motcua::form {
namespace {

using catalogue::Found;
using catalogue::Name;
using catalogue::Question;
using catalogue::QuestionType;
using json::Value;

/// The texts between commas.
Value list_of(std::string_view answer) {
    json::Array items;
    for (const std::string_view item : between_commas(answer)) {
        items.emplace_back(item);
    }
    return Value(std::move(items));
}

Value value_of(Found found) {
    if (const auto* text = std::get_if<std::string_view>(&found)) {
        return Value(*text);
    }
    if (const auto* value = std::get_if<const Value*>(&found)) {
        return **value;
    }
    auto* made = std::get_if<Value>(&found);
    return made == nullptr ? Value() : std::move(*made);
}

}  // namespace

std::string answer_text(const Value& value) {
    if (const std::string* text = value.string()) {
        return *text;
    }
    if (const bool* flag = value.boolean()) {
        return *flag ? "yes" : "no";
    }
    if (const auto number = value.number()) {
        return json::number_text(*number);
    }
    std::string joined;
    for (const Value& item : value.array() == nullptr ? json::Array{} : *value.array()) {
        joined += (joined.empty() ? "" : ",") + answer_text(item);
    }
    return joined;
}

Found typed_answer(const Question& question, std::string_view answer) {
    if (answer.empty()) {
        return {};
    }
    switch (question.type) {
        case QuestionType::Number:
        case QuestionType::Money: {
            const auto number = number_value(answer);
            return number ? Found(Value(*number)) : Found();
        }
        case QuestionType::Choices:
        case QuestionType::File:
            return list_of(answer);
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::Date:
        case QuestionType::PartialDate:
        case QuestionType::Time:
        case QuestionType::Choice:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
        case QuestionType::Address:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::PersonName:
        case QuestionType::Phone:
        case QuestionType::Email:
            return answer;
    }
    return answer;
}

catalogue::Lookup Standing::lookup(const Place& place) {
    // Two numbers and a pointer: small enough for std::function to keep without allocating.
    return [this, group = place.group, row = place.row](std::string_view name) {
        return find(name, {group, -1, row});
    };
}

Found Standing::find(std::string_view name, const Place& place) {
    const Name* meant = procedure_.names.find(name);
    if (meant == nullptr) {
        return {};
    }
    switch (meant->kind) {
        case Name::Kind::Question:
        case Name::Kind::Part: {
            const Place read{meant->group, meant->item, meant->group == place.group ? place.row : -1};
            if (group(read).repeat && read.row < 0) {
                return {};
            }
            if (meant->kind == Name::Kind::Question) {
                return found_at(read);
            }
            const auto part = static_cast<std::size_t>(meant->slot) -
                              procedure_.names.slot(static_cast<std::size_t>(read.group),
                                                    static_cast<std::size_t>(read.question));
            const std::string_view answer = (&slot(read))[part].read;
            return answer.empty() ? Found() : Found(answer);
        }
        case Name::Kind::Rows:
            return &rows_value(meant->group);
        case Name::Kind::Computed:
            return &computed(static_cast<std::size_t>(meant->item));
        case Name::Kind::Channel:
            return kChannel;
        case Name::Kind::Today:
            return today_.empty() ? Found() : Found(std::string_view(today_));
    }
    return {};
}

Found Standing::found_at(const Place& place) {
    const Question& question = this->question(place);
    const Slot* own = &slot(place);
    if (question.type != QuestionType::Address) {
        return typed_answer(question, own->read);
    }
    json::Object parts;
    for (int part = 0; part < slots_of(question); ++part) {
        if (!own[part].read.empty()) {
            parts.emplace_back(std::string(part_of(question, part)), Value(own[part].read));
        }
    }
    return parts.empty() ? Found() : Found(Value(std::move(parts)));
}

const Value& Standing::rows_value(int group) {
    std::optional<Value>& kept = rows_values_[static_cast<std::size_t>(group)];
    if (!kept) {
        std::vector<json::Object> rows(static_cast<std::size_t>(asks_group(group) ? this->rows(group) : 0));
        each_question(group, [&](const Place& place) {
            const auto row = static_cast<std::size_t>(place.row);
            Found found = found_at(place);
            if (row < rows.size() && !std::holds_alternative<std::monostate>(found)) {
                rows[row].emplace_back(question(place).id, value_of(std::move(found)));
            }
        });
        kept = Value(json::Array(std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end())));
    }
    return *kept;
}

const Value& Standing::computed(std::size_t index) {
    std::optional<Value>& kept = computed_[index];
    if (!kept) {
        Result<Value> value = catalogue::evaluate(procedure_.computed[index].value, lookup());
        kept = value ? *std::move(value) : Value();
    }
    return *kept;
}

}  // namespace motcua::form
