#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <iomanip>
#include <memory>
#include <ostream>
#include <sstream>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/files.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/visits/simulate.hpp"

namespace motcua::cli {
namespace {

constexpr int kNameWidth = 20;

struct SimulateOptions {
    std::string file;
    int days = 0;
    int booked = -1;
    std::string placement;
    bool recommend = false;
};

double minutes(double secs) {
    return std::round(secs / 6) / 10;
}

double percent(double share) {
    return std::round(share * 1000) / 10;
}

json::Value json_of(const visits::Figures& figures) {
    return json::Object{{"visits", figures.visits},
                        {"mean_minutes", minutes(figures.mean_secs)},
                        {"standard_error_minutes", std::round(figures.standard_error_secs / 0.6) / 100},
                        {"median_minutes", minutes(figures.median_secs)},
                        {"p80_minutes", minutes(figures.p80_secs)},
                        {"p95_minutes", minutes(figures.p95_secs)},
                        {"within_15_percent", percent(figures.within_15)},
                        {"within_30_percent", percent(figures.within_30)}};
}

/// One row of the table: visits a day, mean, median, 80 and 95 %, shares within 15 and 30 minutes.
void say_figures(const std::string& name, const visits::Figures& figures, int days, std::ostream& out) {
    if (figures.visits == 0) {
        return;
    }
    std::ostringstream line;
    line << std::left << std::setw(kNameWidth) << name << std::right << std::fixed << std::setprecision(1)
         << std::setw(7) << static_cast<double>(figures.visits) / days << std::setw(7)
         << figures.mean_secs / 60 << std::setw(8) << figures.median_secs / 60 << std::setw(7)
         << figures.p80_secs / 60 << std::setw(7) << figures.p95_secs / 60 << std::setw(8)
         << 100 * figures.within_15 << " %" << std::setw(7) << 100 * figures.within_30 << " %";
    out << line.str() << '\n';
}

std::string hour_name(std::size_t hour) {
    return (hour < 10 ? "0" : "") + std::to_string(hour) + ":00";
}

void say_report(const visits::Plan& plan, const visits::Report& report, Session& session) {
    session.out << plan.name_vi << "\n  " << plan.name_en << '\n'
                << plan.days << " days, waits in minutes" << (plan.invented ? "; the load is invented" : "")
                << "\n\n"
                << "                    a day   mean  median    p80    p95     ≤ 15      ≤ 30\n";
    say_figures("all", report.all, plan.days, session.out);
    say_figures("first by law", report.first_class, plan.days, session.out);
    say_figures("walk-ins", report.walk_ins, plan.days, session.out);
    say_figures("appointments", report.booked, plan.days, session.out);
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        say_figures(plan.groups[i].id, report.groups[i], plan.days, session.out);
    }
    for (std::size_t hour = 0; hour < report.hours.size(); ++hour) {
        say_figures(hour_name(hour), report.hours[hour], plan.days, session.out);
    }
    std::ostringstream end;
    end << std::fixed << std::setprecision(1) << "\nmean ± standard error: " << report.all.mean_secs / 60
        << " ± " << report.all.standard_error_secs / 60 << "\ncounters busy: " << 100 * report.utilisation
        << " %\ndays with the mean in the target: " << 100 * report.days_in_target << " %\n"
        << std::setprecision(0) << "target, mean ≤ " << plan.target.mean_secs / 60 << " and "
        << 100 * plan.target.share_within << " % ≤ " << plan.target.within_secs / 60 << ": "
        << (visits::meets(report.all, plan.target) ? "met" : "missed") << '\n';
    session.out << end.str();
}

json::Value json_of(const visits::Plan& plan, const visits::Report& report) {
    json::Object hours;
    for (std::size_t hour = 0; hour < report.hours.size(); ++hour) {
        if (report.hours[hour].visits > 0) {
            hours.emplace_back(hour_name(hour), json_of(report.hours[hour]));
        }
    }
    json::Object groups;
    for (std::size_t i = 0; i < report.groups.size(); ++i) {
        groups.emplace_back(plan.groups[i].id, json_of(report.groups[i]));
    }
    return json::Object{{"days", plan.days},
                        {"invented", plan.invented},
                        {"all", json_of(report.all)},
                        {"first_class", json_of(report.first_class)},
                        {"walk_ins", json_of(report.walk_ins)},
                        {"booked", json_of(report.booked)},
                        {"groups", std::move(groups)},
                        {"hours", std::move(hours)},
                        {"utilisation_percent", percent(report.utilisation)},
                        {"days_in_target_percent", percent(report.days_in_target)},
                        {"target_met", visits::meets(report.all, plan.target)}};
}

json::Value json_of(const std::vector<visits::Choice>& choices) {
    json::Array items;
    for (const visits::Choice& choice : choices) {
        items.emplace_back(json::Object{{"counters", choice.counters},
                                        {"target_met", choice.reached},
                                        {"booked_percent", percent(choice.booked)},
                                        {"utilisation_percent", percent(choice.utilisation)},
                                        {"all", json_of(choice.figures)}});
    }
    return items;
}

void say_choices(const std::vector<visits::Choice>& choices, Session& session) {
    session.out << "counters  booked      mean   ≤ target   busy\n";
    for (const visits::Choice& choice : choices) {
        std::ostringstream line;
        line << std::fixed << std::setw(8) << choice.counters << std::setprecision(0) << std::setw(6)
             << 100 * choice.booked << " %" << std::setprecision(1) << std::setw(10)
             << choice.figures.mean_secs / 60 << std::setw(9) << 100 * choice.figures.within_target << " %"
             << std::setprecision(0) << std::setw(5) << 100 * choice.utilisation << " %  "
             << (choice.reached ? "meets the target" : "misses it, whatever is booked");
        session.out << line.str() << '\n';
    }
}

/// Says on the error stream how far it is, once a second.
visits::Progress progress_of(Session& session) {
    using Clock = std::chrono::steady_clock;
    return [&session, said = Clock::now()](std::int64_t done, std::int64_t all) mutable {
        if (Clock::now() - said > std::chrono::seconds(1)) {
            said = Clock::now();
            session.err << done << " of " << all << '\n';
        }
    };
}

Result<visits::Plan> plan_of(const SimulateOptions& options, const Session& session) {
    const std::string path =
        options.file.empty() ? session.assets + "/visits/plans/huyen-tra-cu.json" : options.file;
    const auto text = read_whole(path);
    const auto file = text ? json::read(*text) : Result<json::Value>(text.error());
    auto plan = file ? visits::read_plan(*file) : Result<visits::Plan>(file.error());
    if (!plan) {
        std::string why = path + " cannot be read";
        for (const Finding& finding : plan.error().findings) {
            why += "; " + (finding.field.empty() ? "" : finding.field + ": ") + finding.code;
        }
        return Error{ErrorCode::InvalidInput, why, {}};
    }
    return plan;
}

int simulate(const SimulateOptions& options, Session& session) {
    auto plan = plan_of(options, session);
    if (!plan) {
        return refuse(session, plan.error().detail);
    }
    plan->days = options.days > 0 ? options.days : plan->days;
    plan->booked = options.booked >= 0 ? options.booked / 100.0 : plan->booked;
    if (!options.placement.empty()) {
        plan->placement = options.placement == "even" ? visits::Placement::Even : visits::Placement::OffPeak;
    }
    if (options.recommend) {
        const auto choices = visits::recommend(*plan, progress_of(session));
        const bool reached = choices.back().reached;
        if (session.json) {
            session.out << json::write(json_of(choices)) << '\n';
        } else {
            say_choices(choices, session);
        }
        return reached ? kFine : kFindings;
    }
    const visits::Report report = visits::simulate(*plan, progress_of(session));
    if (session.json) {
        session.out << json::write(json_of(*plan, report)) << '\n';
    } else {
        say_report(*plan, report, session);
    }
    return visits::meets(report.all, plan->target) ? kFine : kFindings;
}

}  // namespace

Action add_simulate(CLI::App& app) {
    auto options = std::make_shared<SimulateOptions>();
    app.add_option("--file", options->file, "the plan; else a commune's of assets/visits/plans");
    app.add_option("--days", options->days, "how many days")->check(CLI::Range(2, 100000));
    app.add_option("--booked", options->booked, "percent with an appointment")->check(CLI::Range(0, 100));
    app.add_option("--placement", options->placement, "where appointments lie")
        ->check(CLI::IsMember({"even", "off_peak"}));
    app.add_flag("--recommend", options->recommend, "how many counters and appointments the target needs");
    return [options](Session& session) { return simulate(*options, session); };
}

}  // namespace motcua::cli
