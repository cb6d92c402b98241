#include <curl/curl.h>

#include <atomic>
#include <mutex>

#include "backend/forwarding/http_client.hpp"

namespace motcua::backend::forwarding {

namespace {

constexpr std::size_t kMaxAnswerBytes = 64U * 1024U;
/// The slowest line that a large dossier still gets through: 2 Mbit/s.
constexpr std::size_t kSlowestBytesAMilli = 250;

struct HeaderList {
    curl_slist* first = nullptr;
    HeaderList() = default;
    ~HeaderList() { curl_slist_free_all(first); }
    HeaderList(const HeaderList&) = delete;
    HeaderList& operator=(const HeaderList&) = delete;
    void add(const std::string& line) { first = curl_slist_append(first, line.c_str()); }
};

std::size_t keep_body(char* data, std::size_t size, std::size_t count, void* user) {
    auto& body = *static_cast<std::string*>(user);
    if (body.size() + size * count > kMaxAnswerBytes) {
        return 0;  // curl ends with CURLE_WRITE_ERROR
    }
    body.append(data, size * count);
    return size * count;
}

const char* failure_name(CURLcode code) {
    // A table of the ones that need telling apart, not all of curl's.
    if (code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST) {
        return "connect";
    }
    if (code == CURLE_OPERATION_TIMEDOUT) {
        return "timeout";
    }
    if (code == CURLE_WRITE_ERROR) {
        return "too_large";
    }
    if (code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR ||
        code == CURLE_PARTIAL_FILE) {
        return "cut_off";
    }
    if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR) {
        return "tls";
    }
    return "transport";
}

class CurlClient final : public HttpClient {
public:
    explicit CurlClient(HttpTimeouts timeouts) : timeouts_(timeouts) {
        static std::once_flag once;
        std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
        multi_ = curl_multi_init();
        easy_ = curl_easy_init();
    }
    ~CurlClient() override {
        curl_easy_cleanup(easy_);
        curl_multi_cleanup(multi_);
    }
    CurlClient(const CurlClient&) = delete;
    CurlClient& operator=(const CurlClient&) = delete;

    HttpAnswer post(const HttpRequest& request) override {
        HttpAnswer answer;
        if (multi_ == nullptr || easy_ == nullptr) {
            answer.failure = "transport";
            return answer;
        }
        HeaderList headers;
        for (const auto& [name, value] : request.headers) {
            headers.add(name + ": " + value);
        }
        headers.add("Expect:");  // Many servers never answer "100-continue", which costs a second.
        prepare(request, headers, answer);
        curl_multi_add_handle(multi_, easy_);
        answer.failure = transfer();
        curl_multi_remove_handle(multi_, easy_);
        if (answer.failure.empty()) {
            read_meta(answer);
        }
        return answer;
    }

    void cancel() override {
        cancelled_ = true;
        curl_multi_wakeup(multi_);
    }

private:
    void prepare(const HttpRequest& request, const HeaderList& headers, HttpAnswer& answer) {
        curl_easy_reset(easy_);  // Keeps the connections.
        curl_easy_setopt(easy_, CURLOPT_URL, request.url.c_str());
        curl_easy_setopt(easy_, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(easy_, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
        curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers.first);
        curl_easy_setopt(easy_, CURLOPT_POST, 1L);
        curl_easy_setopt(easy_, CURLOPT_POSTFIELDS, request.body.data());
        curl_easy_setopt(easy_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy_, CURLOPT_CONNECTTIMEOUT_MS, timeouts_.connect_millis);
        curl_easy_setopt(
            easy_, CURLOPT_TIMEOUT_MS,
            timeouts_.total_millis + static_cast<long>(request.body.size() / kSlowestBytesAMilli));
        curl_easy_setopt(easy_, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(easy_, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy_, CURLOPT_USERAGENT, "motcua");
        curl_easy_setopt(easy_, CURLOPT_WRITEFUNCTION, keep_body);
        curl_easy_setopt(easy_, CURLOPT_WRITEDATA, &answer.body);
    }

    /// "" when an answer came in whole.
    std::string transfer() {
        int running = 1;
        while (running != 0) {
            if (cancelled_) {
                return "cancelled";
            }
            if (curl_multi_perform(multi_, &running) != CURLM_OK) {
                return "transport";
            }
            if (running != 0 && curl_multi_poll(multi_, nullptr, 0, 1'000, nullptr) != CURLM_OK) {
                return "transport";
            }
        }
        int left = 0;
        const CURLMsg* message = curl_multi_info_read(multi_, &left);
        if (message == nullptr || message->msg != CURLMSG_DONE) {
            return "transport";
        }
        return message->data.result == CURLE_OK ? "" : failure_name(message->data.result);
    }

    void read_meta(HttpAnswer& answer) {
        long status = 0;
        curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
        answer.status = static_cast<int>(status);
        curl_header* header = nullptr;
        if (curl_easy_header(easy_, "Retry-After", 0, CURLH_HEADER, -1, &header) == CURLHE_OK) {
            answer.retry_after = header->value;
        }
    }

    HttpTimeouts timeouts_;
    CURLM* multi_ = nullptr;
    CURL* easy_ = nullptr;
    std::atomic<bool> cancelled_ = false;
};

}  // namespace

std::unique_ptr<HttpClient> make_curl_client(HttpTimeouts timeouts) {
    return std::make_unique<CurlClient>(timeouts);
}

}  // namespace motcua::backend::forwarding
