#include "client/platform/web/bridge.hpp"

#include <utility>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::web {

namespace {

/// An asset of a few megabytes (the places) comes in as one string member.
constexpr json::ReadLimits kLimits{.max_bytes = 16U << 20U, .max_depth = 64};

std::string refusal(const Error& error) {
    json::Object out;
    out.emplace_back("error", error_name(error.code));
    out.emplace_back("effects", json::Array{});
    return json::write(json::Value(std::move(out)));
}

Result<app::Message> read_message(std::string_view text) {
    MC_TRY_ASSIGN(const json::Value value, json::read(text, kLimits));
    return app::decode_message(value);
}

json::Array encode_all(const std::vector<app::Effect>& effects) {
    json::Array out;
    out.reserve(effects.size());
    for (const app::Effect& effect : effects) {
        out.push_back(app::encode_effect(effect));
    }
    return out;
}

}  // namespace

char* TextChannel::room(std::size_t bytes) {
    incoming_.resize(bytes);
    return incoming_.data();
}

std::string_view TextChannel::received(std::size_t bytes) const {
    return std::string_view(incoming_).substr(0, bytes);
}

const char* TextChannel::answer(std::string text) {
    outgoing_ = std::move(text);
    return outgoing_.data();
}

ApplicationBridge::ApplicationBridge(std::unique_ptr<app::Application> application)
    : application_(std::move(application)) {}

std::string ApplicationBridge::send(std::string_view message) {
    const Result<app::Message> read = read_message(message);
    if (!read) {
        return refusal(read.error());
    }
    json::Object out;
    out.emplace_back("effects", encode_all(application_->update(*read)));
    std::string answer = json::write(json::Value(std::move(out)));
    if (application_->stands()) {
        return answer;
    }
    std::string page = json::write(page::encode(application_->view()));
    if (page != last_page_) {
        answer.pop_back();  // the closing brace
        answer += ",\"page\":" + page + '}';
        last_page_ = std::move(page);
    }
    return answer;
}

}  // namespace motcua::web
