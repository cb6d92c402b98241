#pragma once

#include <string_view>
#include <vector>

#include "client/app/state.hpp"
#include "shared/json/value.hpp"

/// Which editions of procedures there are, and which is in force. docs/catalogue.md
namespace motcua::app {

/// Every edition that the index lists; empty when it is no index.
std::vector<Listed> read_index(const json::Value& file);

/// The newest edition in force today; nullptr when the procedure cannot be begun.
const Listed* in_force(const State& state, std::string_view code);
/// The same, else the newest there is; nullptr when the procedure is not listed.
const Listed* listed_now(const State& state, std::string_view code);
/// The procedures that can be begun today, each in its edition in force, as the index lists them.
std::vector<const Listed*> offered(const State& state);

/// Are the days over on which a dossier is accepted under the edition of this one?
bool is_over(const State& state);
/// Why the procedure chosen cannot be begun today: from or until which day it can; empty when it is
/// not listed any more.
Sentence closed(const State& state);

/// The dossier under the last of the editions it comes to (`DossierPart::change`), with the answers
/// and files that go there. What has to be looked at again is no longer `visited`.
void carry_over(Turn& turn);

}  // namespace motcua::app
