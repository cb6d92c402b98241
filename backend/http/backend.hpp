#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "backend/security/token.hpp"
#include "backend/services/appointments.hpp"
#include "backend/services/assets.hpp"
#include "backend/services/bookings.hpp"
#include "backend/services/clock.hpp"
#include "backend/services/counters.hpp"
#include "backend/services/courier_round.hpp"
#include "backend/services/dossiers.hpp"
#include "backend/services/line.hpp"
#include "backend/services/pickups.hpp"
#include "backend/services/puzzles.hpp"
#include "backend/services/staff.hpp"
#include "backend/services/uploads.hpp"
#include "backend/services/vault.hpp"
#include "backend/services/waiting_list.hpp"
#include "backend/storage/storage.hpp"

namespace motcua::backend::http {

/// Everything a handler may use. Made once, lives as long as the process.
struct Backend {
    Backend(services::Assets given_assets, storage::Storage& given_storage, services::Vault given_vault,
            security::TokenHasher given_hasher, services::Clock given_clock, const std::string& public_url)
        : assets(std::move(given_assets)),
          storage(given_storage),
          vault(std::move(given_vault)),
          hasher(std::move(given_hasher)),
          clock(std::move(given_clock)),
          secure_cookies(public_url.rfind("https://", 0) == 0),
          bookings(clock, hasher),
          puzzles(clock, hasher),
          uploads(vault, clock),
          dossiers(assets, vault, hasher, clock, public_url),
          appointments(dossiers, bookings, clock),
          waiting_list(dossiers, bookings, clock),
          pickups(assets, dossiers, vault, hasher, clock),
          round(pickups, dossiers),
          line(assets, dossiers, bookings, hasher, clock, public_url),
          counters(line, clock),
          staff(assets, dossiers, uploads, hasher, clock) {}
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;

    services::Assets assets;
    storage::Storage& storage;
    services::Vault vault;
    security::TokenHasher hasher;
    services::Clock clock;
    bool secure_cookies = false;

    services::Bookings bookings;
    services::Puzzles puzzles;
    std::vector<std::string> lost_kiosks;  ///< Whose passes are void; set before serving
    services::Uploads uploads;
    services::Dossiers dossiers;
    services::Appointments appointments;
    services::WaitingList waiting_list;
    services::Pickups pickups;
    services::CourierRound round;
    services::Line line;
    services::Counters counters;
    services::Staff staff;

    std::atomic<bool> stopping{false};
    /// Called when a row was added to the outbox; set before serving.
    std::function<void()> wake_forwarder = [] {};
    /// Called when an office's line has changed; set before serving.
    std::function<void(const std::string&)> line_changed = [](const std::string&) {};
    /// One line of the log, without personal data; set before serving.
    std::function<void(const std::string&)> log = [](const std::string&) {};
};

}  // namespace motcua::backend::http
