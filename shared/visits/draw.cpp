#include "shared/visits/draw.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "shared/json/shape.hpp"

namespace motcua::visits {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::string_view kName = "motcua draw 1\n";
constexpr std::size_t kHexOfDigest = 64;

using Seed = std::array<std::uint8_t, 32>;

/// Numbers from a key: SHA-256(key, counter as 8 bytes), each digest four numbers of 8 bytes, all
/// with the most significant byte first.
class DrawStream {
public:
    explicit DrawStream(const crypto::Digest& key) : key_(key) {}

    /// 0 … bound - 1, each as likely: numbers of the last, incomplete round of bounds are passed over.
    std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t incomplete = (0 - bound) % bound;  // 2^64 mod bound
        std::uint64_t number = next();
        while (number > std::numeric_limits<std::uint64_t>::max() - incomplete) {
            number = next();
        }
        return number % bound;
    }

private:
    std::uint64_t next() {
        if (at_ == block_.size()) {
            std::string text(crypto::as_text(key_));
            for (int shift = 56; shift >= 0; shift -= 8) {
                text.push_back(static_cast<char>((counter_ >> static_cast<unsigned>(shift)) & 0xFFU));
            }
            block_ = crypto::sha256(text);
            ++counter_;
            at_ = 0;
        }
        std::uint64_t number = 0;
        for (int i = 0; i < 8; ++i) {
            number = number << 8U | block_[at_++];
        }
        return number;
    }

    crypto::Digest key_;
    crypto::Digest block_{};
    std::size_t at_ = block_.size();
    std::uint64_t counter_ = 0;
};

bool is_line(std::string_view text) {
    return text.find('\n') == std::string_view::npos;
}

bool is_digest(std::string_view text) {
    Seed bytes;
    return text.size() == kHexOfDigest && crypto::from_hex(text, bytes);
}

std::vector<std::string> requests_of(json::Shape& shape, std::string_view key) {
    std::vector<std::string> requests;
    const json::Array& items = shape.array(key);
    for (const json::Value& item : items) {
        if (item.string() == nullptr || item.string()->empty() || !is_line(*item.string())) {
            shape.note(json::item_path(key, requests.size()), "request");
            break;
        }
        requests.push_back(*item.string());
    }
    return requests;
}

}  // namespace

Result<Draw> read_draw(const json::Value& file) {
    std::vector<Finding> findings;
    json::Shape shape(file, "", "draw", findings);
    shape.expect("v", kVersion);
    Draw draw;
    draw.commitment = shape.text("commitment", "digest", is_digest);
    draw.seed = shape.text("seed", "seed", is_digest);
    draw.beacon = shape.has("beacon") ? shape.text("beacon", "line", is_line) : "";
    draw.seats = shape.integer("seats", 0);
    draw.requests = requests_of(shape, "requests");
    draw.result = requests_of(shape, "result");
    shape.close();
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "", std::move(findings)};
    }
    return draw;
}

std::vector<std::string> canonical_requests(std::vector<std::string> requests) {
    std::sort(requests.begin(), requests.end());
    return requests;
}

std::string commit(const std::array<std::uint8_t, 32>& seed) {
    return crypto::hex(crypto::sha256({reinterpret_cast<const char*>(seed.data()), seed.size()}));
}

Result<std::vector<std::string>> draw_order(std::string_view seed_hex, std::string_view beacon,
                                            std::vector<std::string> requests) {
    Seed seed;
    if (!crypto::from_hex(seed_hex, seed)) {
        return Error{ErrorCode::InvalidInput, "", {Finding{"seed", "draw.seed"}}};
    }
    std::vector<std::string> order = canonical_requests(std::move(requests));
    crypto::Sha256 key;
    key.add(kName);
    key.add({reinterpret_cast<const char*>(seed.data()), seed.size()});
    key.add(beacon);
    key.add("\n");
    for (const std::string& request : order) {
        key.add(request);
        key.add("\n");
    }
    DrawStream stream(key.finish());
    for (std::size_t last = order.size(); last > 1; --last) {
        std::swap(order[last - 1], order[static_cast<std::size_t>(stream.below(last))]);
    }
    return order;
}

std::vector<Finding> check_draw(const Draw& draw) {
    std::vector<Finding> findings;
    Seed seed{};
    if (!crypto::from_hex(draw.seed, seed) || commit(seed) != draw.commitment) {
        findings.push_back(Finding{"seed", "draw.commitment"});
    }
    if (!std::is_sorted(draw.requests.begin(), draw.requests.end())) {
        findings.push_back(Finding{"requests", "draw.order"});
    }
    const std::vector<std::string> requests = canonical_requests(draw.requests);
    if (std::adjacent_find(requests.begin(), requests.end()) != requests.end()) {
        findings.push_back(Finding{"requests", "draw.twice"});
    }
    const auto order = draw_order(draw.seed, draw.beacon, draw.requests);
    if (!order || *order != draw.result) {
        findings.push_back(Finding{"result", "draw.result"});
    }
    return findings;
}

}  // namespace motcua::visits
