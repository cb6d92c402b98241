#include "client/page/names.hpp"

#include <array>

#include "client/page/page.hpp"

namespace motcua::page {

namespace {

constexpr std::array kRoles = {
    Role::Heading,      Role::Paragraph,    Role::Notice,       Role::Progress, Role::TextField,
    Role::TextArea,     Role::ChoiceGroup,  Role::CheckGroup,   Role::Option,   Role::Checkbox,
    Role::FilePicker,   Role::File,         Role::Button,       Role::Link,     Role::TaskList,
    Role::Task,         Role::Summary,      Role::SummaryRow,   Role::Table,    Role::Row,
    Role::Cell,         Role::Qr,           Role::ErrorSummary, Role::Group,    Role::Toolbar,
    Role::Timeline,     Role::TimelineStep, Role::Dialog,       Role::Toast,    Role::Timeline,
    Role::TimelineStep, Role::Calendar,     Role::Day,          Role::Chart,    Role::Axis,
    Role::Preview,      Role::Map,          Role::Pin,
};

constexpr std::array kTones = {
    Tone::Normal,  Tone::Muted,   Tone::Primary, Tone::Info,
    Tone::Success, Tone::Warning, Tone::Error,   Tone::Danger,
};

}  // namespace

const char* role_name(Role role) {
    switch (role) {
        case Role::Heading:
            return "heading";
        case Role::Paragraph:
            return "paragraph";
        case Role::Notice:
            return "notice";
        case Role::Progress:
            return "progress";
        case Role::TextField:
            return "text_field";
        case Role::TextArea:
            return "text_area";
        case Role::ChoiceGroup:
            return "choice_group";
        case Role::CheckGroup:
            return "check_group";
        case Role::Option:
            return "option";
        case Role::Checkbox:
            return "checkbox";
        case Role::FilePicker:
            return "file_picker";
        case Role::File:
            return "file";
        case Role::Button:
            return "button";
        case Role::Link:
            return "link";
        case Role::TaskList:
            return "task_list";
        case Role::Task:
            return "task";
        case Role::Summary:
            return "summary";
        case Role::SummaryRow:
            return "summary_row";
        case Role::Table:
            return "table";
        case Role::Row:
            return "row";
        case Role::Cell:
            return "cell";
        case Role::Qr:
            return "qr";
        case Role::ErrorSummary:
            return "error_summary";
        case Role::Group:
            return "group";
        case Role::Toolbar:
            return "toolbar";
        case Role::Timeline:
            return "timeline";
        case Role::TimelineStep:
            return "timeline_step";
        case Role::Dialog:
            return "dialog";
        case Role::Toast:
            return "toast";
        case Role::Calendar:
            return "calendar";
        case Role::Day:
            return "day";
        case Role::Chart:
            return "chart";
        case Role::Axis:
            return "axis";
        case Role::Preview:
            return "preview";
        case Role::Map:
            return "map";
        case Role::Pin:
            return "pin";
    }
    return "";
}

const char* tone_name(Tone tone) {
    switch (tone) {
        case Tone::Normal:
            return "normal";
        case Tone::Muted:
            return "muted";
        case Tone::Primary:
            return "primary";
        case Tone::Info:
            return "info";
        case Tone::Success:
            return "success";
        case Tone::Warning:
            return "warning";
        case Tone::Error:
            return "error";
        case Tone::Danger:
            return "danger";
    }
    return "";
}

std::optional<Role> role_from(std::string_view name) {
    for (const Role role : kRoles) {
        if (name == role_name(role)) {
            return role;
        }
    }
    return std::nullopt;
}

std::optional<Tone> tone_from(std::string_view name) {
    for (const Tone tone : kTones) {
        if (name == tone_name(tone)) {
            return tone;
        }
    }
    return std::nullopt;
}

}  // namespace motcua::page
