#include <utility>

#include "client/app/slip.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

std::string unchosen_text(const State& state) {
    const Finding& unchosen = state.slip->unchosen;
    return unchosen.code.empty() ? "" : finding_text(state.shell.texts(), unchosen);
}

void add_top(const State& state, Nodes& main, const char* title) {
    if (state.summary_shown && !state.slip->unchosen.code.empty()) {
        add_error_summary(state, main, {{state.slip->unchosen.field, unchosen_text(state)}});
    }
    main.push_back(page::heading("title", state.shell.texts().get(title)));
    add_slip_problem(state, main);
}

void add_buttons(const State& state, Nodes& main, const char* go_on) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes buttons;
    if (go_on != nullptr) {
        buttons.push_back(page::button("continue", texts.get(go_on), page::Tone::Primary));
        buttons.back().busy = is_acting(state);
    }
    buttons.push_back(page::button("back", texts.get("action.back")));
    main.push_back(page::toolbar("actions", std::move(buttons)));
}

/// Times that are being fetched again stay on the page until the new ones come. False: there are none yet.
bool has_times(const State& state, Nodes& main) {
    const AppointmentPart& times = state.slip->times;
    if (times.slots_load != Load::Ready) {
        add_load_notice(state, main, times.slots_load, "slots");
    }
    return times.slots_load == Load::Ready || !times.slots.empty();
}

}  // namespace

std::string wish_text(const i18n::Texts& texts, std::int64_t from_secs, std::int64_t until_secs) {
    constexpr std::int64_t kHalfDaySecs = 12 * 3600;
    const calendar::Date date = calendar::day_in_vietnam(from_secs);
    const std::int64_t begin = calendar::utc_secs(date, 0, 0);
    const std::int64_t noon = begin + kHalfDaySecs;
    const std::int64_t end = noon + kHalfDaySecs;
    const i18n::Args day = {{"day", day_text(texts, date)}};
    if (from_secs == begin && until_secs == end) {
        return day_text(texts, date);
    }
    if (from_secs == begin && until_secs == noon) {
        return texts.get("slip.morning", day);
    }
    if (from_secs == noon && until_secs == end) {
        return texts.get("slip.afternoon", day);
    }
    return texts.get("slip.before", {{"time", moment_text(texts, until_secs)}});
}

void view_move(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const protocol::Appointment& appointment = *state.slip->appointment;
    const bool again = is_cancelled(state);
    add_top(state, main, "slip.choose");
    main.push_back(
        page::paragraph("intro", texts.get(again ? "slots.intro" : "slip.choose_text",
                                           {{"office", appointment.office.name},
                                            {"time", moment_text(texts, appointment.starts_at_secs)}})));
    if (has_times(state, main)) {
        add_slots(state, main);
    }
    add_buttons(state, main, again ? "slip.book" : "slip.move_to");
}

void view_wait(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    add_top(state, main, "slip.wait");
    main.push_back(page::paragraph("intro", texts.get("slip.wait_text")));
    if (!has_times(state, main)) {
        return add_buttons(state, main, nullptr);
    }
    if (any_free_before(state)) {
        main.push_back(page::notice("free", page::Tone::Info, texts.get("slip.free_before")));
        main.push_back(page::button("slip.move", texts.get("slip.move")));
    }
    Nodes options;
    for (const Wish& wish : wishes_of(state)) {
        options.push_back(page::option(wish.id, wish_text(texts, wish.from_secs, wish.until_secs)));
    }
    if (options.empty()) {
        main.push_back(page::notice("wish", page::Tone::Info, texts.get("slip.none_full")));
        return add_buttons(state, main, nullptr);
    }
    page::Node choice = page::choice("wish", texts.get("slip.wish"), state.slip->wish, std::move(options));
    choice.required = true;
    choice.error = unchosen_text(state);
    main.push_back(std::move(choice));
    add_buttons(state, main, "slip.join");
}

}  // namespace motcua::app
