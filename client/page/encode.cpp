#include <utility>

#include "client/page/page.hpp"

namespace motcua::page {

namespace {

void add_text(json::Object& out, const char* key, const std::string& text) {
    if (!text.empty()) {
        out.emplace_back(key, text);
    }
}

void add_flag(json::Object& out, const char* key, bool flag) {
    if (flag) {
        out.emplace_back(key, true);
    }
}

void add_number(json::Object& out, const char* key, int number) {
    if (number != 0) {
        out.emplace_back(key, number);
    }
}

void add_input(json::Object& out, const Input& input) {
    add_text(out, "mode", input.mode);
    add_text(out, "type", input.type);
    add_text(out, "autocomplete", input.autocomplete);
    add_text(out, "capitalize", input.capitalize);
    add_text(out, "enter", input.enter);
    add_text(out, "accept", input.accept);
    add_number(out, "max_chars", input.max_chars);
    add_number(out, "width_chars", input.width_chars);
}

json::Array encode_nodes(const std::vector<Node>& nodes);

json::Value encode_node(const Node& node) {
    json::Object out;
    out.emplace_back("id", node.id);
    out.emplace_back("role", role_name(node.role));
    out.emplace_back("name", node.name);
    add_text(out, "value", node.value);
    add_text(out, "hint", node.hint);
    add_text(out, "error", node.error);
    if (node.tone != Tone::Normal) {
        out.emplace_back("tone", tone_name(node.tone));
    }
    add_number(out, "level", node.level);
    add_flag(out, "required", node.required);
    add_flag(out, "disabled", node.disabled);
    add_flag(out, "selected", node.selected);
    add_flag(out, "busy", node.busy);
    add_flag(out, "link", node.link);
    add_flag(out, "toggles", node.toggles);
    add_text(out, "said", node.said);
    add_text(out, "lang", node.lang);
    add_text(out, "value_lang", node.value_lang);
    add_input(out, node.input);
    if (!node.children.empty()) {
        out.emplace_back("children", encode_nodes(node.children));
    }
    return out;
}

json::Array encode_nodes(const std::vector<Node>& nodes) {
    json::Array out;
    out.reserve(nodes.size());
    for (const Node& node : nodes) {
        out.push_back(encode_node(node));
    }
    return out;
}

}  // namespace

json::Value encode(const Page& page) {
    json::Object focus;
    focus.emplace_back("epoch", page.focus.epoch);
    focus.emplace_back("id", page.focus.id);
    json::Object say;
    say.emplace_back("n", page.announcement.number);
    say.emplace_back("assertive", page.announcement.assertive);
    say.emplace_back("text", page.announcement.text);
    json::Object out;
    out.emplace_back("v", kPageVersion);
    out.emplace_back("id", page.id);
    out.emplace_back("title", page.title);
    out.emplace_back("lang", page.lang);
    out.emplace_back("busy", page.busy);
    add_flag(out, "unsaved", page.unsaved);
    out.emplace_back("header", encode_nodes(page.header));
    out.emplace_back("main", encode_nodes(page.main));
    if (page.toast) {
        out.emplace_back("toast", encode_node(*page.toast));
    }
    if (page.dialog) {
        out.emplace_back("dialog", encode_node(*page.dialog));
    }
    out.emplace_back("focus", std::move(focus));
    out.emplace_back("say", std::move(say));
    return out;
}

}  // namespace motcua::page
