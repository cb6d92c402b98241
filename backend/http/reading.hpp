#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "backend/http/route.hpp"
#include "shared/core/result.hpp"
#include "shared/json/shape.hpp"
#include "shared/json/value.hpp"

/// What several handlers need to read a request and to answer.
namespace motcua::backend::http {

Error refuse(ErrorCode code, std::string_view field, std::string_view finding);

/// Who asks, for limits; "" has none: a kiosk with its pass.
std::string client_of(const Backend& backend, const Request& request);

/// The body as JSON; the whole of it is InvalidInput ("json.…") when it is none.
Result<json::Value> json_body(const Context& context);

/// The findings of a Shape as an Error, or nothing.
Result<void> complete(std::vector<Finding> findings);

/// Exactly 32 lower-case hex digits: ids made by clients and by us.
bool is_id(std::string_view text);
bool is_sha256(std::string_view text);

/// A parameter of the query; "" when absent.
std::string query_text(const Context& context, std::string_view name);
/// A whole number without sign, at most nine digits; nullopt when it is none.
std::optional<int> whole_number(std::string_view text);

Response json_answer(int status, const json::Value& value);

/// Runs `work` on a reader; its value or its error.
template <class T>
Result<T> read_with(const Context& context, const std::function<Result<T>(storage::Stores&)>& work) {
    std::optional<T> value;
    MC_TRY(context.backend.storage.read([&](storage::Stores& stores) -> Result<void> {
        MC_TRY_ASSIGN(value, work(stores));
        return {};
    }));
    return *std::move(value);
}

}  // namespace motcua::backend::http
