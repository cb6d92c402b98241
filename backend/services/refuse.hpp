#pragma once

#include <string>
#include <string_view>

#include "shared/core/result.hpp"

namespace motcua::backend::services {

/// An Error with one finding at one place.
inline Error refuse(ErrorCode code, std::string_view field, std::string_view finding) {
    return {.code = code,
            .detail = std::string(finding),
            .findings = {{std::string(field), std::string(finding), {}}}};
}

}  // namespace motcua::backend::services
