#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace motcua {

/// What kind of failure this is. Decides the HTTP status and the text key
/// "error.<name>" (see error_name); the sentence itself lives in assets/lang.
enum class ErrorCode {
    InvalidInput,     ///< The caller's data is wrong; `findings` says where.
    Unauthenticated,  ///< No session, or wrong credentials.
    Forbidden,        ///< Known caller, not allowed.
    NotFound,         ///< No such thing, or not for this caller.
    Conflict,         ///< True a moment ago, not any more (slot taken, state moved on).
    KeyReused,        ///< Idempotency key seen before with another body (422).
    InFlight,         ///< The first request with this key is still being worked on (409).
    TooLarge,         ///< Over a stated limit.
    UnsupportedType,  ///< Media type not accepted here.
    TooMany,          ///< Rate or queue limit; try again later.
    Unavailable,      ///< A part we need does not answer now.
    Internal,         ///< A fault of ours.
};

/// Stable wire name, "invalid_input" for InvalidInput.
const char* error_name(ErrorCode code);

/// Every code, for tests and tables.
const std::vector<ErrorCode>& all_error_codes();

/// One thing wrong at one place: never a sentence, so that client and server
/// say the same in the reader's language.
struct Finding {
    std::string field;  ///< Question, document or JSON path, "" = the whole.
    std::string code;   ///< Text key without prefix: "finding.<code>" in assets/lang.
    std::vector<std::pair<std::string, std::string>> args;  ///< Values for the {placeholders} of the text.
    bool operator==(const Finding&) const = default;
};

/// Why something failed. `detail` is for the log only and never holds personal data.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    std::vector<Finding> findings;
    bool operator==(const Error&) const = default;
};

/// A value or an Error. Used for everything that can fail in normal life.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& operator*() & { return std::get<0>(state_); }
    [[nodiscard]] const T& operator*() const& { return std::get<0>(state_); }
    [[nodiscard]] T&& operator*() && { return std::get<0>(std::move(state_)); }
    [[nodiscard]] T* operator->() { return &std::get<0>(state_); }
    [[nodiscard]] const T* operator->() const { return &std::get<0>(state_); }
    [[nodiscard]] const Error& error() const& { return std::get<1>(state_); }
    [[nodiscard]] Error&& error() && { return std::get<1>(std::move(state_)); }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !error_.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const& { return *error_; }
    [[nodiscard]] Error&& error() && { return *std::move(error_); }

private:
    std::optional<Error> error_;
};

/// Returns from the calling function when `expression` failed.
#define MC_TRY(expression)                               \
    do {                                                 \
        if (auto mc_result = (expression); !mc_result) { \
            return std::move(mc_result).error();         \
        }                                                \
    } while (false)

#define MC_CONCAT_INNER(a, b) a##b
#define MC_CONCAT(a, b) MC_CONCAT_INNER(a, b)

/// `MC_TRY_ASSIGN(auto x, f())`: x is f's value, or the calling function returns f's error.
#define MC_TRY_ASSIGN(target, expression)                          \
    auto MC_CONCAT(mc_result_, __LINE__) = (expression);           \
    if (!MC_CONCAT(mc_result_, __LINE__)) {                        \
        return std::move(MC_CONCAT(mc_result_, __LINE__)).error(); \
    }                                                              \
    target = *std::move(MC_CONCAT(mc_result_, __LINE__))

}  // namespace motcua
