// motcua-preview: paints a page file without an application, for looking at and comparing.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "client/page/page.hpp"
#include "client/platform/desktop/picture_file.hpp"
#include "client/platform/desktop/window.hpp"
#include "client/ui/wire.hpp"
#include "shared/json/read.hpp"

namespace {

using motcua::Error;
using motcua::Result;

std::string slurp(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Result<void> preview(const std::string& fonts, const std::string& page_file, const std::string& view_json,
                     const std::string& shot) {
    using namespace motcua;
    MC_TRY_ASSIGN(auto painter, ui::Painter::make({slurp(fonts + "/be-vietnam-pro-regular.ttf"),
                                                   slurp(fonts + "/be-vietnam-pro-semibold.ttf")}));
    MC_TRY_ASSIGN(const json::Value page_value, json::read(slurp(page_file)));
    MC_TRY_ASSIGN(page::Page page, page::decode(page_value));
    MC_TRY_ASSIGN(const json::Value view_value, json::read(view_json));
    MC_TRY_ASSIGN(ui::View view, ui::merge_view({}, view_value));
    painter->set_page(std::move(page));
    painter->set_view(view);
    if (view.height == 1) {  // the whole page
        const ui::Layout layout = ui::lay_out(painter->page(), view, painter->family().measure());
        view.height = static_cast<int>(layout.height);
        painter->set_view(view);
    }
    MC_TRY_ASSIGN(const auto window,
                  kiosk::Window::open("preview", static_cast<int>(static_cast<float>(view.width) * view.dpr),
                                      static_cast<int>(static_cast<float>(view.height) * view.dpr)));
    window->attach(*painter);
    painter->frame(0);
    window->show(*painter);
    return kiosk::save_picture(window->picture(), shot);
}

}  // namespace

int main(int count, char** words) {
    if (count != 5) {
        std::cerr << "motcua-preview FONT_DIR PAGE.json VIEW_JSON SHOT.png\n"
                     "FONT_DIR holds be-vietnam-pro-regular.ttf and -semibold.ttf; VIEW_JSON is "
                     "client/ui/README.md's view,\n"
                     "height 1 for the whole page\n";
        return 2;
    }
    const auto done = preview(words[1], words[2], words[3], words[4]);
    if (!done) {
        std::cerr << done.error().detail << '\n';
        for (const auto& finding : done.error().findings) {
            std::cerr << finding.code << ' ' << finding.field << '\n';
        }
        return 1;
    }
    return 0;
}
