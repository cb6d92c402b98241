#pragma once

#include <string>
#include <vector>

#include "client/page/page.hpp"
#include "client/ui/font_metrics.hpp"
#include "client/ui/painter.hpp"
#include "client/ui/view.hpp"

namespace motcua::tests {

/// A page of tests/fixtures/pages.
page::Page sample_page(const std::string& name);
const std::vector<std::string>& sample_names();

/// The product's typeface when scripts/setup has made it, else any that the system has.
ui::FontBytes test_fonts();
const ui::Family& test_family();

/// The screens that every page must fit.
struct Screen {
    const char* name;
    ui::View view;
};
const std::vector<Screen>& screens();

/// Half an em a character, so that a test can count.
float count_characters(std::string_view text, const ui::TextStyle& style);

}  // namespace motcua::tests
