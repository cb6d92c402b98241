// Sends requests over kept connections, as fast as they are answered or at a fixed rate, and
// prints what came back as one line of JSON. One thread: who uses it looks at `busy`.
//
//   http_load PORT CONNECTIONS SECONDS RATE get PATH
//   http_load PORT CONNECTIONS SECONDS RATE hold SLOTS SEED
//
// RATE 0: the next request goes when the one before it is answered. Otherwise so many a second,
// and a request's time runs from when it was due, so that one that had to wait for a slow one is
// not shown as a quick one. SLOTS has a line "OFFICE STARTS_AT LANES" for each slot; every tenth request
// asks for one of the first two, which fill at once, each for a dossier of its own.

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;

constexpr int kHotEvery = 10;
constexpr std::size_t kHotSlots = 2;
constexpr std::chrono::seconds kPatience{20};

struct Slot {
    std::string office;
    std::string starts_at;
};

struct Connection {
    int socket = -1;
    std::string got;
    Time due;  ///< When the request on its way was due.
    bool busy = false;
};

struct Load {
    int port = 0;
    std::size_t connections = 0;
    double seconds = 0;
    double rate = 0;
    std::string path;         ///< GET
    std::vector<Slot> slots;  ///< or holds of these
    std::uint64_t random = 0;
};

struct Outcome {
    std::map<int, long> statuses;
    std::vector<std::uint32_t> micros;  ///< of each answer
    long bytes = 0;
    long unanswered = 0;
    double seconds = 0;
};

[[noreturn]] void fail(const std::string& what) {
    std::fprintf(stderr, "http_load: %s\n", what.c_str());
    std::exit(1);
}

/// SplitMix64.
std::uint64_t draw(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

std::string hex_id(std::uint64_t& state) {
    const std::uint64_t high = draw(state);
    const std::uint64_t low = draw(state);
    char text[33] = "";
    std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(high),
                  static_cast<unsigned long long>(low));
    return text;
}

std::string request(Load& load, long number) {
    if (!load.path.empty()) {
        return "GET " + load.path + " HTTP/1.1\r\nHost: motcua.local\r\nConnection: keep-alive\r\n\r\n";
    }
    const std::size_t hot = std::min(kHotSlots, load.slots.size());
    const std::size_t cold = load.slots.size() - hot;
    const std::uint64_t drawn = draw(load.random);
    const Slot& slot =
        number % kHotEvery == 0 || cold == 0 ? load.slots[drawn % hot] : load.slots[hot + drawn % cold];
    const std::string dossier = hex_id(load.random);
    const std::string key = hex_id(load.random);
    const std::string body = R"({"dossier":")" + dossier + R"(","office":")" + slot.office +
                             R"(","starts_at":)" + slot.starts_at + "}";
    return "POST /api/v1/holds HTTP/1.1\r\nHost: motcua.local\r\nConnection: keep-alive\r\n"
           "Accept-Language: vi\r\nX-Client-Address: 2001:db8:" +
           key.substr(0, 4) + ":" + key.substr(4, 4) + "::1\r\n" +
           "Content-Type: application/json\r\nIdempotency-Key: " + key +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

int open_socket(int port) {
    const int opened = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (opened < 0 || connect(opened, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        fail("cannot connect");
    }
    const int yes = 1;
    setsockopt(opened, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return opened;
}

/// The length of the answer at the front of `got`; 0 when it is not all there.
std::size_t answer_length(const std::string& got) {
    const std::size_t head = got.find("\r\n\r\n");
    if (head == std::string::npos) {
        return 0;
    }
    const char* length = strcasestr(got.c_str(), "\r\ncontent-length:");
    if (length == nullptr || length > got.c_str() + head) {
        fail("an answer without Content-Length");
    }
    const std::size_t whole =
        head + 4 + std::strtoul(length + std::strlen("\r\ncontent-length:"), nullptr, 10);
    return got.size() >= whole ? whole : 0;
}

class Run {
public:
    explicit Run(Load& load)
        : load_(load), poll_(epoll_create1(EPOLL_CLOEXEC)), connections_(load.connections) {
        for (std::size_t index = 0; index < connections_.size(); ++index) {
            connections_[index].socket = open_socket(load.port);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = index;
            epoll_ctl(poll_, EPOLL_CTL_ADD, connections_[index].socket, &event);
            idle_.push_back(index);
        }
        if (load.rate > 0) {
            outcome_.micros.reserve(static_cast<std::size_t>(load.rate * load.seconds) + 1);
        }
    }

    Outcome go() {
        begin_ = Clock::now();
        end_ = begin_ +
               std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(load_.seconds));
        while (Clock::now() < end_ || (in_flight_ > 0 && Clock::now() < end_ + kPatience)) {
            send_due();
            receive();
        }
        outcome_.unanswered = in_flight_;
        outcome_.seconds = std::chrono::duration<double>(last_ - begin_).count();
        return std::move(outcome_);
    }

private:
    /// When request `number` is to go.
    [[nodiscard]] Time due(long number) const {
        return begin_ + std::chrono::duration_cast<Clock::duration>(
                            std::chrono::duration<double>(static_cast<double>(number) / load_.rate));
    }

    void send_due() {
        while (!idle_.empty()) {
            const Time now = Clock::now();
            const Time when = load_.rate > 0 ? due(sent_) : now;
            if (when > now || when >= end_) {
                return;
            }
            Connection& connection = connections_[idle_.front()];
            idle_.pop_front();
            const std::string text = request(load_, sent_++);
            connection.due = when;
            connection.busy = true;
            ++in_flight_;
            if (send(connection.socket, text.data(), text.size(), MSG_NOSIGNAL) !=
                static_cast<ssize_t>(text.size())) {
                fail("a connection broke");
            }
        }
    }

    void receive() {
        epoll_event events[64];
        // At a fixed rate the next one may be due in less than epoll's shortest wait.
        const int wait = load_.rate > 0 && !idle_.empty() ? 0 : 1;
        const int count = epoll_wait(poll_, events, 64, wait);
        for (int index = 0; index < count; ++index) {
            read_some(events[index].data.u64);
        }
    }

    void read_some(std::size_t index) {
        Connection& connection = connections_[index];
        char buffer[4096];
        const ssize_t length = recv(connection.socket, buffer, sizeof buffer, MSG_DONTWAIT);
        if (length <= 0) {
            fail("a connection was closed");
        }
        connection.got.append(buffer, static_cast<std::size_t>(length));
        const std::size_t whole = answer_length(connection.got);
        if (whole == 0) {
            return;
        }
        last_ = Clock::now();
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(last_ - connection.due);
        outcome_.micros.push_back(static_cast<std::uint32_t>(took.count()));
        outcome_.bytes += static_cast<long>(whole);
        ++outcome_.statuses[std::atoi(connection.got.c_str() + std::strlen("HTTP/1.1 "))];
        connection.got.erase(0, whole);
        connection.busy = false;
        --in_flight_;
        idle_.push_back(index);
    }

    Load& load_;
    int poll_;
    std::vector<Connection> connections_;
    std::deque<std::size_t> idle_;
    Outcome outcome_;
    Time begin_;
    Time end_;
    Time last_;
    long sent_ = 0;
    long in_flight_ = 0;
};

double own_processor_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void print(Outcome outcome, double processor) {
    std::sort(outcome.micros.begin(), outcome.micros.end());
    const auto at = [&](double share) {
        return outcome.micros.empty() ? 0U
                                      : outcome.micros[static_cast<std::size_t>(
                                            share * static_cast<double>(outcome.micros.size() - 1))];
    };
    std::string statuses;
    for (const auto& [status, count] : outcome.statuses) {
        statuses +=
            (statuses.empty() ? "\"" : ",\"") + std::to_string(status) + "\":" + std::to_string(count);
    }
    std::printf(
        R"({"seconds":%.4f,"statuses":{%s},"unanswered":%ld,"bytes":%ld,"p50_us":%u,"p99_us":%u,"max_us":%u,"busy":%.3f})"
        "\n",
        outcome.seconds, statuses.c_str(), outcome.unanswered, outcome.bytes, at(0.5), at(0.99), at(1.0),
        processor / outcome.seconds);
}

std::vector<Slot> read_slots(const char* path) {
    std::vector<Slot> slots;
    std::ifstream file(path);
    Slot slot;
    std::string lanes;
    while (file >> slot.office >> slot.starts_at >> lanes) {
        slots.push_back(slot);
    }
    return slots;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string kind = argc > 5 ? argv[5] : "";
    if (!(kind == "get" && argc == 7) && !(kind == "hold" && argc == 8)) {
        fail("see the comment at the top of its source");
    }
    Load load;
    load.port = std::atoi(argv[1]);
    load.connections = static_cast<std::size_t>(std::atoi(argv[2]));
    load.seconds = std::atof(argv[3]);
    load.rate = std::atof(argv[4]);
    if (kind == "get") {
        load.path = argv[6];
    } else {
        load.slots = read_slots(argv[6]);
        load.random = std::strtoull(argv[7], nullptr, 10);
        if (load.slots.empty()) {
            fail("no slots");
        }
    }
    Run run(load);
    const double before = own_processor_seconds();
    Outcome outcome = run.go();
    print(std::move(outcome), own_processor_seconds() - before);
    return 0;
}
