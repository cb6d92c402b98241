#include "shared/form/due.hpp"

#include <utility>

#include "shared/form/costs.hpp"

namespace motcua::form {

std::optional<calendar::Deadline> deadline_of(const catalogue::TimeLimit& limit, std::int64_t from_secs,
                                              const calendar::Calendar& calendar) {
    if (limit.steps.size() != 1) {
        return std::nullopt;
    }
    const catalogue::LimitStep& step = limit.steps.front();
    const auto unit = calendar::unit_of(step.unit);
    if (!unit) {
        return std::nullopt;
    }
    auto found = calendar::deadline(from_secs, {step.value, *unit, limit.cut_off_minute},
                                    calendar::standard_hours(), calendar);
    return found && found->due_at_secs ? std::optional(*std::move(found)) : std::nullopt;
}

std::optional<std::int64_t> due_at_secs(const catalogue::Procedure& procedure, const Form& form,
                                        std::int64_t from_secs, const calendar::Calendar& calendar) {
    const catalogue::TimeLimit* limit = time_limit(procedure, form.answers, form.today);
    const auto deadline = limit == nullptr ? std::nullopt : deadline_of(*limit, from_secs, calendar);
    return deadline ? deadline->due_at_secs : std::nullopt;
}

}  // namespace motcua::form
