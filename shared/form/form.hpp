#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/date.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/core/result.hpp"
#include "shared/places/places.hpp"

/// Answers to a procedure's questions, and the one verdict on them: the same code runs
/// in the browser, on the kiosk and in the backend.
namespace motcua::form {

/// Answers by id, canonical: NFC, trimmed, dates ISO, options by id, "yes"/"no".
/// An address is three answers: <id>.province, <id>.commune, <id>.line.
using Answers = std::map<std::string, std::string, std::less<>>;

/// How the person will give one paper of the checklist.
enum class Provision {
    Attached,    ///< files are attached
    AtCounter,   ///< brings it to the appointment
    StateHasIt,  ///< asks the office to take it from the named register
};
const char* provision_name(Provision provision);

struct GivenDocument {
    std::string id;
    Provision provision = Provision::Attached;
    std::vector<std::string> files;  ///< SHA-256 of the attached files, 64 hex digits each
    bool operator==(const GivenDocument&) const = default;
};

/// form.json of the dossier.
struct Form {
    std::string procedure;
    std::string edition;
    calendar::Date today;  ///< The day the verdict is for.
    Answers answers;       ///< Of the questions that are asked, and no others.
    std::vector<GivenDocument> documents;
    bool operator==(const Form&) const = default;
};

/// {"answers":{…},"documents":[{"files":[…],"id":…,"provision":"attached"}],"edition":…,
///  "procedure":…,"today":"2026-11-21","v":1}
json::Value encode(const Form& form);
/// InvalidInput for unknown or missing members and wrong types, each with its path.
Result<Form> decode(const json::Value& value);

/// What is wrong with an answer or with the whole; empty = complete.
using Findings = std::vector<Finding>;

/// The ids of a question's answers: its own, or the three of an address.
std::vector<std::string> answer_ids(const catalogue::Question& question);

/// What a person typed, as the canonical answer: trims, NFC, upper-cases names, accepts
/// "27/3/1990", "090 123 45 67". What cannot be read is kept as typed for `check` to refuse.
/// `part` is "province", "commune" or "line" of an address, else "".
std::string normalise(const catalogue::Question& question, std::string_view part, std::string_view typed);

/// The canonical answer as a person reads it: "27/03/1990", an option's label in `lang`,
/// an address on one line.
std::string display(const catalogue::Question& question, const Answers& answers, const places::Places& places,
                    std::string_view lang);

/// Is this question asked, given the answers so far?
bool asked(const catalogue::Procedure& procedure, const catalogue::Question& question,
           const Answers& answers);

/// The answers with those of questions that are not asked replaced by their `otherwise`
/// value, or taken out: what the office gets to read.
Answers effective(const catalogue::Procedure& procedure, const Answers& answers);

/// The answers to the questions that are asked, without empty ones: what Form::answers holds.
Answers answered(const catalogue::Procedure& procedure, const Answers& answers);

/// Findings on one question alone (its type, its checks, required); none when it is not asked.
Findings check_question(const catalogue::Procedure& procedure, const catalogue::Question& question,
                        const Answers& answers, const calendar::Date& today, const places::Places& places);

/// The verdict on the whole form: every question in file order, then unknown answers,
/// then every document of the checklist. Deterministic, order included.
Findings check(const catalogue::Procedure& procedure, const Form& form, const places::Places& places);

/// The verdict as the bytes that native and Wasm are compared by: JCS of
/// [{"args":[[name,value]…],"code":…,"field":…}…].
std::string verdict_bytes(const Findings& findings);

}  // namespace motcua::form
