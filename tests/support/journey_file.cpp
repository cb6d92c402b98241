#include "tests/support/journey_file.hpp"

#include <dirent.h>

#include <algorithm>
#include <string>
#include <utility>

#include "shared/checklist/checklist.hpp"
#include "shared/form/costs.hpp"
#include "shared/form/form.hpp"
#include "shared/form/journey.hpp"

namespace motcua::tests {
namespace {

using catalogue::Group;
using catalogue::Question;
using form::Answers;
using json::Value;

constexpr calendar::Date kToday{2026, 11, 21};

/// The answers after everything has been typed, and the order in which questions came.
struct Taken {
    Answers answers;
    json::Array asked;
};

class Journey {
public:
    Journey(const catalogue::Procedure& procedure, const Value& typed, const calendar::Date& today)
        : procedure_(procedure), typed_(typed), today_(today) {}

    Taken take() {
        for (const Group& group : procedure_.groups) {
            if (group.repeat) {
                take_rows(group);
                continue;
            }
            for (const Question& question : group.questions) {
                answer(form::spot_at(group, question));
            }
        }
        return std::move(taken_);
    }

private:
    void take_rows(const Group& group) {
        if (!form::walk(procedure_, taken_.answers, today_).asks(group)) {
            return;
        }
        taken_.asked.emplace_back(group.id);
        if (std::string count = typed_.text_or(group.id); !count.empty()) {
            taken_.answers[group.id] = std::move(count);
        }
        for (int row = 0; row < form::rows_of(group, taken_.answers); ++row) {
            for (const Question& question : group.questions) {
                answer(form::spot_at(group, question, row));
            }
        }
    }

    void answer(const form::Spot& spot) {
        if (!form::walk(procedure_, taken_.answers, today_).asks(spot.id)) {
            return;
        }
        taken_.asked.emplace_back(spot.id);
        for (const std::string& id : form::answer_ids(*spot.question, spot.id)) {
            if (const std::string text = typed_.text_or(id); !text.empty()) {
                const std::string part = id.size() > spot.id.size() ? id.substr(spot.id.size() + 1) : "";
                taken_.answers[id] = form::normalise(*spot.question, part, text);
            }
        }
    }

    const catalogue::Procedure& procedure_;
    const Value& typed_;
    calendar::Date today_;
    Taken taken_;
};

Value answers_value(const Answers& answers) {
    json::Object members;
    for (const auto& [id, answer] : answers) {
        members.emplace_back(id, Value(answer));
    }
    return members;
}

Value lines_of(const form::Findings& findings) {
    json::Array lines;
    for (const Finding& finding : findings) {
        lines.emplace_back(finding.field + ": " + finding.code);
    }
    return lines;
}

Value papers_of(const catalogue::Procedure& procedure, const form::Form& form) {
    json::Array papers;
    for (const checklist::Item& item : checklist::needed(procedure, form.answers, form.today)) {
        std::string line = item.document->id + ":";
        for (const form::Provision choice : item.choices) {
            line += std::string(" ") + form::provision_name(choice);
        }
        papers.emplace_back(line);
    }
    return papers;
}

Value fee_of(const catalogue::Procedure& procedure, const form::Form& form) {
    const form::FeeEstimate fee = form::estimate_fee(procedure, form.answers, form.today);
    json::Array possible;
    for (const form::FeeLine& line : fee.possible) {
        possible.emplace_back(line.fee->id);
    }
    return json::Object{{"amount_dong", fee.amount_dong ? Value(*fee.amount_dong) : Value()},
                        {"possible", std::move(possible)}};
}

/// The form that the journey ends with, its papers read as they come in.
Result<form::Form> form_of(const catalogue::Procedure& procedure, const Value& file,
                           const calendar::Date& today, Answers answers) {
    json::Object form =
        *form::encode({procedure.code, procedure.edition, today, std::move(answers), {}}).object();
    for (json::Member& member : form) {
        if (member.first == "documents") {
            member.second = Value(file.array_at("documents"));
        }
    }
    if (const Value* helper = file.find("helper")) {
        form.emplace_back("helper", *helper);
    }
    return form::decode(Value(std::move(form)));
}

}  // namespace

std::vector<std::string> journeys_of(const std::string& code) {
    const std::string folder = std::string(MOTCUA_SOURCE_DIR) + "/tests/fixtures/journeys/" + code;
    std::vector<std::string> names;
    // <filesystem> needs a library of its own under Emscripten.
    DIR* opened = opendir(folder.c_str());
    while (const dirent* entry = opened == nullptr ? nullptr : readdir(opened)) {
        const std::string name = entry->d_name;
        if (name.size() > 5 && name.substr(name.size() - 5) == ".json") {
            names.push_back(name);
        }
    }
    if (opened != nullptr) {
        closedir(opened);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<Value> journey_outcome(const catalogue::Procedure& procedure, const places::Places& places,
                              const Value& file) {
    const Value* typed = file.find("typed");
    const calendar::Date today = calendar::parse_iso(file.text_or("today")).value_or(kToday);
    Taken taken = Journey(procedure, typed == nullptr ? Value() : *typed, today).take();
    MC_TRY_ASSIGN(const form::Form form, form_of(procedure, file, today, std::move(taken.answers)));
    const catalogue::TimeLimit* limit = form::time_limit(procedure, form.answers, form.today);
    return Value(
        json::Object{{"asked", std::move(taken.asked)},
                     {"answers", answers_value(form::effective(procedure, form.answers, form.today))},
                     {"papers", papers_of(procedure, form)},
                     {"findings", lines_of(form::check(procedure, form, places))},
                     {"warnings", lines_of(form::warnings(procedure, form, places))},
                     {"fee", fee_of(procedure, form)},
                     {"limit", limit == nullptr ? "" : limit->id}});
}

Value expected_part(const Value& outcome, const Value& expect) {
    json::Object part;
    for (const json::Member& member : *outcome.object()) {
        const auto& [name, value] = member;
        const Value* expected = expect.find(name);
        const bool optional = name == "warnings" || name == "fee" || name == "limit";
        if (name == "answers" && expected != nullptr && expected->object() != nullptr) {
            json::Object named;
            for (const json::Member& answer : *expected->object()) {
                named.emplace_back(answer.first, Value(value.text_or(answer.first)));
            }
            part.emplace_back(name, std::move(named));
        } else if (expected != nullptr || !optional) {
            part.push_back(member);
        }
    }
    return part;
}

}  // namespace motcua::tests
