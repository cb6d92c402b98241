#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "backend/services/clock.hpp"
#include "backend/services/vault.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"
#include "shared/dossier/package.hpp"

namespace motcua::backend::services {

struct UploadRequest {
    std::string dossier;
    std::string sha256;
    std::int64_t size = 0;
    std::string media_type;
};

/// A part that has been looked at and sealed, ready to be stored.
struct SealedPart {
    std::string upload;
    int part = 0;
    storage::Sealed bytes;
};

/// Files on their way in, in sealed parts, before they belong to a dossier.
class Uploads {
public:
    static constexpr std::int64_t kPartBytes = 524288;
    static constexpr std::int64_t kMaxFileBytes = 10 << 20;
    static constexpr std::size_t kMaxFiles = 20;
    static constexpr std::int64_t kMaxDossierBytes = 50 << 20;
    /// Over all dossiers that have not been handed in; past it, Unavailable.
    static constexpr std::int64_t kMaxUnclaimedBytes = std::int64_t{4} << 30;
    static constexpr std::int64_t kKeepUnclaimedSecs = 24 * 3600;

    Uploads(const Vault& vault, Clock clock) : vault_(vault), clock_(std::move(clock)) {}

    /// A place for the file's parts; the same one when the dossier began it before.
    Result<std::string> begin(storage::Stores& stores, const UploadRequest& request) const;

    /// Checks number and length of a part and seals it. NotFound, Conflict, InvalidInput.
    Result<SealedPart> seal_part(storage::Stores& stores, std::string_view upload, int part,
                                 std::string_view bytes) const;
    /// Stores it. The same part again is fine; another one in its place is a Conflict.
    Result<void> store_part(storage::Stores& stores, const SealedPart& part, std::string_view bytes) const;

    /// All bytes of a file; InvalidInput when parts are missing.
    Result<std::string> read(storage::Stores& stores, std::string_view upload) const;

    /// Is each file here as the manifest says: for this dossier, complete, of this size,
    /// digest and kind? Findings at "files.<index>".
    Result<std::vector<Finding>> check(storage::Stores& stores, std::string_view dossier,
                                       const std::vector<dossier::FileEntry>& files) const;

private:
    Result<UploadRequest> about(const storage::UploadRecord& upload) const;
    Result<std::string> check_file(storage::Stores& stores, std::string_view dossier,
                                   const dossier::FileEntry& file) const;

    const Vault& vault_;
    Clock clock_;
};

/// "application/pdf", "image/jpeg", "image/png" by the first bytes; "" when none of them.
std::string_view media_type_of(std::string_view bytes);
bool is_accepted_media_type(std::string_view media_type);

}  // namespace motcua::backend::services
