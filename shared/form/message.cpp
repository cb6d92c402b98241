#include "shared/form/message.hpp"

#include "shared/form/form.hpp"

namespace motcua::form {

const catalogue::Text* message_of(const catalogue::Procedure& procedure, const Finding& finding) {
    const auto spot = spot_of(procedure, finding.field);
    if (!spot) {
        return nullptr;
    }
    for (const catalogue::Check& check : spot->question->checks) {
        if (check.code == finding.code && !check.message.empty()) {
            return &check.message;
        }
    }
    return nullptr;
}

}  // namespace motcua::form
