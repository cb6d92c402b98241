#include "backend/security/sealer.hpp"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace motcua::backend::security {

namespace {

constexpr char kFormat = 1;
constexpr std::size_t kIdBytes = 8;
constexpr std::size_t kHeaderBytes = 1 + kIdBytes;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(Sealer::kOverhead == kHeaderBytes + kNonceBytes + kTagBytes);

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

/// The header is authenticated too, so that format and key id cannot be altered.
std::string associated(std::string_view header, std::string_view context) {
    return std::string(header).append(context);
}

Error broken() {
    return {ErrorCode::Internal, "sealed data cannot be opened"};
}

}  // namespace

Sealer::Sealer(Key current, std::vector<Key> retired)
    : current_(std::move(current)), current_id_(current_.id()) {
    for (Key& key : retired) {
        std::string id = key.id();
        retired_.emplace_back(std::move(id), std::move(key));
    }
}

Result<Sealer> Sealer::open_folder(const std::filesystem::path& folder) {
    MC_TRY_ASSIGN(Key current, open_key_file(folder / "storage.key"));
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("storage-") && name.ends_with(".key")) {
            files.push_back(entry.path());
        }
    }
    if (failed) {
        return Error{ErrorCode::Unavailable, "cannot list key folder " + folder.string()};
    }
    std::sort(files.begin(), files.end());
    std::vector<Key> retired;
    for (const auto& file : files) {
        MC_TRY_ASSIGN(Key key, open_key_file(file));
        retired.push_back(std::move(key));
    }
    return Sealer(std::move(current), std::move(retired));
}

std::string Sealer::seal(std::string_view plain, std::string_view context) const {
    std::string sealed(plain.size() + kOverhead, '\0');
    sealed[0] = kFormat;
    std::copy(current_id_.begin(), current_id_.end(), sealed.begin() + 1);
    unsigned char* nonce = bytes_of(sealed) + kHeaderBytes;
    randombytes_buf(nonce, kNonceBytes);
    const std::string extra = associated(std::string_view(sealed).substr(0, kHeaderBytes), context);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceBytes, nullptr, bytes_of(plain), plain.size(),
                                               bytes_of(extra), extra.size(), nullptr, nonce,
                                               current_.data());
    return sealed;
}

Result<std::string> Sealer::open(std::string_view sealed, std::string_view context) const {
    if (sealed.size() < kOverhead || sealed[0] != kFormat) {
        return broken();
    }
    const Key* key = find(sealed.substr(1, kIdBytes));
    if (key == nullptr) {
        return Error{ErrorCode::Internal, "sealed with a key that is not in the key folder"};
    }
    const std::string extra = associated(sealed.substr(0, kHeaderBytes), context);
    const std::string_view nonce = sealed.substr(kHeaderBytes, kNonceBytes);
    const std::string_view cipher = sealed.substr(kHeaderBytes + kNonceBytes);
    std::string plain(cipher.size() - kTagBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, bytes_of(cipher),
                                                   cipher.size(), bytes_of(extra), extra.size(),
                                                   bytes_of(nonce), key->data()) != 0) {
        return broken();
    }
    return plain;
}

bool Sealer::is_retired(std::string_view sealed) const {
    return sealed.size() >= kHeaderBytes && sealed.substr(1, kIdBytes) != current_id_;
}

const Key* Sealer::find(std::string_view id) const {
    if (id == current_id_) {
        return &current_;
    }
    for (const auto& [retired_id, key] : retired_) {
        if (id == retired_id) {
            return &key;
        }
    }
    return nullptr;
}

}  // namespace motcua::backend::security
