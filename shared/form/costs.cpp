#include "shared/form/costs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "shared/catalogue/rule_reads.hpp"
#include "shared/form/standing.hpp"

namespace motcua::form {
namespace {

using catalogue::Fee;
using catalogue::Found;
using json::Value;

/// Amounts past this are a mistake in the file.
constexpr double kMostDong = 1e15;
/// The name by which a reduction reads the sum of the base layers.
constexpr std::string_view kSum = "amount_dong";

/// The layers of one procedure for some answers on one day.
class Estimate {
public:
    Estimate(const catalogue::Procedure& procedure, const Answers& answers, const calendar::Date& today)
        : standing_(procedure, answers, &today), day_(calendar::iso(today)) {}

    FeeEstimate make();

private:
    [[nodiscard]] bool counts(const Fee& fee, Fee::Kind kind);
    FeeLine line_of(const Fee& fee);
    void add_base(FeeEstimate& estimate);
    void take_best_reduction(FeeEstimate& estimate);
    void list_possible(FeeEstimate& estimate);

    Standing standing_;
    std::string day_;
    std::optional<std::int64_t> sum_;  ///< Of the base layers, once they are all known
};

/// In force, of this kind, and for this case. What cannot be evaluated makes nothing cheaper.
bool Estimate::counts(const Fee& fee, Fee::Kind kind) {
    return fee.kind == kind && fee.in_force.on(day_) &&
           standing_.holds(fee.applies_if, {}, kind == Fee::Kind::Base);
}

FeeLine Estimate::line_of(const Fee& fee) {
    FeeLine line{&fee, 0, false};
    const auto is_sum = [](std::string_view name) { return name == kSum; };
    if (fee.amount_dong.is_null() || (!sum_ && catalogue::reads_any(fee.amount_dong, is_sum))) {
        return line;
    }
    const auto answers = standing_.lookup();
    const catalogue::Lookup with_sum = [&](std::string_view name) {
        if (name != kSum || !sum_) {
            return answers(name);
        }
        return Found(Value(*sum_));
    };
    const Result<Value> value = catalogue::evaluate(fee.amount_dong, with_sum);
    const auto amount = value ? value->number() : std::nullopt;
    if (amount && *amount >= 0 && *amount < kMostDong) {
        line.amount_dong = std::llround(*amount);
        line.known = true;
    }
    return line;
}

void Estimate::add_base(FeeEstimate& estimate) {
    const auto& fees = standing_.procedure().fees;
    bool known = std::any_of(fees.begin(), fees.end(), [&](const Fee& fee) {
        return fee.kind == Fee::Kind::Base && fee.in_force.on(day_);
    });
    std::int64_t sum = 0;
    for (const Fee& fee : fees) {
        if (counts(fee, Fee::Kind::Base)) {
            estimate.base.push_back(line_of(fee));
            known = known && estimate.base.back().known;
            sum += estimate.base.back().amount_dong;
        }
    }
    if (known) {
        sum_ = sum;
    }
    estimate.amount_dong = sum_;
}

/// Of a sum that is not known only "nothing to pay" is certain to be a benefit.
void Estimate::take_best_reduction(FeeEstimate& estimate) {
    for (const Fee& fee : standing_.procedure().fees) {
        if (!counts(fee, Fee::Kind::Reduction) || !fee.on_proof.empty()) {
            continue;
        }
        const FeeLine line = line_of(fee);
        const bool better =
            estimate.amount_dong ? line.amount_dong < *estimate.amount_dong : line.amount_dong == 0;
        if (line.known && better) {
            estimate.reduction = line;
            estimate.amount_dong = line.amount_dong;
        }
    }
}

void Estimate::list_possible(FeeEstimate& estimate) {
    for (const Fee& fee : standing_.procedure().fees) {
        if (!counts(fee, Fee::Kind::Reduction) || fee.on_proof.empty()) {
            continue;
        }
        const FeeLine line = line_of(fee);
        if (!estimate.amount_dong || (line.known && line.amount_dong < *estimate.amount_dong)) {
            estimate.possible.push_back(line);
        }
    }
}

FeeEstimate Estimate::make() {
    FeeEstimate estimate;
    add_base(estimate);
    take_best_reduction(estimate);
    list_possible(estimate);
    estimate.verified = !estimate.base.empty() &&
                        std::all_of(estimate.base.begin(), estimate.base.end(),
                                    [](const FeeLine& line) { return line.fee->from.verified; }) &&
                        (!estimate.reduction || estimate.reduction->fee->from.verified);
    return estimate;
}

}  // namespace

FeeEstimate estimate_fee(const catalogue::Procedure& procedure, const Answers& answers,
                         const calendar::Date& today) {
    return Estimate(procedure, answers, today).make();
}

const catalogue::TimeLimit* time_limit(const catalogue::Procedure& procedure, const Answers& answers,
                                       const calendar::Date& today) {
    Standing standing(procedure, answers, &today);
    const std::string day = calendar::iso(today);
    for (const catalogue::TimeLimit& limit : procedure.time_limits) {
        if (limit.in_force.on(day) && standing.holds(limit.applies_if, {}, false)) {
            return &limit;
        }
    }
    return nullptr;
}

}  // namespace motcua::form
