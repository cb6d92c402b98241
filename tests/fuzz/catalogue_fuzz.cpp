// A procedure file that comes from anywhere is refused with at most 200 located findings, or can
// be used: walked through, judged, priced and migrated to, with whatever answers.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/catalogue/procedure.hpp"
#include "shared/checklist/checklist.hpp"
#include "shared/form/costs.hpp"
#include "shared/form/form.hpp"
#include "shared/form/journey.hpp"
#include "shared/form/migrate.hpp"
#include "shared/json/read.hpp"

namespace {

using namespace motcua;

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

form::Answers answers_in(const json::Value& value) {
    form::Answers answers;
    const json::Value* members = value.find("answers");
    if (members != nullptr && members->object() != nullptr) {
        for (const auto& [id, answer] : *members->object()) {
            if (answer.string() != nullptr) {
                answers.emplace(id, *answer.string());
            }
        }
    }
    return answers;
}

void use(const catalogue::Procedure& procedure, const form::Answers& answers) {
    constexpr calendar::Date kToday{2026, 11, 21};
    const places::Places nowhere;
    const form::Form form{
        procedure.code, procedure.edition, kToday, form::answered(procedure, answers, kToday), {}};
    const std::string verdict = form::verdict_bytes(form::check(procedure, form, nowhere));
    require(verdict == form::verdict_bytes(form::check(procedure, form, nowhere)));
    form::warnings(procedure, form, nowhere);
    checklist::needed(procedure, form.answers, kToday);
    form::estimate_fee(procedure, form.answers, kToday);
    form::time_limit(procedure, form.answers, kToday);
    for (const catalogue::Migration& migration : procedure.migrations) {
        static_cast<void>(form::migrate(procedure, migration.from_edition, answers).ok());
    }
    for (const form::Spot& spot : form::walk(procedure, answers, kToday).asked) {
        require(form::spot_of(procedure, spot.id).has_value());
        form::display(*spot.question, spot.id, answers, nowhere, "vi");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Result<json::Value> value = json::read(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!value || value->find("file") == nullptr) {
        return 0;
    }
    const json::Value* lists = value->find("lists");
    const auto procedure = catalogue::read_procedure(
        catalogue::with_lists(*value->find("file"), lists == nullptr ? json::Value() : *lists));
    if (!procedure) {
        const std::size_t count = procedure.error().findings.size();
        require(count > 0 && count <= 200);
        return 0;
    }
    use(*procedure, answers_in(*value));
    return 0;
}
