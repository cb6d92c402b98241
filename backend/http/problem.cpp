#include "backend/http/problem.hpp"

#include "shared/form/message.hpp"
#include "shared/json/write.hpp"

namespace motcua::backend::http {

namespace {

constexpr const char* kRetryAfterSecs = "2";

/// How long to wait, where the error says it.
std::string retry_after(const Error& error) {
    for (const Finding& finding : error.findings) {
        for (const auto& [name, value] : finding.args) {
            if (name == "secs") {
                return value;
            }
        }
    }
    return kRetryAfterSecs;
}

bool is_unreadable(const Error& error) {
    return !error.findings.empty() && (error.findings.front().code.rfind("json.", 0) == 0 ||
                                       error.findings.front().code.rfind("idempotency_key.", 0) == 0);
}

std::string sentence(const Finding& finding, const i18n::Texts& texts,
                     const catalogue::Procedure* procedure) {
    const catalogue::Text* own = procedure == nullptr ? nullptr : form::message_of(*procedure, finding);
    if (own != nullptr) {
        return own->in(texts.lang());
    }
    // The code of a check may be the procedure's own, too.
    return texts.has("finding." + finding.code) ? texts.sentence(finding) : texts.get("finding.other");
}

json::Value encode(const std::vector<Finding>& findings, const i18n::Texts& texts,
                   const catalogue::Procedure* procedure) {
    json::Array items;
    for (const Finding& finding : findings) {
        json::Object args;
        for (const auto& [name, value] : finding.args) {
            args.emplace_back(name, value);
        }
        items.push_back(json::Object{{"field", finding.field},
                                     {"code", finding.code},
                                     {"args", std::move(args)},
                                     {"message", sentence(finding, texts, procedure)}});
    }
    return items;
}

}  // namespace

int status_of(const Error& error) {
    switch (error.code) {
        case ErrorCode::InvalidInput:
            return is_unreadable(error) ? 400 : 422;
        case ErrorCode::Unauthenticated:
            return 401;
        case ErrorCode::Forbidden:
            return 403;
        case ErrorCode::NotFound:
            return 404;
        case ErrorCode::Conflict:
        case ErrorCode::InFlight:
            return 409;
        case ErrorCode::KeyReused:
            return 422;
        case ErrorCode::TooLarge:
            return 413;
        case ErrorCode::UnsupportedType:
            return 415;
        case ErrorCode::TooMany:
            return 429;
        case ErrorCode::Unavailable:
            return 503;
        case ErrorCode::Internal:
            return 500;
    }
    return 500;
}

Response problem(const Error& error, const i18n::Texts& texts, const catalogue::Procedure* procedure) {
    return problem(status_of(error), error, texts, procedure);
}

Response problem(int status, const Error& error, const i18n::Texts& texts,
                 const catalogue::Procedure* procedure) {
    const std::string name = error_name(error.code);
    Response response{
        .status = status,
        .body = json::write(json::Object{{"type", "about:blank"},
                                         {"title", texts.get("error." + name)},
                                         {"status", status},
                                         {"code", name},
                                         {"findings", encode(error.findings, texts, procedure)}}),
        .media_type = "application/problem+json",
        .headers = {}};
    response.headers.emplace_back("Content-Language", texts.lang());
    if (error.code == ErrorCode::Unavailable || error.code == ErrorCode::TooMany ||
        error.code == ErrorCode::InFlight) {
        response.headers.emplace_back("Retry-After", retry_after(error));
    }
    return response;
}

}  // namespace motcua::backend::http
