#include <set>
#include <string>
#include <utility>

#include "shared/catalogue/procedure.hpp"

namespace motcua::catalogue {
namespace {

using json::Object;
using json::Value;

/// The lists that the questions of the file name.
std::set<std::string, std::less<>> named_lists(const Value& file) {
    std::set<std::string, std::less<>> names;
    for (const Value& group : file.array_at("groups")) {
        for (const Value& question : group.array_at("questions")) {
            names.insert(question.text_or("options_list"));
        }
    }
    return names;
}

}  // namespace

Value with_lists(const Value& file, const Value& lists) {
    const Object* members = file.object();
    const Value* shared = lists.find("lists");
    if (members == nullptr || shared == nullptr) {
        return file;
    }
    const Value* own = file.find("lists");
    Object complete = own != nullptr && own->object() != nullptr ? *own->object() : Object();
    for (const std::string& name : named_lists(file)) {
        const Value* list = shared->find(name);
        if (list != nullptr && (own == nullptr || own->find(name) == nullptr)) {
            complete.emplace_back(name, *list);
        }
    }
    Object whole;
    for (const auto& [name, value] : *members) {
        if (name != "lists") {
            whole.emplace_back(name, value);
        }
    }
    if (!complete.empty()) {
        whole.emplace_back("lists", std::move(complete));
    }
    return whole;
}

}  // namespace motcua::catalogue
