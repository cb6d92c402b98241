#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/security/token.hpp"
#include "backend/services/assets.hpp"
#include "backend/services/bookings.hpp"
#include "backend/services/clock.hpp"
#include "backend/services/uploads.hpp"
#include "backend/services/vault.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"
#include "shared/dossier/package.hpp"
#include "shared/json/value.hpp"
#include "shared/protocol/api.hpp"

namespace motcua::backend::services {

/// The name of the outbox's destination.
inline constexpr const char* kDestination = "province";

/// The number of an identity paper, and the question that asked for it.
struct IdentityAnswer {
    std::string question;
    std::string number;  ///< "": the form has none
};

/// A dossier that has been looked at and found complete, sealed and ready to be stored.
struct CheckedDossier {
    dossier::Package package;
    storage::Sealed envelope;
    storage::Sealed applicant;
    std::string secret;
    std::string secret_hash;
    std::string who;           ///< Keyed hash of the applicant's number; "" when the form has none
    std::string who_question;  ///< That asked for it
};

/// Takes dossiers in, only when they are complete, and tells their state.
class Dossiers {
public:
    Dossiers(const Assets& assets, const Vault& vault, const security::TokenHasher& hasher,
             const Clock& clock, std::string public_url);

    /// Everything that can be judged without changing anything: structure, signature, the
    /// form by the same rules as in the browser, every file. Slow (reads all files).
    Result<CheckedDossier> check(storage::Stores& stores, const json::Value& envelope) const;

    /// The procedure that an envelope, whatever else is in it, says it is for; nullptr when there is none.
    [[nodiscard]] const catalogue::Procedure* procedure_of(const json::Value& envelope) const;

    /// Stores it: nonce, appointment, files, code, events and outbox in one transaction.
    Result<protocol::Receipt> accept(storage::Stores& stores, const CheckedDossier& checked) const;

    /// The dossier of a slip; NotFound for a wrong pair, whichever is wrong.
    Result<storage::DossierRecord> find(storage::Stores& stores, std::string_view code,
                                        std::string_view secret) const;
    Result<protocol::DossierStatus> status(storage::Stores& stores, std::string_view code,
                                           std::string_view secret) const;

    /// Makes the booking the one appointment that the dossier's applicant has for its procedure. Conflict:
    /// they have another.
    Result<void> claim_person(storage::Stores& stores, const storage::DossierRecord& dossier,
                              std::string_view booking) const;

    /// The envelope as it was handed in.
    Result<json::Value> envelope(const storage::DossierRecord& dossier) const;
    Result<std::string> applicant(const storage::Sealed& sealed, std::string_view dossier) const;

    /// The body for the receiver (docs/API.md); the same bytes on every call.
    Result<std::string> forward_body(storage::Stores& stores, std::string_view id) const;

private:
    Result<void> check_form(const form::Form& form) const;
    /// `who` is a keyed hash, or "" when there is no number.
    Result<void> claim_person(storage::Stores& stores, const std::string& who, const std::string& question,
                              std::string_view procedure, std::string_view booking) const;
    [[nodiscard]] std::string who(const IdentityAnswer& identity) const;
    Result<std::string> take_code(storage::Stores& stores, std::string_view office) const;

    const Assets& assets_;
    const Vault& vault_;
    const security::TokenHasher& hasher_;
    Clock clock_;
    Bookings bookings_;
    Uploads uploads_;
    std::string public_url_;
};

/// The number of the applicant's identity paper: the first such answer outside of rows.
IdentityAnswer applicant_number(const catalogue::Procedure& procedure, const form::Answers& answers);

/// What there is to say of the office that the form was handed in at (form::check_office).
std::optional<Finding> office_finding(const catalogue::Procedure& procedure, const form::Form& form,
                                      const storage::OfficeRecord& office, const places::Places& places);

}  // namespace motcua::backend::services
