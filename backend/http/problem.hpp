#pragma once

#include "backend/http/message.hpp"
#include "backend/services/assets.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::http {

/// The HTTP status of an error. A body that is no JSON, and a missing idempotency key, are
/// 400; other wrong data is 422.
int status_of(const Error& error);

/// The one place where an Error becomes an answer: application/problem+json (RFC 9457) with
/// its sentences in the reader's language. `detail` stays here. What the procedure (if any) says
/// of its own checks comes before our words.
Response problem(const Error& error, const i18n::Texts& texts,
                 const catalogue::Procedure* procedure = nullptr);
/// The same with another status.
Response problem(int status, const Error& error, const i18n::Texts& texts,
                 const catalogue::Procedure* procedure = nullptr);

}  // namespace motcua::backend::http
