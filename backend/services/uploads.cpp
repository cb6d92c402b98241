#include "backend/services/uploads.hpp"

#include <array>
#include <utility>

#include "backend/security/token.hpp"
#include "backend/services/refuse.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::backend::services {

namespace {

constexpr std::size_t kUploadIdBytes = 16;

std::string about_context(std::string_view upload) {
    return "uploads/" + std::string(upload) + "/about";
}

std::string part_context(std::string_view upload, int part) {
    return "upload_parts/" + std::string(upload) + "/" + std::to_string(part);
}

int parts_of(std::int64_t size) {
    return static_cast<int>((size + Uploads::kPartBytes - 1) / Uploads::kPartBytes);
}

std::int64_t bytes_of_part(std::int64_t size, int part) {
    return part + 1 < parts_of(size) ? Uploads::kPartBytes : size - part * Uploads::kPartBytes;
}

}  // namespace

std::string_view media_type_of(std::string_view bytes) {
    using Mark = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Mark, 3> kMarks{
        {{"%PDF-", "application/pdf"}, {"\xFF\xD8\xFF", "image/jpeg"}, {"\x89PNG\r\n\x1A\n", "image/png"}}};
    for (const auto& [mark, media_type] : kMarks) {
        if (bytes.substr(0, mark.size()) == mark) {
            return media_type;
        }
    }
    return "";
}

bool is_accepted_media_type(std::string_view media_type) {
    return media_type == "application/pdf" || media_type == "image/jpeg" || media_type == "image/png";
}

Result<UploadRequest> Uploads::about(const storage::UploadRecord& upload) const {
    MC_TRY_ASSIGN(const std::string text, vault_.open(upload.about, about_context(upload.id)));
    MC_TRY_ASSIGN(const json::Value value, json::read(text));
    return UploadRequest{.dossier = upload.dossier,
                         .sha256 = value.text_or("sha256"),
                         .size = upload.size,
                         .media_type = value.text_or("media_type")};
}

Result<std::string> Uploads::begin(storage::Stores& stores, const UploadRequest& request) const {
    if (stores.dossiers.dossier(request.dossier)) {
        return refuse(ErrorCode::Conflict, "dossier", "dossier_handed_in");
    }
    const auto earlier = stores.uploads.uploads_of(request.dossier);
    std::int64_t bytes = request.size;
    for (const storage::UploadRecord& upload : earlier) {
        MC_TRY_ASSIGN(const UploadRequest begun, about(upload));
        if (begun.sha256 == request.sha256 && begun.size == request.size &&
            begun.media_type == request.media_type) {
            return upload.id;
        }
        bytes += upload.size;
    }
    if (earlier.size() >= kMaxFiles) {
        return refuse(ErrorCode::TooLarge, "dossier", "too_many_files");
    }
    if (bytes > kMaxDossierBytes) {
        return refuse(ErrorCode::TooLarge, "dossier", "dossier_too_large");
    }
    if (stores.uploads.unclaimed_bytes() + request.size > kMaxUnclaimedBytes) {
        return Error{
            .code = ErrorCode::Unavailable, .detail = "too many bytes in unfinished uploads", .findings = {}};
    }
    const std::string id = security::random_token(kUploadIdBytes);
    const std::string text =
        json::write(json::Object{{"media_type", request.media_type}, {"sha256", request.sha256}});
    stores.uploads.add({.id = id,
                        .dossier = request.dossier,
                        .size = request.size,
                        .about = vault_.seal(text, about_context(id)),
                        .created_at_secs = clock_(),
                        .claimed = false});
    return id;
}

Result<SealedPart> Uploads::seal_part(storage::Stores& stores, std::string_view upload_id, int part,
                                      std::string_view bytes) const {
    const auto upload = stores.uploads.upload(upload_id);
    if (!upload || part < 0 || part >= parts_of(upload->size)) {
        return refuse(ErrorCode::NotFound, "upload", "upload_unknown");
    }
    if (static_cast<std::int64_t>(bytes.size()) != bytes_of_part(upload->size, part)) {
        return refuse(ErrorCode::InvalidInput, "", "part_size");
    }
    return SealedPart{
        .upload = upload->id, .part = part, .bytes = vault_.seal(bytes, part_context(upload_id, part))};
}

Result<void> Uploads::store_part(storage::Stores& stores, const SealedPart& part,
                                 std::string_view bytes) const {
    if (!stores.uploads.upload(part.upload)) {
        return refuse(ErrorCode::NotFound, "upload", "upload_unknown");
    }
    const auto earlier = stores.uploads.part(part.upload, part.part);
    if (!earlier) {
        stores.uploads.add_part(part.upload, part.part, part.bytes);
        return {};
    }
    MC_TRY_ASSIGN(const std::string stored, vault_.open(*earlier, part_context(part.upload, part.part)));
    if (stored != bytes) {
        return refuse(ErrorCode::Conflict, "", "part_differs");
    }
    return {};
}

Result<std::string> Uploads::read(storage::Stores& stores, std::string_view upload_id) const {
    const auto upload = stores.uploads.upload(upload_id);
    if (!upload) {
        return refuse(ErrorCode::InvalidInput, "", "file_missing");
    }
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(upload->size));
    for (int part = 0; part < parts_of(upload->size); ++part) {
        const auto sealed = stores.uploads.part(upload_id, part);
        if (!sealed) {
            return refuse(ErrorCode::InvalidInput, "", "file_missing");
        }
        MC_TRY_ASSIGN(const std::string plain, vault_.open(*sealed, part_context(upload_id, part)));
        bytes += plain;
    }
    return bytes;
}

Result<std::string> Uploads::check_file(storage::Stores& stores, std::string_view dossier,
                                        const dossier::FileEntry& file) const {
    const auto upload = stores.uploads.upload(file.upload);
    if (!upload || upload->dossier != dossier) {
        return std::string("file_missing");
    }
    MC_TRY_ASSIGN(const UploadRequest declared, about(*upload));
    if (declared.size != file.size) {
        return std::string("file_size");
    }
    auto bytes = read(stores, file.upload);
    if (!bytes) {
        return bytes.error().code == ErrorCode::InvalidInput ? Result<std::string>("file_missing")
                                                             : Result<std::string>(bytes.error());
    }
    if (crypto::hex(crypto::sha256(*bytes)) != file.sha256 || declared.sha256 != file.sha256) {
        return std::string("file_digest");
    }
    if (media_type_of(*bytes) != file.media_type || declared.media_type != file.media_type) {
        return std::string("file_type");
    }
    return std::string();
}

Result<std::vector<Finding>> Uploads::check(storage::Stores& stores, std::string_view dossier,
                                            const std::vector<dossier::FileEntry>& files) const {
    std::vector<Finding> findings;
    for (std::size_t index = 0; index < files.size(); ++index) {
        MC_TRY_ASSIGN(const std::string code, check_file(stores, dossier, files[index]));
        if (!code.empty()) {
            findings.push_back({"files." + std::to_string(index), code, {{"name", files[index].name}}});
        }
    }
    return findings;
}

}  // namespace motcua::backend::services
