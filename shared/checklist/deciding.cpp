#include "shared/checklist/deciding.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "shared/catalogue/rule_reads.hpp"

namespace motcua::checklist {
namespace {

using catalogue::Group;
using catalogue::Procedure;
using catalogue::Question;
using catalogue::Rule;

/// The names that rules read, each part of "current.so_ban" one of its own.
class Names {
public:
    [[nodiscard]] bool has(std::string_view name) const {
        return std::find(names_.begin(), names_.end(), name) != names_.end();
    }
    [[nodiscard]] std::size_t size() const { return names_.size(); }

    void add_all_of(const Rule& rule) {
        catalogue::reads_any(rule, [this](std::string_view name) {
            add_parts(name);
            return false;
        });
    }

    [[nodiscard]] bool counts(const Group& group, const Question& question) const {
        return question.type != catalogue::QuestionType::File && has(question.id) &&
               (!group.repeat || has(group.id));
    }
    [[nodiscard]] bool counts(const Group& group) const { return group.repeat && has(group.id); }

private:
    void add_parts(std::string_view name) {
        while (!name.empty()) {
            const std::size_t end = std::min(name.find('.'), name.size());
            if (!has(name.substr(0, end))) {
                names_.push_back(name.substr(0, end));
            }
            name.remove_prefix(std::min(end + 1, name.size()));
        }
    }

    std::vector<std::string_view> names_;
};

/// What the rules of papers, fees and time limits read by themselves.
Names read_directly(const Procedure& procedure) {
    Names names;
    for (const catalogue::Document& document : procedure.documents) {
        names.add_all_of(document.required_if);
    }
    for (const catalogue::Fee& fee : procedure.fees) {
        names.add_all_of(fee.applies_if);
        names.add_all_of(fee.amount_dong);
    }
    for (const catalogue::TimeLimit& limit : procedure.time_limits) {
        names.add_all_of(limit.applies_if);
    }
    return names;
}

/// And what the values that they read hang on.
void add_what_they_hang_on(const Procedure& procedure, Names& names) {
    for (const catalogue::Computed& computed : procedure.computed) {
        if (names.has(computed.id)) {
            names.add_all_of(computed.value);
        }
    }
    for (const Group& group : procedure.groups) {
        bool any = names.counts(group);
        for (const Question& question : group.questions) {
            if (names.counts(group, question)) {
                any = true;
                names.add_all_of(question.ask_if);
                names.add_all_of(question.otherwise);
            }
        }
        if (any) {
            names.add_all_of(group.ask_if);
        }
    }
}

}  // namespace

std::vector<Deciding> deciding(const Procedure& procedure) {
    Names names = read_directly(procedure);
    for (std::size_t known = 0; known != names.size();) {
        known = names.size();
        add_what_they_hang_on(procedure, names);
    }
    std::vector<Deciding> all;
    for (const Group& group : procedure.groups) {
        if (names.counts(group)) {
            all.push_back({&group, {}});
        }
        for (const Question& question : group.questions) {
            if (!names.counts(group, question)) {
                continue;
            }
            if (!group.repeat) {
                all.push_back({&group, {}});
            }
            all.back().questions.push_back(&question);
        }
    }
    return all;
}

}  // namespace motcua::checklist
