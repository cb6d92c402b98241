#include <utility>

#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"
#include "backend/services/statistics.hpp"

namespace motcua::backend::http {

Result<Step> handle_statistics(const Context& context) {
    MC_TRY_ASSIGN(
        const services::Statistics found,
        read_with<services::Statistics>(context, [&](storage::Stores& stores) {
            return Result(services::statistics(stores, context.clerk.office, context.backend.clock()));
        }));
    json::Array received;
    for (const services::DayReceived& day : found.received) {
        received.push_back(json::Object{{"day", day.day}, {"count", day.count}});
    }
    json::Array hours;
    for (const services::HourBooked& hour : found.hours) {
        hours.push_back(json::Object{{"hour", hour.hour}, {"seats", hour.seats}, {"booked", hour.booked}});
    }
    return Step(
        json_answer(200, json::Object{{"received", std::move(received)}, {"hours", std::move(hours)}}));
}

}  // namespace motcua::backend::http
