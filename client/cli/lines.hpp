#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "client/cli/command.hpp"
#include "shared/core/result.hpp"
#include "shared/i18n/texts.hpp"
#include "shared/json/value.hpp"
#include "shared/places/places.hpp"

namespace motcua::cli {

/// What there is to say about one line.
struct Said {
    json::Value json;
    std::string text;  ///< For people; may be several lines
    bool fine = true;
};

/// Takes the words given as arguments as one question, else every line of the input, and says
/// something about each.
int filter(const std::vector<std::string>& given, Session& session,
           const std::function<Said(std::string_view line)>& say);

/// {"error":"<code>"} and the sentence.
Said mistake(const Finding& finding, const i18n::Texts& texts);
/// [{"field","code","text"}…]
json::Value json_of(const std::vector<Finding>& findings, const i18n::Texts& texts);

/// assets/lang of the session; empty when it cannot be read.
i18n::Texts read_texts(const Session& session, const std::string& lang);
/// A JSON file below the session's assets.
Result<json::Value> read_asset(const Session& session, const std::string& path);
/// The administrative units among them; NotFound says which file.
Result<places::Places> read_places(const Session& session);

}  // namespace motcua::cli
