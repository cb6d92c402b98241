#pragma once

#include <cstdint>
#include <string>

#include "shared/calendar/date.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"
#include "shared/i18n/texts.hpp"

/// Facts as sentences, in the language of the texts.
namespace motcua::app {

/// "Thứ Hai, 23/11/2026"
std::string day_text(const i18n::Texts& texts, const calendar::Date& date);
/// "08:15, Thứ Hai, 23/11/2026", in Vietnam.
std::string moment_text(const i18n::Texts& texts, std::int64_t utc_secs);
/// "350 kB", "1,2 MB"
std::string size_text(const i18n::Texts& texts, std::int64_t bytes);
/// "PDF, 350 kB"
std::string file_text(const i18n::Texts& texts, const std::string& media_type, std::int64_t bytes);
/// "3 ngày làm việc"
std::string limit_text(const i18n::Texts& texts, const catalogue::TimeLimit& limit);
/// The amount, or who sets it.
std::string fee_text(const i18n::Texts& texts, const catalogue::Fee& fee);
/// `text`, and that nobody has compared it with its source where that is so.
std::string with_source(const i18n::Texts& texts, std::string text, const catalogue::Provenance& from);
/// How a paper was given, after it has been.
std::string given_text(const i18n::Texts& texts, form::Provision provision);
/// How a paper can be given.
std::string provision_text(const i18n::Texts& texts, form::Provision provision);
/// Where the dossier stands: "handed_in", "passed_on", "received_by_clerk".
std::string state_text(const i18n::Texts& texts, const std::string& state);
/// What is wrong; a plain sentence for a code that this version does not know.
std::string finding_text(const i18n::Texts& texts, const Finding& finding);
/// "Anh Ba Tư" is found by "anh ba" and "tu": does every word of `typed` begin a word of `name`?
bool matches(const std::string& name, const std::string& typed);

}  // namespace motcua::app
