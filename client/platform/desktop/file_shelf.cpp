#include "client/platform/desktop/file_shelf.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "shared/crypto/crypto.hpp"
#include "shared/text/text.hpp"

namespace motcua::kiosk {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t kMostBytes = 64U << 20U;

std::string first_bytes(const fs::path& path) {
    std::array<char, 8> start{};
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    return {start.data(), static_cast<std::size_t>(file.gcount())};
}

}  // namespace

std::string read_whole(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string media_type_of(std::string_view bytes) {
    constexpr std::array<std::pair<const char*, std::string_view>, 3> kStarts = {{
        {"application/pdf", "%PDF-"},
        {"image/jpeg", "\xFF\xD8\xFF"},
        {"image/png", "\x89PNG\r\n\x1A\n"},
    }};
    for (const auto& [type, start] : kStarts) {
        if (bytes.substr(0, start.size()) == start) {
            return type;
        }
    }
    return "";
}

std::vector<Attachable> attachable_files(const std::string& folder) {
    std::vector<Attachable> files;
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
        std::error_code ignored;
        if (!entry.is_regular_file(ignored) || entry.file_size(ignored) > kMostBytes) {
            continue;
        }
        std::string type = media_type_of(first_bytes(entry.path()));
        const std::string name = entry.path().filename().string();
        if (!type.empty() && text::is_utf8(name)) {
            files.push_back({entry.path().string(), text::nfc(name), std::move(type),
                             static_cast<std::int64_t>(entry.file_size(ignored))});
        }
    }
    std::sort(files.begin(), files.end(),
              [](const Attachable& a, const Attachable& b) { return a.name < b.name; });
    return files;
}

app::PickedFile FileShelf::pick(const Attachable& file) {
    std::string bytes = read_whole(file.path);
    app::PickedFile picked;
    picked.name = file.name;
    picked.size = static_cast<std::int64_t>(bytes.size());
    picked.media_type = media_type_of(bytes);
    picked.sha256 = crypto::hex(crypto::sha256(bytes));
    const std::lock_guard lock(mutex_);
    picked.handle = ++last_;
    bytes_[picked.handle] = std::move(bytes);
    return picked;
}

std::string FileShelf::bytes(int handle) {
    const std::lock_guard lock(mutex_);
    const auto at = bytes_.find(handle);
    return at == bytes_.end() ? std::string() : at->second;
}

void FileShelf::drop(const std::vector<int>& handles) {
    const std::lock_guard lock(mutex_);
    for (const int handle : handles) {
        bytes_.erase(handle);
    }
}

void FileShelf::clear() {
    const std::lock_guard lock(mutex_);
    bytes_.clear();
}

}  // namespace motcua::kiosk
