#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "shared/catalogue/procedure.hpp"
#include "shared/core/result.hpp"
#include "shared/crypto/crypto.hpp"

namespace motcua::backend::services {

/// The procedures that dossiers may be handed in for, every edition of them.
class Catalogue {
public:
    /// Files as they are written (assets/procedures), with their lists and history/. InvalidInput or
    /// NotFound; `detail` names the file.
    static Result<Catalogue> read_sources(const std::filesystem::path& folder);

    /// What `motcua catalogue publish` wrote. Every file that the index lists must be signed with the
    /// trusted key; what the index does not list is not read. Forbidden when it was published with a
    /// demonstration key and this is none.
    static Result<Catalogue> read_published(const std::filesystem::path& folder,
                                            const crypto::PublicKey& trusted, bool demonstration);

    /// nullptr when there is no such edition.
    [[nodiscard]] const catalogue::Procedure* edition(std::string_view code, std::string_view edition) const;
    /// The latest edition; nullptr when there is none.
    [[nodiscard]] const catalogue::Procedure* latest(std::string_view code) const;
    [[nodiscard]] bool knows(std::string_view code) const {
        return procedures_.find(code) != procedures_.end();
    }

private:
    using Editions = std::map<std::string, catalogue::Procedure, std::less<>>;

    Result<void> add(const std::filesystem::path& file, const json::Value& value);

    std::map<std::string, Editions, std::less<>> procedures_;
};

}  // namespace motcua::backend::services
