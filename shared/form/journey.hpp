#pragma once

#include <string_view>
#include <vector>

#include "shared/form/form.hpp"

namespace motcua::form {

/// How the dossier is handed in; rules read it as "channel". This product hands in to a
/// receiving office, by appointment.
inline constexpr std::string_view kChannel = "direct";

/// What comes of walking through the questions in file order with some answers.
struct Journey {
    Answers effective;                                   ///< As form::effective
    std::vector<Spot> asked;                             ///< In file order, rows of a group together
    std::vector<const catalogue::Group*> groups;         ///< Those that are asked
    [[nodiscard]] bool asks(std::string_view id) const;  ///< A spot's id
    [[nodiscard]] bool asks(const catalogue::Group& group) const;
};

/// Each rule sees the effective answers of the questions before its own, so that what a
/// person answered to a question that is no longer asked decides nothing. Within a row of a
/// repeated group its own answers are read by their bare names. A rule that cannot be
/// evaluated asks its question: nothing is left out because of a fault.
Journey walk(const catalogue::Procedure& procedure, const Answers& answers, const calendar::Date& today);

/// The answer, "" when there is none.
std::string_view answer_of(const Answers& answers, std::string_view id);

}  // namespace motcua::form
