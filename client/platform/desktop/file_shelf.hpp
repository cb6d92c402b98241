#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "client/app/message.hpp"

namespace motcua::kiosk {

/// Whole content of a file; "" when it cannot be read.
std::string read_whole(const std::string& path);

/// By the first bytes: "application/pdf", "image/jpeg", "image/png" or "".
std::string media_type_of(std::string_view bytes);

/// A file that could be attached.
struct Attachable {
    std::string path;
    std::string name;
    std::string media_type;
    std::int64_t size = 0;
};
/// The PDF, JPEG and PNG files of a folder by name, sub-folders not looked into.
std::vector<Attachable> attachable_files(const std::string& folder);

/// Picked files: the application knows them by a number. Used by both threads.
class FileShelf {
public:
    /// Reads and digests the file.
    app::PickedFile pick(const Attachable& file);
    [[nodiscard]] std::string bytes(int handle);
    void drop(const std::vector<int>& handles);
    void clear();

private:
    std::mutex mutex_;
    std::map<int, std::string> bytes_;
    int last_ = 0;
};

}  // namespace motcua::kiosk
