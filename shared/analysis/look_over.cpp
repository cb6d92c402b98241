#include <algorithm>
#include <set>
#include <utility>

#include "shared/analysis/analysis.hpp"
#include "shared/form/amount.hpp"
#include "shared/json/shape.hpp"
#include "shared/text/text.hpp"

namespace motcua::analysis {
namespace {

using catalogue::MigrationStep;
using json::Value;

using Remarks = std::vector<Remark>;

void note(Remarks& remarks, std::string path, const char* code, bool error, const std::string& name = "") {
    Finding finding{std::move(path), code, {}};
    if (!name.empty()) {
        finding.args.emplace_back("name", name);
    }
    remarks.push_back({std::move(finding), error});
}

/// {"vi":…} without "en".
void find_untranslated(const Value& value, const std::string& path, Remarks& remarks) {
    if (value.array() != nullptr) {
        for (std::size_t i = 0; i < value.array()->size(); ++i) {
            find_untranslated((*value.array())[i], json::item_path(path, i), remarks);
        }
    }
    if (value.object() == nullptr) {
        return;
    }
    const Value* vi = value.find("vi");
    if (vi != nullptr && vi->string() != nullptr && value.find("en") == nullptr) {
        note(remarks, path, "analysis.untranslated", false);
    }
    for (const auto& [name, member] : *value.object()) {
        find_untranslated(member, path.empty() ? name : path + "." + name, remarks);
    }
}

/// Whoever only reads the answers is not asked anything.
void find_asking_titles(const catalogue::Procedure& procedure, Remarks& remarks) {
    for (std::size_t i = 0; i < procedure.groups.size(); ++i) {
        const std::string& heading = procedure.groups[i].on_record().in("vi");
        if (!heading.empty() && heading.back() == '?') {
            note(remarks, json::item_path("groups", i) + ".title", "analysis.title_asks", false);
        }
    }
}

/// Does every word of `words` begin one of those in `text`?
bool says(const std::string& text, const std::string& words) {
    const std::string key = text::search_key(words) + " ";
    const std::string all = " " + text::search_key(text);
    for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = key.find(' ', begin);
        if (end > begin && all.find(" " + key.substr(begin, end - begin)) == std::string::npos) {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

/// Other words to look for it by: each once, and none that is found anyway.
void look_at_also(const catalogue::Procedure& procedure, Remarks& remarks) {
    for (const auto& [lang, also] : procedure.also.by_lang) {
        const std::string path = "also." + lang;
        const auto is_lang = [&lang = lang](const auto& each) { return each.first == lang; };
        if (std::none_of(procedure.name.by_lang.begin(), procedure.name.by_lang.end(), is_lang)) {
            note(remarks, path, "analysis.also_language", false, lang);
        }
        const std::string own =
            procedure.name.in(lang) + " " + procedure.summary.in(lang) + " " + procedure.field.in(lang);
        std::set<std::string> before;
        for (std::string_view one : form::between_commas(also)) {
            one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
            const std::string word(one);
            if (!before.insert(text::search_key(word)).second) {
                note(remarks, path, "analysis.also_twice", false, word);
            } else if (says(own, word)) {
                note(remarks, path, "analysis.also_known", false, word);
            }
        }
    }
}

void find_unused_lists(const Value& file, Remarks& remarks) {
    std::set<std::string, std::less<>> named;
    for (const Value& group : file.array_at("groups")) {
        for (const Value& question : group.array_at("questions")) {
            named.insert(question.text_or("options_list"));
        }
    }
    const Value* lists = file.find("lists");
    if (lists == nullptr || lists->object() == nullptr) {
        return;
    }
    for (const auto& [name, items] : *lists->object()) {
        if (!named.contains(name)) {
            note(remarks, "lists." + name, "analysis.list_unused", false, name);
        }
    }
}

/// "thanh_vien.*.ho_ten", "noi_o.line", "ho_ten": is there such an answer?
bool has_answer(const catalogue::Procedure& procedure, std::string_view name) {
    for (const catalogue::Group& group : procedure.groups) {
        if (group.repeat && name == group.id) {
            return true;
        }
        for (const catalogue::Question& question : group.questions) {
            const std::string id = group.repeat ? group.id + ".*." + question.id : question.id;
            const bool part = question.type == catalogue::QuestionType::Address &&
                              (name == id + ".province" || name == id + ".commune" || name == id + ".line");
            if (name == id || part) {
                return true;
            }
        }
    }
    return false;
}

const catalogue::Question* question_named(const catalogue::Procedure& procedure, std::string_view name) {
    return procedure.question(
        name.substr(name.rfind('.') == std::string_view::npos ? 0 : name.rfind('.') + 1));
}

void look_at_step(const catalogue::Procedure& procedure, const MigrationStep& step, const std::string& path,
                  Remarks& remarks) {
    switch (step.kind) {
        case MigrationStep::Kind::Rename:
            if (!has_answer(procedure, step.to)) {
                note(remarks, path + ".to", "analysis.migration_target", true, step.to);
            }
            return;
        case MigrationStep::Kind::Set:
            if (!has_answer(procedure, step.id)) {
                note(remarks, path + ".set", "analysis.migration_target", true, step.id);
            }
            return;
        case MigrationStep::Kind::Options:
            if (!has_answer(procedure, step.id)) {
                note(remarks, path + ".options", "analysis.migration_target", true, step.id);
            } else if (const catalogue::Question* question = question_named(procedure, step.id)) {
                for (const auto& [from, to] : step.options) {
                    const bool known =
                        std::any_of(question->options.begin(), question->options.end(),
                                    [&to = to](const auto& option) { return option.id == to; });
                    if (!known && !to.empty()) {
                        note(remarks, path + ".map." + from, "analysis.migration_option", true, to);
                    }
                }
            }
            return;
        case MigrationStep::Kind::Drop:
            return;
    }
}

template <class Visit>
void visit_steps(const catalogue::Procedure& procedure, const Visit& visit) {
    for (std::size_t i = 0; i < procedure.migrations.size(); ++i) {
        const auto& steps = procedure.migrations[i].steps;
        const std::string path = json::item_path("migrations", i) + ".steps";
        for (std::size_t s = 0; s < steps.size(); ++s) {
            visit(procedure.migrations[i], steps[s], json::item_path(path, s));
        }
    }
}

/// The member that holds the answer of the earlier edition.
const char* source_member(MigrationStep::Kind kind) {
    switch (kind) {
        case MigrationStep::Kind::Rename:
            return ".rename";
        case MigrationStep::Kind::Drop:
            return ".drop";
        case MigrationStep::Kind::Options:
            return ".options";
        case MigrationStep::Kind::Set:
            break;
    }
    return nullptr;
}

}  // namespace

Remarks look_over(const Value& file, const catalogue::Procedure& procedure) {
    Remarks remarks;
    if (procedure.in_force.from_day < procedure.edition) {
        note(remarks, "in_force.from", "analysis.edition_later", false, procedure.edition);
    }
    find_untranslated(file, "", remarks);
    find_asking_titles(procedure, remarks);
    look_at_also(procedure, remarks);
    find_unused_lists(file, remarks);
    for (std::size_t i = 0; i < procedure.migrations.size(); ++i) {
        if (procedure.migrations[i].from_edition >= procedure.edition) {
            note(remarks, json::item_path("migrations", i) + ".from", "analysis.migration_edition", true,
                 procedure.edition);
        }
    }
    visit_steps(procedure, [&](const auto&, const MigrationStep& step, const std::string& path) {
        look_at_step(procedure, step, path, remarks);
    });
    return remarks;
}

Remarks compare_migration(const catalogue::Procedure& procedure, const catalogue::Procedure& earlier) {
    Remarks remarks;
    std::set<std::string, std::less<>> made;  // By an earlier step.
    visit_steps(procedure, [&](const catalogue::Migration& migration, const MigrationStep& step,
                               const std::string& path) {
        if (migration.from_edition != earlier.edition) {
            return;
        }
        const char* member = source_member(step.kind);
        if (member != nullptr && !has_answer(earlier, step.id) && !made.contains(step.id)) {
            note(remarks, path + member, "analysis.migration_source", true, step.id);
        }
        made.insert(step.kind == MigrationStep::Kind::Rename ? step.to : step.id);
    });
    return remarks;
}

}  // namespace motcua::analysis
