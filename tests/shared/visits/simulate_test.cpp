#include "shared/visits/simulate.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/findings.hpp"

using namespace motcua;
using namespace motcua::visits;

namespace {

constexpr std::int64_t kHour = 3600;

/// Four counters for eight hours, half of those without an appointment in the first two.
Plan morning_peak(double visits, double booked, Placement placement) {
    Plan plan;
    plan.groups = {{"all", 1, 900, 0.8}};
    plan.counters = {{4, group_bit(0), {{0, 8 * kHour}}}};
    plan.walk_ins = {{{0, 2 * kHour}, 0.5}, {{2 * kHour, 8 * kHour}, 0.5}};
    plan.visits_a_day = visits;
    plan.booked = booked;
    plan.placement = placement;
    return plan;
}

std::string plan_text(const std::string& name) {
    return tests::repository_file("assets/visits/plans/" + name + ".json");
}

const std::vector<std::string> kPlans = {"cong-an-soc-trang", "huyen-tra-cu", "so-ngoai-vu-ha-tinh",
                                         "so-tu-phap-khanh-hoa", "tinh-vinh-long"};

}  // namespace

TEST_CASE("appointments away from the peak beat an even grid, and that beats none", "[visits][simulate]") {
    for (const double visits : {80.0, 100.0}) {
        const Report none = simulate(morning_peak(visits, 0, Placement::Even));
        const Report even = simulate(morning_peak(visits, 0.5, Placement::Even));
        const Report off_peak = simulate(morning_peak(visits, 0.5, Placement::OffPeak));
        const auto clearly_less = [](const Figures& a, const Figures& b) {
            CAPTURE(a.mean_secs, a.standard_error_secs, b.mean_secs, b.standard_error_secs);
            CHECK(a.mean_secs + 3 * a.standard_error_secs < b.mean_secs - 3 * b.standard_error_secs);
        };
        clearly_less(even.all, none.all);
        clearly_less(off_peak.all, even.all);
        CHECK(off_peak.days_in_target > none.days_in_target);
        // The same work, whenever it is done.
        CHECK(off_peak.utilisation == Approx(none.utilisation).epsilon(0.03));
    }
}

TEST_CASE("the same seed gives the same days, another seed others", "[visits][simulate]") {
    Plan plan = morning_peak(80, 0.3, Placement::OffPeak);
    plan.days = 5;
    const Report one = simulate(plan);
    CHECK(simulate(plan).all.mean_secs == one.all.mean_secs);
    plan.seed = 2;
    CHECK(simulate(plan).all.mean_secs != one.all.mean_secs);
}

TEST_CASE("a day has the visits that the plan says", "[visits][simulate]") {
    Plan plan = morning_peak(100, 0.4, Placement::OffPeak);
    plan.no_shows = 0.25;
    plan.first_class = 0.2;
    Stream seeds(53);
    double walk_ins = 0;
    double appointments = 0;
    double first = 0;
    double work = 0;
    constexpr int kDays = 400;
    for (int day = 0; day < kDays; ++day) {
        const std::vector<Visit> visits = make_day(plan, seeds.fork());
        CHECK(std::is_sorted(visits.begin(), visits.end(), [](const Visit& a, const Visit& b) {
            return a.entry.arrived_at < b.entry.arrived_at;
        }));
        for (const Visit& visit : visits) {
            (visit.entry.booked_at ? appointments : walk_ins) += 1;
            first += visit.entry.priority == PriorityClass::First ? 1 : 0;
            work += static_cast<double>(visit.service_secs);
        }
    }
    const double all = walk_ins + appointments;
    // Four standard errors of counts of this size.
    CHECK(std::abs(walk_ins - 60.0 * kDays) < 4 * std::sqrt(60.0 * kDays));
    CHECK(std::abs(appointments - 30.0 * kDays) < 4 * std::sqrt(30.0 * kDays));
    CHECK(std::abs(first / all - 0.2) < 4 * std::sqrt(0.2 * 0.8 / all));
    CHECK(std::abs(work / all - 900) < 4 * 900 * 0.8 / std::sqrt(all));
}

TEST_CASE("times away from the peak level the load of the day", "[visits][simulate]") {
    for (const double share : {0.1, 0.5, 0.9}) {
        const Plan plan = morning_peak(100, share, Placement::OffPeak);
        const std::vector<std::int64_t> times = booked_times(plan);
        CHECK(times.size() == static_cast<std::size_t>(std::lround(100 * share)));
        CHECK(std::is_sorted(times.begin(), times.end()));
        CHECK(times.front() >= 0);
        CHECK(times.back() < 8 * kHour);
        const auto in_peak = static_cast<double>(
            std::count_if(times.begin(), times.end(), [](std::int64_t at) { return at < 2 * kHour; }));
        // A quarter of the day's 100 visits is level; more come in the peak by themselves, or not.
        const double walk_ins = 50 * (1 - share);
        CHECK(in_peak + walk_ins == Approx(std::max(25.0, walk_ins)).margin(1));
    }
    CHECK(booked_times(morning_peak(100, 0, Placement::OffPeak)).empty());
    const std::vector<std::int64_t> even = booked_times(morning_peak(100, 0.5, Placement::Even));
    CHECK(std::count_if(even.begin(), even.end(), [](std::int64_t at) { return at < 2 * kHour; }) ==
          Approx(12.5).margin(1));
}

TEST_CASE("figures agree with each other", "[visits][simulate]") {
    const Report report = simulate(morning_peak(90, 0.3, Placement::Even));
    CHECK(report.walk_ins.visits + report.booked.visits == report.all.visits);
    std::int64_t by_hour = 0;
    for (const Figures& hour : report.hours) {
        by_hour += hour.visits;
    }
    CHECK(by_hour == report.all.visits);
    CHECK(report.all.median_secs <= report.all.p80_secs);
    CHECK(report.all.p80_secs <= report.all.p95_secs);
    CHECK(report.all.within_15 <= report.all.within_30);
    CHECK(report.all.mean_secs * static_cast<double>(report.all.visits) ==
          Approx(report.walk_ins.mean_secs * static_cast<double>(report.walk_ins.visits) +
                 report.booked.mean_secs * static_cast<double>(report.booked.visits)));
}

TEST_CASE("the search ends where the target is reached without appointments", "[visits][simulate]") {
    Plan plan = morning_peak(60, 0.5, Placement::OffPeak);
    plan.days = 60;
    const std::vector<Choice> choices = recommend(plan);
    REQUIRE_FALSE(choices.empty());
    CHECK(choices.front().counters == 1);
    CHECK_FALSE(choices.front().reached);  // 15 hours of work for one counter's eight
    CHECK(choices.back().reached);
    CHECK(choices.back().booked == 0);
    bool reached = false;
    double needed = 1;
    for (const Choice& choice : choices) {
        CHECK((choice.reached || !reached));
        CHECK(choice.reached == meets(choice.figures, plan.target));
        if (choice.reached) {
            CHECK(choice.booked <= needed);
            needed = choice.booked;
        }
        reached = choice.reached;
    }
    // Appointments save a counter.
    CHECK(std::any_of(choices.begin(), choices.end(),
                      [](const Choice& choice) { return choice.reached && choice.booked > 0; }));
}

TEST_CASE("every plan in the repository is read, is for its agency, and says that it is invented",
          "[visits][simulate]") {
    for (const std::string& name : kPlans) {
        CAPTURE(name);
        const auto file = json::read(plan_text(name));
        REQUIRE(file);
        const auto plan = read_plan(*file);
        CHECK(tests::findings_of(plan) == tests::Lines{"ok"});
        REQUIRE(plan);
        CHECK(plan->invented);
        CHECK(plan->agency == name);
        CHECK_FALSE(tests::repository_file("assets/agencies/" + name + ".json").empty());
        CHECK(file->find("target")->boolean_or("verified", true) == false);
        Plan few = *plan;
        few.days = 20;
        const Report report = simulate(few);
        CHECK(report.utilisation > 0.1);
        CHECK(report.utilisation < 1);
    }
}

TEST_CASE("everything wrong in a plan is named", "[visits][simulate]") {
    const std::string good = plan_text("huyen-tra-cu");
    const auto with = [&good](const std::string& from, const std::string& to) {
        std::string text = good;
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        const auto file = json::read(text.replace(at, from.size(), to));
        REQUIRE(file);
        return tests::findings_of(read_plan(*file));
    };
    using tests::Lines;
    CHECK(with("\"v\": 1", "\"v\": 2") == Lines{"v: plan.range"});
    CHECK(with("\"percent\": 45", "\"percent\": 44") == Lines{"groups: plan.percent"});
    CHECK(with("\"percent\": 10", "\"percent\": 11") == Lines{"walk_ins: plan.percent"});
    CHECK(with("\"count\": 1", "\"count\": 0") == Lines{"counters.0.count: plan.range"});
    CHECK(with("\"until\": \"11:30\"", "\"until\": \"06:30\"") ==
          Lines{"counters.0.hours.0.until: plan.range"});
    CHECK(with("\"chung-thuc\", \"dat-dai\"]", "\"chung-thuc\", \"x\"]") ==
          Lines{"counters.1.groups: plan.unknown_group", "groups.2: plan.not_served"});
    CHECK(with("\"id\": \"chung-thuc\"", "\"id\": \"ho-tich\"").front() == "groups.1.id: plan.twice");
    CHECK(with("off_peak", "later") == Lines{"placement: plan.range"});
    CHECK(with("\"days\": 200", "\"daze\": 200") == Lines{"days: plan.missing", "daze: plan.unknown"});
}
