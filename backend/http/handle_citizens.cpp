#include <memory>
#include <utility>

#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"
#include "shared/calendar/date.hpp"
#include "shared/protocol/api.hpp"
#include "shared/text/text.hpp"

namespace motcua::backend::http {

namespace {

constexpr int kMaxDays = 14;

template <class T>
json::Value list_of(const char* name, const std::vector<T>& items) {
    json::Array encoded;
    for (const T& item : items) {
        encoded.push_back(protocol::encode(item));
    }
    return json::Object{{name, std::move(encoded)}};
}

}  // namespace

Result<Step> handle_healthz(const Context& context) {
    if (context.backend.stopping.load()) {
        return Error{.code = ErrorCode::Unavailable, .detail = "stopping", .findings = {}};
    }
    return Step(json_answer(200, json::Object{{"ok", true}}));
}

// The storage opens its readers only after all migrations are applied.
Result<Step> handle_readyz(const Context& context) {
    MC_TRY(context.backend.storage.read([](storage::Stores& stores) -> Result<void> {
        stores.offices.note("schema");
        return {};
    }));
    return Step(json_answer(200, json::Object{{"ok", true}}));
}

Result<Step> handle_offices(const Context& context) {
    const std::string procedure = query_text(context, "procedure");
    MC_TRY_ASSIGN(const auto offices,
                  read_with<std::vector<protocol::Office>>(context, [&](storage::Stores& stores) {
                      return Result(context.backend.bookings.offices(stores, procedure));
                  }));
    return Step(json_answer(200, list_of("offices", offices)));
}

Result<Step> handle_slots(const Context& context) {
    const auto from = calendar::parse_iso(query_text(context, "from"));
    const auto days = whole_number(query_text(context, "days"));
    if (!from) {
        return refuse(ErrorCode::InvalidInput, "from", "shape.type");
    }
    if (!days || *days < 1 || *days > kMaxDays) {
        return refuse(ErrorCode::InvalidInput, "days", "shape.range");
    }
    MC_TRY_ASSIGN(
        const auto slots, read_with<std::vector<protocol::Slot>>(context, [&](storage::Stores& stores) {
            return context.backend.bookings.slots(stores, query_text(context, "office"), *from, *days);
        }));
    return Step(json_answer(200, list_of("slots", slots)));
}

Result<Step> handle_hold(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    services::HoldRequest request;
    request.dossier = shape.text("dossier", "type", is_id);
    request.office = shape.text("office");
    request.starts_at_secs = shape.integer("starts_at", 0);
    shape.close();
    MC_TRY(complete(std::move(findings)));
    request.client = client_of(context.backend, context.request);
    const std::string work(context.request.header("x-work"));
    return Step(Command{
        .run = [&backend = context.backend, request, work](storage::Stores& stores) -> Result<Response> {
            if (!request.client.empty()) {
                MC_TRY(backend.puzzles.check(stores, {"holds", request.office, request.dossier}, work));
            }
            MC_TRY_ASSIGN(const protocol::Booking booking, backend.bookings.hold(stores, request));
            return json_answer(201, protocol::encode(booking));
        }});
}

Result<Step> handle_hand_in(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    Backend& backend = context.backend;
    auto checked = read_with<services::CheckedDossier>(
        context, [&](storage::Stores& stores) { return backend.dossiers.check(stores, body); });
    if (!checked) {
        return Step(
            Command{.run = [error = checked.error()](storage::Stores&) -> Result<Response> { return error; },
                    .procedure = backend.dossiers.procedure_of(body)});
    }
    auto shared = std::make_shared<services::CheckedDossier>(*std::move(checked));
    return Step(Command{.run = [&backend, shared](storage::Stores& stores) -> Result<Response> {
                            MC_TRY_ASSIGN(const protocol::Receipt receipt,
                                          backend.dossiers.accept(stores, *shared));
                            return json_answer(201, protocol::encode(receipt));
                        },
                        .after_commit = [&backend] { backend.wake_forwarder(); }});
}

Result<Step> handle_status(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const std::string code = shape.text("code");
    const std::string secret = shape.text("secret");
    shape.close();
    for (const auto& [field, value] : {std::pair{"code", &code}, std::pair{"secret", &secret}}) {
        if (findings.empty() && text::squeeze(*value).empty()) {
            findings.push_back({field, "shape.missing", {}});
        }
    }
    MC_TRY(complete(std::move(findings)));
    MC_TRY_ASSIGN(const protocol::DossierStatus status,
                  read_with<protocol::DossierStatus>(context, [&](storage::Stores& stores) {
                      return context.backend.dossiers.status(stores, code, secret);
                  }));
    return Step(json_answer(200, protocol::encode(status)));
}

}  // namespace motcua::backend::http
