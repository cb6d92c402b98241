#include <algorithm>
#include <utility>
#include <variant>

#include "shared/catalogue/coerce.hpp"
#include "shared/catalogue/evaluation.hpp"

/// Operations that read the data: var, missing, missing_some.
namespace motcua::catalogue {
namespace {

using json::Value;

Term descend(Term at, std::string_view path, const Term& otherwise, Work& work) {
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        at = at.is_nothing() ? Term() : property(at, path.substr(begin, end - begin), work);
        if (at.is_undefined()) {
            return otherwise;
        }
        begin = end + 1;
    }
    return at;
}

Term look_up(const Lookup& lookup, std::string_view path, const Term& otherwise, Work& work) {
    Found found = lookup(path);
    if (const auto* text = std::get_if<std::string_view>(&found)) {
        return Term(*text);
    }
    if (const auto* value = std::get_if<const Value*>(&found)) {
        return Term::of(**value);
    }
    if (auto* made = std::get_if<Value>(&found)) {
        return work.keep(std::move(*made));
    }
    return otherwise;
}

}  // namespace

Term Evaluation::variable(const Term& path, const Term& otherwise, const Scope& scope) {
    const Term fallback = otherwise.is_undefined() ? Term::null() : otherwise;
    if (path.is_nothing() || (path.is_text() && path.text().empty())) {
        return scope.lookup == nullptr ? scope.value : look_up(*scope.lookup, "", Term::null(), work_);
    }
    const std::string_view names = coerce::to_text(path, work_);
    work_.look_through(names.size());
    return scope.lookup == nullptr ? descend(scope.value, names, fallback, work_)
                                   : look_up(*scope.lookup, names, fallback, work_);
}

Term Evaluation::apply_term(const Term& rule, const Scope& around) {
    const Scope scope{around.lookup, around.value, false};
    if (rule.kind() == Term::Kind::Items || rule.kind() == Term::Kind::Members) {
        return apply(rule.node(), scope);
    }
    if (!work_.step() || !rule.is_array()) {
        return rule;
    }
    if (depth_ >= kMaxRuleDepth) {
        work_.fail("depth");
        return {};
    }
    ++depth_;
    std::vector<Term> items;
    for (std::size_t i = 0; i < rule.size() && !work_.failed(); ++i) {
        items.push_back(apply_term(rule.item(i), scope));
    }
    --depth_;
    return work_.keep(std::move(items));
}

/// What {"var": name} gives; the name may be any value, and rules in it are evaluated.
Term Evaluation::variable_named(const Term& name, const Scope& scope) {
    if (!name.is_array()) {
        return variable(apply_term(name, scope), Term(), scope);
    }
    const Term path = name.size() > 0 ? apply_term(name.item(0), scope) : Term();
    Term otherwise;
    for (std::size_t i = 1; i < name.size() && !work_.failed(); ++i) {
        const Term value = apply_term(name.item(i), scope);
        otherwise = i == 1 ? value : otherwise;
    }
    return variable(path, otherwise, scope);
}

Term Evaluation::missing(const std::vector<Term>& names, const Scope& scope) {
    const bool listed = !names.empty() && names.front().is_array();
    const std::size_t size = listed ? names.front().size() : names.size();
    std::vector<Term> absent;
    for (std::size_t i = 0; i < size && work_.step(); ++i) {
        const Term name = listed ? names.front().item(i) : names[i];
        const Term value = variable_named(name, scope);
        if (value.kind() == Term::Kind::Null || (value.is_text() && value.text().empty())) {
            absent.push_back(name);
        }
    }
    return work_.keep(std::move(absent));
}

Term Evaluation::missing_some(const Unevaluated& arguments, const Scope& scope) {
    const Term needed = argument(arguments, 0, scope);
    const Term names = argument(arguments, 1, scope);
    apply_rest(arguments, 2, scope);
    if (names.is_nothing()) {
        work_.fail("arguments", "missing_some");
        return {};
    }
    std::vector<Term> evaluated;
    if (names.is_array()) {
        for (std::size_t i = 0; i < names.size() && !work_.failed(); ++i) {
            evaluated.push_back(apply_term(names.item(i), scope));
        }
    } else {
        evaluated.push_back(apply_term(names, scope));
    }
    const Term absent = missing(evaluated, scope);
    const double length = coerce::to_number(property(names, "length", work_), work_);
    const Term present(length - static_cast<double>(absent.size()));
    return coerce::less_or_equal(needed, present, work_) ? work_.keep(std::vector<Term>()) : absent;
}

}  // namespace motcua::catalogue
