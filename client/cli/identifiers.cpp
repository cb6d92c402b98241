#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "client/cli/clock.hpp"
#include "client/cli/commands.hpp"
#include "client/cli/lines.hpp"
#include "shared/calendar/date.hpp"
#include "shared/identity/card_qr.hpp"
#include "shared/identity/citizen_id_report.hpp"
#include "shared/identity/identity.hpp"

namespace motcua::cli {
namespace {

constexpr std::size_t kTaxDigits = 10;
constexpr std::array<std::string_view, 6> kKinds = {"citizen", "old_card", "tax",
                                                    "phone",   "passport", "card"};

struct IdOptions {
    std::string kind;  ///< "" = by what the text looks like
    std::vector<std::string> given;
    std::string born;
    std::string sex;
    std::string today;
    std::string lang = "vi";
    std::optional<calendar::Date> born_on;  ///< `born`, understood
    std::optional<calendar::Date> today_on;
};

std::optional<identity::Sex> sex_called(const std::string& name) {
    if (name == "nam") {
        return identity::Sex::Male;
    }
    return name == "nu" ? std::optional(identity::Sex::Female) : std::nullopt;
}

std::string name_of(identity::Sex sex) {
    return sex == identity::Sex::Male ? "nam" : "nu";
}

/// "number: 084090000001" on a line each, and the sentences below.
Said described(const json::Object& members, std::vector<Finding> findings, const i18n::Texts& texts,
               bool fine) {
    Said said;
    for (const auto& [name, value] : members) {
        const std::string words = value.string() != nullptr    ? *value.string()
                                  : value.integer() != nullptr ? std::to_string(*value.integer())
                                                               : "";
        if (!words.empty()) {
            said.text += (said.text.empty() ? "" : "\n") + name + ": " + words;
        }
    }
    for (const Finding& finding : findings) {
        said.text += (said.text.empty() ? "" : "\n") + texts.sentence(finding) + " [" + finding.code + "]";
    }
    json::Object whole = members;
    whole.emplace_back("findings", json_of(findings, texts));
    said.json = std::move(whole);
    said.fine = fine;
    return said;
}

Said citizen(std::string_view line, const IdOptions& options, const i18n::Texts& texts) {
    const std::string number = identity::compact_number(line);
    const identity::CitizenIdReport report =
        identity::report_citizen_id(number, {options.born_on, sex_called(options.sex), options.today_on});
    json::Object members{{"number", number}};
    if (report.id) {
        members.emplace_back("province", report.id->province);
        members.emplace_back("province_name", report.province_name);
        members.emplace_back("sex", name_of(report.id->sex));
        members.emplace_back("birth_year", report.id->birth_year);
    }
    std::vector<Finding> findings = report.findings;
    findings.insert(findings.end(), report.remarks.begin(), report.remarks.end());
    return described(members, std::move(findings), texts, report.findings.empty());
}

Said card(std::string_view line, const i18n::Texts& texts) {
    const Result<identity::CardQr> read = identity::read_card_qr(line);
    if (!read) {
        return mistake(read.error().findings.empty() ? Finding{"", "card_qr", {}} : read.error().findings[0],
                       texts);
    }
    json::Object members{{"number", read->number}, {"old_card", read->old_card}, {"name", read->name}};
    members.emplace_back("born", read->born ? calendar::iso(*read->born) : "");
    members.emplace_back("sex", read->sex ? name_of(*read->sex) : "");
    members.emplace_back("address", read->address);
    members.emplace_back("issued", read->issued ? calendar::iso(*read->issued) : "");
    return described(members, read->findings, texts, read->findings.empty());
}

Said checked(std::string number, std::string_view code, const i18n::Texts& texts) {
    std::vector<Finding> findings;
    if (!code.empty()) {
        findings.push_back({"", std::string(code), {}});
    }
    return described({{"number", std::move(number)}}, std::move(findings), texts, code.empty());
}

/// What kind of number this most likely is.
std::string_view kind_of(std::string_view line) {
    if (line.find('|') != std::string_view::npos) {
        return "card";
    }
    const std::string number = identity::compact_number(line);
    if (identity::check_phone(identity::normalise_phone(line)).empty()) {
        return "phone";
    }
    if (identity::check_old_card(number).empty()) {
        return "old_card";
    }
    const bool letter = !number.empty() && number.front() >= 'A' && number.front() <= 'Z';
    const std::string tax = identity::normalise_tax_code(line);
    const bool taxed = tax.find('-') != std::string::npos || tax.size() == kTaxDigits;
    return letter ? "passport" : taxed ? "tax" : "citizen";
}

Said by_kind(std::string_view kind, std::string_view line, const IdOptions& options,
             const i18n::Texts& texts) {
    if (kind == "citizen") {
        return citizen(line, options, texts);
    }
    if (kind == "card") {
        return card(line, texts);
    }
    if (kind == "old_card") {
        const std::string number = identity::compact_number(line);
        return checked(number, identity::check_old_card(number), texts);
    }
    if (kind == "tax") {
        const std::string number = identity::normalise_tax_code(line);
        return checked(number, identity::check_tax_code(number), texts);
    }
    if (kind == "phone") {
        const std::string number = identity::normalise_phone(line);
        return checked(number, identity::check_phone(number), texts);
    }
    return checked(std::string(line), identity::check_passport(line), texts);
}

Said said_of(std::string_view line, const IdOptions& options, const i18n::Texts& texts) {
    const std::string_view kind = options.kind.empty() ? kind_of(line) : options.kind;
    Said said = by_kind(kind, line, options, texts);
    json::Object members{{"kind", kind}};
    members.insert(members.end(), said.json.object()->begin(), said.json.object()->end());
    said.json = std::move(members);
    if (options.kind.empty()) {
        said.text = "kind: " + std::string(kind) + "\n" + said.text;
    }
    return said;
}

}  // namespace

Action add_id(CLI::App& app) {
    auto options = std::make_shared<IdOptions>();
    app.add_option("TEXT", options->given,
                   "a number, or the text of a card's QR code; else one on each line of the input. "
                   "Before it: citizen, old_card, tax, phone, passport or card, when it is known which");
    app.add_option("--born", options->born, "citizen: the day the person was born, 1990-03-27");
    app.add_option("--sex", options->sex, "citizen: nam, nu")->check(CLI::IsMember({"nam", "nu"}));
    app.add_option("--today", options->today, "citizen: no year of birth may be after this day; else today");
    app.add_option("--lang", options->lang, "vi, en")->check(CLI::IsMember({"vi", "en"}));
    return [options](Session& session) {
        const Result<calendar::Date> today = day_or_today(options->today);
        options->born_on = calendar::parse_typed(options->born);
        if (!today || (!options->born.empty() && !options->born_on)) {
            return refuse(session,
                          today ? options->born + " is no day; days are written 1990-03-27 or 27/3/1990"
                                : today.error().detail);
        }
        options->today_on = *today;
        const i18n::Texts texts = read_texts(session, options->lang);
        std::vector<std::string>& given = options->given;
        if (!given.empty() && std::find(kKinds.begin(), kKinds.end(), given.front()) != kKinds.end()) {
            options->kind = given.front();
            given.erase(given.begin());
        }
        return filter(options->given, session,
                      [&](std::string_view line) { return said_of(line, *options, texts); });
    };
}

}  // namespace motcua::cli
