#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "client/app/message.hpp"
#include "client/platform/desktop/assets.hpp"
#include "client/platform/desktop/file_shelf.hpp"
#include "client/platform/desktop/worker.hpp"

namespace motcua::kiosk {

/// Carries out what the application asks for; what came of it goes to the worker's answers.
class Effects {
public:
    /// Procedures are used only when they are signed with the trusted key.
    /// `pass`: of a kiosk (docs/API.md, Limits), or "".
    Effects(std::string server, std::string pass, const crypto::PublicKey& trusted, FileShelf& shelf,
            Worker& worker)
        : server_(std::move(server)),
          pass_(std::move(pass)),
          assets_(server_, trusted),
          shelf_(shelf),
          worker_(worker) {}

    void run(const std::vector<app::Effect>& effects, const std::string& lang, std::uint64_t now_millis);
    /// Timers that have run out.
    std::vector<app::Event> due(std::uint64_t now_millis);
    /// Milliseconds until the next timer; -1 when there is none.
    [[nodiscard]] int next_timer(std::uint64_t now_millis) const;
    [[nodiscard]] bool waiting() const { return !timers_.empty(); }
    /// The application has asked to begin anew since this was called last.
    bool restart_wanted() { return std::exchange(restart_, false); }
    void forget_timers() { timers_.clear(); }

private:
    struct Timer {
        int call = 0;
        std::uint64_t at_millis = 0;
    };
    void fetch(const app::FetchAsset& effect);
    void call(const app::HttpCall& effect, const std::string& lang);
    void upload(const app::Upload& effect, const std::string& lang);
    void sign(const app::Sign& effect);

    std::string server_;
    std::string pass_;
    Assets assets_;
    FileShelf& shelf_;
    Worker& worker_;
    std::vector<Timer> timers_;
    bool restart_ = false;
};

}  // namespace motcua::kiosk
