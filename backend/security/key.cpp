#include "backend/security/key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <new>

namespace motcua::backend::security {

namespace {

Error cannot(const std::filesystem::path& file, const char* what) {
    return {ErrorCode::Unavailable,
            "key file " + file.string() + ": cannot " + what + ": " + std::strerror(errno)};
}

/// Closes a descriptor however a function is left.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return number_; }
    [[nodiscard]] bool valid() const { return number_ >= 0; }

private:
    int number_;
};

Result<void> write_synced(const std::filesystem::path& file, const Key& key) {
    const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!out.valid()) {
        return cannot(file, "create it");
    }
    if (::write(out.get(), key.data(), Key::kBytes) != static_cast<ssize_t>(Key::kBytes) ||
        ::fsync(out.get()) != 0) {
        return cannot(file, "write it");
    }
    return {};
}

/// Writes beside the place and links the result into it: two first starts at once agree on
/// one key, and a crash leaves either no key or a whole one.
Result<void> create(const std::filesystem::path& file) {
    std::filesystem::path beside = file;
    beside += ".new-" + std::to_string(randombytes_random());
    const auto written = write_synced(beside, Key::random());
    if (!written) {
        ::unlink(beside.c_str());
        return written.error();
    }
    const bool linked = ::link(beside.c_str(), file.c_str()) == 0 || errno == EEXIST;
    const int reason = errno;
    ::unlink(beside.c_str());
    if (!linked) {
        errno = reason;
        return cannot(file, "put it in place");
    }
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.valid() || ::fsync(directory.get()) != 0) {
        return cannot(folder, "sync the folder");
    }
    return {};
}

Result<void> check_guarded(const std::filesystem::path& file, int descriptor) {
    struct stat about {};
    if (::fstat(descriptor, &about) != 0) {
        return cannot(file, "look at it");
    }
    const std::string name = "key file " + file.string();
    if (!S_ISREG(about.st_mode)) {
        return Error{ErrorCode::InvalidInput, name + " is not a regular file"};
    }
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return Error{ErrorCode::Forbidden,
                     name + " can be read by other users; run: chmod 600 " + file.string()};
    }
    if (about.st_size != static_cast<off_t>(Key::kBytes)) {
        return Error{ErrorCode::InvalidInput, name + " has " + std::to_string(about.st_size) +
                                                  " bytes instead of 32; restore it from a backup. A new "
                                                  "key cannot open what the old one sealed"};
    }
    return {};
}

}  // namespace

Key::Key() {
    // Cheap and safe to repeat; guarded memory needs it.
    if (sodium_init() < 0) {
        throw std::bad_alloc();
    }
    bytes_.reset(static_cast<unsigned char*>(sodium_malloc(kBytes)), sodium_free);
    if (bytes_ == nullptr) {
        throw std::bad_alloc();
    }
}

Key Key::random() {
    Key key;
    randombytes_buf(key.bytes_.get(), kBytes);
    return key;
}

Result<Key> Key::from_bytes(std::string_view bytes) {
    if (bytes.size() != kBytes) {
        return Error{ErrorCode::InvalidInput, "a key has 32 bytes"};
    }
    Key key;
    std::memcpy(key.bytes_.get(), bytes.data(), kBytes);
    return key;
}

std::string Key::id() const {
    constexpr std::string_view kPurpose = "motcua key id v1";
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(kPurpose.data()),
                       kPurpose.size(), bytes_.get(), kBytes);
    return {reinterpret_cast<const char*>(hash.data()), 8};
}

Result<Key> open_key_file(const std::filesystem::path& file) {
    if (sodium_init() < 0) {
        return Error{ErrorCode::Unavailable, "libsodium cannot start"};
    }
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::symlink_status(file, ignored))) {
        if (file.has_parent_path()) {
            std::filesystem::create_directories(file.parent_path(), ignored);
        }
        MC_TRY(create(file));
    }
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!in.valid()) {
        return cannot(file, "open it");
    }
    MC_TRY(check_guarded(file, in.get()));
    std::array<char, Key::kBytes> bytes{};
    const ssize_t got = ::read(in.get(), bytes.data(), bytes.size());
    if (got != static_cast<ssize_t>(bytes.size())) {
        return cannot(file, "read it");
    }
    auto key = Key::from_bytes({bytes.data(), bytes.size()});
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

}  // namespace motcua::backend::security
