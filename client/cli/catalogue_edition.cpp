#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/files.hpp"
#include "client/cli/history.hpp"
#include "client/cli/procedure_file.hpp"
#include "shared/calendar/date.hpp"
#include "shared/catalogue/index.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

std::string day_before(const calendar::Date& day) {
    return calendar::iso(calendar::from_days(calendar::days_since_1970(day) - 1));
}

/// The file as it goes into the history: with its lists, in force until the new edition is.
json::Value frozen(const ProcedureFile& file, const std::string& last_day) {
    json::Object members = *file.value.object();
    for (auto& [name, value] : members) {
        if (name == "in_force" && value.find("until") == nullptr) {
            json::Object in_force = *value.object();
            in_force.emplace_back("until", last_day);
            value = json::Value(std::move(in_force));
        }
    }
    return members;
}

/// The text with the day at this path replaced, and nothing else touched.
void replace_day(std::string& text, const char* path, const std::string& day) {
    const json::Positions positions(text);
    if (positions.has(path)) {
        text.replace(positions.offset(path) + 1, day.size(), day);
    }
}

Result<void> keep(const std::filesystem::path& history, const std::string& name, const std::string& bytes) {
    MC_TRY_ASSIGN(const json::Value known, read_digests(history));
    if (known.find(name) != nullptr || std::filesystem::exists(history / (name + ".json"))) {
        return Error{ErrorCode::Conflict, name + " is in the history already", {}};
    }
    std::error_code fault;
    std::filesystem::create_directories(history, fault);
    MC_TRY(write_whole((history / (name + ".json")).string(), bytes));
    std::string lines = "{\n";
    for (const auto& [other, digest] : *known.object()) {
        lines += "  " + json::write(other) + ": " + json::write(digest) + ",\n";
    }
    lines += "  " + json::write(name) + ": " + json::write(crypto::hex(crypto::sha256(bytes))) + "\n}\n";
    return write_whole((history / "digests.json").string(), lines);
}

int new_edition(const std::string& path, const std::string& day, Session& session) {
    const auto date = calendar::parse_iso(day);
    if (!date) {
        return refuse(session, day + " is no day; days are written 2027-03-01");
    }
    Result<ProcedureFile> file = read_sound_file(path);
    if (!file) {
        return refuse(session, file.error().detail);
    }
    const catalogue::Procedure& procedure = *file->procedure;
    if (day <= procedure.edition || day <= procedure.in_force.from_day) {
        return refuse(session, "the new edition must come after " + procedure.edition);
    }
    const std::string name = catalogue::edition_name(procedure.code, procedure.edition);
    const std::filesystem::path history = std::filesystem::path(path).parent_path() / "history";
    const Result<void> kept = keep(history, name, json::write(frozen(*file, day_before(*date))) + "\n");
    if (!kept) {
        return refuse(session, kept.error().detail);
    }
    replace_day(file->text, "edition", day);
    replace_day(file->text, "in_force.from", day);
    if (const Result<void> written = write_whole(path, file->text); !written) {
        return refuse(session, written.error().detail);
    }
    const std::string kept_as = (history / (name + ".json")).string();
    if (session.json) {
        session.out << json::write(json::Object{{"edition", day}, {"kept", kept_as}}) << '\n';
    } else {
        session.out << path << " is edition " << day << "; " << procedure.edition << " is kept as " << kept_as
                    << ".\nNow write a migration from " << procedure.edition << " if answers have changed.\n";
    }
    return kFine;
}

}  // namespace

Action add_catalogue_edition(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    auto day = std::make_shared<std::string>();
    app.add_option("FILE", *file, "procedure file")->required();
    app.add_option("DATE", *day, "first day of the new edition, 2027-03-01")->required();
    return [file, day](Session& session) { return new_edition(*file, *day, session); };
}

}  // namespace motcua::cli
