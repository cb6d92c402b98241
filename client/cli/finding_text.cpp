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
    Sentence{"catalogue.choice", "is none of the words that may stand here"},
    Sentence{"catalogue.id", "is no id: small letters, digits and _, a letter first, at most 64"},
    Sentence{"catalogue.duplicate", "is used twice"},
    Sentence{"catalogue.code", "is no code: a procedure's is 1.004873, a result's KQ.G15.000038"},
    Sentence{"catalogue.date", "is no day: 2026-11-21"},
    Sentence{"catalogue.text", "is empty, too long (4000 bytes), or not composed (NFC)"},
    Sentence{"catalogue.language", "is no language: two small letters"},
    Sentence{"catalogue.options", "has options that do not fit its type"},
    Sentence{"catalogue.list", "names a list that is in neither this file nor lists.json"},
    Sentence{"catalogue.contradiction", "contradicts what stands beside it"},
    Sentence{"catalogue.rule_operation", "uses the operation {name}, which does not exist"},
    Sentence{"catalogue.rule_object",
             "holds an object that is no operation: one member, its name the operation"},
    Sentence{"catalogue.rule_depth", "is nested too deep (64)"},
    Sentence{"catalogue.rule_question", "reads {name}, which does not exist or may not be read here"},
    Sentence{"catalogue.rule_order", "reads {name}, which is answered only later"},
    Sentence{"catalogue.rule_var", "reads a name that is computed"},
    Sentence{"json.too_large", "the file is too large (4 MiB)"},
    Sentence{"json.too_deep", "is nested too deep"},
    Sentence{"json.unexpected", "a character that JSON does not allow here"},
    Sentence{"json.unexpected_end", "the text ends too early"},
    Sentence{"json.trailing", "something stands after the end of the value"},
    Sentence{"json.number", "a number must be an integer: no decimals, no exponent, no leading zero"},
    Sentence{"json.duplicate_key", "the member is there twice"},
    Sentence{"json.control_character", "a control character in a text"},
    Sentence{"json.escape", "an escape that JSON does not know"},
    Sentence{"json.surrogate", "half a character (\\ud800 to \\udfff alone)"},
    Sentence{"json.utf8", "is not UTF-8"},
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
