#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/date.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/core/result.hpp"
#include "shared/form/answers.hpp"
#include "shared/places/places.hpp"

/// Answers to a procedure's questions, and the one verdict on them: the same code runs
/// in the browser, on the kiosk and in the backend.
namespace motcua::form {

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

/// Somebody who fills in for the person whom the dossier is about. Helping is not authorisation
/// ("ủy quyền"): whoever the procedure lets declare stands for what is declared.
struct Helper {
    std::string name;
    std::string phone;     ///< "" = not given
    std::string relation;  ///< One of kRelations
    bool operator==(const Helper&) const = default;
};
/// What the helper is to the person: of the family, a neighbour or friend, of the community's digital
/// technology group ("tổ công nghệ số cộng đồng"), staff of the one-stop department, another.
inline constexpr std::array<std::string_view, 5> kRelations = {"family", "neighbour", "digital_group",
                                                               "office_staff", "other"};

/// form.json of the dossier.
struct Form {
    std::string procedure;
    std::string edition;
    calendar::Date today;  ///< The dossier's day: the verdict is for it, and rules read it as "today".
    Answers answers;       ///< Of the questions that are asked, and no others.
    std::vector<GivenDocument> documents;
    std::optional<Helper> helper = std::nullopt;  ///< nullopt: people fill in for themselves
    bool operator==(const Form&) const = default;
};

/// {"answers":{…},"documents":[{"files":[…],"id":…,"provision":"attached"}],"edition":…,
///  "helper":{"name":…,"phone":…,"relation":"family","v":1},"procedure":…,"today":"2026-11-21","v":1};
/// "helper" and its "phone" only when there is one.
json::Value encode(const Form& form);
/// InvalidInput for unknown or missing members and wrong types, each with its path.
Result<Form> decode(const json::Value& value);

/// The form in the bytes of form.json. InvalidInput as json::read and decode.
Result<Form> read(std::string_view bytes);

/// What is wrong with an answer or with the whole; empty = complete.
using Findings = std::vector<Finding>;

/// One place where an answer is asked for: a question, in a repeated group once for each row.
struct Spot {
    const catalogue::Question* question = nullptr;
    const catalogue::Group* group = nullptr;
    int row = -1;    ///< Of a repeated group, from 0; -1: the group is asked once
    std::string id;  ///< Of the answer: "nyc_ho_ten", "thanh_vien.0.ho_ten"
};

/// The spot that an answer's id belongs to ("noi_o.line" to "noi_o"); nullopt when there is none.
/// The number of a repeated group's rows belongs to no question.
std::optional<Spot> spot_of(const catalogue::Procedure& procedure, std::string_view answer_id);

/// The spot of a question; `row` is -1 unless its group is repeated.
Spot spot_at(const catalogue::Group& group, const catalogue::Question& question, int row = -1);

/// The ids of the answers at a spot: its own, or the three of an address.
std::vector<std::string> answer_ids(const catalogue::Question& question, std::string_view id);
/// The name of the person the dossier is from: the first name that the form asks for; "" when there is none.
std::string applicant_name(const catalogue::Procedure& procedure, const Answers& answers);

/// How many rows the repeated group has; 0 when that is not answered or no number.
int rows_of(const catalogue::Group& group, const Answers& answers);

/// What a person typed, as the canonical answer: trims, NFC, upper-cases names, accepts
/// "27/3/1990", "090 123 45 67". What cannot be read is kept as typed for `check` to refuse.
/// `part` is "province", "commune" or "line" of an address, else "".
std::string normalise(const catalogue::Question& question, std::string_view part, std::string_view typed);

/// The canonical answer as a person reads it: "27/03/1990", "1.250.000 đ", an option's label in
/// `lang`, an address on one line. `id` is the spot's.
std::string display(const catalogue::Question& question, std::string_view id, const Answers& answers,
                    const places::Places& places, std::string_view lang);

/// The answers with those of questions that are not asked replaced by their `otherwise`
/// value, or taken out: what the office gets to read.
Answers effective(const catalogue::Procedure& procedure, const Answers& answers, const calendar::Date& today);

/// The answers to the questions that are asked, without empty ones: what Form::answers holds.
Answers answered(const catalogue::Procedure& procedure, const Answers& answers, const calendar::Date& today);

/// Findings at one spot alone (its type, its checks, required); none when it is not asked.
Findings check_question(const catalogue::Procedure& procedure, const Spot& spot, const Answers& answers,
                        const calendar::Date& today, const places::Places& places);

/// Findings on the number of rows of a repeated group.
Findings check_rows(const catalogue::Procedure& procedure, const catalogue::Group& group,
                    const Answers& answers, const calendar::Date& today);

/// What a person should look at again though it is no reason to refuse: the checks that are
/// warnings. Says nothing about answers that are missing or wrong.
Findings warnings(const catalogue::Procedure& procedure, const Form& form, const places::Places& places);

/// What somebody typed in a member of Helper, as it is kept.
std::string normalise_helper(std::string_view member, std::string_view typed);
/// What is wrong with the helper, at "helper.name", "helper.relation" and "helper.phone".
Findings check_helper(const Helper& helper);

/// The verdict on the whole form: every question in file order, then unknown answers,
/// then every document of the checklist, then the helper. Deterministic, order included.
Findings check(const catalogue::Procedure& procedure, const Form& form, const places::Places& places);

/// The verdict on the form in these bytes; an error where they hold no form (read).
Result<Findings> judge(const catalogue::Procedure& procedure, std::string_view bytes,
                       const places::Places& places);

/// The verdict as the bytes that native and Wasm are compared by: JCS of
/// [{"args":[[name,value]…],"code":…,"field":…}…].
std::string verdict_bytes(const Findings& findings);

}  // namespace motcua::form
