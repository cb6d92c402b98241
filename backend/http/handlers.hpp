#pragma once

#include "backend/http/route.hpp"

/// The routes of docs/API.md, one function each: read the request, ask a service, answer.
namespace motcua::backend::http {

Result<Step> handle_healthz(const Context& context);
Result<Step> handle_readyz(const Context& context);
Result<Step> handle_offices(const Context& context);
Result<Step> handle_slots(const Context& context);
Result<Step> handle_hold(const Context& context);
Result<Step> handle_upload(const Context& context);
Result<Step> handle_part(const Context& context);
Result<Step> handle_hand_in(const Context& context);
Result<Step> handle_status(const Context& context);

Result<Step> handle_appointment(const Context& context);
Result<Step> handle_move(const Context& context);
Result<Step> handle_book_again(const Context& context);
Result<Step> handle_cancel(const Context& context);
Result<Step> handle_calendar_file(const Context& context);
Result<Step> handle_wait(const Context& context);
Result<Step> handle_waiting(const Context& context);
Result<Step> handle_stop_waiting(const Context& context);

Result<Step> handle_pickup(const Context& context);
Result<Step> handle_ask_pickup(const Context& context);
Result<Step> handle_cancel_pickup(const Context& context);
Result<Step> handle_meet_courier(const Context& context);
Result<Step> handle_round(const Context& context);
Result<Step> handle_pickup_step(const Context& context);

Result<Step> handle_line_offer(const Context& context);
Result<Step> handle_take_ticket(const Context& context);
Result<Step> handle_check_in(const Context& context);
Result<Step> handle_leave_line(const Context& context);
Result<Step> handle_ticket(const Context& context);
Result<Step> handle_board(const Context& context);

Result<Step> handle_line(const Context& context);
Result<Step> handle_sit(const Context& context);
Result<Step> handle_stand_up(const Context& context);
Result<Step> handle_next(const Context& context);
Result<Step> handle_line_step(const Context& context);
Result<Step> handle_counter_ticket(const Context& context);
Result<Step> handle_number_range(const Context& context);
Result<Step> handle_merge(const Context& context);

Result<Step> handle_indicators(const Context& context);
Result<Step> handle_indicators_csv(const Context& context);
Result<Step> handle_counted_visits(const Context& context);

Result<Step> handle_sign_in(const Context& context);
Result<Step> handle_session(const Context& context);
Result<Step> handle_sign_out(const Context& context);
Result<Step> handle_statistics(const Context& context);
Result<Step> handle_dossiers(const Context& context);
Result<Step> handle_dossier(const Context& context);
Result<Step> handle_file(const Context& context);
Result<Step> handle_received(const Context& context);
Result<Step> handle_taken_back(const Context& context);

}  // namespace motcua::backend::http
