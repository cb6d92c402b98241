#include "shared/analysis/trial.hpp"

#include <utility>

#include "shared/catalogue/logic.hpp"
#include "shared/json/write.hpp"

namespace motcua::analysis {

using json::Value;

std::size_t Ways::choose(std::size_t count) {
    if (at_ == forks_.size()) {
        forks_.push_back({0, count});
    }
    return forks_[at_++].taken;
}

bool Ways::next() {
    at_ = 0;
    while (!forks_.empty() && forks_.back().taken + 1 >= forks_.back().count) {
        forks_.pop_back();
    }
    if (forks_.empty()) {
        return false;
    }
    ++forks_.back().taken;
    return true;
}

bool Trial::holds(const catalogue::Rule& rule) {
    const Operation operation = operation_of(rule);
    const bool conjunction = operation.name == "and";
    if ((conjunction || operation.name == "or") && !operation.arguments.empty()) {
        for (const Value* argument : operation.arguments) {
            if (holds(*argument) != conjunction) {
                return !conjunction;
            }
        }
        return conjunction;
    }
    if ((operation.name == "!" || operation.name == "!!") && operation.arguments.size() == 1) {
        return holds(*operation.arguments[0]) == (operation.name == "!!");
    }
    if (operation.name == "if" || operation.name == "?:") {
        std::size_t at = 0;
        for (; at + 1 < operation.arguments.size(); at += 2) {
            if (holds(*operation.arguments[at])) {
                return holds(*operation.arguments[at + 1]);
            }
        }
        return at < operation.arguments.size() && holds(*operation.arguments[at]);
    }
    const std::string_view name = name_read(rule);
    return truth(rule, name.empty() || operation.arguments.size() > 1 ? evaluate(rule) : kind_of(name));
}

bool Trial::truth(const Value& rule, const std::optional<Value>& value) {
    if (value) {
        return catalogue::truthy(*value);
    }
    guessed_ = true;
    const std::string text = json::write_canonical(rule);
    const auto known = guesses_.find(text);
    if (known != guesses_.end()) {
        return known->second;
    }
    const bool guess = ways_.choose(2) == 0;
    guesses_.emplace(text, guess);
    return guess;
}

std::optional<Value> Trial::choose_from(const Domain& domain) {
    if (domain.values.empty()) {
        return std::nullopt;
    }
    return domain.values[ways_.choose(domain.values.size())];
}

std::optional<Value> Trial::pick(const Domain& domain) {
    return exact_ || domain.exhaustive ? choose_from(domain) : std::nullopt;
}

std::optional<Value> Trial::kind_of(std::string_view name) {
    std::optional<Value> value = value_of(name);
    const Model::Answer* answer = model_.answer(name);
    const Domain* const domain = name == "today"     ? &model_.days()
                                 : answer != nullptr ? &answer->domain
                                                     : nullptr;
    if (value || domain == nullptr || !domain->partition) {
        return value;
    }
    if (const auto found = kinds_.find(name); found != kinds_.end()) {
        return found->second;
    }
    if (answer != nullptr && (answer->question == nullptr || !asks(*answer->group, *answer->question))) {
        return std::nullopt;  // What stands for it is compared with other constants.
    }
    value = choose_from(*domain);
    if (value) {
        kinds_.emplace(name, *value);
    }
    return value;
}

std::optional<Value> Trial::effective(const Model::Answer& answer) {
    if (answer.question == nullptr) {
        return asks(*answer.group) ? pick(answer.domain) : Value();
    }
    if (asks(*answer.group, *answer.question)) {
        return pick(answer.domain);
    }
    if (answer.question->otherwise.is_null()) {
        return Value();
    }
    std::optional<Value> value = evaluate(answer.question->otherwise);
    if (!value || answer.part.empty()) {
        return value;
    }
    const Value* part = value->find(answer.part);
    return part == nullptr ? Value() : *part;
}

std::optional<Value> Trial::value_of(std::string_view name) {
    if (const auto found = known_.find(name); found != known_.end()) {
        return found->second;
    }
    std::optional<Value> value;
    if (name == "channel") {
        value = pick(model_.channels());
    } else if (name == "today") {
        value = pick(model_.days());
    } else if (const catalogue::Rule* rule = model_.computed(name)) {
        value = evaluate(*rule);
    } else if (const Model::Answer* answer = model_.answer(name)) {
        value = effective(*answer);
    }
    known_.emplace(name, value);
    return value;
}

std::optional<Value> Trial::evaluate(const Value& rule) {
    if (depth_ > catalogue::kMaxRuleDepth || !ways_.spend()) {
        return std::nullopt;
    }
    ++depth_;
    std::optional<Value> value;
    if (rule.array() != nullptr) {
        json::Array items;
        value = Value();
        for (const Value& item : *rule.array()) {
            std::optional<Value> each = evaluate(item);
            if (!each) {
                value.reset();
                break;
            }
            items.push_back(*std::move(each));
        }
        if (value) {
            value = Value(std::move(items));
        }
    } else {
        const Operation operation = operation_of(rule);
        value = operation.name.empty() ? std::optional<Value>(rule) : apply(operation, rule);
    }
    --depth_;
    return value;
}

std::optional<Value> Trial::apply(const Operation& operation, const Value& rule) {
    if (operation.name == "var") {
        return variable(operation);
    }
    if (operation.name == "if" || operation.name == "?:") {
        return choose_branch(operation);
    }
    if (operation.name == "and" || operation.name == "or") {
        return first_decisive(operation);
    }
    if (operation.name == "missing" || operation.name == "missing_some") {
        return missing(rule);
    }
    // The operation on its arguments' values, which are read by their number.
    json::Array values;
    json::Array arguments;
    for (std::size_t i = 0; i < operation.arguments.size(); ++i) {
        if (reads_items(operation.name, i)) {
            values.emplace_back();
            arguments.push_back(*operation.arguments[i]);
            continue;
        }
        const std::string_view name = name_read(*operation.arguments[i]);
        const bool kind = !name.empty() && meets_constant(operation, i) &&
                          operation_of(*operation.arguments[i]).arguments.size() == 1;
        std::optional<Value> value = kind ? kind_of(name) : evaluate(*operation.arguments[i]);
        if (!value) {
            return std::nullopt;
        }
        values.push_back(*std::move(value));
        arguments.emplace_back(json::Object{{"var", static_cast<std::int64_t>(i)}});
    }
    const Value applied(json::Object{{std::string(operation.name), Value(std::move(arguments))}});
    Result<Value> result = catalogue::evaluate(applied, Value(std::move(values)));
    return result ? std::optional<Value>(*std::move(result)) : std::nullopt;
}

std::optional<Value> Trial::choose_branch(const Operation& operation) {
    std::size_t at = 0;
    for (; at + 1 < operation.arguments.size(); at += 2) {
        if (holds(*operation.arguments[at])) {
            return evaluate(*operation.arguments[at + 1]);
        }
    }
    return at < operation.arguments.size() ? evaluate(*operation.arguments[at]) : Value();
}

std::optional<Value> Trial::first_decisive(const Operation& operation) {
    std::optional<Value> value = Value();
    for (const Value* argument : operation.arguments) {
        value = evaluate(*argument);
        if (holds(*argument) == (operation.name == "or")) {
            break;
        }
    }
    return value;
}

std::optional<Value> Trial::missing(const Value& rule) {
    Names names;
    collect_reads(rule, names);
    std::map<std::string, Value, std::less<>> values;
    for (const std::string& name : names) {
        std::optional<Value> value = kind_of(name);
        if (!value) {
            return std::nullopt;
        }
        values.emplace(name, *std::move(value));
    }
    const Result<Value> result =
        catalogue::evaluate(rule, [&values](std::string_view path) -> catalogue::Found {
            const auto found = values.find(path);
            return found == values.end() ? catalogue::Found() : catalogue::Found(&found->second);
        });
    return result ? std::optional<Value>(*result) : std::nullopt;
}

std::optional<Value> Trial::variable(const Operation& operation) {
    const Value* name = operation.arguments.empty() ? nullptr : operation.arguments[0];
    if (name == nullptr || name->string() == nullptr) {
        return std::nullopt;
    }
    std::optional<Value> value = value_of(*name->string());
    const bool absent = value && value->is_null() && operation.arguments.size() > 1;
    return absent ? evaluate(*operation.arguments[1]) : value;
}

Truth can_hold(const Model& model, const Limits& limits, const Target& target) {
    // First with what cannot be tried left open: what holds nowhere there holds nowhere.
    Ways open(limits.work);
    bool possible = false;
    do {
        Trial trial(model, open, false);
        if (target(trial)) {
            if (!trial.guessed()) {
                return Truth::Yes;
            }
            possible = true;
        }
    } while (!possible && !open.exhausted() && open.next());
    if (!possible && !open.exhausted()) {
        return Truth::No;
    }
    // Then with answers for everything: where it holds once, it can.
    Ways exact(limits.work);
    do {
        Trial trial(model, exact, true);
        if (target(trial) && !trial.guessed() && !exact.exhausted()) {
            return Truth::Yes;
        }
    } while (!exact.exhausted() && exact.next());
    return Truth::Unknown;
}

}  // namespace motcua::analysis
