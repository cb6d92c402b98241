#pragma once

#include <string_view>

#include "shared/core/result.hpp"

namespace motcua::cli {

/// The finding of JSON's reader on `text` with what stands there and what belongs there, as the
/// args `found` and `expected`. A text in another encoding is "json.encoding", a mark of the
/// byte order before UTF-8 "json.byte_order_mark".
Finding explained_fault(std::string_view text, const Finding& finding);

}  // namespace motcua::cli
