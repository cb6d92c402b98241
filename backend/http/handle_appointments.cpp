#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"
#include "shared/protocol/appointment.hpp"

namespace motcua::backend::http {

namespace {

struct Asked {
    services::Slip slip;
    std::int64_t starts_at_secs = 0;
};

Result<Asked> read_asked(const Context& context, bool with_time) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    Asked asked;
    asked.slip.code = shape.text("code");
    asked.slip.secret = shape.text("secret");
    if (with_time) {
        asked.starts_at_secs = shape.integer("starts_at", 0);
    }
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return asked;
}

}  // namespace

Result<Step> handle_appointment(const Context& context) {
    MC_TRY_ASSIGN(const Asked asked, read_asked(context, false));
    MC_TRY_ASSIGN(const protocol::Appointment appointment,
                  read_with<protocol::Appointment>(context, [&](storage::Stores& stores) {
                      return context.backend.appointments.status(stores, asked.slip);
                  }));
    return Step(json_answer(200, protocol::encode(appointment)));
}

Result<Step> handle_move(const Context& context) {
    MC_TRY_ASSIGN(const Asked asked, read_asked(context, true));
    return Step(
        Command{.run = [&backend = context.backend, asked](storage::Stores& stores) -> Result<Response> {
            MC_TRY_ASSIGN(const protocol::Appointment appointment,
                          backend.appointments.move(stores, asked.slip, asked.starts_at_secs));
            return json_answer(200, protocol::encode(appointment));
        }});
}

Result<Step> handle_book_again(const Context& context) {
    MC_TRY_ASSIGN(const Asked asked, read_asked(context, true));
    return Step(
        Command{.run = [&backend = context.backend, asked](storage::Stores& stores) -> Result<Response> {
            MC_TRY_ASSIGN(const protocol::Appointment appointment,
                          backend.appointments.book_again(stores, asked.slip, asked.starts_at_secs));
            return json_answer(200, protocol::encode(appointment));
        }});
}

Result<Step> handle_cancel(const Context& context) {
    MC_TRY_ASSIGN(const Asked asked, read_asked(context, false));
    return Step(
        Command{.run = [&backend = context.backend, asked](storage::Stores& stores) -> Result<Response> {
            MC_TRY_ASSIGN(const protocol::Appointment appointment,
                          backend.appointments.cancel(stores, asked.slip));
            return json_answer(200, protocol::encode(appointment));
        }});
}

Result<Step> handle_calendar_file(const Context& context) {
    MC_TRY_ASSIGN(const Asked asked, read_asked(context, false));
    const i18n::Texts& texts = context.backend.assets.texts(context.request.languages());
    MC_TRY_ASSIGN(std::string file, read_with<std::string>(context, [&](storage::Stores& stores) {
                      return context.backend.appointments.calendar_file(stores, asked.slip, texts);
                  }));
    Response response{.status = 200,
                      .body = std::move(file),
                      .media_type = "text/calendar; charset=utf-8",
                      .headers = {{"Content-Disposition", "attachment; filename=\"lich-hen.ics\""}}};
    return Step(std::move(response));
}

}  // namespace motcua::backend::http
