#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "shared/catalogue/file_reader.hpp"
#include "shared/catalogue/procedure.hpp"

namespace motcua::catalogue {
namespace {

using json::Array;
using json::Value;

constexpr std::size_t kMaxItems = 100;

constexpr std::array<std::string_view, 3> kLevels = {"commune", "province", "ministry"};
constexpr std::array<std::string_view, 3> kChannels = {"online", "direct", "post"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "1.004873"
bool is_procedure_code(std::string_view code) {
    return code.size() == 8 && is_digit(code[0]) && code[1] == '.' &&
           std::all_of(code.begin() + 2, code.end(), is_digit);
}

template <class Item>
using ItemReader = Item (*)(const Value&, const std::string&, const RuleScope&, std::vector<Finding>&);

class FileReader {
public:
    Result<Procedure> read(const Value& file);

private:
    void read_head(Part& part);
    void read_result(Part& part);
    void read_lists(Part& part);
    std::vector<std::string> read_words(Part& part, std::string_view key,
                                        std::span<const std::string_view> allowed);
    void read_legal_basis(Part& part);
    /// After the questions.
    void read_competence(Part part);
    /// The items of an array; each has an id that is used once.
    template <class Item>
    void read_items(Part& part, std::string_view key, std::vector<Item>& items, const RuleScope& scope,
                    ItemReader<Item> read_item);
    void note(std::string path, const char* code) { findings_.push_back({std::move(path), code, {}}); }

    Procedure procedure_;
    OptionLists lists_;
    std::set<std::string, std::less<>> ids_;
    std::vector<Finding> findings_;
};

Result<Procedure> FileReader::read(const Value& file) {
    Part part(file, "", findings_);
    part.optional_line("$schema");  // For editors.
    part.expect("v", 1);
    read_head(part);
    read_result(part);
    read_lists(part);
    GroupReader groups(lists_, findings_);
    const Array& computed = part.items("computed");
    groups.collect(part.items("groups"), computed);
    procedure_.groups = groups.read_groups(part.items("groups"));
    procedure_.computed = groups.read_computed(computed);
    ids_ = groups.ids();
    read_items(part, "documents", procedure_.documents, groups.all(), &read_document);
    read_items(part, "time_limits", procedure_.time_limits, groups.all(), &read_time_limit);
    read_items(part, "fees", procedure_.fees, groups.all(), &read_fee);
    read_items(part, "migrations", procedure_.migrations, groups.all(), &read_migration);
    read_legal_basis(part);
    if (part.has("competence")) {
        read_competence(part.inner("competence"));
    }
    part.close();
    if (!findings_.empty()) {
        findings_.resize(std::min(findings_.size(), kMaxFindings));
        return Error{ErrorCode::InvalidInput, "the procedure file is not as the schema says", findings_};
    }
    procedure_.names = NameIndex(procedure_);
    return std::move(procedure_);
}

void FileReader::read_head(Part& part) {
    procedure_.code = part.line("code");
    if (!procedure_.code.empty() && !is_procedure_code(procedure_.code)) {
        part.note("code", "code");
    }
    procedure_.edition = part.day("edition");
    procedure_.in_force = part.in_force("in_force");
    if (procedure_.in_force.from_day.empty()) {
        part.note("in_force", "missing");
    }
    procedure_.name = part.text("name");
    procedure_.summary = part.text("summary");
    procedure_.agency = part.text("agency");
    procedure_.levels = read_words(part, "levels", kLevels);
    procedure_.field = part.text("field");
    procedure_.also = part.optional_text("also");
    procedure_.channels = read_words(part, "channels", kChannels);
    procedure_.why_partial = part.optional_text("why_partial");
    procedure_.fee_note = part.optional_text("fee_note");
    procedure_.from = part.provenance("from");
    procedure_.questions_from = part.provenance("questions_from");
    procedure_.documents_from = part.provenance("documents_from");
}

void FileReader::read_result(Part& part) {
    procedure_.result_code = part.optional_line("result_code");
    if (!procedure_.result_code.empty() && !is_result_code(procedure_.result_code)) {
        part.note("result_code", "code");
    }
    procedure_.result_name = part.optional_text("result_name");
}

std::vector<std::string> FileReader::read_words(Part& part, std::string_view key,
                                                std::span<const std::string_view> allowed) {
    std::vector<std::string> words;
    const Array& items = part.items(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string* word = items[i].string();
        if (word == nullptr || std::find(allowed.begin(), allowed.end(), *word) == allowed.end()) {
            note(part.path_of(key, i), "catalogue.choice");
        } else if (std::find(words.begin(), words.end(), *word) != words.end()) {
            note(part.path_of(key, i), "catalogue.duplicate");
        } else {
            words.push_back(*word);
        }
    }
    if (items.empty()) {
        part.note(key, "missing");
    }
    return words;
}

void FileReader::read_lists(Part& part) {
    if (!part.has("lists")) {
        return;
    }
    const Value& lists = part.any("lists");
    if (lists.object() == nullptr) {
        part.note("lists", "type");
        return;
    }
    for (const auto& [name, items] : *lists.object()) {
        if (findings_.size() >= kMaxFindings) {
            return;
        }
        const std::string path = "lists." + name.substr(0, 64);
        if (items.array() == nullptr) {
            note(path, "catalogue.type");
        } else {
            lists_[name] = read_options(*items.array(), path, findings_);
        }
    }
}

const std::string& id_of(const Migration& migration) {
    return migration.from_edition;
}
template <class Item>
const std::string& id_of(const Item& item) {
    return item.id;
}

template <class Item>
void FileReader::read_items(Part& part, std::string_view key, std::vector<Item>& items,
                            const RuleScope& scope, ItemReader<Item> read_item) {
    const Array& values = part.items(key);
    for (std::size_t i = 0; i < std::min(values.size(), kMaxItems); ++i) {
        const std::string path = part.path_of(key, i);
        items.push_back(read_item(values[i], path, scope, findings_));
        if (!ids_.insert(id_of(items.back())).second) {
            note(path + ".id", "catalogue.duplicate");
        }
    }
    if (values.size() > kMaxItems) {
        part.note(key, "range");
    }
}

void FileReader::read_legal_basis(Part& part) {
    const Array& items = part.items("legal_basis");
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string* text = items[i].string();
        if (text == nullptr || text->empty()) {
            note(json::item_path("legal_basis", i), "catalogue.text");
        } else {
            procedure_.legal_basis.push_back(*text);
        }
    }
}

void FileReader::read_competence(Part part) {
    const Array& by = part.items("by");
    for (std::size_t i = 0; i < by.size(); ++i) {
        const std::string* id = by[i].string();
        const Question* question = id == nullptr ? nullptr : procedure_.question(*id);
        if (question == nullptr || question->type != QuestionType::Address) {
            findings_.push_back(
                {part.path_of("by", i), "catalogue.address", {{"name", id == nullptr ? "" : *id}}});
        } else {
            procedure_.competence.by.push_back(*id);
        }
    }
    if (by.empty()) {
        part.note("by", "missing");
    }
    procedure_.competence.province = part.word("level", std::span(kLevels).first(2)) == "province";
    procedure_.competence.must = part.flag("must", false);
    procedure_.competence.from = part.provenance("from");
    part.close();
}

}  // namespace

Result<Procedure> read_procedure(const Value& file) {
    return FileReader().read(file);
}

}  // namespace motcua::catalogue
