#include "client/platform/desktop/effects.hpp"

#include <algorithm>

#include "client/platform/desktop/http.hpp"
#include "client/platform/desktop/upload.hpp"
#include "shared/dossier/package.hpp"
#include "shared/json/read.hpp"

namespace motcua::kiosk {

void Effects::run(const std::vector<app::Effect>& effects, const std::string& lang,
                  std::uint64_t now_millis) {
    for (const app::Effect& effect : effects) {
        if (const auto* asset = std::get_if<app::FetchAsset>(&effect)) {
            fetch(*asset);
        } else if (const auto* http = std::get_if<app::HttpCall>(&effect)) {
            call(*http, lang);
        } else if (const auto* file = std::get_if<app::Upload>(&effect)) {
            upload(*file, lang);
        } else if (const auto* request = std::get_if<app::Sign>(&effect)) {
            sign(*request);
        } else if (const auto* wait = std::get_if<app::Wait>(&effect)) {
            timers_.push_back(
                {wait->call, now_millis + static_cast<std::uint64_t>(std::max(0, wait->millis))});
        } else if (const auto* files = std::get_if<app::DropFiles>(&effect)) {
            shelf_.drop(files->handles);
        } else if (std::holds_alternative<app::Restart>(effect)) {
            restart_ = true;
        }
        // SetPath: there is no address bar. PrintPage: no printer is set up yet. SaveFile: there is no place
        // of the person's own; the application does not offer it on a screen that strangers share.
    }
}

void Effects::fetch(const app::FetchAsset& effect) {
    worker_.post([this, effect] { worker_.answer(assets_.asset(effect.name)); });
}

void Effects::call(const app::HttpCall& effect, const std::string& lang) {
    HttpRequest request{effect.method, server_ + effect.path, effect.headers, effect.body};
    const auto named = [&request](const char* name) {
        return std::any_of(request.headers.begin(), request.headers.end(),
                           [name](const auto& header) { return header.first == name; });
    };
    if (!named("Accept-Language")) {
        request.headers.emplace_back("Accept-Language", lang);
    }
    if (!request.body.empty() && !named("Content-Type")) {
        request.headers.emplace_back("Content-Type", "application/json");
    }
    if (!pass_.empty()) {
        request.headers.emplace_back("X-Kiosk-Pass", pass_);
    }
    worker_.post([this, request, number = effect.call] {
        HttpReply reply = perform(request);
        worker_.answer(app::HttpAnswer{number, reply.status, std::move(reply.body)});
    });
}

void Effects::upload(const app::Upload& effect, const std::string& lang) {
    worker_.post([this, effect, lang] {
        worker_.answer(
            upload_file(server_, effect, shelf_.bytes(effect.handle), lang, [&](std::int64_t sent) {
                worker_.answer(app::UploadProgress{effect.call, sent, effect.size});
            }));
    });
}

void Effects::sign(const app::Sign& effect) {
    worker_.post([this, effect] {
        app::Signed answer{effect.call, ""};
        if (const auto value = json::read(effect.request)) {
            if (const auto request = dossier::decode_request(*value)) {
                if (auto envelope = dossier::sign_package(*request)) {
                    answer.envelope = *std::move(envelope);
                }
            }
        }
        worker_.answer(std::move(answer));
    });
}

std::vector<app::Event> Effects::due(std::uint64_t now_millis) {
    std::vector<app::Event> events;
    for (const Timer& timer : timers_) {
        if (timer.at_millis <= now_millis) {
            events.emplace_back(app::Woke{timer.call});
        }
    }
    timers_.erase(std::remove_if(timers_.begin(), timers_.end(),
                                 [now_millis](const Timer& timer) { return timer.at_millis <= now_millis; }),
                  timers_.end());
    return events;
}

int Effects::next_timer(std::uint64_t now_millis) const {
    const auto first = std::min_element(timers_.begin(), timers_.end(), [](const Timer& a, const Timer& b) {
        return a.at_millis < b.at_millis;
    });
    if (first == timers_.end()) {
        return -1;
    }
    return first->at_millis <= now_millis ? 0 : static_cast<int>(first->at_millis - now_millis);
}

}  // namespace motcua::kiosk
