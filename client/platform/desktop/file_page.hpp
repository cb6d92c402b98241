#pragma once

#include <string>
#include <vector>

#include "client/page/page.hpp"
#include "client/platform/desktop/file_shelf.hpp"
#include "shared/i18n/texts.hpp"

namespace motcua::kiosk {

/// The page on which files are picked: the kiosk's answer to a browser's file dialog. Its
/// nodes are "kiosk.file.<index>" and "kiosk.cancel".
page::Page file_page(const std::vector<Attachable>& files, const i18n::Texts& texts,
                     const std::vector<page::Node>& header);

/// Index of the file that a node of that page stands for, or -1.
int file_of(const std::string& node);

}  // namespace motcua::kiosk
