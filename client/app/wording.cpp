#include "client/app/wording.hpp"

#include <utility>

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

std::string day_text(const i18n::Texts& texts, const calendar::Date& date) {
    return texts.get("date.with_weekday", {{"weekday", texts.get(weekday_key(calendar::weekday(date)))},
                                           {"date", calendar::vietnamese(date)}});
}

std::string moment_text(const i18n::Texts& texts, std::int64_t utc_secs) {
    return texts.get("date.moment", {{"time", calendar::time_in_vietnam(utc_secs)},
                                     {"day", day_text(texts, calendar::day_in_vietnam(utc_secs))}});
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
    for (const catalogue::LimitStep& step : limit.steps) {
        text += (text.empty() ? "" : "\n") +
                texts.get(unit_key(step.unit), {{"count", std::to_string(step.value)}});
    }
    return text.empty() ? limit.note.in(texts.lang()) : text;
}

std::string fee_text(const i18n::Texts& texts, const catalogue::Fee& fee) {
    const std::int64_t* dong = fee.amount_dong.integer();
    if (dong == nullptr) {
        return texts.get("fee.unknown");
    }
    return *dong == 0 ? texts.get("fee.free") : i18n::money_dong(*dong);
}

std::string with_source(const i18n::Texts& texts, std::string text, const catalogue::Provenance& from) {
    return from.verified ? std::move(text) : std::move(text) + "\n" + texts.get("source.unverified");
}

std::string given_text(const i18n::Texts& texts, form::Provision provision) {
    return provision == form::Provision::Attached ? texts.get("provision.was_attached")
                                                  : provision_text(texts, provision);
}

std::string provision_text(const i18n::Texts& texts, form::Provision provision) {
    switch (provision) {
        case form::Provision::Attached:
            return texts.get("provision.attached");
        case form::Provision::AtCounter:
            return texts.get("provision.at_counter");
        case form::Provision::StateHasIt:
            return texts.get("provision.state_has_it");
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
    return state == "received_by_clerk" ? texts.get("state.received_by_clerk") : texts.get("state.other");
}

std::string finding_text(const i18n::Texts& texts, const Finding& finding) {
    return texts.has("finding." + finding.code) ? texts.sentence(finding) : texts.get("finding.other");
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
