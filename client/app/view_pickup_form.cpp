#include <utility>

#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

std::string error_of(const State& state, const char* id) {
    const auto& errors = state.slip->pickup->errors;
    const auto found = errors.find(id);
    return found == errors.end() ? "" : state.shell.say_it(found->second);
}

page::Node asked_for(const State& state, page::Node node) {
    node.required = true;
    node.error = error_of(state, node.id.c_str());
    return node;
}

page::Node commune_choice(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes options;
    for (const protocol::PickupCommune& commune : state.slip->pickup->told->communes) {
        options.push_back(page::option(commune.code, commune.name));
    }
    page::Node node = page::choice("pickup.commune", texts.get("pickup.commune"), state.slip->pickup->commune,
                                   std::move(options));
    node.hint = texts.get("pickup.commune_hint");
    return asked_for(state, std::move(node));
}

/// The one it has is among them, also when it is full now.
page::Node window_choice(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const PickupPart& part = *state.slip->pickup;
    Nodes options;
    bool listed = part.told->state != "requested";
    const auto add = [&](std::int64_t starts_at_secs, int minutes, std::string hint) {
        options.push_back(page::option(std::to_string(starts_at_secs),
                                       pickup_window_text(texts, starts_at_secs, minutes), std::move(hint)));
    };
    for (const protocol::Slot& window : part.told->windows) {
        if (!listed && part.told->starts_at_secs <= window.starts_at_secs) {
            listed = true;
            add(part.told->starts_at_secs, part.told->minutes, texts.get("pickup.own_window"));
            if (part.told->starts_at_secs == window.starts_at_secs) {
                continue;
            }
        }
        add(window.starts_at_secs, window.minutes,
            texts.get("pickup.free", {{"count", std::to_string(window.free)}}));
    }
    if (!listed) {
        add(part.told->starts_at_secs, part.told->minutes, texts.get("pickup.own_window"));
    }
    return asked_for(state,
                     page::choice("pickup.window", texts.get("pickup.window"),
                                  part.window == 0 ? "" : std::to_string(part.window), std::move(options)));
}

}  // namespace

void view_pickup_form(const State& state, Nodes& main) {
    constexpr int kPhoneWidth = 16;
    const i18n::Texts& texts = state.shell.texts();
    const PickupPart& part = *state.slip->pickup;
    if (state.summary_shown) {
        std::vector<ErrorLine> lines;
        for (const char* id : {"pickup.commune", "pickup.line", "pickup.telephone", "pickup.window"}) {
            if (std::string error = error_of(state, id); !error.empty()) {
                lines.push_back({id, line_of(texts, texts.get(id), error)});
            }
        }
        add_error_summary(state, main, lines);
    }
    main.push_back(page::heading("title", texts.get("pickup.form")));
    add_pickup_problem(state, main);
    add_pickup_trial(state, main);
    main.push_back(commune_choice(state));
    page::Node line = page::text_field("pickup.line", texts.get("pickup.line"), part.line);
    line.hint = texts.get("pickup.line_hint");
    line.input = {.autocomplete = "street-address", .enter = "next", .max_chars = 200};
    main.push_back(asked_for(state, std::move(line)));
    page::Node telephone =
        page::text_field("pickup.telephone", texts.get("pickup.telephone"), part.telephone);
    telephone.hint = texts.get("pickup.telephone_hint");
    telephone.input = {.mode = "tel", .type = "tel", .autocomplete = "tel", .enter = "next"};
    telephone.input.width_chars = kPhoneWidth;
    main.push_back(asked_for(state, std::move(telephone)));
    main.push_back(window_choice(state));
    page::Node go = page::button("continue", texts.get("pickup.send"), page::Tone::Primary);
    go.busy = part.call == PickupCall::Ask;
    main.push_back(page::toolbar("actions", {std::move(go), page::button("back", texts.get("action.back"))}));
}

}  // namespace motcua::app
