#include "shared/analysis/analysis.hpp"

#include <algorithm>
#include <utility>

#include "shared/analysis/trial.hpp"
#include "shared/json/shape.hpp"

namespace motcua::analysis {
namespace {

using catalogue::Group;
using catalogue::InForce;
using catalogue::Question;
using catalogue::Rule;

/// Days that lie in both; nullopt when there are none.
std::optional<InForce> both(const InForce& a, const InForce& b) {
    InForce common{std::max(a.from_day, b.from_day), a.until_day};
    if (common.until_day.empty() || (!b.until_day.empty() && b.until_day < common.until_day)) {
        common.until_day = b.until_day;
    }
    const bool none = !common.until_day.empty() && common.until_day < common.from_day;
    return none ? std::nullopt : std::optional(common);
}

bool covers(const InForce& outer, const InForce& inner) {
    return outer.from_day <= inner.from_day &&
           (outer.until_day.empty() || (!inner.until_day.empty() && inner.until_day <= outer.until_day));
}

class Analyst {
public:
    Analyst(const catalogue::Procedure& procedure, const Limits& limits)
        : procedure_(procedure), limits_(limits), model_(procedure) {}

    Report run() {
        for (std::size_t g = 0; g < procedure_.groups.size(); ++g) {
            look_at(procedure_.groups[g], json::item_path("groups", g));
        }
        look_at_computed();
        look_at_documents();
        look_at_time_limits();
        look_at_fees();
        return std::move(report_);
    }

private:
    Truth can(const Target& target) {
        const Truth truth = can_hold(model_, limits_, target);
        ++(truth == Truth::Unknown ? report_.unknown : report_.proved);
        return truth;
    }
    bool never(const Target& target) { return can(target) == Truth::No; }

    void note(std::string path, const char* code, bool error, const std::string& name = "") {
        Finding finding{std::move(path), code, {}};
        if (!name.empty()) {
            finding.args.emplace_back("name", name);
        }
        report_.remarks.push_back({std::move(finding), error});
    }

    void look_at(const Group& group, const std::string& path) {
        if (!group.ask_if.is_null()) {
            if (never([&](Trial& trial) { return trial.asks(group); })) {
                note(path + ".ask_if", "analysis.unreachable", false, group.id);
                return;
            }
            if (never([&](Trial& trial) { return !trial.asks(group); })) {
                note(path + ".ask_if", "analysis.always", false, group.id);
            }
        }
        for (std::size_t q = 0; q < group.questions.size(); ++q) {
            look_at(group, group.questions[q], json::item_path(path + ".questions", q));
        }
    }

    void look_at(const Group& group, const Question& question, const std::string& path) {
        if (!question.ask_if.is_null()) {
            if (never([&](Trial& trial) { return trial.asks(group, question); })) {
                note(path + ".ask_if", "analysis.unreachable", false, question.id);
                return;
            }
            if (never([&](Trial& trial) { return trial.asks(group) && !trial.holds(question.ask_if); })) {
                note(path + ".ask_if", "analysis.always", false, question.id);
            }
        }
        const Model::Answer* answer = model_.answer(question.id);
        if (answer != nullptr && answer->domain.values.empty()) {
            note(path, "analysis.no_value", true, question.id);
            return;
        }
        look_at_checks(group, question, path + ".checks");
    }

    /// Asked and answered, which is when checks are tried.
    static bool answered(Trial& trial, const Group& group, const Question& question) {
        if (!trial.asks(group, question)) {
            return false;
        }
        const std::optional<json::Value> value = trial.value_of(question.id);
        return !value || !value->is_null();
    }

    void look_at_checks(const Group& group, const Question& question, const std::string& path) {
        bool dead = false;
        std::size_t binding = 0;
        for (std::size_t i = 0; i < question.checks.size(); ++i) {
            const catalogue::Check& check = question.checks[i];
            const std::string at = json::item_path(path, i) + ".rule";
            binding += check.warning ? 0 : 1;
            // A warning that never holds is a remark on every answer, and meant so.
            if (!check.warning && never([&](Trial& trial) {
                    return answered(trial, group, question) && trial.holds(check.rule);
                })) {
                note(at, "analysis.check_never", true, question.id);
                dead = true;
            } else if (never([&](Trial& trial) {
                           return answered(trial, group, question) && !trial.holds(check.rule);
                       })) {
                note(at, "analysis.check_always", false, question.id);
            }
        }
        if (!dead && binding > 1 && never([&](Trial& trial) {
                return answered(trial, group, question) &&
                       std::all_of(question.checks.begin(), question.checks.end(), [&](const auto& check) {
                           return check.warning || trial.holds(check.rule);
                       });
            })) {
            note(path, "analysis.checks_contradict", true, question.id);
        }
    }

    void look_at_computed() {
        Names read;
        visit_rules(procedure_,
                    [&read](const Rule& rule, const std::string&, Outcome) { collect_reads(rule, read); });
        for (std::size_t i = 0; i < procedure_.computed.size(); ++i) {
            const catalogue::Computed& computed = procedure_.computed[i];
            if (computed.label.empty() && !read.contains(computed.id)) {
                note(json::item_path("computed", i), "analysis.unread", false, computed.id);
            }
        }
    }

    void look_at_documents() {
        for (std::size_t i = 0; i < procedure_.documents.size(); ++i) {
            const catalogue::Document& document = procedure_.documents[i];
            const std::string path = json::item_path("documents", i) + ".required_if";
            if (document.required_if.is_null()) {
                continue;
            }
            if (never([&](Trial& trial) { return trial.holds(document.required_if); })) {
                note(path, "analysis.document_never", false, document.id);
            } else if (never([&](Trial& trial) { return !trial.holds(document.required_if); })) {
                note(path, "analysis.always", false, document.id);
            }
        }
    }

    /// On a day of these, when the day has been read.
    static bool on_a_day_of(Trial& trial, const InForce& in_force) {
        const std::optional<json::Value> today = trial.value_of("today");
        return !today || (today->string() != nullptr && in_force.on(*today->string()));
    }

    void look_at_time_limits() {
        const auto& limits = procedure_.time_limits;
        for (std::size_t i = 0; i < limits.size(); ++i) {
            const catalogue::TimeLimit& limit = limits[i];
            const std::string path = json::item_path("time_limits", i);
            const auto days = both(limit.in_force, procedure_.in_force);
            if (!days) {
                note(path + ".in_force", "analysis.days_never", false, limit.id);
                continue;
            }
            if (never([&](Trial& trial) { return applies(trial, limit.applies_if, *days); })) {
                note(path + ".applies_if", "analysis.applies_never", false, limit.id);
            } else if (never([&](Trial& trial) {
                           return applies(trial, limit.applies_if, *days) &&
                                  std::none_of(limits.begin(),
                                               limits.begin() + static_cast<std::ptrdiff_t>(i),
                                               [&](const auto& earlier) {
                                                   return covers(earlier.in_force, *days) &&
                                                          trial.holds_or_absent(earlier.applies_if);
                                               });
                       })) {
                note(path, "analysis.limit_shadowed", false, limit.id);
            }
        }
    }

    static bool applies(Trial& trial, const Rule& rule, const InForce& days) {
        Names read;
        collect_reads(rule, read);
        return (!read.contains("today") || on_a_day_of(trial, days)) && trial.holds_or_absent(rule);
    }

    void look_at_fees() {
        for (std::size_t i = 0; i < procedure_.fees.size(); ++i) {
            const catalogue::Fee& fee = procedure_.fees[i];
            const std::string path = json::item_path("fees", i);
            const auto days = both(fee.in_force, procedure_.in_force);
            if (!days) {
                note(path + ".in_force", "analysis.days_never", false, fee.id);
            } else if (never([&](Trial& trial) { return applies(trial, fee.applies_if, *days); })) {
                note(path + ".applies_if", "analysis.applies_never", false, fee.id);
            }
        }
    }

    const catalogue::Procedure& procedure_;
    Limits limits_;
    Model model_;
    Report report_;
};

}  // namespace

Report analyse(const catalogue::Procedure& procedure, const Limits& limits) {
    return Analyst(procedure, limits).run();
}

Truth reachable(const catalogue::Procedure& procedure, std::string_view question, const Limits& limits) {
    const Model model(procedure);
    for (const Group& group : procedure.groups) {
        for (const Question& each : group.questions) {
            if (each.id == question) {
                return can_hold(model, limits, [&](Trial& trial) { return trial.asks(group, each); });
            }
        }
    }
    return Truth::No;
}

}  // namespace motcua::analysis
