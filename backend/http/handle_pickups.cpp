#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"
#include "shared/protocol/pickup.hpp"

// Papers fetched at home: citizens with their slips, couriers and clerks.
namespace motcua::backend::http {

namespace {

enum class Asks { Slip, Wish, Number };

struct Asked {
    services::Slip slip;
    services::PickupWish wish;
    std::string number;
};

Result<Asked> read_asked(const Context& context, Asks asks) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    Asked asked;
    asked.slip.code = shape.text("code");
    asked.slip.secret = shape.text("secret");
    if (asks == Asks::Wish) {
        asked.wish.starts_at_secs = shape.integer("starts_at", 0);
        asked.wish.contact.commune = shape.text("commune");
        asked.wish.contact.line = shape.text("line");
        asked.wish.contact.telephone = shape.text("telephone");
    } else if (asks == Asks::Number) {
        asked.number = shape.text("number");
    }
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return asked;
}

std::string lang_of(const Context& context) {
    return std::string(context.backend.assets.texts(context.request.languages()).lang());
}

/// A command with a slip, answered with what has become of its pickup.
template <class Run>
Result<Step> slip_command(const Context& context, Asks asks, Run run) {
    MC_TRY_ASSIGN(const Asked asked, read_asked(context, asks));
    return Step(Command{.run = [&backend = context.backend, asked, run,
                                lang = lang_of(context)](storage::Stores& stores) -> Result<Response> {
        MC_TRY_ASSIGN(const protocol::Pickup pickup, run(backend.pickups, stores, asked, lang));
        return json_answer(200, protocol::encode(pickup));
    }});
}

}  // namespace

Result<Step> handle_pickup(const Context& context) {
    MC_TRY_ASSIGN(const Asked asked, read_asked(context, Asks::Slip));
    MC_TRY_ASSIGN(const protocol::Pickup pickup,
                  read_with<protocol::Pickup>(context, [&](storage::Stores& stores) {
                      return context.backend.pickups.status(stores, asked.slip, lang_of(context));
                  }));
    return Step(json_answer(200, protocol::encode(pickup)));
}

Result<Step> handle_ask_pickup(const Context& context) {
    return slip_command(
        context, Asks::Wish,
        [](services::Pickups& pickups, storage::Stores& stores, const Asked& asked, const std::string& lang) {
            return pickups.request(stores, asked.slip, asked.wish, lang);
        });
}

Result<Step> handle_cancel_pickup(const Context& context) {
    return slip_command(context, Asks::Slip,
                        [](services::Pickups& pickups, storage::Stores& stores, const Asked& asked,
                           const std::string& lang) { return pickups.cancel(stores, asked.slip, lang); });
}

Result<Step> handle_meet_courier(const Context& context) {
    return slip_command(
        context, Asks::Number,
        [](services::Pickups& pickups, storage::Stores& stores, const Asked& asked, const std::string& lang) {
            return pickups.meet(stores, asked.slip, asked.number, lang);
        });
}

Result<Step> handle_round(const Context& context) {
    const auto day = calendar::parse_iso(query_text(context, "day"));
    const std::string half = query_text(context, "half");
    if (!day || (half != "morning" && half != "afternoon")) {
        return refuse(ErrorCode::InvalidInput, day ? "half" : "day", "shape.range");
    }
    MC_TRY_ASSIGN(const json::Value told, read_with<json::Value>(context, [&](storage::Stores& stores) {
                      return context.backend.round.tell(stores, context.clerk,
                                                        services::half_day(*day, half == "morning"),
                                                        lang_of(context));
                  }));
    return Step(json_answer(200, told));
}

Result<Step> handle_pickup_step(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    services::PickupAction action;
    action.pickup = shape.text("pickup");
    action.state = shape.text("state");
    action.event = shape.text("event");
    action.number = shape.has("number") ? shape.text("number") : "";
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return Step(Command{.run = [&backend = context.backend, courier = context.clerk,
                                action](storage::Stores& stores) -> Result<Response> {
        MC_TRY_ASSIGN(const storage::PickupRecord after, backend.pickups.act(stores, courier, action));
        return json_answer(200, json::Object{{"pickup", after.id},
                                             {"state", std::string(visits::pickup::name(after.state))}});
    }});
}

}  // namespace motcua::backend::http
