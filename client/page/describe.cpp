#include "client/page/page.hpp"

namespace motcua::page {

namespace {

/// The text on one line: golden files compare lines.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else {
            out += c;
        }
    }
    return out + "\"";
}

void add_text(std::string& out, const char* key, const std::string& text) {
    if (!text.empty()) {
        out += std::string(" ") + key + "=" + quoted(text);
    }
}

void add_state(std::string& states, bool on, const std::string& word) {
    if (on) {
        states += (states.empty() ? "" : " ") + word;
    }
}

std::string states_of(const Node& node) {
    std::string states;
    add_state(states, node.tone != Tone::Normal, tone_name(node.tone));
    add_state(states, node.level != 0, "level " + std::to_string(node.level));
    add_state(states, node.required, "required");
    add_state(states, node.disabled, "disabled");
    add_state(states, node.selected, "selected");
    add_state(states, node.busy, "busy");
    add_state(states, node.link, "link");
    add_state(states, node.toggles, "toggles");
    return states;
}

void add_input(std::string& out, const Input& input) {
    add_text(out, "mode", input.mode);
    add_text(out, "type", input.type);
    add_text(out, "autocomplete", input.autocomplete);
    add_text(out, "capitalize", input.capitalize);
    add_text(out, "enter", input.enter);
    add_text(out, "accept", input.accept);
    add_text(out, "max_chars", input.max_chars == 0 ? "" : std::to_string(input.max_chars));
    add_text(out, "width_chars", input.width_chars == 0 ? "" : std::to_string(input.width_chars));
}

/// A QR code's dots are not for reading: only their number stands in the description.
std::string value_of(const Node& node) {
    if (node.role == Role::Qr && !node.value.empty()) {
        return std::to_string(node.value.size()) + " dots";
    }
    return node.value;
}

void add_node(std::string& out, const Node& node, std::size_t depth) {
    out += std::string(depth * 2, ' ') + role_name(node.role) + " " + quoted(node.name);
    add_text(out, "id", node.id);
    add_text(out, "value", value_of(node));
    add_text(out, "hint", node.hint);
    add_text(out, "error", node.error);
    add_text(out, "said", node.said);
    add_text(out, "lang", node.lang);
    add_text(out, "value_lang", node.value_lang);
    add_input(out, node.input);
    const std::string states = states_of(node);
    out += states.empty() ? "\n" : " [" + states + "]\n";
    for (const Node& child : node.children) {
        add_node(out, child, depth + 1);
    }
}

}  // namespace

std::string describe(const Page& page) {
    std::string out = "page " + quoted(page.title);
    add_text(out, "id", page.id);
    add_text(out, "lang", page.lang);
    out += page.busy ? " [busy]" : "";
    out += page.unsaved ? " [unsaved]\n" : "\n";
    if (page.focus.epoch != 0) {
        out += "focus " + quoted(page.focus.id) + "\n";
    }
    if (!page.announcement.text.empty()) {
        out += std::string("say ") + quoted(page.announcement.text) +
               (page.announcement.assertive ? " [assertive]\n" : "\n");
    }
    out += "header\n";
    for (const Node& node : page.header) {
        add_node(out, node, 1);
    }
    out += "main\n";
    for (const Node& node : page.main) {
        add_node(out, node, 1);
    }
    for (const std::optional<Node>* layer : {&page.toast, &page.dialog}) {
        if (*layer) {
            add_node(out, **layer, 0);
        }
    }
    return out;
}

}  // namespace motcua::page
