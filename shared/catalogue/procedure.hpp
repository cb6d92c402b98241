#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

/// Administrative procedures as data. One file a procedure: assets/procedures/<code>.json,
/// described by assets/procedures/procedure.schema.json.
namespace motcua::catalogue {

/// A text in several languages; `vi` is always there.
struct Text {
    std::vector<std::pair<std::string, std::string>> by_lang;
    /// The text in `lang`, else in Vietnamese.
    [[nodiscard]] const std::string& in(std::string_view lang) const;
    [[nodiscard]] bool empty() const { return by_lang.empty(); }
};

enum class QuestionType {
    Text,       ///< one line
    LongText,   ///< several lines
    Date,       ///< ISO "1990-03-27" in answers, "27/03/1990" on screen
    Choice,     ///< one option id
    YesNo,      ///< "yes" or "no"
    Agreement,  ///< must be "yes"
    Address,    ///< three answers: <id>.province, <id>.commune (unit codes), <id>.line
    CitizenId,  ///< 12 digits
    IdOrPassport,
    PersonName,  ///< upper-cased as the forms want it
    Phone,
    Email,
};

struct Option {
    std::string id;
    Text label;
    Text hint;
};

/// A JsonLogic rule (jsonlogic.com); null = none. See shared/catalogue/logic.hpp.
using Rule = json::Value;

/// A rule that must hold for the answers of one question, besides its type's own rules.
struct Check {
    Rule rule;
    std::string code;  ///< Finding code: "finding.<code>" in assets/lang, e.g. "date_order".
};

struct Question {
    std::string id;
    QuestionType type = QuestionType::Text;
    Text label;
    Text hint;
    Text why;  ///< Why it is asked; shown on request.
    Text example;
    bool required = true;
    int max_chars = 0;  ///< 0 = what its type allows (docs/rules.md)
    int min_words = 2;  ///< PersonName: fewer words are refused
    Rule ask_if;        ///< null = always asked
    Rule otherwise;  ///< Its value when it is not asked (a "var" of another question, usually); null = none
    /// IdOrPassport: says "citizen_id", "passport", "other" or "either"; null = "either".
    Rule number_kind;
    /// CitizenId, IdOrPassport: the same person's date of birth and sex ("nam", "nu"), which
    /// the digits must fit; null or an empty result = not known.
    Rule born;
    Rule sex;
    std::vector<Option> options;  ///< Choice, YesNo ("yes" and "no") and Agreement ("yes")
    std::vector<Check> checks;
    std::string autocomplete;  ///< HTML autofill token
};

/// One page of questions that belong together.
struct Group {
    std::string id;
    Text title;
    Text intro;
    std::vector<Question> questions;
};

/// How a paper may be given.
enum class DocumentKind { Original, CertifiedCopy, Copy, Digital };

struct Document {
    std::string id;
    Text label;
    Text hint;  ///< What it looks like, where to get it.
    DocumentKind kind = DocumentKind::Original;
    Rule required_if;           ///< null = always
    bool generated = false;     ///< Made from the answers; nothing to attach.
    bool present_only = false;  ///< Shown at the counter, never handed in.
    std::string state_source;   ///< The register that already holds it ("CSDLQG về dân cư"), "" = none
    std::string result_code;    ///< "KQ.G15.000038" when an earlier result can be reused, "" = none
    std::string basis;          ///< Legal basis, "" = none
};

/// Where a fact comes from and whether somebody has compared it with the source.
struct Provenance {
    std::string source;
    std::string checked_on;  ///< ISO date
    bool verified = false;   ///< false: the screen says "chưa đối chiếu"
};

struct TimeLimit {
    int value = 0;
    std::string unit;  ///< "working_day", "working_hour", "calendar_day", "same_day"
    Provenance from;
};

struct Fee {
    std::optional<std::int64_t> amount_dong;  ///< nullopt: set by the province, not known here
    Text note;
    Provenance from;
};

struct Procedure {
    std::string code;     ///< National code, "1.004873"
    std::string edition;  ///< Version of this file, ISO date; dossiers keep it
    Text name;
    Text summary;
    Text agency;
    Text field;  ///< "Hộ tịch"
    std::vector<Group> groups;
    std::vector<Document> documents;
    TimeLimit time_limit;
    Fee fee;
    std::string result_code;
    Text result_name;
    std::vector<std::string> legal_basis;
    Provenance from;

    [[nodiscard]] const Question* question(std::string_view id) const;
    [[nodiscard]] const Document* document(std::string_view id) const;
};

/// Reads a procedure file. InvalidInput has a finding for everything wrong, its JSON path as
/// the field ("groups.0.questions.2.label") and the reason as the code ("catalogue.…"):
/// unknown members, missing texts, rules with unknown operations or unknown questions.
Result<Procedure> read_procedure(const json::Value& file);

/// Name of the type in procedure files: "person_name".
const char* type_name(QuestionType type);

}  // namespace motcua::catalogue
