#include "client/cli/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace motcua::cli {
namespace {

Error not_written(const std::string& path) {
    return Error{ErrorCode::Unavailable, path + " cannot be written", {}};
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

}  // namespace

Result<std::string> read_whole(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream || std::filesystem::is_directory(path)) {
        return Error{ErrorCode::NotFound, path + " cannot be read", {}};
    }
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

Result<void> write_whole(const std::string& path, std::string_view bytes, Access access) {
    const bool secret = access == Access::Secret;
    // What has not changed keeps its time, so that nothing is made again because of it.
    if (const Result<std::string> there = read_whole(path); !secret && there && *there == bytes) {
        return {};
    }
    const std::string beside = secret ? path : path + ".new";
    const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (secret ? O_EXCL : O_TRUNC);
    const int file =
        ::open(beside.c_str(), flags, secret ? S_IRUSR | S_IWUSR : S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    if (file < 0) {
        return not_written(path);
    }
    const bool written = write_all(file, bytes);
    const bool closed = ::close(file) == 0;
    if (!written || !closed) {
        return not_written(path);
    }
    std::error_code fault;
    if (!secret) {
        std::filesystem::rename(beside, path, fault);
    }
    return fault ? Result<void>(not_written(path)) : Result<void>();
}

}  // namespace motcua::cli
