#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

/// What client and backend exchange besides the dossier itself; docs/API.md has the routes.
namespace motcua::protocol {

struct Office {
    std::string id;
    std::string name;
    std::string address;    ///< "" = not known
    std::string commune;    ///< unit code; "" for an office of a whole province
    bool verified = false;  ///< false: the screen says "chưa đối chiếu"
    std::string lat = "";   ///< WGS 84 degrees, "9.6025"; "" = not known
    std::string lon = "";
    std::string province = "";  ///< unit code; "" = only the commune tells it
};
struct Slot {
    std::int64_t starts_at_secs = 0;
    int minutes = 0;
    int free = 0;
};
struct Booking {
    std::string id;
    std::string office;
    std::int64_t starts_at_secs = 0;
    std::int64_t hold_until_secs = 0;
};
struct Receipt {
    std::string code;    ///< dossier code
    std::string secret;  ///< second secret for asking the state
    std::int64_t received_at_secs = 0;
    std::string office;
    std::int64_t starts_at_secs = 0;
    std::string qr;  ///< rows of '0'/'1' joined by '\n'; says the code, never the secret
};
/// One reached state of a dossier, oldest first.
struct Event {
    std::string state;  ///< "handed_in", "passed_on", "received_by_clerk", "taken_back" (that mark)
    std::int64_t at_secs = 0;
};
struct DossierStatus {
    std::string code;
    std::string procedure;
    std::string office;
    std::int64_t starts_at_secs = 0;
    std::vector<Event> events;
    std::string forwarding;  ///< "waiting", "delivered", "refused"
};

json::Value encode(const Office& office);
json::Value encode(const Slot& slot);
json::Value encode(const Booking& booking);
json::Value encode(const Receipt& receipt);
json::Value encode(const DossierStatus& status);

Result<std::vector<Office>> decode_offices(const json::Value& value);
Result<std::vector<Slot>> decode_slots(const json::Value& value);
Result<Booking> decode_booking(const json::Value& value);
Result<Receipt> decode_receipt(const json::Value& value);
Result<DossierStatus> decode_status(const json::Value& value);

/// RFC 9457: {"type","title","status","detail","code","findings":[{"field","code","args":{},"message"}]}
struct Problem {
    int status = 0;
    std::string code;
    std::string title;
    std::vector<Finding> findings;
};
Result<Problem> decode_problem(const json::Value& value);
/// The findings in the member `name`, as they stand in a Problem; nothing of a list that is no such list.
std::vector<Finding> findings_at(const json::Value& value, std::string_view name);

}  // namespace motcua::protocol
