#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/storage/records.hpp"
#include "shared/visits/pickup.hpp"

/// What home pickup needs stored (docs/pickup.md).
namespace motcua::backend::storage {

/// Where an office's courier goes, and how long that takes as the office states it.
struct PickupArea {
    struct Commune {
        std::string code;
        std::int64_t travel_secs = 0;  ///< From the office
    };
    struct Way {
        std::string commune;
        std::string other;
        std::int64_t travel_secs = 0;  ///< Between the two, both ways
    };
    std::string office;
    std::int64_t stop_secs = 0;  ///< At a door
    bool verified = false;       ///< false: the screen says that nobody has compared it
    std::vector<Commune> communes;
    std::vector<Way> ways;
};

struct PickupWindow {
    std::string office;
    std::int64_t starts_at_secs = 0;
    int minutes = 0;
    int stops = 0;
    int free = 0;  ///< When read; ignored when stored.
};

struct PickupRecord {
    std::string id;
    std::string dossier;
    std::string office;
    std::int64_t starts_at_secs = 0;  ///< Of its window
    visits::pickup::State state = visits::pickup::State::None;
    int version = 0;      ///< Steps it has taken
    std::string courier;  ///< Who has set out; "": nobody yet
    Sealed contact;       ///< Address and telephone
};

struct PickupEventRecord {
    std::string event;  ///< visits::pickup::name, or "undo"
    visits::pickup::State from = visits::pickup::State::None;
    visits::pickup::State to = visits::pickup::State::None;
    std::int64_t at_secs = 0;
    std::string role;  ///< "citizen", "courier"
};

/// Whoever takes a step.
struct PickupPerson {
    std::string role;
    std::string user;  ///< "": a citizen
};

class PickupStore {
public:
    virtual ~PickupStore() = default;
    virtual void put_area(const PickupArea& area) = 0;
    virtual std::optional<PickupArea> area(std::string_view office) = 0;
    /// Adds the window or changes its length and stops.
    virtual void put_window(const PickupWindow& window) = 0;
    /// Those that start in [from, until), with the seats left.
    virtual std::vector<PickupWindow> windows(std::string_view office, std::int64_t from_secs,
                                              std::int64_t until_secs) = 0;

    virtual std::optional<PickupRecord> pickup(std::string_view id) = 0;
    /// The one asked for last.
    virtual std::optional<PickupRecord> latest_of(std::string_view dossier) = 0;
    /// Those in windows that start in [from, until), without cancelled ones.
    virtual std::vector<PickupRecord> pickups(std::string_view office, std::int64_t from_secs,
                                              std::int64_t until_secs) = 0;
    /// Those of this state, whenever their windows are.
    virtual std::vector<PickupRecord> in_state(std::string_view office, visits::pickup::State state) = 0;
    /// Oldest first.
    virtual std::vector<PickupEventRecord> events(std::string_view pickup) = 0;

    /// The only way a pickup begins (from State::None) and changes: one legal step from what it was when
    /// it was read, to the window, courier and contact that it has now, with the event beside it. A
    /// cancelled one leaves its seat. nullopt: the step is not legal, or it has moved on since.
    virtual std::optional<PickupRecord> step(const PickupRecord& pickup, visits::pickup::Event event,
                                             const PickupPerson& person, std::int64_t now_secs) = 0;
    /// Back over the last step, with an event of its own. nullopt: it cannot be undone, or the dossier has
    /// another pickup by now, or this one has moved on since.
    virtual std::optional<PickupRecord> undo(const PickupRecord& pickup, const PickupPerson& person,
                                             std::int64_t now_secs) = 0;
    /// Gives the pickup a seat of its window, in place of the one it has. False: full, or no such window.
    virtual bool claim_seat(const PickupRecord& pickup) = 0;
};

}  // namespace motcua::backend::storage
