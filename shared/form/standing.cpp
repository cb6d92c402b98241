#include "shared/form/standing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "shared/catalogue/rule_reads.hpp"
#include "shared/form/journey.hpp"

namespace motcua::form {
namespace {

using catalogue::Group;
using catalogue::Name;
using catalogue::Question;
using catalogue::QuestionType;
using json::Value;

constexpr std::array<std::string_view, 3> kAddressParts = {"province", "commune", "line"};

}  // namespace

std::int64_t order_of(const Place& place) {
    constexpr std::int64_t kRows = 1024;
    constexpr std::int64_t kQuestions = 1024;
    return ((place.group * kRows) + place.row + 1) * kQuestions + place.question + 1;
}

std::optional<int> row_number(std::string_view text) {
    int row = 0;
    const char* end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, row);
    const bool plain = !text.empty() && text.size() <= 3 && (text.size() == 1 || text.front() != '0');
    return fault == std::errc() && stop == end && plain && row >= 0 ? std::optional<int>(row) : std::nullopt;
}

std::string_view part_of(const Question& question, int part) {
    return question.type == QuestionType::Address ? kAddressParts[static_cast<std::size_t>(part)]
                                                  : std::string_view();
}

std::string answer_id(const Standing& standing, const Place& place, int part) {
    if (place.question < 0) {
        return standing.group(place).id;
    }
    const Question& question = standing.question(place);
    std::string id = spot_at(standing.group(place), question, place.row).id;
    if (const std::string_view name = part_of(question, part); !name.empty()) {
        id.append(".").append(name);
    }
    return id;
}

Standing::Standing(const catalogue::Procedure& procedure, const calendar::Date* today)
    : procedure_(procedure),
      today_(today == nullptr ? "" : calendar::iso(*today)),
      slots_(procedure.names.single_slots()),
      rows_(procedure.groups.size()),
      computed_(procedure.computed.size()),
      rows_values_(procedure.groups.size()) {}

Standing::Standing(const catalogue::Procedure& procedure, const Answers& answers, const calendar::Date* today,
                   Walk walk)
    : Standing(procedure, today) {
    place_answers(answers);
    if (walk == Walk::InOrder) {
        walk_through();
    } else {
        read_as_given();
    }
}

Standing::Standing(const catalogue::Procedure& procedure, const std::vector<AnswerView>& answers,
                   const calendar::Date* today)
    : Standing(procedure, today) {
    place_answers(answers);
    walk_through();
}

template <class Items>
void Standing::place_answers(const Items& answers) {
    homes_.reserve(answers.size());
    for (const auto& [id, answer] : answers) {
        const Home home = home_of(id, answer);
        if (home.slot >= 0) {
            slots_[static_cast<std::size_t>(home.slot)].given = answer;
        }
        homes_.push_back(home);
    }
}

Standing::Home Standing::home_of(std::string_view id, std::string_view answer) {
    const Name* name = procedure_.names.find(id);
    if (name == nullptr) {
        const std::size_t dot = id.find('.');
        return dot == std::string_view::npos ? Home{} : home_in_rows(id, dot);
    }
    switch (name->kind) {
        case Name::Kind::Rows:
            make_rows(name->group, answer);  // Sorted before the answers in the rows.
            return {name->slot, name->group};
        case Name::Kind::Question:
        case Name::Kind::Part: {
            const Place place{name->group, name->item, -1};
            const bool whole_address =
                name->kind == Name::Kind::Question && question(place).type == QuestionType::Address;
            return group(place).repeat || whole_address ? Home{} : Home{name->slot, name->group};
        }
        case Name::Kind::Computed:
        case Name::Kind::Channel:
        case Name::Kind::Today:
            return {};
    }
    return {};
}

/// "thanh_vien.0.ho_ten"
Standing::Home Standing::home_in_rows(std::string_view id, std::size_t dot) {
    const Name* rows = procedure_.names.find(id.substr(0, dot));
    const std::size_t second = id.find('.', dot + 1);
    if (rows == nullptr || rows->kind != Name::Kind::Rows || second == std::string_view::npos) {
        return {};
    }
    const auto row = row_number(id.substr(dot + 1, second - dot - 1));
    const Name* name = procedure_.names.find(id.substr(second + 1));
    const bool answer =
        name != nullptr && (name->kind == Name::Kind::Question || name->kind == Name::Kind::Part);
    if (!row || !answer || name->group != rows->group) {
        return {};
    }
    const Place place{name->group, name->item, *row};
    if (name->kind == Name::Kind::Question && question(place).type == QuestionType::Address) {
        return {};
    }
    if (*row >= this->rows(place.group)) {
        return {-1, place.group};
    }
    const std::size_t row_slots = procedure_.names.row_slots(static_cast<std::size_t>(place.group));
    const std::size_t first = rows_[static_cast<std::size_t>(place.group)].first_slot;
    return {static_cast<int>(first + static_cast<std::size_t>(*row) * row_slots) + name->slot, place.group};
}

void Standing::make_rows(int group, std::string_view count) {
    const Group& of = procedure_.groups[static_cast<std::size_t>(group)];
    const int rows = row_number(count).value_or(0);
    if (rows > of.repeat->most) {
        return;
    }
    Rows& made = rows_[static_cast<std::size_t>(group)];
    made.count = rows;
    made.first_slot = slots_.size();
    const std::size_t row_slots = procedure_.names.row_slots(static_cast<std::size_t>(group));
    slots_.resize(slots_.size() + static_cast<std::size_t>(rows) * row_slots);
}

std::size_t Standing::slot_index(const Place& place) const {
    const auto at = static_cast<std::size_t>(place.group);
    if (place.question < 0) {
        return procedure_.names.count_slot(at);
    }
    const std::size_t own = procedure_.names.slot(at, static_cast<std::size_t>(place.question));
    if (place.row < 0) {
        return own;
    }
    return rows_[at].first_slot + static_cast<std::size_t>(place.row) * procedure_.names.row_slots(at) + own;
}

void Standing::walk_through() {
    for (int i = 0; i < static_cast<int>(procedure_.groups.size()); ++i) {
        const Group& group = procedure_.groups[static_cast<std::size_t>(i)];
        const bool asked = holds(group.ask_if, {}, true);
        if (group.repeat) {
            rows_[static_cast<std::size_t>(i)].asked = asked;
            Slot& count = slot({i, -1, -1});
            count.asked = asked;
            count.read = asked ? count.given : std::string_view();
        }
        if (!group.repeat || asked) {
            each_question(i, [&](const Place& place) { walk_question(place, asked); });
        }
    }
}

void Standing::walk_question(const Place& place, bool group_asked) {
    const Question& question = this->question(place);
    if (!group_asked || !holds(question.ask_if, place, true)) {
        fill_in(place);
        return;
    }
    rows_[static_cast<std::size_t>(place.group)].asked = true;
    Slot* own = &slot(place);
    for (int part = 0; part < slots_of(question); ++part) {
        own[part].asked = true;
        own[part].read = own[part].given;
    }
}

/// What stands for a question that is not asked.
void Standing::fill_in(const Place& place) {
    const Question& question = this->question(place);
    if (question.otherwise.is_null()) {
        return;
    }
    const Result<Value> value = catalogue::evaluate(question.otherwise, lookup(place));
    if (!value) {
        return;
    }
    Slot* own = &slot(place);
    if (question.type != QuestionType::Address) {
        own->read = keep(answer_text(*value));
        return;
    }
    for (int part = 0; part < slots_of(question); ++part) {
        own[part].read = keep(value->text_or(part_of(question, part)));
    }
}

void Standing::read_as_given() {
    for (Slot& slot : slots_) {
        slot.read = slot.given;
    }
    for (Rows& rows : rows_) {
        rows.asked = true;
    }
}

std::string_view Standing::keep(std::string text) {
    return text.empty() ? std::string_view() : std::string_view(made_.emplace_back(std::move(text)));
}

bool Standing::holds(const catalogue::Rule& rule, const Place& place, bool otherwise) {
    if (rule.is_null()) {
        return true;
    }
    const Result<Value> result = catalogue::evaluate(rule, lookup(place));
    return result ? catalogue::truthy(*result) : otherwise;
}

void Standing::unsettle(const Place& place) {
    Slot* own = &slot(place);
    const int slots = place.question < 0 ? 1 : slots_of(question(place));
    for (int part = 0; part < slots; ++part) {
        own[part].unsettled = true;
    }
    if (place.row >= 0) {
        slot({place.group, -1, -1}).unsettled = true;
    }
    any_unsettled_ = true;
    computed_stale_ = true;
}

bool Standing::reads_unsettled(const catalogue::Rule& rule, const Place& place) {
    if (!any_unsettled_ || rule.is_null()) {
        return false;
    }
    if (computed_stale_) {
        settle_computed();
    }
    return catalogue::reads_any(rule, [&](std::string_view name) { return is_unsettled(name, place); });
}

/// A computed value reads those before it, so that one pass is enough.
void Standing::settle_computed() {
    computed_stale_ = false;
    computed_unsettled_.assign(procedure_.computed.size(), false);
    for (std::size_t i = 0; i < procedure_.computed.size(); ++i) {
        computed_unsettled_[i] = catalogue::reads_any(
            procedure_.computed[i].value, [&](std::string_view name) { return is_unsettled(name, {}); });
    }
}

bool Standing::is_unsettled(std::string_view name, const Place& place) const {
    const Name* meant = procedure_.names.find(name);
    if (meant == nullptr) {
        return false;
    }
    switch (meant->kind) {
        case Name::Kind::Question:
        case Name::Kind::Part: {
            const Place read{meant->group, meant->item, meant->group == place.group ? place.row : -1};
            return (!group(read).repeat || read.row >= 0) && slot(read).unsettled;
        }
        case Name::Kind::Rows:
            return slot({meant->group, -1, -1}).unsettled;
        case Name::Kind::Computed:
            return computed_unsettled_[static_cast<std::size_t>(meant->item)];
        case Name::Kind::Channel:
        case Name::Kind::Today:
            return false;
    }
    return false;
}

}  // namespace motcua::form
