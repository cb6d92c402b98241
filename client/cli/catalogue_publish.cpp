#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>
#include <set>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/file_check.hpp"
#include "client/cli/files.hpp"
#include "client/cli/history.hpp"
#include "client/cli/procedure_file.hpp"
#include "shared/json/write.hpp"
#include "shared/publication/publication.hpp"

namespace motcua::cli {
namespace {

struct PublishOptions {
    std::string key;
    std::string out;
    std::vector<std::string> files;
};

/// The given files and the earlier editions beside them.
struct Gathered {
    std::vector<json::Value> values;
    std::vector<Located> errors;
};

Result<void> gather(const std::string& path, bool with_history, Gathered& gathered) {
    MC_TRY_ASSIGN(const ProcedureFile file, read_procedure_file(path));
    const std::vector<Located> errors = errors_among(check_file(file).findings);
    gathered.errors.insert(gathered.errors.end(), errors.begin(), errors.end());
    if (!file.procedure) {
        return {};
    }
    gathered.values.push_back(file.value);
    const std::filesystem::path history = std::filesystem::path(path).parent_path() / "history";
    for (const std::string& earlier :
         with_history ? earlier_files(history, file.procedure->code) : std::vector<std::string>()) {
        MC_TRY(gather(earlier, false, gathered));
    }
    return {};
}

/// Files of an earlier publishing that are no longer among these.
void remove_others(const std::filesystem::path& folder, const std::vector<publication::File>& files) {
    std::set<std::string> names;
    for (const publication::File& file : files) {
        names.insert(file.name);
    }
    std::error_code fault;
    std::vector<std::filesystem::path> others;
    for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
        const std::string name = entry.path().filename().string();
        const bool ours = name.find('@') != std::string::npos &&
                          (entry.path().extension() == ".json" || entry.path().extension() == ".sig");
        if (ours && !names.contains(name)) {
            others.push_back(entry.path());
        }
    }
    for (const auto& other : others) {
        std::filesystem::remove(other, fault);
    }
}

Result<publication::Key> read_key(const std::string& path) {
    MC_TRY_ASSIGN(const std::string text, read_whole(path));
    Result<publication::Key> key = publication::decode_secret(text);
    return key ? std::move(key) : Error{ErrorCode::InvalidInput, path + " is no key file", {}};
}

Result<void> write_files(const std::string& folder, const std::vector<publication::File>& files) {
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    for (const publication::File& file : files) {
        MC_TRY(write_whole((std::filesystem::path(folder) / file.name).string(), file.bytes));
    }
    remove_others(folder, files);
    return {};
}

int publish(const PublishOptions& options, Session& session) {
    const Result<publication::Key> key = read_key(options.key);
    if (!key) {
        return refuse(session, key.error().detail);
    }
    Gathered gathered;
    std::set<std::filesystem::path> histories;
    for (const std::string& path : options.files) {
        if (const Result<void> read = gather(path, true, gathered); !read) {
            return refuse(session, read.error().detail);
        }
        histories.insert(std::filesystem::path(path).parent_path() / "history");
    }
    for (const std::filesystem::path& history : histories) {
        for (Located& changed : changed_history(history)) {
            gathered.errors.push_back(std::move(changed));
        }
    }
    if (!gathered.errors.empty()) {
        return say_errors(gathered.errors, "not published", session);
    }
    const auto files = publication::publish(gathered.values, *key);
    if (!files) {
        return say_errors({{options.out, {}, false, files.error().findings.front()}}, "not published",
                          session);
    }
    if (const Result<void> written = write_files(options.out, *files); !written) {
        return refuse(session, written.error().detail);
    }
    const std::string id = publication::key_id(key->pair.public_key);
    if (session.json) {
        session.out << json::write(
                           json::Object{{"published", static_cast<std::int64_t>(gathered.values.size())},
                                        {"key", id},
                                        {"demonstration", key->demonstration}})
                    << '\n';
    } else {
        session.out << gathered.values.size() << " editions published in " << options.out << " with key "
                    << id << (key->demonstration ? " (demonstration)" : "") << '\n';
    }
    return kFine;
}

int make_key(const std::string& path, bool demonstration, Session& session) {
    publication::Seed seed{};
    crypto::random_bytes(seed);
    const std::string secret = publication::encode_secret(seed, demonstration);
    const Result<publication::Key> key = publication::decode_secret(secret);
    if (const Result<void> written = write_whole(path, secret, Access::Secret); !written) {
        return refuse(session, written.error().detail + " (a key is never written over)");
    }
    if (const Result<void> written = write_whole(path + ".pub", publication::encode_public(*key)); !written) {
        return refuse(session, written.error().detail);
    }
    const std::string id = publication::key_id(key->pair.public_key);
    if (session.json) {
        session.out << json::write(json::Object{{"key", id}, {"secret", path}, {"public", path + ".pub"}})
                    << '\n';
    } else {
        session.out << "key " << id << ": keep " << path << " secret, give away " << path << ".pub\n";
    }
    return kFine;
}

}  // namespace

Action add_catalogue_key(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    auto demonstration = std::make_shared<bool>(false);
    app.add_option("FILE", *file, "the secret key; FILE.pub is the public one")->required();
    app.add_flag("--demonstration", *demonstration, "for trying out: only a demonstration accepts it");
    return [file, demonstration](Session& session) { return make_key(*file, *demonstration, session); };
}

Action add_catalogue_publish(CLI::App& app) {
    auto options = std::make_shared<PublishOptions>();
    app.add_option("--key", options->key, "key file, see catalogue key")->required();
    app.add_option("--out", options->out, "folder the published files go into")->required();
    app.add_option("FILE", options->files, "procedure files; earlier editions in history/ come along")
        ->required();
    return [options](Session& session) { return publish(*options, session); };
}

}  // namespace motcua::cli
