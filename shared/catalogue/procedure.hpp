#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/catalogue/name_index.hpp"
#include "shared/core/result.hpp"
#include "shared/i18n/text.hpp"
#include "shared/json/value.hpp"

/// Administrative procedures as data. One file a procedure: assets/procedures/<code>.json,
/// described by assets/procedures/procedure.schema.json.
namespace motcua::catalogue {

using i18n::Text;

enum class QuestionType {
    Text,         ///< one line
    LongText,     ///< several lines
    Date,         ///< ISO "1990-03-27" in answers, "27/03/1990" on screen
    PartialDate,  ///< "1990", "1990-03" or "1990-03-27": as much as is known
    Time,         ///< "07:30"
    Number,       ///< "12", "12.5": plain digits, at most `scale` decimals
    Money,        ///< whole đồng, "1250000"
    Choice,       ///< one option id
    Choices,      ///< option ids in the order of the options, joined by commas: "nghe,noi"
    YesNo,        ///< "yes" or "no"
    Agreement,    ///< must be "yes"
    Address,      ///< three answers: <id>.province, <id>.commune (unit codes), <id>.line
    CitizenId,    ///< 12 digits
    IdOrPassport,
    Passport,
    TaxCode,     ///< 10, 12 or 13 digits ("0100109106-001")
    PersonName,  ///< upper-cased as the forms want it
    Phone,
    Email,
    File,  ///< SHA-256 of the attached files (64 hex digits each), joined by commas
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
    std::string code;      ///< Finding code; unique within the question
    Text message;          ///< What is said when it does not hold; empty: "finding.<code>" of assets/lang
    bool warning = false;  ///< Only makes the person look again; never refuses
};

/// Which days a date may name, seen from the day of the verdict.
enum class When { Past, Future, Any };

struct Question {
    std::string id;
    QuestionType type = QuestionType::Text;
    Text label;
    Text record_label;  ///< What the answer is called where it is only read; empty: as the question
    Text hint;
    Text why;  ///< Why it is asked; shown on request.
    Text example;
    bool required = true;
    int max_chars = 0;        ///< Texts: 0 = what the type allows (docs/rules.md)
    int min_words = 2;        ///< PersonName: fewer words are refused
    When when = When::Past;   ///< Date, PartialDate; the day itself is always allowed
    int scale = 0;            ///< Number: decimals
    std::int64_t least = 0;   ///< Number, Money; Choices: fewest options
    std::int64_t most = 0;    ///< Number, Money, Choices, File (how many); 0 = what the type allows
    bool only_image = false;  ///< File: a photograph, no PDF
    Rule ask_if;              ///< null = always asked
    Rule otherwise;  ///< Its value when it is not asked (a "var" of another question, usually); null = none
    /// IdOrPassport: says "citizen_id", "passport", "other" or "either"; null = "either".
    Rule number_kind;
    /// CitizenId, IdOrPassport: the same person's date of birth and sex ("nam", "nu"), which
    /// the digits must fit; null or an empty result = not known.
    Rule born;
    Rule sex;
    std::vector<Option> options;  ///< Choice, Choices, YesNo ("yes" and "no") and Agreement ("yes")
    std::vector<Check> checks;
    std::string autocomplete;  ///< HTML autofill token
    /// Which item of whose identity card it is, "nyc.name": a scanned card fills these in.
    /// Items: number, old_number, name, born, sex, issued.
    std::string card;

    [[nodiscard]] const Text& on_record() const { return record_label.empty() ? label : record_label; }
};

/// A group that is asked once for each of several people or things.
struct Repeat {
    int least = 0;
    int most = 20;
    Text item;  ///< "Thành viên": a row is called "Thành viên 2"
    Text add;   ///< "Thêm thành viên"
};

/// One page of questions that belong together. A repeated group has an answer of its own,
/// <group>: the number of rows ("0", "2"); the answers of row 0 are <group>.0.<question>.
struct Group {
    std::string id;
    Text title;
    Text record_title;  ///< Its heading where answers are only read ("Người yêu cầu"); empty: `title`
    Text intro;
    Rule ask_if;                   ///< null = always; else none of its questions is asked
    std::optional<Repeat> repeat;  ///< nullopt: asked once
    std::vector<Question> questions;

    [[nodiscard]] const Text& on_record() const { return record_title.empty() ? title : record_title; }
};

/// A value that follows from answers; rules read it by its id like an answer.
struct Computed {
    std::string id;
    Text label;  ///< Shown with the answers when there is one; empty: for rules only
    Rule value;
};

/// How a paper may be given.
enum class DocumentKind { Original, CertifiedCopy, Copy, Digital };

/// How long a paper may be used after its date.
struct Validity {
    int value = 0;
    std::string unit;  ///< "day", "month", "year"
};

struct Document {
    std::string id;
    Text label;
    Text hint;          ///< The one thing to know, always shown
    Text looks_like;    ///< What it looks like
    Text where_to_get;  ///< Who gives it out
    DocumentKind kind = DocumentKind::Original;
    Rule required_if;           ///< null = always
    bool generated = false;     ///< Made from the answers; nothing to attach.
    bool present_only = false;  ///< Shown at the counter, never handed in.
    std::string state_source;   ///< The register that already holds it ("CSDLQG về dân cư"), "" = none
    std::vector<std::string> result_codes;  ///< Earlier results that can be used again, "KQ.G15.000038"
    std::optional<Validity> valid_for;
    std::vector<Text> substitutes;  ///< Papers accepted in its place
    std::string basis;              ///< Legal basis, "" = none
};

/// How far a fact of a draft may be trusted before somebody has compared it with its source.
enum class Confidence { High, Medium, Low };

/// Where a fact comes from and whether somebody has compared it with the source.
struct Provenance {
    std::string source;
    std::string checked_on;  ///< ISO date
    bool verified = false;   ///< false: the screen says "chưa đối chiếu"
    Confidence confidence = Confidence::Low;
};

/// The days on which something is in force, both included; "" = open.
struct InForce {
    std::string from_day;
    std::string until_day;
    [[nodiscard]] bool on(std::string_view iso_day) const;
};

/// One stretch of a time limit, begun when the one before has ended.
struct LimitStep {
    Text who;  ///< Who works on it; empty when there is one step only
    int value = 0;
    std::string unit;  ///< "working_day", "working_hour", "calendar_day", "same_day"
};

/// How long it takes. The first of a procedure's limits that is in force and applies counts.
struct TimeLimit {
    std::string id;
    Rule applies_if;                    ///< null = always
    std::vector<LimitStep> steps;       ///< none: nothing fixed, or not known; `note` says which
    std::optional<int> cut_off_minute;  ///< same_day: later than this minute of the day counts as the next
    Text note;
    InForce in_force;
    std::string basis;
    Provenance from;
};

/// One layer of what it costs: a base amount, or something that makes it less.
struct Fee {
    enum class Kind { Base, Reduction };
    std::string id;
    Kind kind = Kind::Base;
    Text label;
    Rule applies_if;  ///< null = always
    /// Base: gives đồng; null = set by the province and not known here. Reduction: reads
    /// "amount_dong", the sum of the base layers, and gives what remains of it.
    Rule amount_dong;
    /// Reduction: a condition that nobody can look up here ("VNeID mức 2 …"). Such a layer is
    /// told as a possibility and never taken off. Empty: taken off when it applies.
    Text on_proof;
    InForce in_force;
    std::string basis;
    Provenance from;
};

/// How answers given under an earlier edition become answers of this one.
struct MigrationStep {
    enum class Kind { Rename, Drop, Options, Set };
    Kind kind = Kind::Drop;
    std::string id;                                            ///< Answer; of a row: "<group>.*.<question>"
    std::string to;                                            ///< Rename: the new id
    std::vector<std::pair<std::string, std::string>> options;  ///< Options: old id → new id
    Rule value;                                                ///< Set: reads the answers so far
};
struct Migration {
    std::string from_edition;
    Text note;  ///< What the person is told has changed
    std::vector<MigrationStep> steps;
};

/// Which offices are competent, as far as addresses in the answers decide it.
struct Competence {
    std::vector<std::string> by;  ///< Addresses, any of which makes an office competent; empty = not told
    bool province = false;        ///< Any office of the address' province; else only its commune's
    bool must = false;            ///< No other office takes the dossier
    Provenance from;
};

struct Procedure {
    std::string code;     ///< National code, "1.004873"
    std::string edition;  ///< Version of this file, ISO date; dossiers keep it
    InForce in_force;     ///< Days on which a dossier may be begun under this edition
    Text name;
    Text summary;
    Text agency;  ///< Who is competent
    Competence competence;
    std::vector<std::string> levels;    ///< "commune", "province", "ministry": where it is received
    Text field;                         ///< "Hộ tịch"
    Text also;                          ///< Other words people look for it by: "hộ khẩu, nhập khẩu"
    std::vector<std::string> channels;  ///< "online", "direct", "post"
    Text why_partial;  ///< Why not all of it can be done online (NĐ 224/2026/NĐ-CP, Điều 14)
    std::vector<Group> groups;
    std::vector<Computed> computed;
    std::vector<Document> documents;
    std::vector<TimeLimit> time_limits;
    std::vector<Fee> fees;
    Text fee_note;
    std::string result_code;
    Text result_name;
    std::vector<std::string> legal_basis;
    std::vector<Migration> migrations;
    Provenance from;            ///< Of the description as a whole
    Provenance questions_from;  ///< Of the questions
    Provenance documents_from;  ///< Of the papers
    NameIndex names;            ///< Of all that rules may read; made with the procedure

    /// Also of repeated groups.
    [[nodiscard]] const Question* question(std::string_view id) const;
    [[nodiscard]] const Group* group(std::string_view id) const;
    [[nodiscard]] const Document* document(std::string_view id) const;
};

/// Puts the lists that the file names and does not have ("options_list") into its "lists",
/// taken from assets/procedures/lists.json, so that it can be read alone.
json::Value with_lists(const json::Value& file, const json::Value& lists);

/// Reads a procedure file that has its lists. InvalidInput has a finding for everything wrong, its JSON path
/// as the field ("groups.0.questions.2.label") and the reason as the code ("catalogue.…"): unknown members,
/// missing texts, rules with unknown operations or unknown questions.
Result<Procedure> read_procedure(const json::Value& file);

/// Name of the type in procedure files: "person_name".
const char* type_name(QuestionType type);

}  // namespace motcua::catalogue
