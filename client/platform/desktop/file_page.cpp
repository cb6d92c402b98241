#include "client/platform/desktop/file_page.hpp"

#include <cstdlib>
#include <string_view>

namespace motcua::kiosk {
namespace {

constexpr std::string_view kPrefix = "kiosk.file.";

std::string kind_of(const std::string& media_type) {
    return media_type == "application/pdf" ? "PDF" : media_type == "image/jpeg" ? "JPEG" : "PNG";
}

page::Node node(const char* id, page::Role role, std::string name) {
    page::Node made;
    made.id = id;
    made.role = role;
    made.name = std::move(name);
    return made;
}

page::Node list_of(const std::vector<Attachable>& files, const i18n::Texts& texts) {
    page::Node list = node("kiosk.files", page::Role::TaskList, "");
    for (std::size_t i = 0; i < files.size(); ++i) {
        page::Node row = node("", page::Role::Task, files[i].name);
        row.id = std::string(kPrefix) + std::to_string(i);
        row.hint = texts.get("kiosk.file", {{"kind", kind_of(files[i].media_type)},
                                            {"size", std::to_string((files[i].size + 1023) / 1024)}});
        list.children.push_back(std::move(row));
    }
    return list;
}

}  // namespace

page::Page file_page(const std::vector<Attachable>& files, const i18n::Texts& texts,
                     const std::vector<page::Node>& header) {
    page::Page page;
    page.id = "kiosk.files";
    page.title = texts.get("kiosk.files");
    page.lang = texts.lang();
    page.header = header;
    for (page::Node& part : page.header) {
        part.disabled = true;
    }
    page::Node heading = node("kiosk.heading", page::Role::Heading, texts.get("kiosk.files"));
    heading.level = 1;
    page.main.push_back(std::move(heading));
    if (files.empty()) {
        page::Node notice = node("kiosk.empty", page::Role::Notice, texts.get("kiosk.no_files"));
        notice.tone = page::Tone::Info;
        page.main.push_back(std::move(notice));
    } else {
        page.main.push_back(list_of(files, texts));
    }
    page.main.push_back(node("kiosk.cancel", page::Role::Button, texts.get("kiosk.cancel")));
    return page;
}

int file_of(const std::string& id) {
    const std::string_view name(id);
    return name.substr(0, kPrefix.size()) == kPrefix ? std::atoi(id.c_str() + kPrefix.size()) : -1;
}

}  // namespace motcua::kiosk
