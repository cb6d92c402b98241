#pragma once

#include <cstdint>
#include <vector>

#include "shared/form/form.hpp"
#include "shared/form/standing.hpp"

namespace motcua::form {

/// What there is to say about answers: first every answer in itself, in file order, then the
/// rules between answers. A rule is not tried while it reads an answer that is wrong in itself,
/// so that one mistake is reported once and at its own place.
class Judgement {
public:
    /// Marks in `standing` what is unsettled.
    Judgement(Standing& standing, const calendar::Date& today, const places::Places& places);

    /// In file order.
    Findings findings();
    /// Of one place.
    Findings findings_at(const Place& place);
    /// Checks that are warnings and do not hold, of answers that are there and right.
    Findings warnings();

private:
    struct Noted {
        std::int64_t order;
        Finding finding;
    };

    void judge_group(int group);
    bool judge_rows(int group);
    void judge_alone(const Place& place);
    void judge_relations(const Place& place);
    void leave_undecided(const Place& place);
    /// Is there a right answer at this place?
    bool is_settled(const Place& place);
    bool breaks(const catalogue::Check& check, const Place& place);
    void note(const Place& place, int part, Finding finding);
    void note(const Place& place, std::string_view code);

    Standing& standing_;
    const calendar::Date& today_;
    const places::Places& places_;
    std::vector<Noted> noted_;
};

/// What is wrong with a repeated group's number of rows, without the field; "" in `code` when
/// nothing is.
Finding check_row_count(const catalogue::Group& group, std::string_view count);

}  // namespace motcua::form
