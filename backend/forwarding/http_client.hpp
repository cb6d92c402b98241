#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace motcua::backend::forwarding {

struct HttpRequest {
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// What came back. `failure` is a code ("connect", "timeout", "cut_off", "too_large",
/// "tls", "cancelled", "transport"), "" when there was an answer.
struct HttpAnswer {
    std::string failure;
    int status = 0;
    std::string retry_after;  ///< The header as sent
    std::string body;
};

/// POSTs and waits for the answer; one caller at a time.
class HttpClient {
public:
    virtual ~HttpClient() = default;
    virtual HttpAnswer post(const HttpRequest& request) = 0;
    /// Makes the post under way, and all later ones, end at once. From any thread.
    virtual void cancel() = 0;
};

/// `total` is for small bodies; each 250 bytes more allow a millisecond more, so that a dossier
/// of 50 MiB is not given up for ever on a slow line.
struct HttpTimeouts {
    long connect_millis = 3'000;
    long total_millis = 20'000;
};

/// libcurl: kept connections, no redirects, no Expect, at most 64 KiB of answer, http and
/// https only, certificates verified.
std::unique_ptr<HttpClient> make_curl_client(HttpTimeouts timeouts = {});

}  // namespace motcua::backend::forwarding
