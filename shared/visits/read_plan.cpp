#include <optional>

#include "shared/calendar/date.hpp"
#include "shared/json/shape.hpp"
#include "shared/visits/plan.hpp"

namespace motcua::visits {
namespace {

constexpr int kVersion = 1;
constexpr std::int64_t kMostVisits = 20000;
constexpr std::int64_t kMostCounters = 200;
constexpr std::int64_t kMostSecs = 24 * 3600;
constexpr std::int64_t kMostMinutes = 24 * 60;
constexpr std::int64_t kMostDays = 100000;

double percent(json::Shape& shape, std::string_view key) {
    return static_cast<double>(shape.integer(key, 0, 100)) / 100;
}

class Reader {
public:
    Result<Plan> read(const json::Value& file) {
        json::Shape shape(file, "", "plan", findings_);
        shape.expect("v", kVersion);
        read_head(shape);
        read_groups(shape);
        read_counters(shape);
        read_walk_ins(shape);
        read_visits(shape);
        shape.close();
        if (!findings_.empty()) {
            return Error{ErrorCode::InvalidInput, "", std::move(findings_)};
        }
        return std::move(plan_);
    }

private:
    void read_head(json::Shape& shape) {
        if (shape.has("$schema")) {
            shape.text("$schema");
        }
        json::Shape name = shape.object("name");
        plan_.name_vi = name.text("vi");
        plan_.name_en = name.text("en");
        name.close();
        plan_.agency = shape.has("agency") ? shape.text("agency") : "";
        plan_.invented = shape.boolean("invented");
        plan_.days = static_cast<int>(shape.integer("days", 2, kMostDays));
        plan_.seed = static_cast<std::uint64_t>(shape.integer("seed", 0));
        read_rules(shape);
    }

    void read_rules(json::Shape& shape) {
        if (shape.has("rules")) {
            json::Shape rules = shape.object("rules");
            plan_.rules.fairness_cap_secs = 60 * rules.integer("fairness_cap_minutes", 1, kMostMinutes);
            plan_.rules.grace_secs = 60 * rules.integer("grace_minutes", 0, kMostMinutes);
            plan_.rules.credit_secs = 60 * rules.integer("credit_minutes", 0, kMostMinutes);
            if (plan_.rules.credit_secs >= plan_.rules.fairness_cap_secs) {
                rules.note("credit_minutes", "range");
            }
            rules.close();
        }
        if (shape.has("target")) {
            json::Shape target = shape.object("target");
            plan_.target.mean_secs =
                60.0 * static_cast<double>(target.integer("mean_minutes", 1, kMostMinutes));
            plan_.target.within_secs =
                60.0 * static_cast<double>(target.integer("within_minutes", 1, kMostMinutes));
            plan_.target.share_within = percent(target, "percent_within");
            if (target.has("source")) {
                target.text("source");
                target.boolean("verified");
            }
            target.close();
        }
    }

    void read_groups(json::Shape& shape) {
        double all = 0;
        const json::Array& groups = shape.array("groups");
        for (std::size_t i = 0; i < groups.size(); ++i) {
            json::Shape group(groups[i], json::item_path("groups", i), "plan", findings_);
            ServiceGroup read;
            read.id = group.text("id");
            read.share = percent(group, "percent");
            read.mean_secs = static_cast<double>(group.integer("mean_secs", 1, kMostSecs));
            read.cv = static_cast<double>(group.integer("cv_percent", 0, 500)) / 100;
            if (group_named(read.id)) {
                group.note("id", "twice");
            }
            all += read.share;
            group.close();
            plan_.groups.push_back(std::move(read));
        }
        if (groups.size() > kMostGroups || !is_whole(all)) {
            shape.note("groups", groups.size() > kMostGroups ? "range" : "percent");
        }
    }

    void read_counters(json::Shape& shape) {
        GroupSet served = 0;
        const json::Array& rows = shape.array("counters");
        for (std::size_t i = 0; i < rows.size(); ++i) {
            json::Shape row(rows[i], json::item_path("counters", i), "plan", findings_);
            CounterRow read;
            read.count = static_cast<int>(row.integer("count", 1, kMostCounters));
            for (const json::Value& id : row.array("groups")) {
                const auto group = id.string() != nullptr ? group_named(*id.string()) : std::nullopt;
                if (!group) {
                    row.note("groups", "unknown_group");
                    break;
                }
                read.groups |= group_bit(*group);
            }
            read_shifts(row, read.shifts);
            row.close();
            served |= read.groups;
            plan_.counters.push_back(std::move(read));
        }
        for (std::size_t i = 0; i < plan_.groups.size() && i < kMostGroups; ++i) {
            if ((served & group_bit(static_cast<int>(i))) == 0) {
                shape.note(json::item_path("groups", i), "not_served");
            }
        }
    }

    void read_shifts(json::Shape& row, std::vector<Shift>& shifts) {
        const json::Array& hours = row.array("hours");
        for (std::size_t i = 0; i < hours.size(); ++i) {
            json::Shape span(hours[i], json::item_path(row.path_of("hours"), i), "plan", findings_);
            shifts.push_back(read_span(span, shifts.empty() ? 0 : shifts.back().until));
            span.close();
        }
        if (hours.empty()) {
            row.note("hours", "missing");
        }
    }

    void read_walk_ins(json::Shape& shape) {
        double all = 0;
        const json::Array& periods = shape.array("walk_ins");
        for (std::size_t i = 0; i < periods.size(); ++i) {
            json::Shape period(periods[i], json::item_path("walk_ins", i), "plan", findings_);
            WalkInPeriod read;
            read.when = read_span(period, i == 0 ? 0 : plan_.walk_ins.back().when.until);
            read.share = percent(period, "percent");
            all += read.share;
            period.close();
            plan_.walk_ins.push_back(read);
        }
        if (!is_whole(all)) {
            shape.note("walk_ins", "percent");
        }
    }

    void read_visits(json::Shape& shape) {
        plan_.visits_a_day = static_cast<double>(shape.integer("visits_a_day", 1, kMostVisits));
        plan_.booked = percent(shape, "booked_percent");
        const std::string placement = shape.text("placement");
        plan_.placement = placement == "even" ? Placement::Even : Placement::OffPeak;
        if (placement != "even" && placement != "off_peak") {
            shape.note("placement", "range");
        }
        plan_.no_shows = percent(shape, "no_show_percent");
        plan_.first_class = percent(shape, "first_class_percent");
        if (shape.has("early_minutes")) {
            plan_.early_secs = 60 * static_cast<double>(shape.integer("early_minutes", -60, 60));
            plan_.early_deviation_secs =
                60 * static_cast<double>(shape.integer("early_deviation_minutes", 0, 60));
        }
    }

    /// "from" and "until", in order and not before the one before them.
    Shift read_span(json::Shape& shape, std::int64_t not_before) {
        const auto from = calendar::parse_minute(shape.text("from"));
        const auto until = calendar::parse_minute(shape.text("until"));
        if (!from || !until || *from >= *until || *from * 60 < not_before) {
            shape.note(!from ? "from" : "until", "range");
            return {not_before, not_before};
        }
        return {*from * 60, *until * 60};
    }

    [[nodiscard]] std::optional<int> group_named(const std::string& id) const {
        for (std::size_t i = 0; i < plan_.groups.size(); ++i) {
            if (plan_.groups[i].id == id) {
                return static_cast<int>(i);
            }
        }
        return std::nullopt;
    }

    static bool is_whole(double shares) { return shares > 0.999 && shares < 1.001; }

    Plan plan_;
    std::vector<Finding> findings_;
};

}  // namespace

Result<Plan> read_plan(const json::Value& file) {
    return Reader().read(file);
}

}  // namespace motcua::visits
