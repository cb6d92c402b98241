#include "client/cli/history.hpp"

#include <algorithm>

#include "client/cli/files.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/json/read.hpp"

namespace motcua::cli {

Result<json::Value> read_digests(const std::filesystem::path& history) {
    const std::filesystem::path file = history / "digests.json";
    if (!std::filesystem::exists(file)) {
        return json::Value(json::Object());
    }
    MC_TRY_ASSIGN(const std::string text, read_whole(file.string()));
    return json::read(text);
}

std::vector<Located> changed_history(const std::filesystem::path& history) {
    std::vector<Located> changed;
    const auto note = [&](const std::string& file, const std::string& name) {
        changed.push_back({file, {}, false, {"", "history.changed", {{"name", name}}}});
    };
    const Result<json::Value> digests = read_digests(history);
    if (!digests || digests->object() == nullptr) {
        note((history / "digests.json").string(), "digests.json");
        return changed;
    }
    for (const auto& [name, digest] : *digests->object()) {
        const std::string path = (history / (name + ".json")).string();
        const Result<std::string> text = read_whole(path);
        if (!text || digest.string() == nullptr || crypto::hex(crypto::sha256(*text)) != *digest.string()) {
            note(path, name);
        }
    }
    return changed;
}

std::vector<std::string> earlier_files(const std::filesystem::path& history, const std::string& code) {
    std::vector<std::string> files;
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator(history, fault)) {
        if (entry.path().extension() == ".json" && entry.path().stem().string().rfind(code + "@", 0) == 0) {
            files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace motcua::cli
