#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "client/cli/commands.hpp"
#include "shared/json/write.hpp"
#include "shared/visits/pickup.hpp"
#include "shared/visits/states.hpp"

namespace motcua::cli {
namespace {

int states(bool sql, Session& session) {
    if (!session.json) {
        sql ? session.out << visits::states_sql()
            : session.out << visits::states_markdown() << visits::pickup::states_markdown();
        return kFine;
    }
    json::Array steps;
    for (const visits::Transition& step : visits::kTransitions) {
        steps.emplace_back(json::Object{{"from", visits::name(step.from)},
                                        {"event", visits::name(step.event)},
                                        {"to", visits::name(step.to)},
                                        {"undoable", step.undoable}});
    }
    session.out << json::write(std::move(steps)) << '\n';
    return kFine;
}

}  // namespace

Action add_states(CLI::App& app) {
    auto sql = std::make_shared<bool>(false);
    app.add_flag("--sql", *sql, "the legal pairs of states as rows of SQL");
    return [sql](Session& session) { return states(*sql, session); };
}

}  // namespace motcua::cli
