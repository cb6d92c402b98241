#include "backend/http/reading.hpp"

#include <algorithm>

#include "backend/services/client_name.hpp"
#include "backend/services/kiosk_pass.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::backend::http {

namespace {

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

}  // namespace

Error refuse(ErrorCode code, std::string_view field, std::string_view finding) {
    return {.code = code,
            .detail = std::string(finding),
            .findings = {{std::string(field), std::string(finding), {}}}};
}

std::string client_of(const Backend& backend, const Request& request) {
    return services::is_kiosk_pass(backend.hasher, request.header("x-kiosk-pass"), backend.lost_kiosks)
               ? ""
               : services::client_name(backend.hasher, request.header("x-client-address"));
}

Result<json::Value> json_body(const Context& context) {
    return json::read(context.request.body);
}

Result<void> complete(std::vector<Finding> findings) {
    if (!findings.empty()) {
        return Error{.code = ErrorCode::InvalidInput, .detail = "body", .findings = std::move(findings)};
    }
    return {};
}

bool is_id(std::string_view text) {
    return is_hex(text, 32);
}

bool is_sha256(std::string_view text) {
    return is_hex(text, 64);
}

std::string query_text(const Context& context, std::string_view name) {
    const auto found = context.query.find(name);
    return found == context.query.end() ? "" : found->second;
}

std::optional<int> whole_number(std::string_view text) {
    if (text.empty() || text.size() > 9 ||
        !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    return std::stoi(std::string(text));
}

Response json_answer(int status, const json::Value& value) {
    return {.status = status, .body = json::write(value), .media_type = "application/json", .headers = {}};
}

}  // namespace motcua::backend::http
