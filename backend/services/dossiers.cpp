#include "backend/services/dossiers.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "backend/forwarding/delivery.hpp"
#include "backend/services/receipts.hpp"
#include "backend/services/refuse.hpp"
#include "shared/calendar/date.hpp"
#include "shared/form/competence.hpp"
#include "shared/form/form.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::backend::services {

namespace {

Error refuse_all(std::vector<Finding> findings, std::string_view why) {
    return {.code = ErrorCode::InvalidInput, .detail = std::string(why), .findings = std::move(findings)};
}

std::string envelope_context(std::string_view dossier) {
    return "dossiers/" + std::string(dossier) + "/envelope";
}

std::string applicant_context(std::string_view dossier) {
    return "dossiers/" + std::string(dossier) + "/applicant";
}

/// An edition is accepted while it is in force, and a day before and after: a clock or midnight.
Result<void> check_in_force(const catalogue::Procedure& procedure, const calendar::Date& today) {
    const auto shifted = [&today](int days) {
        return calendar::iso(calendar::from_days(calendar::days_since_1970(today) + days));
    };
    const catalogue::InForce& days = procedure.in_force;
    if (!days.until_day.empty() && days.until_day < shifted(-1)) {
        return refuse(ErrorCode::InvalidInput, "edition", "edition_ended");
    }
    if (shifted(1) < days.from_day) {
        return refuse(ErrorCode::InvalidInput, "edition", "edition_unknown");
    }
    return {};
}

}  // namespace

std::optional<Finding> office_finding(const catalogue::Procedure& procedure, const form::Form& form,
                                      const storage::OfficeRecord& office, const places::Places& places) {
    const form::Answers answers = form::effective(procedure, form.answers, form.today);
    return form::check_office(procedure, form::jurisdiction(procedure, answers, places),
                              {office.commune, storage::province_of(office)}, places);
}

Dossiers::Dossiers(const Assets& assets, const Vault& vault, const security::TokenHasher& hasher,
                   const Clock& clock, std::string public_url)
    : assets_(assets),
      vault_(vault),
      hasher_(hasher),
      clock_(clock),
      bookings_(clock, hasher),
      uploads_(vault, clock),
      public_url_(std::move(public_url)) {}

IdentityAnswer applicant_number(const catalogue::Procedure& procedure, const form::Answers& answers) {
    using catalogue::QuestionType;
    for (const catalogue::Group& group : procedure.groups) {
        for (const catalogue::Question& question : group.questions) {
            const auto answer = answers.find(question.id);
            if ((question.type == QuestionType::CitizenId || question.type == QuestionType::IdOrPassport) &&
                answer != answers.end()) {
                return {.question = question.id, .number = answer->second};
            }
        }
    }
    return {};
}

const catalogue::Procedure* Dossiers::procedure_of(const json::Value& envelope) const {
    const json::Value* form = envelope.find("form");
    return form == nullptr
               ? nullptr
               : assets_.catalogue().edition(form->text_or("procedure"), form->text_or("edition"));
}

Result<void> Dossiers::check_form(const form::Form& form) const {
    const catalogue::Procedure* procedure = assets_.catalogue().edition(form.procedure, form.edition);
    if (!assets_.catalogue().knows(form.procedure)) {
        return refuse(ErrorCode::InvalidInput, "procedure", "procedure_unknown");
    }
    if (procedure == nullptr) {
        return refuse(ErrorCode::InvalidInput, "edition", "edition_unknown");
    }
    // A day's difference is a clock or midnight; more is judged again for our own day, and
    // the person is told so, because the signed form names the day it was judged for.
    const calendar::Date today = calendar::day_in_vietnam(clock_());
    MC_TRY(check_in_force(*procedure, today));
    const std::int64_t apart = calendar::days_since_1970(form.today) - calendar::days_since_1970(today);
    std::vector<Finding> findings;
    form::Form judged = form;
    if (apart < -1 || apart > 1) {
        judged.today = today;
        findings.push_back(
            {"today",
             "day_changed",
             {{"given", calendar::vietnamese(form.today)}, {"today", calendar::vietnamese(today)}}});
    }
    for (Finding& finding : form::check(*procedure, judged, assets_.places())) {
        findings.push_back(std::move(finding));
    }
    if (!findings.empty()) {
        return refuse_all(std::move(findings), "form");
    }
    return {};
}

Result<CheckedDossier> Dossiers::check(storage::Stores& stores, const json::Value& envelope) const {
    MC_TRY_ASSIGN(dossier::Package package, dossier::open_package(envelope));
    const dossier::PackageRequest& request = package.request;
    if (stores.dossiers.dossier(request.id)) {
        return refuse(ErrorCode::Conflict, "id", "dossier_handed_in");
    }
    MC_TRY(check_form(request.form));
    const auto office = stores.offices.office(request.office);
    if (!office) {
        return refuse(ErrorCode::InvalidInput, "office", "office_unknown");
    }
    if (std::find(office->procedures.begin(), office->procedures.end(), request.form.procedure) ==
        office->procedures.end()) {
        return refuse(ErrorCode::InvalidInput, "office", "office_other_procedures");
    }
    // Whatever else is found here only warns: receiving elsewhere may be lawful.
    const catalogue::Procedure& procedure =
        *assets_.catalogue().edition(request.form.procedure, request.form.edition);
    if (auto found = office_finding(procedure, request.form, *office, assets_.places());
        found && found->code == form::kOfficeRefused) {
        return refuse_all({*std::move(found)}, "office");
    }
    MC_TRY_ASSIGN(std::vector<Finding> findings, uploads_.check(stores, request.id, request.files));
    if (!findings.empty()) {
        return refuse_all(std::move(findings), "files");
    }
    const std::string name = form::applicant_name(procedure, request.form.answers);
    const IdentityAnswer identity = applicant_number(procedure, request.form.answers);
    const std::string secret = receipt_secret();
    CheckedDossier checked{
        .package = {},
        .envelope = vault_.seal(json::write_canonical(envelope), envelope_context(request.id)),
        .applicant = vault_.seal(name, applicant_context(request.id)),
        .secret = secret,
        .secret_hash = hasher_.hash("receipt", secret),
        .who = who(identity),
        .who_question = identity.question};
    checked.package = std::move(package);
    return checked;
}

Result<std::string> Dossiers::take_code(storage::Stores& stores, std::string_view office_id) const {
    const auto office = stores.offices.office(office_id);
    if (!office) {
        return refuse(ErrorCode::InvalidInput, "office", "office_unknown");
    }
    const calendar::Date day = calendar::day_in_vietnam(clock_());
    const std::int64_t serial = stores.dossiers.next_serial(office->unit_code, code_day(day));
    return dossier_code(office->unit_code, day, serial);
}

std::string Dossiers::who(const IdentityAnswer& identity) const {
    return identity.number.empty() ? "" : hasher_.hash("person", identity.number);
}

Result<void> Dossiers::claim_person(storage::Stores& stores, const std::string& who,
                                    const std::string& question, std::string_view procedure,
                                    std::string_view booking) const {
    if (!who.empty() && !stores.bookings.claim_person(who, procedure, booking, clock_())) {
        return refuse(ErrorCode::Conflict, question, "person_has_appointment");
    }
    return {};
}

Result<void> Dossiers::claim_person(storage::Stores& stores, const storage::DossierRecord& dossier,
                                    std::string_view booking) const {
    MC_TRY_ASSIGN(const json::Value kept, envelope(dossier));
    MC_TRY_ASSIGN(const dossier::Package package, dossier::open_package(kept));
    const form::Form& form = package.request.form;
    const catalogue::Procedure* procedure = assets_.catalogue().edition(form.procedure, form.edition);
    if (procedure == nullptr) {
        return refuse(ErrorCode::Conflict, "edition", "edition_unknown");
    }
    const IdentityAnswer identity = applicant_number(*procedure, form.answers);
    return claim_person(stores, who(identity), identity.question, form.procedure, booking);
}

Result<protocol::Receipt> Dossiers::accept(storage::Stores& stores, const CheckedDossier& checked) const {
    const dossier::PackageRequest& request = checked.package.request;
    const std::int64_t now = clock_();
    if (stores.dossiers.dossier(request.id)) {
        return refuse(ErrorCode::Conflict, "id", "dossier_handed_in");
    }
    if (!stores.dossiers.use_nonce(request.nonce, now)) {
        return refuse(ErrorCode::Conflict, "nonce", "nonce_used");
    }
    MC_TRY(bookings_.confirm(stores, request.appointment.booking,
                             {.dossier = request.id,
                              .office = request.office,
                              .starts_at_secs = request.appointment.starts_at_secs}));
    MC_TRY(claim_person(stores, checked.who, checked.who_question, request.form.procedure,
                        request.appointment.booking));
    bookings_.stop_waiting(stores, request.id);
    for (const dossier::FileEntry& file : request.files) {
        // Checked before, but unfinished uploads are collected after a day.
        if (!stores.uploads.upload(file.upload)) {
            return refuse(ErrorCode::InvalidInput, "files", "files_missing");
        }
        stores.uploads.claim(file.upload);
    }
    MC_TRY_ASSIGN(const std::string code, take_code(stores, request.office));
    stores.dossiers.add({.id = request.id,
                         .code = code,
                         .secret_hash = checked.secret_hash,
                         .office = request.office,
                         .booking = request.appointment.booking,
                         .procedure = request.form.procedure,
                         .starts_at_secs = request.appointment.starts_at_secs,
                         .received_at_secs = now,
                         .state = "handed_in",
                         .version = 1,
                         .complete = true,
                         .applicant = checked.applicant,
                         .envelope = checked.envelope});
    stores.dossiers.add_event(request.id, {.state = "handed_in", .at_secs = now}, "citizen");
    stores.dossiers.add_outbox(kDestination, request.id,
                               forwarding::idempotency_key(kDestination, request.id, 1), now * 1000);
    return protocol::Receipt{.code = code,
                             .secret = checked.secret,
                             .received_at_secs = now,
                             .office = request.office,
                             .starts_at_secs = request.appointment.starts_at_secs,
                             .qr = qr_rows(public_url_ + "/tra-cuu#" + code)};
}

Result<storage::DossierRecord> Dossiers::find(storage::Stores& stores, std::string_view code,
                                              std::string_view secret) const {
    auto dossier = stores.dossiers.dossier_by_code(normalise_dossier_code(code));
    // An unknown code is compared as well, so that time does not tell which codes exist.
    const std::string stored = dossier ? dossier->secret_hash : hasher_.hash("receipt", "nobody");
    if (!hasher_.matches(stored, "receipt", normalise_receipt_secret(secret)) || !dossier) {
        return Error{.code = ErrorCode::NotFound, .detail = "no such code and secret", .findings = {}};
    }
    return *std::move(dossier);
}

Result<protocol::DossierStatus> Dossiers::status(storage::Stores& stores, std::string_view code,
                                                 std::string_view secret) const {
    MC_TRY_ASSIGN(const storage::DossierRecord dossier, find(stores, code, secret));
    protocol::DossierStatus status{.code = dossier.code,
                                   .procedure = dossier.procedure,
                                   .office = dossier.office,
                                   .starts_at_secs = dossier.starts_at_secs,
                                   .events = {},
                                   .forwarding = stores.dossiers.forwarding(dossier.id).state};
    for (const storage::EventRecord& event : stores.dossiers.events(dossier.id)) {
        status.events.push_back({.state = event.state, .at_secs = event.at_secs});
    }
    return status;
}

Result<json::Value> Dossiers::envelope(const storage::DossierRecord& dossier) const {
    MC_TRY_ASSIGN(const std::string text, vault_.open(dossier.envelope, envelope_context(dossier.id)));
    return json::read(text);
}

Result<std::string> Dossiers::applicant(const storage::Sealed& sealed, std::string_view dossier) const {
    return vault_.open(sealed, applicant_context(dossier));
}

}  // namespace motcua::backend::services
