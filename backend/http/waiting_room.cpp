#include "backend/http/waiting_room.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace motcua::backend::http {

WaitingRoom::WaitingRoom(std::size_t most) : most_(most), thread_([this] { run(); }) {}

WaitingRoom::~WaitingRoom() {
    close();
    thread_.join();
}

std::uint64_t WaitingRoom::changes() {
    const std::lock_guard lock(mutex_);
    return changes_;
}

WaitingRoom::Answer WaitingRoom::wait(const std::string& topic, std::uint64_t seen, Clock::time_point until,
                                      Wake wake) {
    const std::lock_guard lock(mutex_);
    if (const auto latest = latest_.find(topic); latest != latest_.end() && latest->second > seen) {
        return Answer::Changed;
    }
    if (closed_ || waiting_.size() >= most_) {
        return Answer::Full;
    }
    waiting_.push_back({topic, until, std::move(wake)});
    changed_.notify_one();
    return Answer::Waits;
}

template <class Goes>
void WaitingRoom::wake_those(std::unique_lock<std::mutex>& lock, Goes goes) {
    const auto rest = std::stable_partition(waiting_.begin(), waiting_.end(),
                                            [&](const Waiting& each) { return !goes(each); });
    std::vector<Waiting> woken(std::make_move_iterator(rest), std::make_move_iterator(waiting_.end()));
    waiting_.erase(rest, waiting_.end());
    lock.unlock();
    for (const Waiting& each : woken) {
        each.wake();
    }
    lock.lock();
}

void WaitingRoom::change(const std::string& topic) {
    std::unique_lock lock(mutex_);
    latest_[topic] = ++changes_;
    wake_those(lock, [&](const Waiting& each) { return each.topic == topic; });
}

void WaitingRoom::close() {
    std::unique_lock lock(mutex_);
    closed_ = true;
    changed_.notify_one();
    wake_those(lock, [](const Waiting&) { return true; });
}

void WaitingRoom::run() {
    std::unique_lock lock(mutex_);
    while (!closed_) {
        const auto first =
            std::min_element(waiting_.begin(), waiting_.end(),
                             [](const Waiting& a, const Waiting& b) { return a.until < b.until; });
        if (first == waiting_.end()) {
            changed_.wait(lock);
        } else {
            const Clock::time_point until = first->until;
            changed_.wait_until(lock, until);
        }
        const Clock::time_point now = Clock::now();
        wake_those(lock, [now](const Waiting& each) { return each.until <= now; });
    }
}

}  // namespace motcua::backend::http
