#include "backend/http/repeats.hpp"

#include <algorithm>

#include "backend/http/reading.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::backend::http {

namespace {

constexpr std::size_t kMaxKeyBytes = 80;
constexpr json::ReadLimits kAnswerLimits{.max_bytes = 8U << 20U, .max_depth = 8};

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= kMaxKeyBytes && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
               c == '_' || c == '-';
    });
}

std::string context_of(const RepeatKey& key) {
    return "answers/" + key.scope + "/" + key.key;
}

std::string encode(const Response& response) {
    json::Array headers;
    for (const auto& [name, value] : response.headers) {
        headers.push_back(json::Object{{"name", name}, {"value", value}});
    }
    return json::write(json::Object{{"status", response.status},
                                    {"media_type", response.media_type},
                                    {"headers", std::move(headers)},
                                    {"body", response.body}});
}

Result<Response> decode(std::string_view text) {
    MC_TRY_ASSIGN(const json::Value value, json::read(text, kAnswerLimits));
    Response response{.status = static_cast<int>(value.integer_or("status", 500)),
                      .body = value.text_or("body"),
                      .media_type = value.text_or("media_type"),
                      .headers = {}};
    for (const json::Value& header : value.array_at("headers")) {
        response.headers.emplace_back(header.text_or("name"), header.text_or("value"));
    }
    return response;
}

}  // namespace

Result<RepeatKey> Repeats::key_of(const Request& request, const std::string& user) const {
    const std::string_view key = request.header("idempotency-key");
    if (!is_key(key)) {
        return refuse(ErrorCode::InvalidInput, "Idempotency-Key", "idempotency_key.missing");
    }
    // A key names one request whatever its route, so the route is part of what must agree.
    const std::string whole =
        std::string(method_name(request.method)) + " " + request.path + "\n" + request.body;
    return RepeatKey{.scope = user.empty() ? "everyone" : "staff/" + user,
                     .key = std::string(key),
                     .request_hash = backend_.hasher.hash("request", whole)};
}

bool Repeats::enter(const RepeatKey& key) {
    const std::lock_guard lock(mutex_);
    return working_.insert(context_of(key)).second;
}

void Repeats::leave(const RepeatKey& key) {
    const std::lock_guard lock(mutex_);
    working_.erase(context_of(key));
}

Result<std::optional<Response>> Repeats::find(storage::Stores& stores, const RepeatKey& key) const {
    const auto record = stores.answers.answer(key.scope, key.key);
    if (!record) {
        return std::optional<Response>();
    }
    if (record->request_hash != key.request_hash) {
        return refuse(ErrorCode::KeyReused, "Idempotency-Key", "key_reused");
    }
    MC_TRY_ASSIGN(const std::string text, backend_.vault.open(record->answer, context_of(key)));
    MC_TRY_ASSIGN(Response response, decode(text));
    return std::optional<Response>(std::move(response));
}

void Repeats::keep(storage::Stores& stores, const RepeatKey& key, const Response& response) const {
    stores.answers.add(
        key.scope, key.key,
        {.request_hash = key.request_hash, .answer = backend_.vault.seal(encode(response), context_of(key))},
        backend_.clock());
}

bool Repeats::is_kept(const Response& response) {
    return response.status < 500 && response.status != 429;
}

}  // namespace motcua::backend::http
