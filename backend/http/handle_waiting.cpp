#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"

namespace motcua::backend::http {

namespace {

/// {"dossier"} or {"code","secret"}.
services::WaitingPerson read_person(json::Shape& shape) {
    services::WaitingPerson person;
    if (shape.has("code")) {
        person.slip.emplace();
        person.slip->code = shape.text("code");
        person.slip->secret = shape.text("secret");
    } else {
        person.dossier = shape.text("dossier", "type", is_id);
    }
    return person;
}

Result<services::WaitingPerson> read_person(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    services::WaitingPerson person = read_person(shape);
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return person;
}

}  // namespace

Result<Step> handle_wait(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const services::WaitingPerson person = read_person(shape);
    services::Wish wish;
    if (!person.slip) {
        wish.office = shape.text("office");
    }
    wish.from_secs = shape.integer("from", 0);
    wish.until_secs = shape.integer("until", wish.from_secs + 1);
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return Step(Command{
        .run = [&backend = context.backend, person, wish](storage::Stores& stores) -> Result<Response> {
            MC_TRY_ASSIGN(const protocol::Waiting waiting, backend.waiting_list.join(stores, person, wish));
            return json_answer(201, protocol::encode(waiting));
        }});
}

Result<Step> handle_waiting(const Context& context) {
    MC_TRY_ASSIGN(const services::WaitingPerson person, read_person(context));
    return Step(
        Command{.run = [&backend = context.backend, person](storage::Stores& stores) -> Result<Response> {
            MC_TRY_ASSIGN(const std::optional<protocol::Waiting> waiting,
                          backend.waiting_list.status(stores, person));
            return waiting ? json_answer(200, protocol::encode(*waiting))
                           : Response{.status = 204, .body = "", .media_type = "", .headers = {}};
        }});
}

Result<Step> handle_stop_waiting(const Context& context) {
    MC_TRY_ASSIGN(const services::WaitingPerson person, read_person(context));
    return Step(
        Command{.run = [&backend = context.backend, person](storage::Stores& stores) -> Result<Response> {
            MC_TRY(backend.waiting_list.leave(stores, person));
            return Response{.status = 204, .body = "", .media_type = "", .headers = {}};
        }});
}

}  // namespace motcua::backend::http
