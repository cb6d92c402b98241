#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace motcua::backend::http {

/// Requests that wait for something new to be told (long polling). Each is woken once: when its
/// topic changes, when its time is over, or when everybody has to go.
class WaitingRoom {
public:
    using Clock = std::chrono::steady_clock;
    using Wake = std::function<void()>;
    enum class Answer {
        Waits,
        Changed,  ///< Since `seen`: look again
        Full,     ///< Or closed: nobody waits any more
    };

    explicit WaitingRoom(std::size_t most);
    ~WaitingRoom();
    WaitingRoom(const WaitingRoom&) = delete;
    WaitingRoom& operator=(const WaitingRoom&) = delete;

    /// Changes there have been, to be asked before looking at what may change.
    std::uint64_t changes();
    /// `wake` is called unless the answer is another than Waits.
    Answer wait(const std::string& topic, std::uint64_t seen, Clock::time_point until, Wake wake);
    void change(const std::string& topic);
    /// Wakes everybody and lets nobody wait afterwards.
    void close();

private:
    struct Waiting {
        std::string topic;
        Clock::time_point until;
        Wake wake;
    };
    void run();
    /// Takes out those that `goes` and wakes them without the lock.
    template <class Goes>
    void wake_those(std::unique_lock<std::mutex>& lock, Goes goes);

    std::size_t most_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Waiting> waiting_;
    std::map<std::string, std::uint64_t> latest_;  ///< By topic
    std::uint64_t changes_ = 0;
    bool closed_ = false;
    std::thread thread_;
};

}  // namespace motcua::backend::http
