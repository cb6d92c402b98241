#include <algorithm>
#include <utility>

#include "shared/catalogue/file_reader.hpp"

namespace motcua::catalogue {
namespace {

using json::Array;
using json::Value;

constexpr std::size_t kMaxGroups = 100;
constexpr std::size_t kMaxQuestions = 500;
constexpr std::size_t kMaxComputed = 100;
constexpr int kMaxRows = 50;

using NameSet = std::set<std::string, std::less<>>;

void add_names(NameSet& names, const Value& question) {
    const std::string id = question.text_or("id");
    names.insert(id);
    if (question.text_or("type") == "address") {
        for (const char* part : {".province", ".commune", ".line"}) {
            names.insert(id + part);
        }
    }
}

void move_names(const NameSet& names, RuleScope& scope) {
    for (const std::string& name : names) {
        scope.later.erase(name);
        scope.known.insert(name);
    }
}

/// What is known once a whole group has been answered: of a repeated group only the group.
NameSet names_after(const Value& group) {
    NameSet names;
    if (group.find("repeat") != nullptr) {
        names.insert(group.text_or("id"));
        return names;
    }
    for (const Value& question : group.array_at("questions")) {
        add_names(names, question);
    }
    return names;
}

}  // namespace

void GroupReader::collect(const Array& groups, const Array& computed) {
    std::size_t count = 0;
    for (const Value& group : groups) {
        count += group.array_at("questions").size();
        all_.known.merge(names_after(group));
    }
    if (count > kMaxQuestions) {
        findings_.push_back({"groups", "catalogue.range", {}});
    }
    before_.later = all_.known;
    before_.known = {"channel", "today"};
    for (const Value& value : computed) {
        before_.later.insert(value.text_or("id"));
        all_.known.insert(value.text_or("id"));
    }
    all_.known.insert({"channel", "today"});
    all_.later.clear();
}

std::vector<Group> GroupReader::read_groups(const Array& groups) {
    std::vector<Group> read;
    if (groups.empty() || groups.size() > kMaxGroups) {
        findings_.push_back({"groups", "catalogue.range", {}});
    }
    for (std::size_t i = 0; i < std::min(groups.size(), kMaxGroups) && findings_.size() < kMaxFindings; ++i) {
        read.push_back(read_group(groups[i], json::item_path("groups", i)));
    }
    return read;
}

void GroupReader::take_id(const std::string& id, const std::string& path) {
    if (!ids_.insert(id).second) {
        findings_.push_back({path + ".id", "catalogue.duplicate", {}});
    }
}

void GroupReader::read_repeat(Part& part, Group& group) {
    Part repeat = part.inner("repeat");
    Repeat rows;
    rows.least = repeat.number("least", 0, kMaxRows, 0);
    rows.most = repeat.number("most", 1, kMaxRows, rows.most);
    rows.item = repeat.text("item");
    rows.add = repeat.text("add");
    repeat.close();
    if (rows.most < rows.least) {
        repeat.note("most", "contradiction");
    }
    group.repeat = std::move(rows);
}

Group GroupReader::read_group(const Value& value, const std::string& path) {
    Part part(value, path, findings_);
    Group group;
    group.id = part.id("id");
    group.title = part.text("title");
    group.record_title = part.optional_text("record_title");
    group.intro = part.optional_text("intro");
    group.ask_if = part.rule("ask_if", before_);
    if (part.has("repeat")) {
        read_repeat(part, group);
    }
    // A page and a question on it may be called alike, a repeated group has an answer of its own.
    take_id(group.repeat ? group.id : "group " + group.id, path);
    const Array& questions = part.items("questions");
    if (questions.empty()) {
        part.note("questions", "range");
    }
    // Within a row its own answers are read by their bare names, outside only the group.
    RuleScope before = before_;
    RuleScope all = all_;
    if (group.repeat) {
        for (const Value& question : questions) {
            add_names(before.later, question);
            add_names(all.known, question);
        }
    }
    for (std::size_t i = 0; i < std::min(questions.size(), kMaxQuestions) && findings_.size() < kMaxFindings;
         ++i) {
        const std::string at = part.path_of("questions", i);
        group.questions.push_back(read_question(questions[i], at, {lists_, before, all}, findings_));
        take_id(group.questions.back().id, at);
        NameSet names;
        add_names(names, questions[i]);
        move_names(names, before);
    }
    part.close();
    move_names(names_after(value), before_);
    return group;
}

std::vector<Computed> GroupReader::read_computed(const Array& computed) {
    std::vector<Computed> read;
    RuleScope scope = all_;
    for (const Value& value : computed) {
        scope.later.insert(value.text_or("id"));
    }
    for (std::size_t i = 0; i < std::min(computed.size(), kMaxComputed); ++i) {
        const std::string path = json::item_path("computed", i);
        Part part(computed[i], path, findings_);
        Computed one;
        one.id = part.id("id");
        one.label = part.optional_text("label");
        if (!part.has("value")) {
            part.note("value", "missing");
        }
        one.value = part.rule("value", scope);
        part.close();
        take_id(one.id, path);
        move_names({one.id}, scope);
        read.push_back(std::move(one));
    }
    if (computed.size() > kMaxComputed) {
        findings_.push_back({"computed", "catalogue.range", {}});
    }
    return read;
}

}  // namespace motcua::catalogue
