#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/calendar/date.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"
#include "shared/i18n/texts.hpp"

/// Facts as sentences, in the language of the texts.
namespace motcua::app {

/// "1.250"
std::string number_text(const i18n::Texts& texts, std::int64_t number);
/// "Thứ Hai"
std::string weekday_text(const i18n::Texts& texts, const calendar::Date& date);
/// "T2"
std::string short_weekday_text(const i18n::Texts& texts, const calendar::Date& date);
/// "T2 23/11"
std::string short_day_text(const i18n::Texts& texts, const calendar::Date& date);
/// "23/11/2026", "23 November 2026"
std::string date_text(const i18n::Texts& texts, const calendar::Date& date);
/// "Thứ Hai, 23/11/2026"
std::string day_text(const i18n::Texts& texts, const calendar::Date& date);
/// "08:15, Thứ Hai, 23/11/2026", in Vietnam.
std::string moment_text(const i18n::Texts& texts, std::int64_t utc_secs);
/// "08:15"; with its day when that is not the day of `now_secs`.
std::string until_text(const i18n::Texts& texts, std::int64_t utc_secs, std::int64_t now_secs);
/// "350 kB", "1,2 MB"
std::string size_text(const i18n::Texts& texts, std::int64_t bytes);
/// "PDF, 350 kB"
std::string file_text(const i18n::Texts& texts, const std::string& media_type, std::int64_t bytes);
/// "3 ngày làm việc"
std::string limit_text(const i18n::Texts& texts, const catalogue::TimeLimit& limit);
/// "1.250.000 đ"
std::string money_text(const i18n::Texts& texts, std::int64_t dong);
/// The same, or that nothing is to be paid.
std::string amount_text(const i18n::Texts& texts, std::int64_t dong);
/// Ends what nobody has compared with its source; what it means is said once on the page (add_unverified).
inline constexpr const char* kUnverified = " *";
/// Whether somebody has compared a fact with its source, which, and when.
std::string source_text(const i18n::Texts& texts, const catalogue::Provenance& from);
/// How a paper was given, after it has been. `document` is nullptr when it is not known.
std::string given_text(const i18n::Texts& texts, form::Provision provision,
                       const catalogue::Document* document);
/// How a paper can be given; those that are only shown are not handed in.
std::string provision_text(const i18n::Texts& texts, form::Provision provision,
                           const catalogue::Document* document);
/// "bản chính"
std::string kind_text(const i18n::Texts& texts, const catalogue::Document& document);
/// Where the dossier stands: "handed_in", "passed_on", "received_by_clerk".
std::string state_text(const i18n::Texts& texts, const std::string& state);
/// What is wrong; a plain sentence for a code that this version does not know.
std::string finding_text(const i18n::Texts& texts, const Finding& finding);
/// The same; what the procedure itself says about its checks comes first.
std::string finding_text(const i18n::Texts& texts, const catalogue::Procedure& procedure,
                         const Finding& finding);
/// What the question, row or paper that a finding is about is called; "" when it is none of them.
/// `on_record`: as where answers are only read.
std::string finding_place(const i18n::Texts& texts, const catalogue::Procedure& procedure,
                          const std::string& field, bool on_record = false);
/// "Họ tên: hãy nhập mục này"; a question mark needs no colon after it.
std::string line_of(const i18n::Texts& texts, const std::string& name, const std::string& sentence);
/// Is the option one of a choice of several ("nghe,noi")?
bool is_chosen(std::string_view answer, std::string_view option);
/// "Anh Ba Tư" is found by "anh ba" and "tu": does every word of `typed` begin a word of `name`?
bool matches(const std::string& name, const std::string& typed);

}  // namespace motcua::app
