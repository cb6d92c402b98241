#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "client/app/message.hpp"

namespace motcua::kiosk {

/// Does what waits (network, files, signing) on a thread of its own, one after the other, and
/// hands the answers to the thread that draws.
class Worker {
public:
    /// `wake` is called on the worker's thread when an answer lies ready.
    explicit Worker(std::function<void()> wake);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(std::function<void()> job);
    /// For jobs: an answer for the application.
    void answer(app::Event event);
    /// Takes the answers that have come.
    std::vector<app::Event> answers();
    /// Nothing waits, nothing is being done, no answer lies ready.
    [[nodiscard]] bool idle();

private:
    void run();

    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> jobs_;
    std::vector<app::Event> answers_;
    bool busy_ = false;
    bool ending_ = false;
    std::thread thread_;  // Last: it uses all of the above.
};

}  // namespace motcua::kiosk
