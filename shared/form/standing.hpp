#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/logic.hpp"
#include "shared/form/form.hpp"
#include "shared/form/quick_read.hpp"

namespace motcua::form {

/// One place where an answer is asked for, by its indices.
struct Place {
    int group = -1;
    int question = -1;  ///< -1: a repeated group's number of rows
    int row = -1;       ///< -1: the group is asked once
};
/// Rises in file order, a group's number of rows before its rows.
std::int64_t order_of(const Place& place);

/// One answer among all that there can be (catalogue::Name).
struct Slot {
    std::string_view given;  ///< In the form; "" = not at all
    std::string_view read;   ///< What rules read: given where it is asked for, else `otherwise`
    bool asked = false;
    bool unsettled = false;  ///< Missing or wrong, or hangs on what is
    bool undecided = false;  ///< Whether it is asked hangs on what is missing or wrong
};

/// How the questions of a procedure stand with some answers: which are asked, and what rules
/// read. Answers and procedure must stay where they are meanwhile.
class Standing {
public:
    enum class Walk {
        InOrder,  ///< Each rule sees the questions before its own
        None,     ///< Nothing is asked: rules read the answers as they are given
    };
    Standing(const catalogue::Procedure& procedure, const Answers& answers, const calendar::Date* today,
             Walk walk = Walk::InOrder);
    /// Answers in the order of their ids; only what they point to must stay.
    Standing(const catalogue::Procedure& procedure, const std::vector<AnswerView>& answers,
             const calendar::Date* today);
    Standing(const Standing&) = delete;
    Standing& operator=(const Standing&) = delete;
    ~Standing() = default;

    [[nodiscard]] const catalogue::Procedure& procedure() const { return procedure_; }
    [[nodiscard]] const catalogue::Group& group(const Place& place) const {
        return procedure_.groups[static_cast<std::size_t>(place.group)];
    }
    [[nodiscard]] const catalogue::Question& question(const Place& place) const {
        return group(place).questions[static_cast<std::size_t>(place.question)];
    }
    /// How many rows of a repeated group are looked at; past the most it may have none are.
    [[nodiscard]] int rows(int group) const { return rows_[static_cast<std::size_t>(group)].count; }
    [[nodiscard]] bool asks_group(int group) const { return rows_[static_cast<std::size_t>(group)].asked; }

    /// The first slot of a place; an address has three in a row.
    Slot& slot(const Place& place) { return slots_[slot_index(place)]; }
    [[nodiscard]] const Slot& slot(const Place& place) const { return slots_[slot_index(place)]; }
    /// `index` as in answers(): the slot of an answer.
    [[nodiscard]] const Slot& slot_at(std::size_t index) const { return slots_[index]; }

    /// Where each answer of the form belongs, in its order.
    struct Home {
        int slot = -1;   ///< -1: to no slot
        int group = -1;  ///< In a row that this repeated group has not; -1: to no question
    };
    [[nodiscard]] const std::vector<Home>& homes() const { return homes_; }

    /// What a rule at this place reads; what stands outside of rows by default.
    catalogue::Lookup lookup(const Place& place = {});
    /// Does the rule hold? `otherwise` when it cannot be evaluated.
    bool holds(const catalogue::Rule& rule, const Place& place, bool otherwise);
    /// Does a rule at this place read what is unsettled?
    bool reads_unsettled(const catalogue::Rule& rule, const Place& place);
    void unsettle(const Place& place);
    /// Value of a computed value by its index; null when it cannot be evaluated.
    const json::Value& computed(std::size_t index);

    /// Calls visit(place) for all questions in file order, those of rows for each row.
    template <class Visit>
    void each_question(int group, Visit visit) const {
        const catalogue::Group& of = procedure_.groups[static_cast<std::size_t>(group)];
        const int first = of.repeat ? 0 : -1;
        const int end = of.repeat ? rows(group) : 0;
        for (int row = first; row < end; ++row) {
            for (std::size_t i = 0; i < of.questions.size(); ++i) {
                visit(Place{group, static_cast<int>(i), row});
            }
        }
    }

private:
    struct Rows {
        int count = 0;
        bool asked = false;
        std::size_t first_slot = 0;
    };

    Standing(const catalogue::Procedure& procedure, const calendar::Date* today);
    template <class Items>
    void place_answers(const Items& answers);
    /// Makes the rows when the answer is their number.
    Home home_of(std::string_view id, std::string_view answer);
    Home home_in_rows(std::string_view id, std::size_t dot);
    void make_rows(int group, std::string_view count);
    [[nodiscard]] std::size_t slot_index(const Place& place) const;
    void walk_through();
    void walk_question(const Place& place, bool group_asked);
    void fill_in(const Place& place);
    void read_as_given();
    std::string_view keep(std::string text);

    catalogue::Found find(std::string_view name, const Place& place);
    catalogue::Found found_at(const Place& place);
    const json::Value& rows_value(int group);
    [[nodiscard]] bool is_unsettled(std::string_view name, const Place& place) const;
    void settle_computed();

    const catalogue::Procedure& procedure_;
    std::string today_;  ///< ISO; "" = not known
    std::vector<Slot> slots_;
    std::vector<Rows> rows_;  ///< By group
    std::vector<Home> homes_;
    std::deque<std::string> made_;                         ///< Texts that rules have made
    std::vector<std::optional<json::Value>> computed_;     ///< Evaluated when first read
    std::vector<std::optional<json::Value>> rows_values_;  ///< By group, likewise
    std::vector<bool> computed_unsettled_;
    bool any_unsettled_ = false;
    bool computed_stale_ = false;  ///< computed_unsettled_ does not know the latest
};

/// A canonical answer as the value that rules read (docs/rules.md); nothing for what is not
/// canonical.
catalogue::Found typed_answer(const catalogue::Question& question, std::string_view answer);

/// A rule's value as an answer: a list's items joined by commas; "" for what is none.
std::string answer_text(const json::Value& value);

/// How many rows a canonical number of rows says: no sign, no leading zeros, at most three digits.
std::optional<int> row_number(std::string_view text);

/// How many slots the question's answers take.
inline int slots_of(const catalogue::Question& question) {
    return question.type == catalogue::QuestionType::Address ? 3 : 1;
}
/// "", or of an address "province", "commune", "line" by the slot's number.
std::string_view part_of(const catalogue::Question& question, int part);
/// The answer's id: "thanh_vien.0.noi_o.line".
std::string answer_id(const Standing& standing, const Place& place, int part = 0);

}  // namespace motcua::form
