#include <algorithm>

#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"
#include "shared/protocol/line.hpp"

// The line as clerks work on it.
namespace motcua::backend::http {

namespace {

constexpr std::size_t kMostMerged = 200;
constexpr std::size_t kMaxDeviceBytes = 40;
constexpr std::int64_t kMostNumber = 1'000'000;

/// A command of a clerk, answered with the line as it is then.
template <class Run>
Step clerk_command(const Context& context, Run run) {
    const i18n::Texts& texts = context.backend.assets.texts(context.request.languages());
    return Command{.run = [&backend = context.backend, &texts, clerk = context.clerk,
                           run](storage::Stores& stores) -> Result<Response> {
                       MC_TRY(run(stores, clerk));
                       return json_answer(200, protocol::encode(backend.counters.line(stores, clerk, texts)));
                   },
                   .after_commit = [&backend = context.backend,
                                    office = context.clerk.office] { backend.line_changed(office); }};
}

bool is_device(std::string_view text) {
    return !text.empty() && text.size() <= kMaxDeviceBytes &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-'; });
}

services::DeviceTicket read_ticket(const json::Value& value, const std::string& path,
                                   std::vector<Finding>& findings) {
    json::Shape shape(value, path, "shape", findings);
    services::DeviceTicket ticket;
    ticket.number = shape.integer("number", 1, kMostNumber);
    ticket.arrived_at_secs = shape.integer("arrived_at", 0);
    ticket.service = shape.text("service");
    ticket.priority = shape.text("priority");
    shape.close();
    return ticket;
}

}  // namespace

Result<Step> handle_line(const Context& context) {
    const i18n::Texts& texts = context.backend.assets.texts(context.request.languages());
    MC_TRY_ASSIGN(const protocol::Line line, read_with<protocol::Line>(context, [&](storage::Stores& stores) {
                      return Result(context.backend.counters.line(stores, context.clerk, texts));
                  }));
    Response response = json_answer(200, protocol::encode(line));
    response.watch = context.clerk.office;
    return Step(std::move(response));
}

Result<Step> handle_sit(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const auto counter = static_cast<int>(shape.integer("counter", 1, 1000));
    std::vector<std::string> services;
    for (const json::Value& service : shape.array("services")) {
        services.push_back(service.string() == nullptr ? "" : *service.string());
    }
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return clerk_command(context, [&backend = context.backend, counter, services](
                                      storage::Stores& stores, const services::Clerk& clerk) {
        return backend.counters.sit(stores, clerk, counter, services);
    });
}

Result<Step> handle_stand_up(const Context& context) {
    return clerk_command(context,
                         [&backend = context.backend](storage::Stores& stores, const services::Clerk& clerk) {
                             return backend.counters.stand_up(stores, clerk);
                         });
}

Result<Step> handle_next(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return clerk_command(context,
                         [&backend = context.backend](storage::Stores& stores, const services::Clerk& clerk) {
                             return backend.counters.call_next(stores, clerk);
                         });
}

Result<Step> handle_line_step(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    services::LineAction action;
    action.visit = shape.text("visit");
    action.version = static_cast<int>(shape.integer("version", 1, 1'000'000'000));
    action.event = shape.text("event");
    action.service = shape.has("service") ? shape.text("service") : "";
    action.priority = shape.has("priority") ? shape.text("priority") : "";
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return clerk_command(
        context, [&backend = context.backend, action](storage::Stores& stores, const services::Clerk& clerk) {
            return backend.counters.act(stores, clerk, action);
        });
}

Result<Step> handle_counter_ticket(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const bool booked = shape.has("code");
    const std::string code = booked ? shape.text("code") : "";
    const std::string service = booked ? "" : shape.text("service");
    const std::string priority = shape.text("priority");
    shape.close();
    MC_TRY(complete(std::move(findings)));
    const i18n::Texts& texts = context.backend.assets.texts(context.request.languages());
    return Step(Command{
        .run = [&backend = context.backend, &texts, clerk = context.clerk, booked, code, service,
                priority](storage::Stores& stores) -> Result<Response> {
            const services::TicketWish wish{.office = clerk.office, .service = service, .priority = priority};
            MC_TRY_ASSIGN(const storage::VisitRecord visit,
                          booked ? backend.counters.check_in(stores, clerk, code, priority)
                                 : backend.line.take(stores, wish, true));
            return json_answer(201, protocol::encode(backend.line.tell(stores, visit, texts, true)));
        },
        .after_commit = [&backend = context.backend,
                         office = context.clerk.office] { backend.line_changed(office); }});
}

Result<Step> handle_number_range(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const std::string device = shape.text("device", "range", is_device);
    const auto count = static_cast<int>(shape.integer("count", 1, services::Counters::kMostRange));
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return Step(Command{.run = [&backend = context.backend, clerk = context.clerk, device,
                                count](storage::Stores& stores) -> Result<Response> {
        MC_TRY_ASSIGN(const storage::NumberRange range,
                      backend.counters.reserve(stores, clerk, device, count));
        return json_answer(201, json::Object{{"day", calendar::iso(calendar::from_days(range.day))},
                                             {"device", range.device},
                                             {"first", range.first},
                                             {"last", range.last}});
    }});
}

Result<Step> handle_merge(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    std::vector<services::DeviceTicket> tickets;
    const json::Array& items = shape.array("tickets");
    for (std::size_t i = 0; i < std::min(items.size(), kMostMerged); ++i) {
        tickets.push_back(read_ticket(items[i], json::item_path("tickets", i), findings));
    }
    if (items.size() > kMostMerged) {
        shape.note("tickets", "range");
    }
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return Step(Command{
        .run = [&backend = context.backend, clerk = context.clerk,
                tickets](storage::Stores& stores) -> Result<Response> {
            int merged = 0;
            for (const services::DeviceTicket& ticket : tickets) {
                MC_TRY_ASSIGN(const bool is_new, backend.line.merge(stores, clerk.office, ticket));
                merged += is_new ? 1 : 0;
            }
            return json_answer(
                200, json::Object{{"merged", merged}, {"known", static_cast<int>(tickets.size()) - merged}});
        },
        .after_commit = [&backend = context.backend,
                         office = context.clerk.office] { backend.line_changed(office); }});
}

}  // namespace motcua::backend::http
