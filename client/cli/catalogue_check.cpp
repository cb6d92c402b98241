#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/procedure_file.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

struct Tally {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    json::Array findings;
};

void report(const Located& located, Session& session, Tally& tally) {
    ++(located.warning ? tally.warnings : tally.errors);
    if (session.json) {
        tally.findings.push_back(json_of(located));
    } else {
        session.out << line_of(located) << '\n';
    }
}

int check(const std::vector<std::string>& paths, Session& session) {
    Tally tally;
    for (const std::string& path : paths) {
        const Result<ProcedureFile> file = read_procedure_file(path);
        if (!file) {
            return refuse(session, file.error().detail);
        }
        for (const Located& located : file->errors) {
            report(located, session, tally);
        }
    }
    if (session.json) {
        session.out << json::write(json::Object{{"files", static_cast<std::int64_t>(paths.size())},
                                                {"errors", static_cast<std::int64_t>(tally.errors)},
                                                {"warnings", static_cast<std::int64_t>(tally.warnings)},
                                                {"findings", std::move(tally.findings)}})
                    << '\n';
    } else {
        session.out << paths.size() << (paths.size() == 1 ? " file, " : " files, ") << tally.errors
                    << " errors, " << tally.warnings << " warnings\n";
    }
    return tally.errors == 0 ? kFine : kFindings;
}

}  // namespace

Action add_catalogue_check(CLI::App& app) {
    auto files = std::make_shared<std::vector<std::string>>();
    app.add_option("FILE", *files, "procedure files; lists.json beside them is used")->required();
    return [files](Session& session) { return check(*files, session); };
}

}  // namespace motcua::cli
