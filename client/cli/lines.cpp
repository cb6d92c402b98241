#include "client/cli/lines.hpp"

#include <istream>
#include <ostream>

#include "client/cli/files.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {

int filter(const std::vector<std::string>& given, Session& session,
           const std::function<Said(std::string_view line)>& say) {
    bool fine = true;
    const auto answer = [&](std::string_view line) {
        const Said said = say(line);
        fine = fine && said.fine;
        session.out << (session.json ? json::write(said.json) : said.text) << '\n';
    };
    std::string line;
    for (const std::string& word : given) {
        line += (line.empty() ? "" : " ") + word;
    }
    if (!given.empty()) {
        answer(line);
    }
    while (given.empty() && std::getline(session.in, line)) {
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        answer(line);
        session.out.flush();  // Whoever writes line by line waits for each answer.
    }
    return fine ? kFine : kFindings;
}

Said mistake(const Finding& finding, const i18n::Texts& texts) {
    return {json::Object{{"error", finding.code}}, texts.sentence(finding), false};
}

json::Value json_of(const std::vector<Finding>& findings, const i18n::Texts& texts) {
    json::Array items;
    for (const Finding& finding : findings) {
        items.emplace_back(json::Object{
            {"field", finding.field}, {"code", finding.code}, {"text", texts.sentence(finding)}});
    }
    return items;
}

Result<json::Value> read_asset(const Session& session, const std::string& path) {
    MC_TRY_ASSIGN(const std::string text, read_whole(session.assets + "/" + path));
    return json::read(text);
}

Result<places::Places> read_places(const Session& session) {
    const Result<json::Value> units = read_asset(session, "places/units.json");
    auto places = places::Places::read(units ? *units : json::Value());
    if (!places) {
        return Error{ErrorCode::NotFound, session.assets + "/places/units.json cannot be read", {}};
    }
    return places;
}

i18n::Texts read_texts(const Session& session, const std::string& lang) {
    const Result<json::Value> file = read_asset(session, "lang/" + lang + ".json");
    Result<i18n::Texts> texts = i18n::Texts::read(lang, file ? *file : json::Value());
    return texts ? *std::move(texts) : i18n::Texts();
}

}  // namespace motcua::cli
