#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What every table of legal steps can tell: arrays of {from, event, to, undoable}, whose states and
/// events have a name().
namespace motcua::visits {

template <class Table, class State, class Event>
constexpr std::optional<State> next_in(const Table& table, State from, Event event) {
    for (const auto& step : table) {
        if (step.from == from && step.event == event) {
            return step.to;
        }
    }
    return std::nullopt;
}

template <class Table, class State, class Event>
constexpr std::optional<State> undone_in(const Table& table, State now, State before, Event event) {
    for (const auto& step : table) {
        if (step.from == before && step.event == event && step.to == now && step.undoable) {
            return before;
        }
    }
    return std::nullopt;
}

template <class Table, class State>
constexpr bool ends_in(const Table& table, State state) {
    for (const auto& step : table) {
        if (step.from == state) {
            return false;
        }
    }
    return true;
}

template <class Enum, class Names>
std::optional<Enum> find_named(const Names& names, std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

/// "`word`".
inline std::string code(std::string_view word) {
    return "`" + std::string(word) + "`";
}

inline const char* mark(bool holds) {
    return holds ? "yes" : "";
}

template <class Table>
std::string steps_table(const Table& table) {
    std::string text = "| from | event | to | can be undone |\n|---|---|---|---|\n";
    for (const auto& step : table) {
        text += "| " + code(name(step.from)) + " | " + code(name(step.event)) + " | " + code(name(step.to)) +
                " | " + mark(step.undoable) + " |\n";
    }
    return text;
}

/// Every pair of states between which a step or its undoing leads, once each:
/// "('none','held'),\n('held','confirmed'),\n…".
template <class Table>
std::string steps_sql(const Table& table) {
    using State = decltype(table.front().from);
    std::vector<std::pair<State, State>> pairs;
    const auto add = [&pairs](State from, State to) {
        for (const auto& known : pairs) {
            if (known == std::pair(from, to)) {
                return;
            }
        }
        pairs.emplace_back(from, to);
    };
    for (const auto& step : table) {
        add(step.from, step.to);
        if (step.undoable) {
            add(step.to, step.from);
        }
    }
    std::string text;
    for (const auto& pair : pairs) {
        text += text.empty() ? "('" : ",\n('";
        text += std::string(name(pair.first)) + "','" + std::string(name(pair.second)) + "')";
    }
    return text + "\n";
}

}  // namespace motcua::visits
