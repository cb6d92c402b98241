#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"
#include "shared/protocol/api.hpp"

namespace motcua::protocol {

struct PickupCommune {
    std::string code;
    std::string name;  ///< "Xã Trà Cú"
};

/// A step that was taken: visits::pickup::name of its Event, or "undo".
struct PickupStep {
    std::string event;
    std::string role;  ///< Of whoever took it: "citizen", "courier"
    std::int64_t at_secs = 0;
};

/// What a slip says of fetching its papers at home: POST /pickups/status.
struct Pickup {
    Office office;
    std::string closed;                   ///< Why nothing can be asked for: a finding's code; "": it can
    bool verified = false;                ///< false: nobody has compared area and windows with their source
    std::vector<PickupCommune> communes;  ///< Where the courier goes
    std::vector<Slot> windows;            ///< With room left; none where nothing can be asked for
    std::vector<std::string> papers;      ///< To have ready, as the reader's language calls them
    std::string state;                    ///< visits::pickup::name of its State; "": not asked for
    std::int64_t starts_at_secs = 0;      ///< Of its window; this and what follows only with a state
    int minutes = 0;
    std::string commune;  ///< Code
    std::string line;
    std::string telephone;
    std::string number;  ///< That shows the courier whose papers these are; "": no longer needed
    std::vector<PickupStep> steps;
};

json::Value encode(const Pickup& pickup);
Result<Pickup> decode_pickup(const json::Value& value);

}  // namespace motcua::protocol
