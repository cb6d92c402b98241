#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"
#include "shared/protocol/line.hpp"

// The line as people see it.
namespace motcua::backend::http {

namespace {

using Visit = storage::VisitRecord;

/// A command that gives or changes a visit, and its answer.
template <class Run, class Tell>
Step line_command(const Context& context, Run run, Tell tell) {
    auto office = std::make_shared<std::string>();
    return Command{.run = [run, tell, office](storage::Stores& stores) -> Result<Response> {
                       MC_TRY_ASSIGN(const Visit visit, run(stores));
                       *office = visit.booking.office;
                       return tell(stores, visit);
                   },
                   .after_commit = [&backend = context.backend, office] { backend.line_changed(*office); }};
}

/// The same, answered with the ticket and its secret.
template <class Run>
Step ticket_command(const Context& context, Run run) {
    const i18n::Texts& texts = context.backend.assets.texts(context.request.languages());
    return line_command(
        context, run, [&backend = context.backend, &texts](storage::Stores& stores, const Visit& visit) {
            return json_answer(201, protocol::encode(backend.line.tell(stores, visit, texts, true)));
        });
}

}  // namespace

Result<Step> handle_line_offer(const Context& context) {
    const std::string office = query_text(context, "office");
    const i18n::Texts& texts = context.backend.assets.texts(context.request.languages());
    MC_TRY_ASSIGN(const protocol::LineOffer offer,
                  read_with<protocol::LineOffer>(context, [&](storage::Stores& stores) {
                      return context.backend.line.offer(stores, office, texts);
                  }));
    return Step(json_answer(200, protocol::encode(offer)));
}

Result<Step> handle_take_ticket(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const services::TicketWish wish{
        .office = shape.text("office"), .service = shape.text("service"), .priority = shape.text("priority")};
    shape.close();
    MC_TRY(complete(std::move(findings)));
    const bool is_kiosk = client_of(context.backend, context.request).empty();
    const std::string work(context.request.header("x-work"));
    return ticket_command(
        context,
        [&backend = context.backend, wish, is_kiosk, work](storage::Stores& stores) -> Result<Visit> {
            if (!is_kiosk) {
                MC_TRY(backend.puzzles.check(stores, {"tickets", wish.office, ""}, work));
            }
            return backend.line.take(stores, wish, false);
        });
}

Result<Step> handle_check_in(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const services::Slip slip{.code = shape.text("code"), .secret = shape.text("secret")};
    const std::string priority = shape.text("priority");
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return ticket_command(context, [&backend = context.backend, slip, priority](storage::Stores& stores) {
        return backend.line.check_in(stores, slip, priority);
    });
}

Result<Step> handle_leave_line(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const std::string ticket = shape.text("ticket");
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return line_command(
        context,
        [&backend = context.backend, ticket](storage::Stores& stores) {
            return backend.line.leave(stores, ticket);
        },
        [](storage::Stores&, const Visit&) {
            return Response{.status = 204, .body = "", .media_type = "", .headers = {}};
        });
}

Result<Step> handle_ticket(const Context& context) {
    constexpr std::string_view kBearer = "Bearer ";
    const std::string_view given = context.request.header("authorization");
    if (given.substr(0, kBearer.size()) != kBearer) {
        return refuse(ErrorCode::NotFound, "ticket", "ticket_unknown");
    }
    const std::string secret(given.substr(kBearer.size()));
    const i18n::Texts& texts = context.backend.assets.texts(context.request.languages());
    std::string office;
    MC_TRY_ASSIGN(
        const protocol::Ticket ticket,
        read_with<protocol::Ticket>(context, [&](storage::Stores& stores) -> Result<protocol::Ticket> {
            MC_TRY_ASSIGN(const Visit visit, context.backend.line.find(stores, secret));
            office = visit.booking.office;
            return context.backend.line.tell(stores, visit, texts, false);
        }));
    Response response = json_answer(200, protocol::encode(ticket));
    response.watch = office;
    return Step(std::move(response));
}

Result<Step> handle_board(const Context& context) {
    const std::string office = query_text(context, "office");
    MC_TRY_ASSIGN(const protocol::Board board,
                  read_with<protocol::Board>(context, [&](storage::Stores& stores) {
                      return context.backend.line.board(stores, office);
                  }));
    Response response = json_answer(200, protocol::encode(board));
    response.watch = office;
    return Step(std::move(response));
}

}  // namespace motcua::backend::http
