#pragma once

#include <functional>
#include <string>
#include <vector>

#include "client/page/page.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"
#include "shared/i18n/texts.hpp"
#include "shared/places/places.hpp"

namespace motcua::app {

/// The names of the files attached to a question, one a line, by the answer's id.
using FileNames = std::function<std::string(const std::string& id)>;

/// The answers as the citizen checks them and the clerk reads them: for each group that is
/// asked a level-2 heading and a summary, one row a question; of a repeated group one summary
/// a row, under a level-3 heading; then the values that follow from answers. With `edit_text`, each row has a
/// link "edit.<answer>".
std::vector<page::Node> answer_summary(const catalogue::Procedure& procedure, const form::Form& form,
                                       const places::Places& places, const i18n::Texts& texts,
                                       const std::string& edit_text, const FileNames& file_names);

/// The row that says who filled in for the person: name, relation, phone.
page::Node helper_row(const i18n::Texts& texts, const form::Helper& helper);

}  // namespace motcua::app
