#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <ostream>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/procedure_file.hpp"
#include "client/cli/rule_words.hpp"
#include "shared/analysis/rules.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

using catalogue::Procedure;
using catalogue::Rule;
using catalogue::Text;

/// What is said about one thing of a procedure: names and values in the order they are shown.
class Explanation {
public:
    explicit Explanation(const Procedure& procedure) : vi_(procedure, "vi"), en_(procedure, "en") {}

    void add(const char* name, std::string value) {
        if (!value.empty()) {
            members_.emplace_back(name, std::move(value));
        }
    }
    void add(const char* name, const Text& text) {
        if (!text.empty()) {
            members_.emplace_back(name, both(text.in("vi"), text.in("en")));
        }
    }
    /// Nothing when there is no rule: always.
    void add_rule(const char* name, const Rule& rule) {
        if (!rule.is_null()) {
            members_.emplace_back(name, both("khi " + vi_.condition(rule), "when " + en_.condition(rule)));
        }
    }
    void add_value(const char* name, const Rule& rule) {
        if (!rule.is_null()) {
            members_.emplace_back(name, both(vi_.term(rule), en_.term(rule)));
        }
    }
    void add_list(const char* name, const std::vector<std::string>& items) {
        if (!items.empty()) {
            json::Array array;
            for (const std::string& item : items) {
                array.emplace_back(item);
            }
            members_.emplace_back(name, std::move(array));
        }
    }
    [[nodiscard]] bool empty() const { return members_.empty(); }

    int say(Session& session) const {
        if (session.json) {
            session.out << json::write(as_json()) << '\n';
            return kFine;
        }
        for (const auto& [name, value] : members_) {
            if (value.string() != nullptr) {
                session.out << name << ": " << *value.string() << '\n';
            } else if (value.array() != nullptr) {
                session.out << name << ":\n";
                for (const json::Value& item : *value.array()) {
                    session.out << "  " << *item.string() << '\n';
                }
            } else {
                session.out << name << ": " << value.text_or("vi") << "\n  " << value.text_or("en") << '\n';
            }
        }
        return kFine;
    }

private:
    /// What stands more than once becomes an array, in its order; names without spaces.
    [[nodiscard]] json::Object as_json() const {
        json::Object object;
        for (const auto& [title, value] : members_) {
            std::string name = title;
            std::replace(name.begin(), name.end(), ' ', '_');
            const auto is_it = [&](const auto& other) { return other.first == title; };
            const auto there = [&](const auto& other) { return other.first == name; };
            if (std::count_if(members_.begin(), members_.end(), is_it) == 1) {
                object.emplace_back(std::move(name), value);
                continue;
            }
            auto all = std::find_if(object.begin(), object.end(), there);
            if (all == object.end()) {
                object.emplace_back(std::move(name), json::Array());
                all = std::prev(object.end());
            }
            json::Array items = *all->second.array();
            items.push_back(value);
            all->second = json::Value(std::move(items));
        }
        return object;
    }
    static json::Value both(std::string vi, std::string en) {
        return json::Object{{"vi", std::move(vi)}, {"en", std::move(en)}};
    }

    RuleWords vi_;
    RuleWords en_;
    json::Object members_;
};

/// Where rules read this name or a part of it.
std::vector<std::string> readers_of(const Procedure& procedure, const std::string& id) {
    std::vector<std::string> readers;
    analysis::visit_rules(procedure, [&](const Rule& rule, const std::string& path, analysis::Outcome) {
        analysis::Names names;
        analysis::collect_reads(rule, names);
        for (const std::string& name : names) {
            if (name.substr(0, name.find('.')) == id) {
                readers.push_back(path);
                return;
            }
        }
    });
    return readers;
}

void explain_question(const catalogue::Group& group, const catalogue::Question& question,
                      Explanation& words) {
    words.add("question", question.id);
    words.add("type", catalogue::type_name(question.type));
    words.add("label", question.label);
    words.add("why", question.why);
    words.add("page", group.title);
    words.add_rule("page asked", group.ask_if);
    words.add_rule("asked", question.ask_if);
    words.add("required", question.required ? "yes" : "no");
    words.add_value("when not asked", question.otherwise);
    for (const catalogue::Check& check : question.checks) {
        words.add("check", check.code + (check.warning ? " (warning)" : ""));
        words.add_rule("holds", check.rule);
        words.add("else says", check.message);
    }
}

void explain_fee(const catalogue::Fee& fee, Explanation& words) {
    words.add("fee", fee.id);
    words.add("label", fee.label);
    words.add_rule("applies", fee.applies_if);
    words.add_value("amount", fee.amount_dong);
    words.add("on proof", fee.on_proof);
    words.add("from", fee.in_force.from_day);
    words.add("until", fee.in_force.until_day);
    words.add("basis", fee.basis);
    words.add("source", fee.from.source);
}

void explain_others(const Procedure& procedure, const std::string& id, Explanation& words) {
    if (const catalogue::Document* document = procedure.document(id)) {
        words.add("document", document->id);
        words.add("label", document->label);
        words.add("hint", document->hint);
        words.add("needed", document->required_if.is_null() ? "always" : "");
        words.add_rule("needed", document->required_if);
        words.add("register", document->state_source);
        words.add("basis", document->basis);
    }
    for (const catalogue::Fee& fee : procedure.fees) {
        if (fee.id == id) {
            explain_fee(fee, words);
        }
    }
    for (const catalogue::TimeLimit& limit : procedure.time_limits) {
        if (limit.id == id) {
            words.add("time limit", limit.id);
            words.add_rule("applies", limit.applies_if);
            for (const catalogue::LimitStep& step : limit.steps) {
                words.add("step", std::to_string(step.value) + " " + step.unit);
            }
            words.add("note", limit.note);
            words.add("source", limit.from.source);
        }
    }
    for (const catalogue::Computed& computed : procedure.computed) {
        if (computed.id == id) {
            words.add("computed", computed.id);
            words.add("label", computed.label);
            words.add_value("value", computed.value);
        }
    }
    const catalogue::Group* group = procedure.group(id);
    if (words.empty() && group != nullptr) {
        words.add("page", group->id);
        words.add("title", group->title);
        words.add("record_title", group->record_title);
        words.add_rule("asked", group->ask_if);
    }
}

int explain(const std::string& path, const std::string& id, Session& session) {
    const Result<ProcedureFile> file = read_sound_file(path);
    if (!file) {
        return refuse(session, file.error().detail);
    }
    Explanation words(*file->procedure);
    for (const catalogue::Group& group : file->procedure->groups) {
        for (const catalogue::Question& question : group.questions) {
            if (question.id == id) {
                explain_question(group, question, words);
            }
        }
    }
    if (words.empty()) {
        explain_others(*file->procedure, id, words);
    }
    if (words.empty()) {
        return refuse(session, path + " has nothing called " + id);
    }
    words.add_list("read by", readers_of(*file->procedure, id));
    return words.say(session);
}

}  // namespace

Action add_catalogue_explain(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    auto id = std::make_shared<std::string>();
    app.add_option("FILE", *file, "procedure file")->required();
    app.add_option("ID", *id, "question, page, document, fee, time limit or computed value")->required();
    return [file, id](Session& session) { return explain(*file, *id, session); };
}

}  // namespace motcua::cli
