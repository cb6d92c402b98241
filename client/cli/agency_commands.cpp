#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/file_check.hpp"
#include "client/cli/files.hpp"
#include "client/cli/procedure_file.hpp"
#include "shared/agency/agency.hpp"
#include "shared/json/positions.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

/// A profile, and what is wrong with it.
struct ProfileFile {
    std::optional<agency::Agency> agency;
    std::vector<Located> errors;
};

Result<ProfileFile> read_profile(const std::string& path) {
    MC_TRY_ASSIGN(const std::string text, read_whole(path));
    ProfileFile file;
    const auto value = json::read(text);
    if (!value) {
        for (const Finding& finding : value.error().findings) {
            file.errors.push_back(locate_fault(path, text, finding));
        }
        return file;
    }
    const json::Positions positions(text);
    const auto add = [&](const Finding& finding) {
        file.errors.push_back({path, positions.of(finding.field), false, finding});
    };
    auto agency = agency::read_agency(*value);
    if (!agency) {
        for (const Finding& finding : agency.error().findings) {
            add(finding);
        }
        return file;
    }
    for (const Finding& finding : agency::check_contrast(agency->branding)) {
        add(finding);
    }
    if (std::filesystem::path(path).stem() != agency->id) {
        add({"id", "analysis.file_name", {{"name", agency->id + ".json"}}});
    }
    file.agency = *std::move(agency);
    return file;
}

int check(const std::vector<std::string>& paths, Session& session) {
    std::vector<Located> errors;
    for (const std::string& path : paths) {
        Result<ProfileFile> file = read_profile(path);
        if (!file) {
            return refuse(session, file.error().detail);
        }
        errors.insert(errors.end(), file->errors.begin(), file->errors.end());
    }
    if (!errors.empty()) {
        return say_errors(errors, "not as it should be", session);
    }
    if (session.json) {
        session.out << json::write(json::Object{{"files", static_cast<std::int64_t>(paths.size())}}) << '\n';
    } else {
        session.out << paths.size() << (paths.size() == 1 ? " file" : " files") << ", nothing wrong\n";
    }
    return kFine;
}

int site(const std::string& path, Session& session) {
    const Result<ProfileFile> file = read_profile(path);
    if (!file) {
        return refuse(session, file.error().detail);
    }
    if (!file->errors.empty()) {
        return say_errors(file->errors, "not as it should be", session);
    }
    session.out << json::write(agency::site_of(file->agency->branding)) << '\n';
    return kFine;
}

}  // namespace

Action add_agency_check(CLI::App& app) {
    auto files = std::make_shared<std::vector<std::string>>();
    app.add_option("FILE", *files, "agency profiles")->required();
    return [files](Session& session) { return check(*files, session); };
}

Action add_agency_site(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    app.add_option("FILE", *file, "agency profile")->required();
    return [file](Session& session) { return site(*file, session); };
}

}  // namespace motcua::cli
