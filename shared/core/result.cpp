#include "shared/core/result.hpp"

namespace motcua {

const char* error_name(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidInput:
            return "invalid_input";
        case ErrorCode::Unauthenticated:
            return "unauthenticated";
        case ErrorCode::Forbidden:
            return "forbidden";
        case ErrorCode::NotFound:
            return "not_found";
        case ErrorCode::Conflict:
            return "conflict";
        case ErrorCode::KeyReused:
            return "key_reused";
        case ErrorCode::InFlight:
            return "in_flight";
        case ErrorCode::TooLarge:
            return "too_large";
        case ErrorCode::UnsupportedType:
            return "unsupported_type";
        case ErrorCode::TooMany:
            return "too_many";
        case ErrorCode::Unavailable:
            return "unavailable";
        case ErrorCode::Internal:
            return "internal";
    }
    return "internal";
}

const std::vector<ErrorCode>& all_error_codes() {
    static const std::vector<ErrorCode> kAll = {
        ErrorCode::InvalidInput,    ErrorCode::Unauthenticated, ErrorCode::Forbidden,   ErrorCode::NotFound,
        ErrorCode::Conflict,        ErrorCode::KeyReused,       ErrorCode::InFlight,    ErrorCode::TooLarge,
        ErrorCode::UnsupportedType, ErrorCode::TooMany,         ErrorCode::Unavailable, ErrorCode::Internal,
    };
    return kAll;
}

}  // namespace motcua
