#include <algorithm>
#include <set>
#include <utility>

#include "shared/catalogue/file_reader.hpp"
#include "shared/catalogue/procedure.hpp"

namespace motcua::catalogue {
namespace {

using json::Array;
using json::Value;

constexpr std::size_t kMaxGroups = 100;
constexpr std::size_t kMaxQuestions = 500;
constexpr std::size_t kMaxDocuments = 100;
// A broken file of many megabytes must not grow an answer of many more.
constexpr std::size_t kMaxFindings = 200;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "1.004873"
bool is_procedure_code(std::string_view code) {
    return code.size() == 8 && is_digit(code[0]) && code[1] == '.' &&
           std::all_of(code.begin() + 2, code.end(), is_digit);
}

/// "KQ.G15.000038"
bool is_result_code(std::string_view code) {
    return code.size() == 13 && code.substr(0, 3) == "KQ." && (code[3] == 'G' || code[3] == 'H') &&
           is_digit(code[4]) && is_digit(code[5]) && code[6] == '.' &&
           std::all_of(code.begin() + 7, code.end(), is_digit);
}

class FileReader {
public:
    Result<Procedure> read(const Value& file);

private:
    void read_head(Part& part);
    void read_lists(Part& part);
    void collect_names(const Array& groups);
    void read_groups(Part& part);
    void read_group(const Value& value, const std::string& path);
    void read_documents(Part& part);
    void read_legal_basis(Part& part);
    [[nodiscard]] bool enough() const { return findings_.size() >= kMaxFindings; }
    void note(std::string path, const char* code) { findings_.push_back({std::move(path), code, {}}); }

    Procedure procedure_;
    OptionLists lists_;
    RuleScope before_;  ///< Answers of the questions read so far
    RuleScope all_;     ///< Answers of all questions
    std::set<std::string, std::less<>> ids_;
    std::vector<Finding> findings_;
};

Result<Procedure> FileReader::read(const Value& file) {
    Part part(file, "", findings_);
    part.optional_line("$schema");  // For editors.
    part.expect("v", 1);
    read_head(part);
    read_lists(part);
    read_groups(part);
    read_documents(part);
    read_legal_basis(part);
    part.close();
    if (!findings_.empty()) {
        findings_.resize(std::min(findings_.size(), kMaxFindings));
        return Error{ErrorCode::InvalidInput, "the procedure file is not as the schema says", findings_};
    }
    return std::move(procedure_);
}

void FileReader::read_head(Part& part) {
    procedure_.code = part.line("code");
    if (!procedure_.code.empty() && !is_procedure_code(procedure_.code)) {
        part.note("code", "code");
    }
    procedure_.edition = part.day("edition");
    procedure_.name = part.text("name");
    procedure_.summary = part.text("summary");
    procedure_.agency = part.text("agency");
    procedure_.field = part.text("field");
    const Value& time_limit = part.any("time_limit");
    const Value& fee = part.any("fee");
    if (part.has("time_limit")) {
        procedure_.time_limit = read_time_limit(time_limit, "time_limit", findings_);
    }
    if (part.has("fee")) {
        procedure_.fee = read_fee(fee, "fee", findings_);
    }
    procedure_.result_code = part.optional_line("result_code");
    if (!procedure_.result_code.empty() && !is_result_code(procedure_.result_code)) {
        part.note("result_code", "code");
    }
    procedure_.result_name = part.optional_text("result_name");
    procedure_.from = part.provenance("from");
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
        const std::string path = "lists." + name.substr(0, 64);
        if (enough()) {
            break;
        }
        if (items.array() == nullptr) {
            note(path, "catalogue.type");
        } else {
            lists_[name] = read_options(*items.array(), path, findings_);
        }
    }
}

void add_names(std::set<std::string, std::less<>>& names, const Value& question) {
    const std::string id = question.text_or("id");
    names.insert(id);
    if (question.text_or("type") == "address") {
        for (const char* part : {".province", ".commune", ".line"}) {
            names.insert(id + part);
        }
    }
}

/// What there is to read, before the rules that read it.
void FileReader::collect_names(const Array& groups) {
    std::size_t count = 0;
    for (const Value& group : groups) {
        for (const Value& question : group.array_at("questions")) {
            if (++count <= kMaxQuestions) {
                add_names(all_.known, question);
            }
        }
    }
    if (count > kMaxQuestions) {
        note("groups", "catalogue.range");
    }
    before_.later = all_.known;
    before_.later.insert("today");
    before_.known = {"channel"};
    all_.known.insert({"channel", "today"});
}

void FileReader::read_groups(Part& part) {
    if (!part.has("groups") || part.items("groups").empty() || part.items("groups").size() > kMaxGroups) {
        part.note("groups", "range");
    }
    const Array& groups = part.items("groups");
    collect_names(groups);
    for (std::size_t i = 0; i < std::min(groups.size(), kMaxGroups) && !enough(); ++i) {
        read_group(groups[i], json::item_path("groups", i));
    }
}

void FileReader::read_group(const Value& value, const std::string& path) {
    Part part(value, path, findings_);
    Group group;
    group.id = part.id("id");
    group.title = part.text("title");
    group.intro = part.optional_text("intro");
    const Array& questions = part.items("questions");
    if (questions.empty()) {
        part.note("questions", "range");
    }
    if (!ids_.insert("group " + group.id).second) {
        part.note("id", "duplicate");
    }
    for (std::size_t i = 0; i < std::min(questions.size(), kMaxQuestions) && !enough(); ++i) {
        const std::string at = part.path_of("questions", i);
        Question question = read_question(questions[i], at, {lists_, before_, all_}, findings_);
        if (!ids_.insert(question.id).second) {
            note(at + ".id", "catalogue.duplicate");
        }
        std::set<std::string, std::less<>> names;
        add_names(names, questions[i]);
        for (const std::string& name : names) {
            before_.later.erase(name);
            before_.known.insert(name);
        }
        group.questions.push_back(std::move(question));
    }
    part.close();
    procedure_.groups.push_back(std::move(group));
}

void FileReader::read_documents(Part& part) {
    const Array& documents = part.items("documents");
    // The checklist does not change because of the day it is looked at.
    RuleScope scope{all_.known, {"today"}};
    for (std::size_t i = 0; i < std::min(documents.size(), kMaxDocuments); ++i) {
        const std::string path = json::item_path("documents", i);
        Document document = read_document(documents[i], path, scope, findings_);
        if (!document.result_code.empty() && !is_result_code(document.result_code)) {
            note(path + ".result_code", "catalogue.code");
        }
        if (!ids_.insert(document.id).second) {
            note(path + ".id", "catalogue.duplicate");
        }
        procedure_.documents.push_back(std::move(document));
    }
    if (documents.size() > kMaxDocuments) {
        part.note("documents", "range");
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

}  // namespace

Result<Procedure> read_procedure(const Value& file) {
    return FileReader().read(file);
}

}  // namespace motcua::catalogue
