#include "client/platform/desktop/http.hpp"

#include <curl/curl.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <thread>

namespace motcua::kiosk {
namespace {

constexpr long kAnswerWithinMillis = 30000;
constexpr std::size_t kMostBytes = 32U << 20U;
constexpr int kTries = 5;
constexpr std::chrono::milliseconds kFirstPause{400};

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* target) {
    auto& body = *static_cast<std::string*>(target);
    if (body.size() + size * count > kMostBytes) {
        return 0;
    }
    body.append(bytes, size * count);
    return size * count;
}

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

HeaderList header_list(const HttpRequest& request) {
    // curl's own "Expect" costs a second with servers that do not answer it.
    curl_slist* list = curl_slist_append(nullptr, "Expect:");
    list = curl_slist_append(list, "Connection: keep-alive");
    for (const auto& [name, value] : request.headers) {
        list = curl_slist_append(list, (name + ": " + value).c_str());
    }
    return HeaderList(list);
}

}  // namespace

HttpReply perform(const HttpRequest& request) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    const HeaderList headers = header_list(request);
    HttpReply reply;
    curl_easy_setopt(curl.get(), CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, request.method.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, kAnswerWithinMillis);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &reply.body);
    if (request.method != "GET" || !request.body.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body.data());
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(request.body.size()));
    }
    if (curl_easy_perform(curl.get()) != CURLE_OK) {
        return {};
    }
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    return reply;
}

HttpReply perform_patiently(const HttpRequest& request) {
    HttpReply reply;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        if (attempt > 0) {
            std::this_thread::sleep_for(kFirstPause * (1 << (attempt - 1)));
        }
        reply = perform(request);
        if (reply.status != 0 && reply.status != 429 && reply.status < 500) {
            break;
        }
    }
    return reply;
}

}  // namespace motcua::kiosk
