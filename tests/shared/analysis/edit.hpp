#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "shared/analysis/analysis.hpp"
#include "shared/json/read.hpp"
#include "shared/json/shape.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::tests {

/// The value with one member (at "groups.0.questions.1.ask_if") set; a member that lacks is added.
inline json::Value edited(const json::Value& value, std::string_view path, const json::Value& put) {
    if (path.empty()) {
        return put;
    }
    const std::string_view name = path.substr(0, path.find('.'));
    const std::string_view rest = path.substr(std::min(path.size(), name.size() + 1));
    if (value.array() != nullptr) {
        json::Array items = *value.array();
        const std::size_t index = std::stoul(std::string(name));
        items.resize(std::max(items.size(), index + 1));
        items[index] = edited(items[index], rest, put);
        return items;
    }
    json::Object members = value.object() != nullptr ? *value.object() : json::Object();
    for (auto& [key, member] : members) {
        if (key == name) {
            member = edited(member, rest, put);
            return members;
        }
    }
    members.emplace_back(std::string(name), edited(json::Value(), rest, put));
    return members;
}

/// The same with JSON text put in.
inline json::Value planted(const json::Value& value, std::string_view path, std::string_view text) {
    const auto put = json::read(text);
    REQUIRE(put);
    return edited(value, path, *put);
}

inline catalogue::Procedure procedure_of(const json::Value& file) {
    auto procedure = catalogue::read_procedure(file);
    if (!procedure) {
        for (const Finding& finding : procedure.error().findings) {
            UNSCOPED_INFO(finding.field << " " << finding.code);
        }
    }
    REQUIRE(procedure);
    return *std::move(procedure);
}

/// Is there a remark with this code at this path?
inline bool remarked(const std::vector<analysis::Remark>& remarks, std::string_view path,
                     std::string_view code) {
    for (const analysis::Remark& remark : remarks) {
        if (remark.finding.field == path && remark.finding.code == code) {
            return true;
        }
    }
    return false;
}

/// Calls with every question of the file and its path.
inline void each_question(const json::Value& file,
                          const std::function<void(const json::Value&, const std::string&)>& visit) {
    const json::Array& groups = file.array_at("groups");
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const json::Array& questions = groups[g].array_at("questions");
        for (std::size_t q = 0; q < questions.size(); ++q) {
            visit(questions[q], json::item_path(json::item_path("groups", g) + ".questions", q));
        }
    }
}

}  // namespace motcua::tests
