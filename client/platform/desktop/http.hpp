#pragma once

#include <string>
#include <utility>
#include <vector>

namespace motcua::kiosk {

struct HttpRequest {
    std::string method = "GET";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// status 0 when no answer came.
struct HttpReply {
    int status = 0;
    std::string body;
};

/// Asks and waits, at most half a minute; only for the worker's thread.
HttpReply perform(const HttpRequest& request);

/// The same, again with growing pauses while there is no answer, "too many" or a fault of the
/// other side; five times at most.
HttpReply perform_patiently(const HttpRequest& request);

}  // namespace motcua::kiosk
