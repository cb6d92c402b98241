#pragma once

#include <cstdint>
#include <optional>

#include "shared/calendar/deadline.hpp"
#include "shared/form/form.hpp"

/// When a procedure's time limit runs out. An estimate: the clock begins when the competent authority
/// accepts a complete dossier.
namespace motcua::form {

/// nullopt when the limit has several steps, or none that is counted, or the calendar does not reach so far.
std::optional<calendar::Deadline> deadline_of(const catalogue::TimeLimit& limit, std::int64_t from_secs,
                                              const calendar::Calendar& calendar);

/// The end (UTC) of the limit that counts for this form; nullopt as above, or without such a limit.
std::optional<std::int64_t> due_at_secs(const catalogue::Procedure& procedure, const Form& form,
                                        std::int64_t from_secs, const calendar::Calendar& calendar);

}  // namespace motcua::form
