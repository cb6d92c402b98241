#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace motcua::cli_test {

/// A folder that is there as long as this is.
class Scratch {
public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "motcua-cli-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~Scratch() { std::filesystem::remove_all(folder_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

    /// Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return path(name);
    }

    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream stream(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    /// A copy of the model procedure, one text in it replaced, with the lists beside it.
    std::string procedure(const std::string& from = "", const std::string& to = "") const {
        const std::filesystem::path assets = MOTCUA_SOURCE_DIR "/assets/procedures";
        std::filesystem::copy_file(assets / "lists.json", folder_ / "lists.json",
                                   std::filesystem::copy_options::overwrite_existing);
        std::ifstream stream(assets / "1.004873.json", std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(stream), {});
        const std::size_t at = from.empty() ? std::string::npos : text.find(from);
        if (at != std::string::npos) {
            text.replace(at, from.size(), to);
        }
        return write("1.004873.json", text);
    }

private:
    std::filesystem::path folder_;
};

}  // namespace motcua::cli_test
