#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/file_check.hpp"
#include "client/cli/files.hpp"
#include "client/cli/procedure_file.hpp"
#include "shared/form/migrate.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

Result<form::Answers> answers_of(const json::Value& draft) {
    form::Answers answers;
    const json::Value* members = draft.find("answers");
    if (members == nullptr || members->object() == nullptr || draft.text_or("edition").empty()) {
        return Error{ErrorCode::InvalidInput, R"(a draft is {"edition":…,"answers":{…}})", {}};
    }
    for (const auto& [id, answer] : *members->object()) {
        answers[id] = answer.string() != nullptr ? *answer.string() : "";
    }
    return answers;
}

Result<form::Answers> migrated(const catalogue::Procedure& procedure, const std::string& draft_path) {
    MC_TRY_ASSIGN(const std::string text, read_whole(draft_path));
    const Result<json::Value> draft = json::read(text);
    if (!draft) {
        const Finding& fault = draft.error().findings.front();
        return Error{ErrorCode::InvalidInput, line_of(locate_fault(draft_path, text, fault)), {}};
    }
    MC_TRY_ASSIGN(const form::Answers answers, answers_of(*draft));
    return form::migrate(procedure, draft->text_or("edition"), answers);
}

int migrate(const std::string& path, const std::string& draft, Session& session) {
    const Result<ProcedureFile> file = read_procedure_file(path);
    if (!file) {
        return refuse(session, file.error().detail);
    }
    const std::vector<Located> errors = errors_among(check_file(*file).findings);
    if (!errors.empty()) {
        return say_errors(errors, "not migrated", session);
    }
    const auto answers = migrated(*file->procedure, draft);
    if (!answers && answers.error().code == ErrorCode::Conflict) {
        session.err << "motcua: a step would write over an answer\n";
        return kFindings;
    }
    if (!answers) {
        const bool no_way = answers.error().code == ErrorCode::NotFound && answers.error().detail.empty();
        return refuse(session, no_way ? "the file knows no way from that edition" : answers.error().detail);
    }
    json::Object members;
    for (const auto& [id, answer] : *answers) {
        members.emplace_back(id, answer);
        if (!session.json) {
            session.out << id << ": " << answer << '\n';
        }
    }
    if (session.json) {
        session.out << json::write(json::Object{{"answers", std::move(members)}}) << '\n';
    }
    return kFine;
}

}  // namespace

Action add_catalogue_migrate(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    auto draft = std::make_shared<std::string>();
    app.add_option("FILE", *file, "procedure file, the edition to come to")->required();
    app.add_option("DRAFT", *draft, R"({"edition":…,"answers":{…}}, a form's JSON too)")->required();
    return [file, draft](Session& session) { return migrate(*file, *draft, session); };
}

}  // namespace motcua::cli
