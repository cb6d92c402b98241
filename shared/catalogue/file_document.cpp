#include <algorithm>
#include <array>

#include "shared/catalogue/file_reader.hpp"

namespace motcua::catalogue {
namespace {

constexpr std::array<std::string_view, 4> kKinds = {"original", "certified_copy", "copy", "digital"};
constexpr std::array<DocumentKind, 4> kKindValues = {DocumentKind::Original, DocumentKind::CertifiedCopy,
                                                     DocumentKind::Copy, DocumentKind::Digital};
constexpr std::array<std::string_view, 3> kPeriods = {"day", "month", "year"};
constexpr std::size_t kResultCodeBytes = 13;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

DocumentKind kind_called(std::string_view name) {
    const auto* found = std::find(kKinds.begin(), kKinds.end(), name);
    return found == kKinds.end() ? DocumentKind::Original
                                 : kKindValues[static_cast<std::size_t>(found - kKinds.begin())];
}

void read_reusable(Part& part, Document& document) {
    Part source = part.inner("reusable_from");
    document.state_source = source.line("register");
    const json::Array& codes = source.items("result_codes");
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const std::string* code = codes[i].string();
        if (code == nullptr || !is_result_code(*code)) {
            source.findings().push_back({source.path_of("result_codes", i), "catalogue.code", {}});
        } else {
            document.result_codes.push_back(*code);
        }
    }
    source.close();
}

Validity read_validity(Part validity) {
    Validity valid;
    valid.value = validity.number("value", 1, 1000, 0);
    if (valid.value == 0) {
        validity.note("value", "missing");
    }
    valid.unit = validity.word("unit", kPeriods);
    validity.close();
    return valid;
}

}  // namespace

bool is_result_code(std::string_view code) {
    return code.size() == kResultCodeBytes && code.substr(0, 3) == "KQ." &&
           (code[3] == 'G' || code[3] == 'H') && is_digit(code[4]) && is_digit(code[5]) && code[6] == '.' &&
           std::all_of(code.begin() + 7, code.end(), is_digit);
}

Document read_document(const json::Value& value, const std::string& path, const RuleScope& scope,
                       std::vector<Finding>& findings) {
    Part part(value, path, findings);
    Document document;
    document.id = part.id("id");
    document.label = part.text("label");
    document.hint = part.optional_text("hint");
    document.looks_like = part.optional_text("looks_like");
    document.where_to_get = part.optional_text("where_to_get");
    document.kind = kind_called(part.word("kind", kKinds));
    document.required_if = part.rule("required_if", scope);
    document.generated = part.flag("generated", false);
    document.present_only = part.flag("present_only", false);
    if (part.has("reusable_from")) {
        read_reusable(part, document);
    }
    if (part.has("valid_for")) {
        document.valid_for = read_validity(part.inner("valid_for"));
    }
    document.substitutes = part.texts("substitutes");
    document.basis = part.optional_line("basis");
    part.close();
    if (document.generated && document.present_only) {
        part.note("present_only", "contradiction");
    }
    return document;
}

}  // namespace motcua::catalogue
