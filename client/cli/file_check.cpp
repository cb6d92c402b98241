#include "client/cli/file_check.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <ostream>
#include <tuple>
#include <utility>

#include "shared/analysis/analysis.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

/// The edition that a migration begins from, when it is kept beside the file.
std::optional<catalogue::Procedure> earlier_edition(const ProcedureFile& file, const std::string& edition) {
    const std::filesystem::path folder = std::filesystem::path(file.path).parent_path();
    const Result<ProcedureFile> earlier =
        read_procedure_file((folder / "history" / (file.procedure->code + "@" + edition + ".json")).string());
    return earlier ? earlier->procedure : std::nullopt;
}

}  // namespace

FileCheck check_file(const ProcedureFile& file) {
    if (!file.procedure) {
        return {file.errors};
    }
    const catalogue::Procedure& procedure = *file.procedure;
    analysis::Report report = analysis::analyse(procedure);
    FileCheck check{{}, report.proved, report.unknown};
    std::vector<analysis::Remark> remarks = std::move(report.remarks);
    const auto add = [&remarks](std::vector<analysis::Remark> more) {
        remarks.insert(remarks.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
    };
    add(analysis::check_types(procedure));
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
    for (const analysis::Remark& remark : remarks) {
        check.findings.push_back(locate(file, remark.finding, !remark.error));
    }
    std::stable_sort(check.findings.begin(), check.findings.end(), [](const Located& a, const Located& b) {
        return std::tie(a.file, a.at.line, a.at.column) < std::tie(b.file, b.at.line, b.at.column);
    });
    return check;
}

std::vector<Located> errors_among(const std::vector<Located>& findings) {
    std::vector<Located> errors;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(errors),
                 [](const Located& each) { return !each.warning; });
    return errors;
}

int say_errors(const std::vector<Located>& errors, std::string_view why, Session& session) {
    json::Array items;
    for (const Located& located : errors) {
        items.push_back(json_of(located));
        if (!session.json) {
            session.err << line_of(located) << '\n';
        }
    }
    if (session.json) {
        session.out << json::write(json::Object{{"error", why}, {"findings", std::move(items)}}) << '\n';
    }
    return kFindings;
}

}  // namespace motcua::cli
