#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>
#include <set>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/file_check.hpp"
#include "client/cli/history.hpp"
#include "client/cli/procedure_file.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

struct Tally {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t proved = 0;
    std::size_t unknown = 0;
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

int check(const std::vector<std::string>& paths, bool strict, Session& session) {
    Tally tally;
    std::set<std::filesystem::path> histories;
    for (const std::string& path : paths) {
        const Result<ProcedureFile> file = read_procedure_file(path);
        if (!file) {
            return refuse(session, file.error().detail);
        }
        const FileCheck found = check_file(*file);
        tally.proved += found.proved;
        tally.unknown += found.unknown;
        for (const Located& located : found.findings) {
            report(located, session, tally);
        }
        histories.insert(std::filesystem::path(path).parent_path() / "history");
    }
    for (const std::filesystem::path& history : histories) {
        for (const Located& changed : changed_history(history)) {
            report(changed, session, tally);
        }
    }
    if (session.json) {
        session.out << json::write(json::Object{{"files", static_cast<std::int64_t>(paths.size())},
                                                {"errors", static_cast<std::int64_t>(tally.errors)},
                                                {"warnings", static_cast<std::int64_t>(tally.warnings)},
                                                {"proved", static_cast<std::int64_t>(tally.proved)},
                                                {"unknown", static_cast<std::int64_t>(tally.unknown)},
                                                {"findings", std::move(tally.findings)}})
                    << '\n';
    } else {
        session.out << paths.size() << (paths.size() == 1 ? " file, " : " files, ") << tally.errors
                    << (tally.errors == 1 ? " error, " : " errors, ") << tally.warnings
                    << (tally.warnings == 1 ? " warning\n" : " warnings\n");
    }
    return tally.errors == 0 && (!strict || tally.warnings == 0) ? kFine : kFindings;
}

}  // namespace

Action add_catalogue_check(CLI::App& app) {
    auto files = std::make_shared<std::vector<std::string>>();
    app.add_option("FILE", *files, "procedure files; lists.json beside them is used")->required();
    auto strict = std::make_shared<bool>(false);
    app.add_flag("--strict", *strict, "end with 1 on warnings too");
    return [files, strict](Session& session) { return check(*files, *strict, session); };
}

}  // namespace motcua::cli
