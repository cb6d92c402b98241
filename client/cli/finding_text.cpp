#include "client/cli/finding_text.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace motcua::cli {
namespace {

using Sentence = std::pair<std::string_view, std::string_view>;

constexpr std::array kSentences = {
    Sentence{"catalogue.missing", "is needed and not there"},
    Sentence{"catalogue.unknown", "is no member that belongs here"},
    Sentence{"catalogue.type", "holds a value of another type than the schema says"},
    Sentence{"catalogue.range", "is too small, too large, too long or empty"},
    Sentence{"catalogue.choice", "{found}is none of the words that may stand here"},
    Sentence{"catalogue.id", "{found}is no id: small letters, digits and _, a letter first, at most 64"},
    Sentence{"catalogue.duplicate", "{found}is used twice"},
    Sentence{"catalogue.code", "{found}is no code: a procedure's is 1.004873, a result's KQ.G15.000038"},
    Sentence{"catalogue.date", "{found}is no day; days are written 2026-11-21"},
    Sentence{"catalogue.text", "is empty, too long (4000 bytes), or not composed (NFC)"},
    Sentence{"catalogue.language", "is no language: two or three small letters"},
    Sentence{"catalogue.options", "has options that do not fit its type"},
    Sentence{"catalogue.list", "{found}names a list that is in neither this file nor lists.json"},
    Sentence{"catalogue.contradiction", "contradicts what stands beside it"},
    Sentence{"catalogue.address", "names {name}, which is no question for an address"},
    Sentence{"catalogue.rule_operation", "uses the operation {name}, which does not exist"},
    Sentence{"catalogue.rule_object",
             "holds an object that is no operation: one member, its name the operation"},
    Sentence{"catalogue.rule_depth", "is nested too deep (64)"},
    Sentence{"catalogue.rule_question", "reads {name}, which does not exist or may not be read here"},
    Sentence{"catalogue.rule_order", "reads {name}, which is answered only later"},
    Sentence{"catalogue.rule_var", "reads a name that is computed"},
    Sentence{"agency.contrast", "{front} on {back} would have a contrast of {got}; {needed} is needed"},
    Sentence{"analysis.unreachable", "{name} is never asked: its rule cannot hold"},
    Sentence{"analysis.always", "always holds where it is tried: the rule for {name} decides nothing"},
    Sentence{"analysis.no_value", "no answer of {name} can be right"},
    Sentence{"analysis.check_never", "can never hold: no answer of {name} is right"},
    Sentence{"analysis.check_always", "always holds: it finds nothing wrong with any answer of {name}"},
    Sentence{"analysis.checks_contradict", "contradict each other: no answer of {name} is right"},
    Sentence{"analysis.document_never", "{name} is never needed: its rule cannot hold"},
    Sentence{"analysis.applies_never", "{name} never applies: its rule cannot hold"},
    Sentence{"analysis.days_never", "{name} is in force on no day on which this edition is"},
    Sentence{"analysis.limit_shadowed", "{name} never counts: an earlier one applies whenever it does"},
    Sentence{"analysis.option", "{name} is no option of {of}; the nearest are {near}"},
    Sentence{"analysis.options_apart", "{left}, and {right}, share no option: the one is never the other"},
    Sentence{"analysis.compared", "compares {left}, with {right}, which says nothing"},
    Sentence{"analysis.argument", "{operation} takes {wanted}, and is given {given}"},
    Sentence{"analysis.item",
             "reads {name}, which a row of {group} does not have: nothing else is read there"},
    Sentence{"analysis.unread", "no rule reads {name}, and it is not shown"},
    Sentence{"analysis.untranslated", "{found}has no \"en\""},
    Sentence{"analysis.title_asks", "{found}is a question: a record_title says what clerks read instead"},
    Sentence{"analysis.also_twice", "{name} is there twice"},
    Sentence{"analysis.also_known", "{name} is found without it: the name, the summary or the field says it"},
    Sentence{"analysis.also_language", "{name} is a language that the name is not written in"},
    Sentence{"analysis.list_unused", "no question names the list {name}"},
    Sentence{"analysis.edition_later", "is before the edition itself, {name}"},
    Sentence{"analysis.migration_edition", "is no edition before this one, {name}"},
    Sentence{"analysis.migration_target", "names {name}, an answer that this edition does not have"},
    Sentence{"analysis.migration_option", "names {name}, which is none of the options"},
    Sentence{"analysis.migration_source", "names {name}, an answer that the earlier edition does not have"},
    Sentence{"analysis.file_name", "the file is not named {name}"},
    Sentence{"history.changed",
             "{name} is not what it was when it was kept: earlier editions are never changed"},
    Sentence{"publication.twice", "{name} is there twice"},
    Sentence{"publication.overlap", "{name} begins on the same day as another edition"},
    Sentence{"json.too_large", "the file is too large (4 MiB)"},
    Sentence{"json.too_deep", "found {found} at depth 65, expected 64 at most"},
    Sentence{"json.unexpected", "found {found}, expected {expected}"},
    Sentence{"json.unexpected_end", "found the end of the text, expected {expected}"},
    Sentence{"json.trailing", "found {found} after the value, expected the end of the text"},
    Sentence{"json.number",
             "found {found}, expected an integer up to 9007199254740991 without decimals, exponent or "
             "leading zero"},
    Sentence{"json.duplicate_key", "found {found} a second time, expected each name once"},
    Sentence{"json.control_character",
             R"(found {found} in a text, expected {expected} or an escape such as \n)"},
    Sentence{"json.escape", "found {found}, expected {expected}"},
    Sentence{"json.surrogate",
             R"(found {found}, half a character, expected \ud800-\udbff and then \udc00-\udfff)"},
    Sentence{"json.utf8", "found {found}, expected a file in UTF-8"},
    Sentence{"json.encoding", "found a file in {found}, expected a file in UTF-8"},
    Sentence{"json.byte_order_mark",
             "found a byte order mark (BOM, U+FEFF), expected a file in UTF-8 without it"},
};

std::string filled(std::string_view sentence, const Finding& finding) {
    std::string text(sentence);
    for (const auto& [name, value] : finding.args) {
        const std::string placeholder = "{" + name + "}";
        for (std::size_t at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + value.size())) {
            text.replace(at, placeholder.size(), value);
        }
    }
    return text;
}

}  // namespace

std::string finding_text(const Finding& finding) {
    for (const auto& [code, sentence] : kSentences) {
        if (code == finding.code) {
            return filled(sentence, finding);
        }
    }
    return finding.code;
}

}  // namespace motcua::cli
