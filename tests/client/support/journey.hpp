#pragma once

#include "tests/client/support/person.hpp"

/// Stretches of the journey of procedure 1.004873, for a person who asks for themselves.
namespace motcua::tests {

Person a_citizen();
/// From the start to the first question.
void begin(Person& person);
/// All questions; ends on the page of papers. `issued_before` makes one paper necessary.
void answer_all(Person& person, bool issued_before = true);
/// The address of a group: province, commune, line.
void fill_address(Person& person, const std::string& field);
/// The papers that are only shown.
void show_papers(Person& person);
/// From the papers (brought to the counter) to the office.
void bring_papers(Person& person);
/// Office and time; ends on the check page.
void book(Person& person);
/// All of the above.
void reach_check(Person& person);

}  // namespace motcua::tests
