#include <CLI/CLI.hpp>
#include <memory>

#include "client/cli/commands.hpp"
#include "client/cli/lines.hpp"
#include "shared/catalogue/logic.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

Said failed(const Error& error) {
    json::Value what =
        json::Object{{"error", error.findings.empty() ? error.detail : error.findings[0].code}};
    std::string text = json::write(what);
    return {std::move(what), std::move(text), false};
}

Said evaluated(std::string_view line) {
    json::ReadLimits limits;
    limits.numbers = json::Numbers::All;
    const Result<json::Value> question = json::read(line, limits);
    if (!question) {
        return failed(question.error());
    }
    const json::Value* rule = question->find("rule");
    const json::Value* data = question->find("data");
    if (rule == nullptr) {
        return failed({ErrorCode::InvalidInput, "no member \"rule\"", {}});
    }
    Result<json::Value> result = catalogue::evaluate(*rule, data == nullptr ? json::Value() : *data);
    if (!result) {
        return failed(result.error());
    }
    std::string text = json::write(*result);
    return {*std::move(result), std::move(text), true};
}

}  // namespace

Action add_logic(CLI::App& app) {
    auto given = std::make_shared<std::vector<std::string>>();
    app.add_option("QUESTION", *given, R"({"rule":…,"data":…}; else one on each line of the input)");
    return [given](Session& session) { return filter(*given, session, evaluated); };
}

}  // namespace motcua::cli
