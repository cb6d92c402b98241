#include "client/page/build.hpp"

#include <utility>

namespace motcua::page {

namespace {

Node named(std::string id, Role role, std::string name) {
    Node node;
    node.id = std::move(id);
    node.role = role;
    node.name = std::move(name);
    return node;
}

}  // namespace

Node heading(std::string id, std::string name, int level) {
    Node node = named(std::move(id), Role::Heading, std::move(name));
    node.level = level;
    return node;
}

Node paragraph(std::string id, std::string text, Tone tone) {
    Node node = named(std::move(id), Role::Paragraph, std::move(text));
    node.tone = tone;
    return node;
}

Node notice(std::string id, Tone tone, std::string title, std::string text) {
    Node node = named(std::move(id), Role::Notice, std::move(title));
    node.tone = tone;
    node.value = std::move(text);
    return node;
}

Node button(std::string id, std::string name, Tone tone) {
    Node node = named(std::move(id), Role::Button, std::move(name));
    node.tone = tone;
    return node;
}

Node link(std::string id, std::string name, std::string url) {
    Node node = named(std::move(id), Role::Link, std::move(name));
    node.value = std::move(url);
    return node;
}

Node disclosure(std::string id, std::string name, const std::string& about, bool open) {
    Node node = link(std::move(id), std::move(name));
    node.said = about.empty() ? "" : node.name + " " + about;
    node.toggles = true;
    node.selected = open;
    return node;
}

Node text_field(std::string id, std::string label, std::string value) {
    Node node = named(std::move(id), Role::TextField, std::move(label));
    node.value = std::move(value);
    return node;
}

Node option(std::string id, std::string name, std::string hint) {
    Node node = named(std::move(id), Role::Option, std::move(name));
    node.hint = std::move(hint);
    return node;
}

Node choice(std::string id, std::string legend, std::string chosen, std::vector<Node> options) {
    Node node = named(std::move(id), Role::ChoiceGroup, std::move(legend));
    for (Node& one : options) {
        one.selected = !chosen.empty() && one.id == chosen;
    }
    node.value = std::move(chosen);
    node.children = std::move(options);
    return node;
}

Node check_group(std::string id, std::string legend, std::vector<Node> options) {
    Node node = named(std::move(id), Role::CheckGroup, std::move(legend));
    node.children = std::move(options);
    return node;
}

Node group(std::string id, std::string title, std::vector<Node> children) {
    Node node = named(std::move(id), Role::Group, std::move(title));
    node.children = std::move(children);
    return node;
}

Node toolbar(std::string id, std::vector<Node> children) {
    Node node = named(std::move(id), Role::Toolbar, "");
    node.children = std::move(children);
    return node;
}

Node summary_row(std::string id, std::string question, std::string answer) {
    Node node = named(std::move(id), Role::SummaryRow, std::move(question));
    node.value = std::move(answer);
    return node;
}

Node cell(std::string id, std::string text) {
    return named(std::move(id), Role::Cell, std::move(text));
}

Node row(std::string id, const std::vector<std::string>& cells) {
    Node node = named(std::move(id), Role::Row, "");
    for (const std::string& text : cells) {
        node.children.push_back(cell(node.id + ".c" + std::to_string(node.children.size()), text));
    }
    return node;
}

Node dialog(std::string id, std::string question, std::string text, std::string escape,
            std::vector<Node> buttons) {
    Node node = named(std::move(id), Role::Dialog, std::move(question));
    node.value = std::move(escape);
    node.children.push_back(paragraph(node.id + ".text", std::move(text)));
    node.children.push_back(toolbar(node.id + ".actions", std::move(buttons)));
    return node;
}

Node toast(std::string id, std::string what, std::vector<Node> buttons) {
    Node node = named(std::move(id), Role::Toast, std::move(what));
    node.children = std::move(buttons);
    return node;
}

Node in_its_language(Node node, const i18n::Text& text, std::string_view lang) {
    node.lang = text.other_than(lang);
    return node;
}

std::string id_part(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        c = plain ? c : '_';
    }
    return out;
}

}  // namespace motcua::page
