#include "backend/http/handlers.hpp"
#include "backend/http/route.hpp"

namespace motcua::backend::http {

namespace {

constexpr std::size_t kSmallBody = 4 << 10;
constexpr std::size_t kMergeBody = 64 << 10;
constexpr std::size_t kEnvelopeBody = 512 << 10;
constexpr std::size_t kPartBody = services::Uploads::kPartBytes;

constexpr auto kEveryone = Access::Everyone;
constexpr auto kStaff = Access::Staff;
constexpr auto kClerk = Access::Clerk;
constexpr auto kCourier = Access::Courier;
constexpr auto kFree = Repeat::Free;
constexpr auto kOnce = Repeat::Once;

}  // namespace

const std::vector<Route>& routes() {
    using M = Method;
    using A = Accepts;
    static const std::vector<Route> kTable{
        {M::Get, "/api/v1/healthz", kEveryone, kFree, Lane::Inline, A::Nothing, 0, handle_healthz},
        {M::Get, "/api/v1/readyz", kEveryone, kFree, Lane::Pool, A::Nothing, 0, handle_readyz},
        {M::Get, "/api/v1/offices", kEveryone, kFree, Lane::Pool, A::Nothing, 0, handle_offices},
        {M::Get, "/api/v1/slots", kEveryone, kFree, Lane::Pool, A::Nothing, 0, handle_slots},
        {M::Post, "/api/v1/holds", kEveryone, kOnce, Lane::Inline, A::Json, kSmallBody, handle_hold},
        {M::Post, "/api/v1/uploads", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody, handle_upload,
         &services::kUploadAllowance},
        {M::Put, "/api/v1/uploads/{upload}/parts/{n}", kEveryone, kFree, Lane::Pool, A::Bytes, kPartBody,
         handle_part},
        {M::Post, "/api/v1/dossiers", kEveryone, kOnce, Lane::Slow, A::Json, kEnvelopeBody, handle_hand_in},
        {M::Post, "/api/v1/dossiers/status", kEveryone, kFree, Lane::Pool, A::Json, kSmallBody,
         handle_status},
        {M::Post, "/api/v1/appointments/status", kEveryone, kFree, Lane::Pool, A::Json, kSmallBody,
         handle_appointment},
        {M::Post, "/api/v1/appointments/move", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody, handle_move,
         &services::kChangeAllowance},
        {M::Post, "/api/v1/appointments/again", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_book_again, &services::kChangeAllowance},
        {M::Post, "/api/v1/appointments/cancel", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_cancel, &services::kChangeAllowance},
        {M::Post, "/api/v1/appointments/calendar.ics", kEveryone, kFree, Lane::Pool, A::Json, kSmallBody,
         handle_calendar_file},
        {M::Post, "/api/v1/waiting", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody, handle_wait,
         &services::kWaitingAllowance},
        {M::Post, "/api/v1/waiting/status", kEveryone, kFree, Lane::Pool, A::Json, kSmallBody,
         handle_waiting},
        {M::Post, "/api/v1/waiting/leave", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_stop_waiting},
        {M::Post, "/api/v1/pickups/status", kEveryone, kFree, Lane::Pool, A::Json, kSmallBody, handle_pickup},
        {M::Post, "/api/v1/pickups", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody, handle_ask_pickup,
         &services::kChangeAllowance},
        {M::Post, "/api/v1/pickups/cancel", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_cancel_pickup, &services::kChangeAllowance},
        {M::Post, "/api/v1/pickups/courier", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_meet_courier, &services::kChangeAllowance},
        {M::Get, "/api/v1/line", kEveryone, kFree, Lane::Pool, A::Nothing, 0, handle_line_offer},
        {M::Post, "/api/v1/tickets", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody, handle_take_ticket,
         &services::kTicketAllowance},
        {M::Post, "/api/v1/tickets/check-in", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_check_in},
        {M::Post, "/api/v1/tickets/leave", kEveryone, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_leave_line},
        {M::Get, "/api/v1/ticket", kEveryone, kFree, Lane::Pool, A::Nothing, 0, handle_ticket},
        {M::Get, "/api/v1/board", kEveryone, kFree, Lane::Pool, A::Nothing, 0, handle_board},
        {M::Get, "/api/v1/staff/line", kClerk, kFree, Lane::Pool, A::Nothing, 0, handle_line},
        {M::Put, "/api/v1/staff/counter", kClerk, kFree, Lane::Pool, A::Json, kSmallBody, handle_sit},
        {M::Delete, "/api/v1/staff/counter", kClerk, kFree, Lane::Pool, A::Nothing, 0, handle_stand_up},
        {M::Post, "/api/v1/staff/line/next", kClerk, kOnce, Lane::Pool, A::Json, kSmallBody, handle_next},
        {M::Post, "/api/v1/staff/line/steps", kClerk, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_line_step},
        {M::Post, "/api/v1/staff/line/tickets", kClerk, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_counter_ticket},
        {M::Post, "/api/v1/staff/line/ranges", kClerk, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_number_range},
        {M::Post, "/api/v1/staff/line/merge", kClerk, kOnce, Lane::Pool, A::Json, kMergeBody, handle_merge},
        {M::Get, "/api/v1/staff/pickups", kStaff, kFree, Lane::Slow, A::Nothing, 0, handle_round},
        {M::Post, "/api/v1/staff/pickups/steps", kCourier, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_pickup_step},
        {M::Get, "/api/v1/staff/indicators", kClerk, kFree, Lane::Slow, A::Nothing, 0, handle_indicators},
        {M::Get, "/api/v1/staff/indicators.csv", kClerk, kFree, Lane::Slow, A::Nothing, 0,
         handle_indicators_csv},
        {M::Get, "/api/v1/staff/indicators/visits", kClerk, kFree, Lane::Slow, A::Nothing, 0,
         handle_counted_visits},
        {M::Post, "/api/v1/staff/session", kEveryone, kFree, Lane::Slow, A::Json, kSmallBody, handle_sign_in},
        {M::Get, "/api/v1/staff/session", kStaff, kFree, Lane::Pool, A::Nothing, 0, handle_session},
        {M::Delete, "/api/v1/staff/session", kStaff, kFree, Lane::Pool, A::Nothing, 0, handle_sign_out},
        {M::Get, "/api/v1/staff/statistics", kClerk, kFree, Lane::Pool, A::Nothing, 0, handle_statistics},
        {M::Get, "/api/v1/staff/dossiers", kClerk, kFree, Lane::Pool, A::Nothing, 0, handle_dossiers},
        {M::Get, "/api/v1/staff/dossiers/{id}", kClerk, kFree, Lane::Pool, A::Nothing, 0, handle_dossier},
        {M::Get, "/api/v1/staff/dossiers/{id}/files/{index}", kClerk, kFree, Lane::Slow, A::Nothing, 0,
         handle_file},
        {M::Post, "/api/v1/staff/dossiers/{id}/received", kClerk, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_received},
        {M::Post, "/api/v1/staff/dossiers/{id}/taken_back", kClerk, kOnce, Lane::Pool, A::Json, kSmallBody,
         handle_taken_back},
    };
    return kTable;
}

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string>& parameters) {
    parameters.clear();
    while (!pattern.empty() && !path.empty()) {
        const std::size_t pattern_end = std::min(pattern.find('/', 1), pattern.size());
        const std::size_t path_end = std::min(path.find('/', 1), path.size());
        const std::string_view expected = pattern.substr(0, pattern_end);
        const std::string_view given = path.substr(0, path_end);
        if (expected.size() > 2 && expected[1] == '{') {
            const auto decoded = url_decode(given.substr(1));
            if (!decoded || decoded->empty()) {
                return false;
            }
            parameters.push_back(*decoded);
        } else if (expected != given) {
            return false;
        }
        pattern.remove_prefix(pattern_end);
        path.remove_prefix(path_end);
    }
    return pattern.empty() && path.empty();
}

}  // namespace motcua::backend::http
