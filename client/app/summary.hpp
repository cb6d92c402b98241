#pragma once

#include <string>
#include <vector>

#include "client/page/page.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"
#include "shared/i18n/texts.hpp"
#include "shared/places/places.hpp"

namespace motcua::app {

/// The answers as the citizen checks them and the clerk reads them: for each group that
/// has any, a level-2 heading and a summary, one row a question that is asked. With
/// `edit_text`, each row has a link "edit.<question>".
std::vector<page::Node> answer_summary(const catalogue::Procedure& procedure, const form::Answers& answers,
                                       const places::Places& places, const i18n::Texts& texts,
                                       const std::string& edit_text);

}  // namespace motcua::app
