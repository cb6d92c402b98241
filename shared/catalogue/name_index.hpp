#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::catalogue {

struct Procedure;

/// What a name stands for in answers and rules. Answers lie in slots: one for each answer that is
/// given once, and in each row of a repeated group one for each of its answers.
struct Name {
    enum class Kind {
        Question,  ///< a question; of a repeated group it has a meaning within a row only
        Part,      ///< part of an address: "noi_o.line"
        Rows,      ///< a repeated group: as an answer the number of its rows, in rules the rows
        Computed,
        Channel,
        Today,
    };
    Kind kind = Kind::Question;
    int group = -1;  ///< Index in Procedure::groups
    int item = -1;   ///< Index in the group's questions, or in Procedure::computed
    int slot = -1;   ///< Of the answer; of a repeated group's question counted from its row's first
};

/// Finds what names stand for in one procedure, in constant time. Holds indices and no pointers, so
/// that it can be copied along with its procedure.
class NameIndex {
public:
    NameIndex() = default;
    explicit NameIndex(const Procedure& procedure);

    /// nullptr when the name stands for nothing.
    [[nodiscard]] const Name* find(std::string_view name) const;
    /// How many slots there are outside of rows.
    [[nodiscard]] std::size_t single_slots() const { return single_slots_; }
    /// How many slots a row of this group has; 0 when the group is not repeated.
    [[nodiscard]] std::size_t row_slots(std::size_t group) const { return groups_[group].row_slots; }
    /// The slot of a repeated group's number of rows.
    [[nodiscard]] std::size_t count_slot(std::size_t group) const { return groups_[group].count_slot; }
    /// As Name::slot.
    [[nodiscard]] std::size_t slot(std::size_t group, std::size_t question) const {
        return groups_[group].slots[question];
    }

private:
    struct Entry {
        std::string text;
        Name name;
    };
    struct GroupSlots {
        std::size_t row_slots = 0;
        std::size_t count_slot = 0;
        std::vector<std::size_t> slots;  ///< Of each question
    };

    void add(std::string text, Name name);
    void add_group(const Procedure& procedure, std::size_t at);
    void make_table();

    std::size_t single_slots_ = 0;
    std::vector<GroupSlots> groups_;
    std::vector<Entry> entries_;
    std::vector<int> table_;  ///< Open addressing by hash: index of an entry, -1 = free
};

}  // namespace motcua::catalogue
