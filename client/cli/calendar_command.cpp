#include <ostream>

#include "client/cli/commands.hpp"
#include "client/cli/lines.hpp"
#include "shared/calendar/calendar.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

int calendar_table(Session& session) {
    const Result<json::Value> file = read_asset(session, "calendar/vn.json");
    const auto calendar = calendar::Calendar::read(file ? *file : json::Value());
    if (!calendar) {
        return refuse(session, session.assets + "/calendar/vn.json cannot be read");
    }
    session.out << json::write(calendar->table()) << '\n';
    return kFine;
}

}  // namespace

Action add_calendar(CLI::App&) {
    return calendar_table;
}

}  // namespace motcua::cli
