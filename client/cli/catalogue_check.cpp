#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <ostream>
#include <set>
#include <tuple>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/history.hpp"
#include "client/cli/procedure_file.hpp"
#include "shared/analysis/analysis.hpp"
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

/// The edition that a migration begins from, when it is kept beside the file.
std::optional<catalogue::Procedure> earlier_edition(const ProcedureFile& file, const std::string& edition) {
    const std::filesystem::path folder = std::filesystem::path(file.path).parent_path();
    const Result<ProcedureFile> earlier =
        read_procedure_file((folder / "history" / (file.procedure->code + "@" + edition + ".json")).string());
    return earlier ? earlier->procedure : std::nullopt;
}

/// What can be said of a file that the reader accepts.
std::vector<Located> analysed(const ProcedureFile& file, Tally& tally) {
    const catalogue::Procedure& procedure = *file.procedure;
    analysis::Report report = analysis::analyse(procedure);
    tally.proved += report.proved;
    tally.unknown += report.unknown;
    std::vector<analysis::Remark> remarks = std::move(report.remarks);
    const auto add = [&remarks](std::vector<analysis::Remark> more) {
        remarks.insert(remarks.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
    };
    add(analysis::look_over(file.value, procedure));
    for (const catalogue::Migration& migration : procedure.migrations) {
        if (const auto earlier = earlier_edition(file, migration.from_edition)) {
            add(analysis::compare_migration(procedure, *earlier));
        }
    }
    const std::string stem = std::filesystem::path(file.path).stem().string();
    if (stem != procedure.code && stem != procedure.code + "@" + procedure.edition) {
        remarks.push_back({{"code", "analysis.file_name", {{"name", procedure.code + ".json"}}}, false});
    }
    std::vector<Located> located;
    for (const analysis::Remark& remark : remarks) {
        located.push_back(locate(file, remark.finding, !remark.error));
    }
    std::stable_sort(located.begin(), located.end(), [](const Located& a, const Located& b) {
        return std::tie(a.file, a.at.line, a.at.column) < std::tie(b.file, b.at.line, b.at.column);
    });
    return located;
}

int check(const std::vector<std::string>& paths, Session& session) {
    Tally tally;
    std::set<std::filesystem::path> histories;
    for (const std::string& path : paths) {
        const Result<ProcedureFile> file = read_procedure_file(path);
        if (!file) {
            return refuse(session, file.error().detail);
        }
        for (const Located& located : file->procedure ? analysed(*file, tally) : file->errors) {
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
