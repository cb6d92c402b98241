#include "client/cli/procedure_file.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "client/cli/files.hpp"
#include "client/cli/finding_text.hpp"
#include "client/cli/json_fault.hpp"
#include "shared/json/read.hpp"
#include "shared/json/shape.hpp"

namespace motcua::cli {
namespace {

using json::Value;

Value read_json(const std::string& path, const std::string& text, std::vector<Located>& errors) {
    Result<Value> value = json::read(text);
    if (value) {
        return *std::move(value);
    }
    for (const Finding& finding : value.error().findings) {
        errors.push_back(locate_fault(path, text, finding));
    }
    return {};
}

const Value* value_at(const Value& whole, std::string_view path) {
    const Value* value = &whole;
    while (value != nullptr && !path.empty()) {
        const std::string_view name = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(path.size(), name.size() + 1));
        if (const json::Array* items = value->array()) {
            const std::size_t index = std::stoul("0" + std::string(name));
            value = index < items->size() ? &(*items)[index] : nullptr;
        } else {
            value = value->find(name);
        }
    }
    return value;
}

/// The path within a rule to the operation or the name that a finding speaks of.
std::optional<std::string> path_to(const Value& rule, const std::string& path, const std::string& name) {
    if (rule.string() != nullptr && *rule.string() == name) {
        return path;
    }
    if (const json::Object* members = rule.object()) {
        for (const auto& [key, value] : *members) {
            const std::string at = path + "." + key;
            if (key == name) {
                return at;
            }
            if (auto found = path_to(value, at, name)) {
                return found;
            }
        }
    }
    if (const json::Array* items = rule.array()) {
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (auto found = path_to((*items)[i], json::item_path(path, i), name)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

std::string exact_path(const ProcedureFile& file, const Finding& finding) {
    for (const auto& [name, value] : finding.args) {
        const Value* rule = name == "name" ? value_at(file.value, finding.field) : nullptr;
        if (rule != nullptr) {
            return path_to(*rule, finding.field, value).value_or(finding.field);
        }
    }
    return finding.field;
}

/// The text that stands there, or its Vietnamese words, in quotes with a space after them; "" for anything
/// else. A long one is cut.
std::string quoted_at(const ProcedureFile& file, const std::string& path) {
    constexpr std::size_t kMostBytes = 80;
    const Value* value = value_at(file.value, path);
    const Value* words = value == nullptr ? nullptr : value->find("vi");
    const std::string* text = words != nullptr   ? words->string()
                              : value != nullptr ? value->string()
                                                 : nullptr;
    if (text == nullptr || text->empty()) {
        return "";
    }
    std::size_t end = std::min(text->size(), kMostBytes);
    while (end < text->size() && (static_cast<unsigned char>((*text)[end]) & 0xC0U) == 0x80U) {
        --end;  // Not within a letter.
    }
    return "“" + text->substr(0, end) + (end < text->size() ? "…" : "") + "” ";
}

}  // namespace

Result<ProcedureFile> read_procedure_file(const std::string& path) {
    ProcedureFile file;
    file.path = path;
    MC_TRY_ASSIGN(file.text, read_whole(path));
    const std::filesystem::path lists = std::filesystem::path(path).parent_path() / "lists.json";
    if (std::filesystem::is_regular_file(lists)) {
        file.lists_path = lists.string();
        MC_TRY_ASSIGN(file.lists_text, read_whole(file.lists_path));
        file.lists = read_json(file.lists_path, file.lists_text, file.errors);
    }
    file.value = read_json(path, file.text, file.errors);
    if (!file.errors.empty()) {
        return file;
    }
    file.value = catalogue::with_lists(file.value, file.lists);
    Result<catalogue::Procedure> procedure = catalogue::read_procedure(file.value);
    if (procedure) {
        file.procedure = *std::move(procedure);
        return file;
    }
    for (const Finding& finding : procedure.error().findings) {
        file.errors.push_back(locate(file, finding, false));
    }
    return file;
}

Result<ProcedureFile> read_sound_file(const std::string& path) {
    MC_TRY_ASSIGN(ProcedureFile file, read_procedure_file(path));
    if (!file.procedure) {
        return Error{ErrorCode::InvalidInput, path + " has errors: motcua catalogue check " + path, {}};
    }
    return file;
}

Located locate(const ProcedureFile& file, const Finding& bare, bool warning) {
    const std::string path = exact_path(file, bare);
    Finding finding = bare;
    finding.args.emplace_back("found", quoted_at(file, bare.field));
    const json::Positions own(file.text);
    // The lists have the same paths in both files.
    const std::size_t list_end = path.rfind("lists.", 0) == 0 ? path.find('.', 6) : std::string::npos;
    const bool in_lists = path.rfind("lists.", 0) == 0 && !own.has(path.substr(0, list_end));
    if (in_lists && !file.lists_path.empty()) {
        return {file.lists_path, json::Positions(file.lists_text).of(path), warning, finding};
    }
    return {file.path, own.of(path), warning, finding};
}

Located locate_fault(const std::string& path, std::string_view text, const Finding& finding) {
    Located located{path, {}, false, explained_fault(text, finding)};
    for (const auto& [name, value] : finding.args) {
        (name == "line" ? located.at.line : located.at.column) = std::stoul(value);
    }
    return located;
}

std::string line_of(const Located& located) {
    const std::string& field = located.finding.field;
    return located.file + ":" + std::to_string(located.at.line) + ":" + std::to_string(located.at.column) +
           ": " + (located.warning ? "warning: " : "error: ") + field + (field.empty() ? "" : ": ") +
           finding_text(located.finding) + " [" + located.finding.code + "]";
}

Value json_of(const Located& located) {
    return json::Object{{"file", located.file},
                        {"line", static_cast<std::int64_t>(located.at.line)},
                        {"column", static_cast<std::int64_t>(located.at.column)},
                        {"severity", located.warning ? "warning" : "error"},
                        {"path", located.finding.field},
                        {"code", located.finding.code},
                        {"text", finding_text(located.finding)}};
}

}  // namespace motcua::cli
