#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "client/app/message.hpp"
#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"
#include "shared/places/places.hpp"
#include "shared/protocol/pickup.hpp"

namespace motcua::tests {

/// The text of a file of the repository.
std::string read_file(const std::string& path);

/// The procedure of tests/fixtures/procedures that asks questions of every type.
inline constexpr const char* kEveryType = "9.000001";
/// And the one that has several editions.
inline constexpr const char* kManyEditions = "9.000002";

/// The index of the repository's procedures as it is published, each in force from its edition's day.
std::string index_of_all();

/// RFC 9457, as the backend writes it.
std::string problem(int status, const std::string& code, const std::string& title,
                    const form::Findings& findings);

/// The routes of docs/API.md that the client uses, in memory: holds, uploads, dossiers
/// judged by the same core, status, the slip's appointment, and the clerk's routes.
class FakeBackend {
public:
    FakeBackend();

    /// Answers a request; `status` 0 when the backend is told to be silent.
    app::HttpAnswer answer(const app::HttpCall& call, std::int64_t now_secs);

    /// From now on dossiers are taken in under this edition too.
    void publish(const std::string& file);

    /// Goes on with what another has taken in.
    void take_over(const FakeBackend& other);

    /// The next requests to "POST /api/v1/holds" and the like get these instead, first come first served.
    struct Reply {
        int status = 0;
        std::string body;
        /// The request is carried out and only its answer gets lost.
        bool lost = false;
    };
    std::map<std::string, std::deque<Reply>> next;

    bool silent = false;
    bool signed_in = false;
    int dossiers = 0;  ///< Accepted, repeats not counted
    std::string forwarding = "waiting";
    std::string clerk_state = "handed_in";  ///< Of the one dossier
    int version = 1;
    std::vector<std::string> requests;        ///< "POST /api/v1/holds"
    std::vector<std::string> keys;            ///< Idempotency keys, in order
    std::string last_body;                    ///< Of the last request that had one
    std::map<std::int64_t, int> free_places;  ///< By start of the slot
    json::Value envelope;                     ///< Of the last accepted dossier
    form::Findings warnings;                  ///< That the clerk gets with the dossier
    std::string hide_answer;                  ///< Left out of the form that the clerk gets
    std::string appointment = "confirmed";    ///< State of the one dossier's
    std::int64_t offered_at_secs = 0;         ///< A time held for who waits; 0: none
    protocol::Pickup pickup;                  ///< What there is to tell of fetching its papers
    const std::string id = "0123456789abcdef0123456789abcdef";

private:
    Reply route(const app::HttpCall& call, std::int64_t now_secs);
    Reply citizen_route(const std::string& key, const app::HttpCall& call, std::int64_t now_secs);
    Reply staff_route(const std::string& key, const app::HttpCall& call, std::int64_t now_secs);
    Reply slots(const app::HttpCall& call, std::int64_t now_secs);
    Reply hold(const json::Value& body, std::int64_t now_secs);
    Reply hand_in(const json::Value& body, std::int64_t now_secs);
    Reply status(const json::Value& body) const;
    Reply pickup_route(const std::string& key, const json::Value& body, std::int64_t now_secs);
    Reply slip_route(const std::string& key, const json::Value& body, std::int64_t now_secs);
    Reply book(std::int64_t start, std::int64_t now_secs);
    Reply wait(const json::Value& body);
    [[nodiscard]] bool is_slip(const json::Value& body) const;
    [[nodiscard]] Reply told(std::int64_t now_secs) const;
    [[nodiscard]] Reply waiting(int status, std::int64_t now_secs) const;
    [[nodiscard]] std::string detail() const;
    [[nodiscard]] std::string line() const;

    std::map<std::string, std::shared_ptr<const catalogue::Procedure>> procedures_;  ///< By code and edition
    const places::Places* places_ = nullptr;
    std::map<std::string, std::pair<std::string, Reply>> done_;  ///< By idempotency key: body, answer
    std::int64_t held_ = 0;
    std::int64_t received_at_secs_ = 0;
    std::int64_t starts_at_secs_ = 0;
    int moves_ = 0;
    std::int64_t waits_from_secs_ = 0;  ///< 0: does not wait
    std::int64_t waits_until_secs_ = 0;
};

}  // namespace motcua::tests
