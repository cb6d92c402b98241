#include <utility>

#include "client/app/rows.hpp"
#include "client/app/update.hpp"

namespace motcua::app {

namespace {

constexpr std::string_view kRemove = "rows.remove.";

/// The first thing that is asked in a row; the button that adds one when there is no row.
void focus_on_row(Turn& turn, const catalogue::Group& group, int row) {
    for (const form::Spot& spot : spots_of(current_walk(turn.state), group)) {
        if (spot.row == row) {
            return focus_on(turn.state.shell, first_node(turn.state, spot));
        }
    }
    focus_on(turn.state.shell, "rows.add");
}

void say_about_row(Turn& turn, const char* key, std::string row) {
    say(turn.state.shell, {key, {{"row", std::move(row)}}});
}

void remove_row(Turn& turn, const catalogue::Group& group, int row) {
    forget_removed_row(turn);
    take_row(turn.state, group, row);
    say_about_row(turn, "rows.removed_said", removed_row_name(turn.state, group));
    focus_on(turn.state.shell, "rows.undo");
}

}  // namespace

void forget_removed_row(Turn& turn) {
    if (turn.state.removed_row) {
        drop_files(turn, turn.state.removed_row->papers);
        turn.state.removed_row.reset();
    }
}

bool press_row(Turn& turn, std::string_view id) {
    State& state = turn.state;
    const catalogue::Group* group = present_group(state);
    if (group == nullptr || !group->repeat) {
        return false;
    }
    const int rows = rows_of(state, *group);
    if (id == "rows.add" && rows < group->repeat->most) {
        add_row(state, *group);
        say_about_row(turn, "rows.added", row_name(state.shell.texts(), *group, rows));
        focus_on_row(turn, *group, rows);
        return true;
    }
    if (id == "rows.undo" && state.removed_row && rows < group->repeat->most) {
        const int row = state.removed_row->row;
        say_about_row(turn, "rows.back", removed_row_name(state, *group));
        put_row_back(state, *group);
        focus_on_row(turn, *group, row);
        return true;
    }
    for (int row = 0; row < rows && rows > group->repeat->least; ++row) {
        if (id == std::string(kRemove) + std::to_string(row)) {
            remove_row(turn, *group, row);
            return true;
        }
    }
    return false;
}

}  // namespace motcua::app
