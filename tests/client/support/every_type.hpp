#pragma once

#include "tests/client/support/person.hpp"

/// Stretches of the procedure of tests/fixtures/procedures that asks questions of every type.
namespace motcua::tests {

/// On the page of that procedure.
Person a_trial_citizen();
/// On its page with one question of every type.
Person at_every_type();
/// Answers what is left there ("anh" and "can_giup" are answered by the test) and continues;
/// ends on the page of rows. `rich` gives a sum of money that is warned of.
void answer_every_type(Person& person, bool rich);
/// Adds a row and fills it in.
void add_member(Person& person, int row, const std::string& name);
/// From the declaration to the check page.
void reach_trial_check(Person& person);
/// From the page of rows, which stay none, to the receipt.
void finish_every_type(Person& person);

}  // namespace motcua::tests
