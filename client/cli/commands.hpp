#pragma once

#include "client/cli/command.hpp"

namespace motcua::cli {

Action add_agency_check(CLI::App& app);
Action add_agency_site(CLI::App& app);
Action add_calendar(CLI::App& app);
Action add_catalogue_check(CLI::App& app);
Action add_catalogue_edition(CLI::App& app);
Action add_catalogue_explain(CLI::App& app);
Action add_catalogue_key(CLI::App& app);
Action add_catalogue_migrate(CLI::App& app);
Action add_catalogue_publish(CLI::App& app);
Action add_catalogue_sample(CLI::App& app);
Action add_catalogue_try(CLI::App& app);
Action add_deadline(CLI::App& app);
Action add_draw_check(CLI::App& app);
Action add_id(CLI::App& app);
Action add_logic(CLI::App& app);
Action add_place(CLI::App& app);
Action add_simulate(CLI::App& app);
Action add_states(CLI::App& app);
Action add_type(CLI::App& app);
Action add_words(CLI::App& app);

}  // namespace motcua::cli
