#pragma once

#include <string_view>

#include "shared/form/form.hpp"

namespace motcua::form {

/// Answers given under an earlier edition as answers of this one, by the migration steps of
/// the file, in order. The result may have gaps: `check` says what has to be asked again.
/// NotFound when the file knows no way from that edition. Conflict when a step would write
/// over an answer: nothing is lost silently.
Result<Answers> migrate(const catalogue::Procedure& to, std::string_view from_edition,
                        const Answers& answers);

}  // namespace motcua::form
