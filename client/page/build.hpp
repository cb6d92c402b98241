#pragma once

#include <string>
#include <vector>

#include "client/page/page.hpp"
#include "shared/i18n/text.hpp"

/// Short ways to make the usual nodes; whatever is not usual is set on the result.
namespace motcua::page {

Node heading(std::string id, std::string name, int level = 1);
Node paragraph(std::string id, std::string text, Tone tone = Tone::Normal);
Node notice(std::string id, Tone tone, std::string title, std::string text = "");
Node button(std::string id, std::string name, Tone tone = Tone::Normal);
/// Without `url` it is pressed like a button.
Node link(std::string id, std::string name, std::string url = "");
/// Shows or hides what stands after it. `about` tells it from others of the same name.
Node disclosure(std::string id, std::string name, const std::string& about, bool open);
Node text_field(std::string id, std::string label, std::string value);
Node option(std::string id, std::string name, std::string hint = "");
/// A choice of one; marks the option whose id is `chosen`.
Node choice(std::string id, std::string legend, std::string chosen, std::vector<Node> options);
/// A choice of several; which ones are chosen is set on the options.
Node check_group(std::string id, std::string legend, std::vector<Node> options);
Node group(std::string id, std::string title, std::vector<Node> children);
Node toolbar(std::string id, std::vector<Node> children);
Node summary_row(std::string id, std::string question, std::string answer);
Node cell(std::string id, std::string text);
/// Of a table: its cells are "<id>.c0", "<id>.c1"…
Node row(std::string id, const std::vector<std::string>& cells);
/// A question with its explanation; Escape presses the button `escape`.
Node dialog(std::string id, std::string question, std::string text, std::string escape,
            std::vector<Node> buttons);
Node toast(std::string id, std::string what, std::vector<Node> buttons);

/// The node, said to be in Vietnamese where `text`, which it is called by, is not there in `lang`.
Node in_its_language(Node node, const i18n::Text& text, std::string_view lang);

/// `text` as a part of a node id: what is not [a-z0-9._-] becomes '_'.
std::string id_part(std::string_view text);

}  // namespace motcua::page
