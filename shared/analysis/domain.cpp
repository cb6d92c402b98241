#include "shared/analysis/domain.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "shared/calendar/date.hpp"

namespace motcua::analysis {
namespace {

using catalogue::Question;
using catalogue::QuestionType;
using json::Value;

/// A choice with no more options than this is tried with all of them.
constexpr std::size_t kFewOptions = 6;
constexpr std::size_t kMostListed = 6;
constexpr std::size_t kMostDays = 40;
constexpr std::size_t kMostAges = 4;
constexpr const char* kOldestDay = "1900-01-01";
constexpr const char* kLastDay = "2200-01-01";

bool mentions(const Use& use, std::string_view text) {
    return std::any_of(use.constants.begin(), use.constants.end(),
                       [&](const Value& each) { return each.string() != nullptr && *each.string() == text; });
}

Domain options_domain(const Question& question, const Use& use) {
    Domain domain{{}, true, true};
    const bool alike = use.simple && !use.listed && !use.ordered && !use.dated;
    bool other = false;
    for (const catalogue::Option& option : question.options) {
        if (question.options.size() <= kFewOptions || !alike || mentions(use, option.id)) {
            domain.values.emplace_back(option.id);
        } else if (!other) {
            other = true;
            domain.values.emplace_back(option.id);
        }
    }
    return domain;
}

/// Every set of the options that are mentioned, filled up with others to a legal size.
Domain sets_domain(const Question& question, const Use& use) {
    std::vector<std::string> named;
    std::vector<std::string> others;
    for (const catalogue::Option& option : question.options) {
        (mentions(use, option.id) && named.size() < kMostListed ? named : others).push_back(option.id);
    }
    const bool partition = !use.equated && !use.ordered && !use.dated;
    Domain domain{{}, use.simple && partition, partition};
    const std::size_t least =
        std::max<std::size_t>(question.least > 0 ? static_cast<std::size_t>(question.least) : 0, 1);
    const std::size_t most =
        question.most > 0 ? static_cast<std::size_t>(question.most) : question.options.size();
    for (std::size_t set = 0; set < (std::size_t{1} << named.size()); ++set) {
        json::Array chosen;
        for (std::size_t i = 0; i < named.size(); ++i) {
            if ((set >> i & 1U) != 0) {
                chosen.emplace_back(named[i]);
            }
        }
        for (std::size_t i = 0; i < others.size() && chosen.size() < least; ++i) {
            chosen.emplace_back(others[i]);
        }
        if (chosen.size() >= least && chosen.size() <= most) {
            domain.values.emplace_back(std::move(chosen));
        }
    }
    for (const std::string& each : others) {
        if (mentions(use, each)) {
            domain.exhaustive = domain.partition = false;  // More than are combined.
        }
    }
    return domain;
}

std::int64_t most_of(const Question& question) {
    return question.most > 0 ? question.most : json::kMaxInteger;
}

Domain numbers_domain(const Question& question, const Use& use) {
    std::set<std::int64_t> near = {question.least, most_of(question), 0, 1};
    for (const Value& constant : use.constants) {
        if (const auto number = constant.number()) {
            const auto whole = static_cast<std::int64_t>(*number);
            near.insert({whole - 1, whole, whole + 1});
        }
    }
    const bool partition = !use.listed && !use.dated;
    Domain domain{{}, use.simple && partition, partition};
    for (const std::int64_t number : near) {
        if (number >= question.least && number <= most_of(question)) {
            domain.values.emplace_back(number);
            if (question.scale > 0 && number < most_of(question) && number < json::kMaxInteger) {
                domain.values.emplace_back(static_cast<double>(number) + 0.5);
            }
        }
    }
    return domain;
}

Domain texts_domain(const Use& use) {
    const bool partition = !use.listed && !use.ordered && !use.dated;
    Domain domain{{Value("VÍ DỤ")}, use.simple && partition, partition};
    for (const Value& constant : use.constants) {
        if (constant.string() != nullptr && !constant.string()->empty()) {
            domain.values.push_back(constant);
        }
    }
    return domain;
}

void add_days_near(const calendar::Date& day, std::set<std::string>& days) {
    for (const int shift : {-1, 0, 1}) {
        days.insert(calendar::iso(calendar::from_days(calendar::days_since_1970(day) + shift)));
    }
}

Domain dates_domain(const Question& question, const Use& use, std::string_view first_day) {
    switch (question.when) {
        case catalogue::When::Past:
            return domain_of_days(use, kOldestDay, "", first_day);
        case catalogue::When::Future:
            return domain_of_days(use, first_day, kLastDay, first_day);
        case catalogue::When::Any:
            break;
    }
    return domain_of_days(use, kOldestDay, kLastDay, first_day);
}

Domain filled(const Question& question, const Use& use, std::string_view first_day) {
    switch (question.type) {
        case QuestionType::Choice:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
            return options_domain(question, use);
        case QuestionType::Choices:
            return sets_domain(question, use);
        case QuestionType::Number:
        case QuestionType::Money:
            return numbers_domain(question, use);
        case QuestionType::Date:
            return dates_domain(question, use, first_day);
        case QuestionType::Address:
            return {{Value(json::Object{{"province", "01"}, {"commune", "00004"}, {"line", "VÍ DỤ"}})},
                    false};
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::PartialDate:
        case QuestionType::Time:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::PersonName:
        case QuestionType::Phone:
        case QuestionType::Email:
        case QuestionType::File:
            break;
    }
    return texts_domain(use);
}

}  // namespace

Domain domain_of_days(const Use& use, std::string_view from_day, std::string_view until_day,
                      std::string_view first_day) {
    std::set<std::string> days = {std::string(first_day), std::string(from_day)};
    if (!until_day.empty()) {
        days.emplace(until_day);
    }
    for (const Value& constant : use.constants) {
        if (const auto day = calendar::parse_iso(constant.string() == nullptr ? "" : *constant.string())) {
            add_days_near(*day, days);
        }
    }
    std::size_t ages = 0;
    for (const std::int64_t years : use.numbers) {
        auto day = calendar::parse_iso(first_day);
        if (day && years > 0 && years <= 120 && !use.simple && ++ages <= kMostAges) {
            day->year -= static_cast<int>(years);
            day->day = std::min(day->day, 28);
            add_days_near(*day, days);
        }
    }
    const bool partition = !use.listed && !use.ordered;
    Domain domain{{}, use.simple && partition, partition};
    for (const std::string& day : days) {
        const bool inside = day >= from_day && (until_day.empty() || day <= until_day);
        if (inside && domain.values.size() < kMostDays) {
            domain.values.emplace_back(day);
        } else if (inside) {
            domain.exhaustive = domain.partition = false;
        }
    }
    return domain;
}

Domain domain_of(const Question& question, const Use& use, std::string_view first_day) {
    Domain domain = filled(question, use, first_day);
    if (!question.required) {
        domain.values.emplace_back();
    }
    return domain;
}

Domain domain_of_part(const Question& question, const Use& use) {
    Domain domain = texts_domain(use);
    if (!question.required) {
        domain.values.emplace_back();
    }
    return domain;
}

Domain domain_of_rows(const catalogue::Group& group) {
    Domain domain;
    json::Object row;
    for (const Question& question : group.questions) {
        Domain one = filled(question, {}, "2026-01-01");
        if (!one.values.empty()) {
            row.emplace_back(question.id, one.values.front());
        }
    }
    const int least = group.repeat ? group.repeat->least : 1;
    const int most = group.repeat ? group.repeat->most : 1;
    for (int rows = least; rows <= std::min(most, least + 2); ++rows) {
        domain.values.emplace_back(json::Array(static_cast<std::size_t>(rows), Value(row)));
    }
    return domain;
}

}  // namespace motcua::analysis
