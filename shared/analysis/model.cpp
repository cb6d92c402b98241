#include <utility>

#include "shared/analysis/trial.hpp"

namespace motcua::analysis {
namespace {

using catalogue::QuestionType;

Use use_of(const Uses& uses, std::string_view name) {
    const auto found = uses.find(name);
    return found == uses.end() ? Use() : found->second;
}

/// Fees and limits change on the days they come into force: both sides of these are tried.
void add_turning_days(const catalogue::Procedure& procedure, Use& today) {
    const auto add = [&today](const catalogue::InForce& in_force) {
        for (const std::string& day : {in_force.from_day, in_force.until_day}) {
            if (!day.empty()) {
                today.constants.emplace_back(day);
            }
        }
    };
    for (const catalogue::Fee& fee : procedure.fees) {
        add(fee.in_force);
    }
    for (const catalogue::TimeLimit& limit : procedure.time_limits) {
        add(limit.in_force);
    }
}

}  // namespace

Model::Model(const catalogue::Procedure& procedure) {
    Uses uses;
    visit_rules(procedure, [&uses](const catalogue::Rule& rule, const std::string&, Outcome outcome) {
        switch (outcome) {
            case Outcome::Condition:
                return collect_uses(rule, uses);
            case Outcome::Value:
                // May be compared with anything where it is read.
                return collect_uses(json::Value(json::Array{rule}), uses);
            case Outcome::Aside:
                return;
        }
    });
    const std::string& first_day = procedure.in_force.from_day;
    for (const catalogue::Group& group : procedure.groups) {
        for (const catalogue::Question& question : group.questions) {
            add_question(group, question, uses, first_day);
        }
        if (group.repeat) {
            answers_.emplace(group.id, Answer{&group, nullptr, domain_of_rows(group), ""});
        }
    }
    for (const catalogue::Computed& each : procedure.computed) {
        computed_.emplace(each.id, &each.value);
    }
    for (const std::string& channel : procedure.channels) {
        channels_.values.emplace_back(channel);
    }
    channels_.exhaustive = true;
    Use today = use_of(uses, "today");
    add_turning_days(procedure, today);
    days_ = domain_of_days(today, first_day, procedure.in_force.until_day, first_day);
}

void Model::add_question(const catalogue::Group& group, const catalogue::Question& question, const Uses& uses,
                         std::string_view first_day) {
    const auto add = [&](const std::string& name, Domain domain, const char* part) {
        answers_.emplace(name, Answer{&group, &question, std::move(domain), part});
    };
    add(question.id, domain_of(question, use_of(uses, question.id), first_day), "");
    if (question.type != QuestionType::Address) {
        return;
    }
    for (const char* part : {"province", "commune", "line"}) {
        const std::string name = question.id + "." + part;
        add(name, domain_of_part(question, use_of(uses, name)), part);
    }
}

const Model::Answer* Model::answer(std::string_view name) const {
    const auto found = answers_.find(name);
    return found == answers_.end() ? nullptr : &found->second;
}

const catalogue::Rule* Model::computed(std::string_view name) const {
    const auto found = computed_.find(name);
    return found == computed_.end() ? nullptr : found->second;
}

}  // namespace motcua::analysis
