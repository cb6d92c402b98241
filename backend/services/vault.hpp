#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "backend/security/sealer.hpp"
#include "backend/storage/records.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::services {

/// Seals what is personal before it is given to the storage. The context names the table,
/// the row and the column, so that sealed values cannot change places.
class Vault {
public:
    explicit Vault(security::Sealer sealer) : sealer_(std::move(sealer)) {}

    [[nodiscard]] storage::Sealed seal(std::string_view plain, std::string_view context) const {
        return {sealer_.seal(plain, context)};
    }
    [[nodiscard]] Result<std::string> open(const storage::Sealed& sealed, std::string_view context) const {
        return sealer_.open(sealed.bytes, context);
    }

private:
    security::Sealer sealer_;
};

}  // namespace motcua::backend::services
