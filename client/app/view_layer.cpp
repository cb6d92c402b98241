#include <algorithm>
#include <utility>

#include "client/app/files.hpp"
#include "client/app/rows.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

page::Node undo_toast(const State& state, std::string what, std::string undo) {
    const i18n::Texts& texts = state.shell.texts();
    return page::toast("toast", std::move(what),
                       {page::button(std::move(undo), texts.get("action.undo")),
                        page::button("toast.close", texts.get("action.close"))});
}

/// Where the row that was taken out last belongs, if it can come back.
const catalogue::Group* group_of_removed(const State& state) {
    if (!state.removed_row || !state.procedure) {
        return nullptr;
    }
    for (const catalogue::Group& group : state.procedure->groups) {
        if (group.id == state.removed_row->group && group.repeat &&
            rows_of(state, group) < group.repeat->most) {
            return &group;
        }
    }
    return nullptr;
}

page::Node other_dialog(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = state.dossier.appointment;
    std::string lost = texts.get("other.text");
    if (part.booking && part.booking->hold_until_secs > state.shell.now_secs) {
        lost += " " + texts.get("other.slot", {{"time", moment_text(texts, part.booking->starts_at_secs)},
                                               {"office", office_name(state, part.booking->office)}});
    }
    const std::string name = state.procedure ? state.procedure->name.in(texts.lang()) : "";
    page::Node node =
        page::dialog("other", texts.get("other.title", {{"name", name}}), std::move(lost), "other.keep",
                     {page::button("other.keep", texts.get("other.keep"), page::Tone::Primary),
                      page::button("other.lose", texts.get("other.lose"), page::Tone::Danger)});
    node.tone = page::Tone::Warning;
    return node;
}

page::Node idle_dialog(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const std::int64_t left = std::max<std::int64_t>(0, state.idle.ends_at_secs - state.shell.now_secs);
    page::Node node = page::dialog("idle", texts.get("idle.title"),
                                   texts.get("idle.text", {{"count", std::to_string(left)}}), "idle.stay",
                                   {page::button("idle.stay", texts.get("idle.stay"), page::Tone::Primary),
                                    page::button("idle.clear", texts.get("idle.clear"), page::Tone::Danger)});
    node.tone = page::Tone::Warning;
    return node;
}

}  // namespace

std::optional<page::Node> view_toast(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    if (const catalogue::Group* group = group_of_removed(state)) {
        return undo_toast(state, texts.get("rows.removed", {{"row", removed_row_name(state, *group)}}),
                          "rows.undo");
    }
    if (state.dossier.helper.dropped) {
        return undo_toast(state, texts.get("helper.dropped"), "helper.undo");
    }
    if (const AttachedFile* file = removed_file(state)) {
        return undo_toast(state, texts.get("files.removed_short", {{"name", file->picked.name}}), "undo");
    }
    return std::nullopt;
}

std::optional<page::Node> view_dialog(const State& state) {
    if (state.idle.ends_at_secs != 0) {
        return idle_dialog(state);
    }
    if (state.dossier.appointment.office_asked) {
        return office_dialog(state);
    }
    if (state.where.place == Place::Appointment && state.slip->cancel_asked) {
        return cancel_dialog(state);
    }
    if (state.where.place == Place::Pickup && state.slip->pickup->cancel_asked) {
        return cancel_pickup_dialog(state);
    }
    return state.wished_procedure.empty() ? std::nullopt : std::optional(other_dialog(state));
}

}  // namespace motcua::app
