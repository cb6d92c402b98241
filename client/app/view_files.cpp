#include <utility>

#include "client/app/files.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

constexpr const char* kImages = "image/jpeg,image/png";
constexpr std::int64_t kPercent = 100;

std::string percent(const AttachedFile& file) {
    const std::int64_t size = file.picked.size > 0 ? file.picked.size : 1;
    return std::to_string(file.sent_bytes * kPercent / size);
}

/// The platform shows the picture itself: here is only which one it is.
page::Node preview(const i18n::Texts& texts, const std::string& base, const PickedFile& picked) {
    page::Node node;
    node.id = base + ".preview";
    node.role = page::Role::Preview;
    node.name = "PDF";
    if (picked.media_type != "application/pdf") {
        node.name = texts.get("files.preview", {{"name", picked.name}});
        node.value = std::to_string(picked.handle);
    }
    return node;
}

page::Node file_node(const i18n::Texts& texts, const std::string& base, const AttachedFile& file) {
    const std::string handle = std::to_string(file.picked.handle);
    page::Node node;
    node.id = base + ".file." + handle;
    node.role = page::Role::File;
    node.name = file.picked.name;
    node.hint = file_text(texts, file.picked.media_type, file.picked.size);
    node.children.push_back(preview(texts, node.id, file.picked));
    switch (file.state) {
        case FileState::Sending:
            node.busy = true;
            node.value = percent(file);
            break;
        case FileState::Sent:
            node.tone = page::Tone::Success;
            node.hint = texts.get("files.sent_hint", {{"what", node.hint}});
            break;
        case FileState::Failed:
            node.tone = page::Tone::Error;
            node.error = texts.get(file.problem.key, file.problem.args);
            node.children.push_back(page::button(base + ".retry." + handle,
                                                 texts.get("files.retry", {{"name", file.picked.name}})));
            break;
    }
    node.children.push_back(page::button(base + ".remove." + handle,
                                         texts.get("files.remove", {{"name", file.picked.name}}),
                                         page::Tone::Danger));
    return node;
}

}  // namespace

page::Node file_picker(const State& state, const std::string& place) {
    const i18n::Texts& texts = state.shell.texts();
    const catalogue::Question* question = file_question(state, place);
    const std::vector<AttachedFile> files = files_at(state, place);
    page::Node node;
    node.id = picker_id(state, place);
    node.role = page::Role::FilePicker;
    node.name = texts.get("files.pick");
    node.said = node.name + ": " + finding_place(texts, *state.procedure, place, state.dossier.helper.on);
    node.hint = texts.get("files.limits");
    const bool only_image = question != nullptr && question->only_image;
    node.input.accept = (only_image ? "" : "application/pdf,") + std::string(kImages);
    node.required = true;
    node.disabled = question != nullptr && files.size() >= most_files(*question);
    node.error = error_at(state, place);
    for (const AttachedFile& file : files) {
        node.children.push_back(file_node(texts, files_base(state, place), file));
    }
    return node;
}

}  // namespace motcua::app
