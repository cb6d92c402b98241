#include "client/platform/desktop/worker.hpp"

#include <utility>

namespace motcua::kiosk {

Worker::Worker(std::function<void()> wake) : wake_(std::move(wake)), thread_([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Worker::post(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    changed_.notify_all();
}

void Worker::answer(app::Event event) {
    {
        const std::lock_guard lock(mutex_);
        answers_.push_back(std::move(event));
    }
    wake_();
}

std::vector<app::Event> Worker::answers() {
    const std::lock_guard lock(mutex_);
    return std::exchange(answers_, {});
}

bool Worker::idle() {
    const std::lock_guard lock(mutex_);
    return jobs_.empty() && answers_.empty() && !busy_;
}

void Worker::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
        if (ending_) {
            return;
        }
        const std::function<void()> job = std::move(jobs_.front());
        jobs_.pop_front();
        busy_ = true;
        lock.unlock();
        job();
        lock.lock();
        busy_ = false;
    }
}

}  // namespace motcua::kiosk
