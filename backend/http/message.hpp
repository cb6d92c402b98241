#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Requests and answers as handlers see them: nothing of the HTTP library.
namespace motcua::backend::http {

enum class Method { Get, Head, Post, Put, Delete, Other };

const char* method_name(Method method);

struct Request {
    Method method = Method::Get;
    std::string path;                                         ///< as sent, not decoded
    std::string query;                                        ///< as sent, without "?"
    std::map<std::string, std::string, std::less<>> headers;  ///< names in lower case
    std::string body;

    /// "" when absent; `name` in lower case.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    /// The media type alone, lower case: "application/json".
    [[nodiscard]] std::string media_type() const;
    [[nodiscard]] std::string cookie(std::string_view name) const;
    /// The languages of Accept-Language ("vi" for "vi-VN"), the one wanted most first.
    [[nodiscard]] std::vector<std::string> languages() const;
};

struct Response {
    int status = 200;
    std::string body;
    std::string media_type = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;
    /// The office whose line it tells of: who has it already may wait for another. "": no line's.
    std::string watch = "";
};

/// Percent decoding ("+" stays as it is); nullopt when malformed or not UTF-8.
std::optional<std::string> url_decode(std::string_view text);

/// The parameters of a query in their order; nullopt when one is malformed or comes twice.
std::optional<std::map<std::string, std::string, std::less<>>> parse_query(std::string_view query);

}  // namespace motcua::backend::http
