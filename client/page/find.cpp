#include "client/page/page.hpp"

namespace motcua::page {

namespace {

const Node* find_in(const std::vector<Node>& nodes, std::string_view id);

const Node* find_option(const Node& group, std::string_view id) {
    for (const Node& option : group.children) {
        if (option.role == Role::Option && option.id == id) {
            return &option;
        }
    }
    return nullptr;
}

const Node* find_at(const Node& node, std::string_view id) {
    if (node.role != Role::Option && node.id == id) {
        return &node;
    }
    const bool has_options = node.role == Role::ChoiceGroup || node.role == Role::CheckGroup;
    if (has_options && id.size() > node.id.size() + 1 && id.substr(0, node.id.size()) == node.id &&
        id[node.id.size()] == '/') {
        return find_option(node, id.substr(node.id.size() + 1));
    }
    return find_in(node.children, id);
}

const Node* find_in(const std::vector<Node>& nodes, std::string_view id) {
    for (const Node& node : nodes) {
        if (const Node* found = find_at(node, id)) {
            return found;
        }
    }
    return nullptr;
}

}  // namespace

const Node* find(const Page& page, std::string_view id) {
    for (const std::optional<Node>* layer : {&page.dialog, &page.toast}) {
        if (const Node* found = *layer ? find_at(**layer, id) : nullptr) {
            return found;
        }
    }
    const Node* found = find_in(page.header, id);
    return found != nullptr ? found : find_in(page.main, id);
}

}  // namespace motcua::page
