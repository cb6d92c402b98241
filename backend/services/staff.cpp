#include "backend/services/staff.hpp"

#include "backend/security/password.hpp"
#include "shared/dossier/package.hpp"
#include "shared/form/due.hpp"

namespace motcua::backend::services {

namespace {

constexpr std::size_t kTokenBytes = 32;

Error not_found() {
    return {.code = ErrorCode::NotFound, .detail = "no such dossier here", .findings = {}};
}

json::Value encode(const std::vector<storage::EventRecord>& events) {
    json::Array items;
    for (const storage::EventRecord& event : events) {
        items.push_back(json::Object{{"state", event.state}, {"at", event.at_secs}});
    }
    return items;
}

json::Value encode(const storage::ForwardingRecord& forwarding) {
    return json::Object{
        {"state", forwarding.state},
        {"attempts", forwarding.attempts},
        {"last_error", forwarding.last_error},
        {"delivered_at",
         forwarding.delivered_at_secs ? json::Value(*forwarding.delivered_at_secs) : json::Value()}};
}

json::Value encode(const std::vector<dossier::FileEntry>& files) {
    json::Array items;
    int index = 0;
    for (const dossier::FileEntry& file : files) {
        items.push_back(json::Object{{"index", index},
                                     {"document", file.document},
                                     {"name", file.name},
                                     {"media_type", file.media_type},
                                     {"size", file.size},
                                     {"sha256", file.sha256}});
        ++index;
    }
    return items;
}

json::Value encode(const form::Findings& findings) {
    json::Array items;
    for (const Finding& finding : findings) {
        json::Object args;
        for (const auto& [name, value] : finding.args) {
            args.emplace_back(name, value);
        }
        items.push_back(
            json::Object{{"field", finding.field}, {"code", finding.code}, {"args", std::move(args)}});
    }
    return items;
}

}  // namespace

Staff::Staff(const Assets& assets, const Dossiers& dossiers, const Uploads& uploads,
             const security::TokenHasher& hasher, Clock clock)
    : assets_(assets), dossiers_(dossiers), uploads_(uploads), hasher_(hasher), clock_(std::move(clock)) {}

Result<NewSession> Staff::sign_in(storage::Stores& stores, const std::string& user,
                                  std::string_view password) {
    const std::int64_t now = clock_();
    if (const std::int64_t wait = throttle_.wait_secs(user, now); wait > 0) {
        return Error{.code = ErrorCode::TooMany,
                     .detail = "too many failed logins",
                     .findings = {{"user", "wait_secs", {{"secs", std::to_string(wait)}}}}};
    }
    const auto staff = stores.staff.staff(user);
    const bool right =
        staff ? security::verify_password(staff->password_hash, password) : security::verify_nobody(password);
    if (!right) {
        throttle_.failed(user, now);
        return Error{.code = ErrorCode::Unauthenticated, .detail = "wrong user or password", .findings = {}};
    }
    throttle_.succeeded(user);
    NewSession session{
        .clerk = {.user = staff->user, .name = staff->name, .office = staff->office, .role = staff->role},
        .token = security::random_token(kTokenBytes),
        .record = {}};
    session.record = {.token_hash = hasher_.hash("session", session.token),
                      .user = staff->user,
                      .expires_at_secs = now + kSessionSecs};
    return session;
}

std::optional<Clerk> Staff::clerk(storage::Stores& stores, std::string_view token) const {
    const auto session = stores.staff.session(hasher_.hash("session", token));
    if (!session || session->expires_at_secs <= clock_()) {
        return std::nullopt;
    }
    const auto staff = stores.staff.staff(session->user);
    if (!staff) {
        return std::nullopt;
    }
    return Clerk{.user = staff->user, .name = staff->name, .office = staff->office, .role = staff->role};
}

void Staff::sign_out(storage::Stores& stores, std::string_view token) const {
    stores.staff.delete_session(hasher_.hash("session", token));
}

Result<DossierPage> Staff::list(storage::Stores& stores, const Clerk& clerk, std::string_view state,
                                int page) const {
    DossierPage found;
    const int count = stores.dossiers.count(clerk.office, state);
    found.pages = std::max(1, (count + kPageLines - 1) / kPageLines);
    found.lines = stores.dossiers.lines(clerk.office, state, kPageLines, (page - 1) * kPageLines);
    for (const storage::DossierLine& line : found.lines) {
        MC_TRY_ASSIGN(std::string name, dossiers_.applicant(line.applicant, line.id));
        found.applicants.push_back(std::move(name));
        found.due_at_secs.push_back(due_at_secs(stores, line.id));
    }
    return found;
}

std::optional<std::int64_t> Staff::due_at_secs(storage::Stores& stores, const storage::DossierRecord& dossier,
                                               const form::Form& form) const {
    std::int64_t from_secs = dossier.starts_at_secs;
    for (const storage::EventRecord& event : stores.dossiers.events(dossier.id)) {
        if (event.state == "received_by_clerk") {
            from_secs = event.at_secs;
        } else if (event.state == "taken_back") {
            from_secs = dossier.starts_at_secs;
        }
    }
    const catalogue::Procedure* procedure = assets_.catalogue().edition(dossier.procedure, form.edition);
    return procedure == nullptr ? std::nullopt
                                : form::due_at_secs(*procedure, form, from_secs, assets_.calendar());
}

std::optional<std::int64_t> Staff::due_at_secs(storage::Stores& stores, std::string_view id) const {
    const auto dossier = stores.dossiers.dossier(id);
    const auto envelope = dossier ? dossiers_.envelope(*dossier) : Result<json::Value>(not_found());
    const auto package = envelope ? dossier::open_package(*envelope) : Result<dossier::Package>(not_found());
    return package ? due_at_secs(stores, *dossier, package->request.form) : std::nullopt;
}

Result<storage::DossierRecord> Staff::find(storage::Stores& stores, const Clerk& clerk,
                                           std::string_view id) const {
    auto dossier = stores.dossiers.dossier(id);
    if (!dossier || dossier->office != clerk.office) {
        return not_found();
    }
    return *std::move(dossier);
}

Result<json::Value> Staff::detail(storage::Stores& stores, const Clerk& clerk, std::string_view id) const {
    MC_TRY_ASSIGN(const storage::DossierRecord dossier, find(stores, clerk, id));
    MC_TRY_ASSIGN(const json::Value envelope, dossiers_.envelope(dossier));
    // Opening checks digests and signature again, on what is stored now.
    MC_TRY_ASSIGN(const dossier::Package package, dossier::open_package(envelope));
    form::Findings findings;
    form::Findings warnings;
    if (const catalogue::Procedure* procedure =
            assets_.catalogue().edition(dossier.procedure, package.request.form.edition)) {
        findings = form::check(*procedure, package.request.form, assets_.places());
        warnings = form::warnings(*procedure, package.request.form, assets_.places());
        const auto office = stores.offices.office(dossier.office);
        auto found = office ? office_finding(*procedure, package.request.form, *office, assets_.places())
                            : std::nullopt;
        if (found) {
            warnings.insert(warnings.begin(), *std::move(found));
        }
    }
    const auto due = due_at_secs(stores, dossier, package.request.form);
    const auto booking = stores.bookings.booking(dossier.booking);
    return json::Value(json::Object{
        {"id", dossier.id},
        {"code", dossier.code},
        {"state", dossier.state},
        {"version", dossier.version},
        {"received_at", dossier.received_at_secs},
        {"starts_at", dossier.starts_at_secs},
        {"appointment", std::string(visits::name(booking ? booking->state : visits::State::None))},
        {"due_at", due ? json::Value(*due) : json::Value()},
        {"forwarding", encode(stores.dossiers.forwarding(dossier.id))},
        {"signature", json::Object{{"alg", "Ed25519"}, {"key", package.signer_key}, {"level", 1}}},
        {"manifest_sha256", package.manifest_sha256},
        {"form", form::encode(package.request.form)},
        {"files", encode(package.request.files)},
        {"findings", encode(findings)},
        {"warnings", encode(warnings)},
        {"events", encode(stores.dossiers.events(dossier.id))}});
}

Result<FileContent> Staff::file(storage::Stores& stores, const Clerk& clerk, std::string_view id,
                                int index) const {
    MC_TRY_ASSIGN(const storage::DossierRecord dossier, find(stores, clerk, id));
    MC_TRY_ASSIGN(const json::Value envelope, dossiers_.envelope(dossier));
    MC_TRY_ASSIGN(const dossier::Package package, dossier::open_package(envelope));
    const auto& files = package.request.files;
    if (index < 0 || static_cast<std::size_t>(index) >= files.size()) {
        return not_found();
    }
    const dossier::FileEntry& entry = files[static_cast<std::size_t>(index)];
    MC_TRY_ASSIGN(std::string bytes, uploads_.read(stores, entry.upload));
    return FileContent{.name = entry.name, .media_type = entry.media_type, .bytes = std::move(bytes)};
}

Result<json::Value> Staff::mark(storage::Stores& stores, const Clerk& clerk, std::string_view id, int version,
                                Mark mark) const {
    MC_TRY_ASSIGN(const storage::DossierRecord dossier, find(stores, clerk, id));
    const bool received = mark == Mark::Received;
    if (!(received ? stores.dossiers.mark_received(dossier.id, version)
                   : stores.dossiers.take_back_mark(dossier.id, version))) {
        return Error{.code = ErrorCode::Conflict,
                     .detail = "another version",
                     .findings = {{"version", "dossier_moved_on", {}}}};
    }
    if (received) {
        // Who is being served may book the next visit, and keeps it when the mark is taken back.
        stores.bookings.free_person_of(dossier.booking);
    }
    stores.dossiers.add_event(dossier.id,
                              {.state = received ? "received_by_clerk" : "taken_back", .at_secs = clock_()},
                              clerk.user);
    return detail(stores, clerk, id);
}

}  // namespace motcua::backend::services
