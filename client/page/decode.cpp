#include <limits>
#include <utility>

#include "client/page/names.hpp"
#include "client/page/page.hpp"

namespace motcua::page {

namespace {

Error wrong(std::string where) {
    return {
        .code = ErrorCode::InvalidInput, .detail = "page: " + where, .findings = {{where, "page.shape", {}}}};
}

Result<void> read_into(std::string& out, const json::Value& value, const std::string& where) {
    if (value.string() == nullptr) {
        return wrong(where);
    }
    out = *value.string();
    return {};
}

Result<void> read_into(bool& out, const json::Value& value, const std::string& where) {
    if (value.boolean() == nullptr) {
        return wrong(where);
    }
    out = *value.boolean();
    return {};
}

Result<void> read_into(int& out, const json::Value& value, const std::string& where) {
    const std::int64_t* number = value.integer();
    if (number == nullptr || *number < std::numeric_limits<int>::min() ||
        *number > std::numeric_limits<int>::max()) {
        return wrong(where);
    }
    out = static_cast<int>(*number);
    return {};
}

Result<void> read_into(Role& out, const json::Value& value, const std::string& where) {
    const auto role = value.string() == nullptr ? std::nullopt : role_from(*value.string());
    if (!role) {
        return wrong(where);
    }
    out = *role;
    return {};
}

Result<void> read_into(Tone& out, const json::Value& value, const std::string& where) {
    const auto tone = value.string() == nullptr ? std::nullopt : tone_from(*value.string());
    if (!tone) {
        return wrong(where);
    }
    out = *tone;
    return {};
}

Result<Node> read_node(const json::Value& value, const std::string& where);

Result<void> read_into(std::vector<Node>& out, const json::Value& value, const std::string& where) {
    if (value.array() == nullptr) {
        return wrong(where);
    }
    out.reserve(value.array()->size());
    for (const json::Value& item : *value.array()) {
        MC_TRY_ASSIGN(Node node, read_node(item, where + "/" + std::to_string(out.size())));
        out.push_back(std::move(node));
    }
    return {};
}

std::string* text_member(Node& node, std::string_view key) {
    const std::pair<std::string_view, std::string*> members[] = {
        {"id", &node.id},
        {"name", &node.name},
        {"value", &node.value},
        {"hint", &node.hint},
        {"error", &node.error},
        {"said", &node.said},
        {"lang", &node.lang},
        {"value_lang", &node.value_lang},
        {"mode", &node.input.mode},
        {"type", &node.input.type},
        {"autocomplete", &node.input.autocomplete},
        {"capitalize", &node.input.capitalize},
        {"enter", &node.input.enter},
        {"accept", &node.input.accept},
    };
    for (const auto& [name, member] : members) {
        if (name == key) {
            return member;
        }
    }
    return nullptr;
}

bool* flag_member(Node& node, std::string_view key) {
    const std::pair<std::string_view, bool*> members[] = {
        {"required", &node.required}, {"disabled", &node.disabled}, {"selected", &node.selected},
        {"busy", &node.busy},         {"link", &node.link},         {"toggles", &node.toggles},
    };
    for (const auto& [name, member] : members) {
        if (name == key) {
            return member;
        }
    }
    return nullptr;
}

int* number_member(Node& node, std::string_view key) {
    if (key == "level") {
        return &node.level;
    }
    if (key == "max_chars") {
        return &node.input.max_chars;
    }
    return key == "width_chars" ? &node.input.width_chars : nullptr;
}

Result<void> read_member(Node& node, std::string_view key, const json::Value& value,
                         const std::string& where) {
    if (std::string* text = text_member(node, key)) {
        return read_into(*text, value, where);
    }
    if (bool* flag = flag_member(node, key)) {
        return read_into(*flag, value, where);
    }
    if (int* number = number_member(node, key)) {
        return read_into(*number, value, where);
    }
    if (key == "role") {
        return read_into(node.role, value, where);
    }
    if (key == "tone") {
        return read_into(node.tone, value, where);
    }
    return key == "children" ? read_into(node.children, value, where) : Result<void>(wrong(where));
}

Result<Node> read_node(const json::Value& value, const std::string& where) {
    if (value.object() == nullptr) {
        return wrong(where);
    }
    for (const char* needed : {"id", "role", "name"}) {
        if (value.find(needed) == nullptr) {
            return wrong(where + "/" + needed);
        }
    }
    Node node;
    for (const auto& [key, member] : *value.object()) {
        std::string path = where;
        path.append("/").append(key);
        MC_TRY(read_member(node, key, member, path));
    }
    return node;
}

template <class T>
Result<void> read_required(T& out, const json::Value& value, const char* key) {
    const json::Value* member = value.find(key);
    if (member == nullptr) {
        return wrong(std::string("/") + key);
    }
    return read_into(out, *member, std::string("/") + key);
}

Result<void> only_members(const json::Value& value, std::size_t count, const char* where) {
    // Each wanted member is required elsewhere, so a right count means that no other is there.
    if (value.object() == nullptr || value.object()->size() != count) {
        return wrong(where);
    }
    return {};
}

Result<void> read_focus(FocusRequest& out, const json::Value& page) {
    const json::Value* focus = page.find("focus");
    if (focus == nullptr) {
        return wrong("/focus");
    }
    MC_TRY(only_members(*focus, 2, "/focus"));
    MC_TRY(read_required(out.epoch, *focus, "epoch"));
    return read_required(out.id, *focus, "id");
}

Result<void> read_announcement(Announcement& out, const json::Value& page) {
    const json::Value* say = page.find("say");
    if (say == nullptr) {
        return wrong("/say");
    }
    MC_TRY(only_members(*say, 3, "/say"));
    MC_TRY(read_required(out.number, *say, "n"));
    MC_TRY(read_required(out.assertive, *say, "assertive"));
    return read_required(out.text, *say, "text");
}

Result<void> read_version(const json::Value& page) {
    int version = 0;
    MC_TRY(read_required(version, page, "v"));
    return version == kPageVersion ? Result<void>() : Result<void>(wrong("/v"));
}

Result<void> read_facts(Page& out, const json::Value& page) {
    MC_TRY(read_required(out.id, page, "id"));
    MC_TRY(read_required(out.title, page, "title"));
    MC_TRY(read_required(out.lang, page, "lang"));
    MC_TRY(read_required(out.busy, page, "busy"));
    return page.find("unsaved") == nullptr ? Result<void>() : read_required(out.unsaved, page, "unsaved");
}

Result<void> read_layer(std::optional<Node>& out, const json::Value& page, const char* key, Role role) {
    const json::Value* member = page.find(key);
    if (member == nullptr) {
        return {};
    }
    const std::string where = std::string("/") + key;
    MC_TRY_ASSIGN(Node node, read_node(*member, where));
    if (node.role != role) {
        return wrong(where);
    }
    out = std::move(node);
    return {};
}

std::size_t members_of(const json::Value& page) {
    std::size_t count = 9;
    for (const char* optional : {"unsaved", "toast", "dialog"}) {
        count += page.find(optional) == nullptr ? 0U : 1U;
    }
    return count;
}

}  // namespace

Result<Page> decode(const json::Value& value) {
    MC_TRY(only_members(value, members_of(value), "/"));
    MC_TRY(read_version(value));
    Page page;
    MC_TRY(read_facts(page, value));
    MC_TRY(read_required(page.header, value, "header"));
    MC_TRY(read_required(page.main, value, "main"));
    MC_TRY(read_layer(page.toast, value, "toast", Role::Toast));
    MC_TRY(read_layer(page.dialog, value, "dialog", Role::Dialog));
    MC_TRY(read_focus(page.focus, value));
    MC_TRY(read_announcement(page.announcement, value));
    return page;
}

}  // namespace motcua::page
