#include "client/app/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "client/page/chart.hpp"
#include "shared/form/amount.hpp"
#include "shared/form/message.hpp"
#include "shared/text/text.hpp"

namespace motcua::app {

namespace {

const char* weekday_key(int weekday) {
    switch (weekday) {
        case 1:
            return "weekday.monday";
        case 2:
            return "weekday.tuesday";
        case 3:
            return "weekday.wednesday";
        case 4:
            return "weekday.thursday";
        case 5:
            return "weekday.friday";
        case 6:
            return "weekday.saturday";
        default:
            return "weekday.sunday";
    }
}

const char* short_weekday_key(int weekday) {
    constexpr std::array kKeys = {
        "weekday.short.sunday",   "weekday.short.monday", "weekday.short.tuesday", "weekday.short.wednesday",
        "weekday.short.thursday", "weekday.short.friday", "weekday.short.saturday"};
    return kKeys[static_cast<std::size_t>(weekday)];
}

const char* unit_key(const std::string& unit) {
    if (unit == "working_day") {
        return "limit.working_day";
    }
    if (unit == "working_hour") {
        return "limit.working_hour";
    }
    return unit == "same_day" ? "limit.same_day" : "limit.calendar_day";
}

}  // namespace

std::string weekday_text(const i18n::Texts& texts, const calendar::Date& date) {
    return texts.get(weekday_key(calendar::weekday(date)));
}

std::string short_weekday_text(const i18n::Texts& texts, const calendar::Date& date) {
    return texts.get(short_weekday_key(calendar::weekday(date)));
}

std::string number_text(const i18n::Texts& texts, std::int64_t number) {
    return page::number_text(number, texts.get("number.group"));
}

std::string short_day_text(const i18n::Texts& texts, const calendar::Date& date) {
    // "23/11/2026" without its year
    return short_weekday_text(texts, date) + " " + calendar::vietnamese(date).substr(0, 5);
}

std::string date_text(const i18n::Texts& texts, const calendar::Date& date) {
    constexpr std::size_t kMonths = 12;
    const std::string list = texts.get("date.months");
    const std::vector<std::string_view> months = form::between_commas(list);
    if (months.size() != kMonths || !calendar::is_valid(date)) {
        return calendar::vietnamese(date);
    }
    // A month in digits has two, and so has its day.
    const std::string month(months[static_cast<std::size_t>(date.month - 1)]);
    const bool padded = date.day < 10 && month.front() <= '9';
    return texts.get("date.written", {{"day", (padded ? "0" : "") + std::to_string(date.day)},
                                      {"month", month},
                                      {"year", std::to_string(date.year)}});
}

std::string day_text(const i18n::Texts& texts, const calendar::Date& date) {
    return texts.get("date.with_weekday",
                     {{"weekday", weekday_text(texts, date)}, {"date", date_text(texts, date)}});
}

std::string moment_text(const i18n::Texts& texts, std::int64_t utc_secs) {
    return texts.get("date.moment", {{"time", calendar::time_in_vietnam(utc_secs)},
                                     {"day", day_text(texts, calendar::day_in_vietnam(utc_secs))}});
}

std::string until_text(const i18n::Texts& texts, std::int64_t utc_secs, std::int64_t now_secs) {
    return calendar::day_in_vietnam(utc_secs) == calendar::day_in_vietnam(now_secs)
               ? calendar::time_in_vietnam(utc_secs)
               : moment_text(texts, utc_secs);
}

std::string size_text(const i18n::Texts& texts, std::int64_t bytes) {
    constexpr std::int64_t kKilo = 1024;
    constexpr std::int64_t kMega = kKilo * kKilo;
    if (bytes < kMega) {
        return texts.get("size.kb", {{"count", std::to_string((bytes + kKilo - 1) / kKilo)}});
    }
    const std::int64_t tenths = bytes * 10 / kMega;
    return texts.get("size.mb",
                     {{"whole", std::to_string(tenths / 10)}, {"tenths", std::to_string(tenths % 10)}});
}

std::string file_text(const i18n::Texts& texts, const std::string& media_type, std::int64_t bytes) {
    const char* kind = media_type == "application/pdf" ? "PDF" : media_type == "image/png" ? "PNG" : "JPEG";
    return std::string(kind) + ", " + size_text(texts, bytes);
}

std::string limit_text(const i18n::Texts& texts, const catalogue::TimeLimit& limit) {
    std::string text;
    const auto add = [&text](const std::string& line) { text += (text.empty() ? "" : "\n") + line; };
    for (const catalogue::LimitStep& step : limit.steps) {
        const std::string time = texts.get(unit_key(step.unit), {{"count", std::to_string(step.value)}});
        add(step.who.empty() ? time : line_of(texts, step.who.in(texts.lang()), time));
    }
    if (limit.cut_off_minute) {
        constexpr int kMinutes = 60;
        const int minute = *limit.cut_off_minute % kMinutes;
        add(texts.get("limit.cut_off", {{"time", std::to_string(*limit.cut_off_minute / kMinutes) + ":" +
                                                     (minute < 10 ? "0" : "") + std::to_string(minute)}}));
    }
    if (!limit.note.empty()) {
        add(limit.note.in(texts.lang()));
    }
    return text;
}

std::string money_text(const i18n::Texts& texts, std::int64_t dong) {
    return number_text(texts, dong) + " đ";
}

std::string amount_text(const i18n::Texts& texts, std::int64_t dong) {
    return dong == 0 ? texts.get("fee.free") : money_text(texts, dong);
}

std::string source_text(const i18n::Texts& texts, const catalogue::Provenance& from) {
    const auto day = calendar::parse_iso(from.checked_on);
    i18n::Args args = {{"source", from.source}, {"day", day ? date_text(texts, *day) : from.checked_on}};
    if (from.verified) {
        return texts.get("source.verified", args);
    }
    switch (from.confidence) {
        case catalogue::Confidence::High:
            args.emplace_back("confidence", texts.get("source.high"));
            break;
        case catalogue::Confidence::Medium:
            args.emplace_back("confidence", texts.get("source.medium"));
            break;
        case catalogue::Confidence::Low:
            args.emplace_back("confidence", texts.get("source.low"));
            break;
    }
    return texts.get("source.draft", args);
}

std::string given_text(const i18n::Texts& texts, form::Provision provision,
                       const catalogue::Document* document) {
    return provision == form::Provision::Attached ? texts.get("provision.was_attached")
                                                  : provision_text(texts, provision, document);
}

std::string provision_text(const i18n::Texts& texts, form::Provision provision,
                           const catalogue::Document* document) {
    switch (provision) {
        case form::Provision::Attached:
            return texts.get("provision.attached");
        case form::Provision::AtCounter:
            return texts.get(document != nullptr && document->present_only ? "provision.shown"
                                                                           : "provision.at_counter");
        case form::Provision::StateHasIt:
            return texts.get("provision.state_has_it");
    }
    return "";
}

std::string kind_text(const i18n::Texts& texts, const catalogue::Document& document) {
    switch (document.kind) {
        case catalogue::DocumentKind::Original:
            return texts.get("document.original");
        case catalogue::DocumentKind::CertifiedCopy:
            return texts.get("document.certified_copy");
        case catalogue::DocumentKind::Copy:
            return texts.get("document.copy");
        case catalogue::DocumentKind::Digital:
            return texts.get("document.digital");
    }
    return "";
}

std::string state_text(const i18n::Texts& texts, const std::string& state) {
    if (state == "handed_in") {
        return texts.get("state.handed_in");
    }
    if (state == "passed_on") {
        return texts.get("state.passed_on");
    }
    if (state == "taken_back") {
        return texts.get("state.taken_back");
    }
    return state == "received_by_clerk" ? texts.get("state.received_by_clerk") : texts.get("state.other");
}

std::string finding_text(const i18n::Texts& texts, const Finding& finding) {
    return texts.has("finding." + finding.code) ? texts.sentence(finding) : texts.get("finding.other");
}

std::string finding_text(const i18n::Texts& texts, const catalogue::Procedure& procedure,
                         const Finding& finding) {
    const catalogue::Text* message = form::message_of(procedure, finding);
    return message == nullptr ? finding_text(texts, finding) : message->in(texts.lang());
}

std::string finding_place(const i18n::Texts& texts, const catalogue::Procedure& procedure,
                          const std::string& field, bool on_record) {
    const std::string& lang = texts.lang();
    if (const auto spot = form::spot_of(procedure, field)) {
        const std::string& label = (on_record ? spot->question->on_record() : spot->question->label).in(lang);
        return spot->row < 0
                   ? label
                   : spot->group->repeat->item.in(lang) + " " + std::to_string(spot->row + 1) + " – " + label;
    }
    if (const catalogue::Group* group = procedure.group(field)) {
        return (on_record ? group->on_record() : group->title).in(lang);
    }
    if (field.compare(0, 7, "helper.") == 0 && texts.has(field)) {
        return texts.get(field);
    }
    const catalogue::Document* document = procedure.document(field);
    return document == nullptr ? "" : document->label.in(lang);
}

std::string line_of(const i18n::Texts& texts, const std::string& name, const std::string& sentence) {
    if (name.empty()) {
        return sentence;
    }
    // A declaration is a sentence, and called by it.
    const std::string called = name.back() == '.' ? name.substr(0, name.size() - 1) : name;
    return texts.get(name.back() == '?' ? "errors.line_question" : "errors.line",
                     {{"name", called}, {"error", sentence}});
}

bool is_chosen(std::string_view answer, std::string_view option) {
    const std::vector<std::string_view> chosen = form::between_commas(answer);
    return std::find(chosen.begin(), chosen.end(), option) != chosen.end();
}

bool matches(const std::string& name, const std::string& typed) {
    const std::string haystack = " " + text::search_key(name);
    std::string word;
    for (const char c : text::search_key(typed) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            if (haystack.find(" " + word) == std::string::npos) {
                return false;
            }
            word.clear();
        }
    }
    return true;
}

}  // namespace motcua::app
