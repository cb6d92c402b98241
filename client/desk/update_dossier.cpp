#include <utility>

#include "client/app/problem.hpp"
#include "client/desk/replies.hpp"
#include "client/desk/update.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::desk {

namespace {

constexpr int kOk = 200;
constexpr int kUnauthenticated = 401;
constexpr int kConflict = 409;
constexpr std::string_view kProcedures = "procedures/";

/// Fetches what the verdict needs and is not here yet.
void want_rules(Turn& turn) {
    State& state = turn.state;
    const std::string key = edition_key(state.detail->form);
    app::Load& load = state.procedure_loads[key];
    if (load == app::Load::Absent || load == app::Load::Failed) {
        load = app::Load::Asked;
        turn.effects.emplace_back(app::FetchAsset{std::string(kProcedures) + key});
    }
    if (state.places_load == app::Load::Absent || state.places_load == app::Load::Failed) {
        state.places_load = app::Load::Asked;
        turn.effects.emplace_back(app::FetchAsset{"places"});
    }
}

/// "received", or "taken_back" again.
void mark(Turn& turn, const std::string& how) {
    constexpr std::size_t kPrefixDigits = 8;
    State& state = turn.state;
    const Detail& detail = *state.detail;
    json::Object body;
    body.emplace_back("version", detail.version);
    state.receiving = true;
    state.problem = {};
    // The same wish has the same key however often it is sent.
    send(turn, Purpose::Receive, "POST", "/api/v1/staff/dossiers/" + detail.id + "/" + how,
         json::write(json::Value(std::move(body))),
         how + "-" + state.random.substr(0, kPrefixDigits) + "-" + detail.id + "-" +
             std::to_string(detail.version));
}

void take_names(State& state, const json::Value& file) {
    for (const json::Value& item : file.array_at("procedures")) {
        catalogue::Text name = catalogue::Text::read(item.find("name"));
        if (!name.empty()) {
            state.procedure_names.insert_or_assign(item.text_or("code"), std::move(name));
        }
    }
}

void take_procedure(State& state, const std::string& key, const json::Value& file) {
    auto procedure = catalogue::read_procedure(file);
    const bool right = procedure && procedure->code + "@" + procedure->edition == key;
    state.procedure_loads[key] = right ? app::Load::Ready : app::Load::Failed;
    if (right) {
        state.procedures.insert_or_assign(key, *std::move(procedure));
    }
}

void open_dossier(Turn& turn, const std::string& id) {
    State& state = turn.state;
    state.dossier_id = id;
    state.detail.reset();
    state.confirming = false;
    go_to(turn, Place::Dossier);
    want_dossier(turn);
}

}  // namespace

void want_dossier(Turn& turn) {
    turn.state.dossier_load = app::Load::Asked;
    send(turn, Purpose::Dossier, "GET", "/api/v1/staff/dossiers/" + turn.state.dossier_id);
}

void take_dossier(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    if (answer.status == kUnauthenticated) {
        return lose_session(turn);
    }
    auto detail = answer.status == kOk ? read_detail(answer.body) : std::nullopt;
    if (!detail || detail->id != state.dossier_id) {
        state.dossier_load = app::Load::Failed;
        app::say(state.shell, app::problem_of(answer.status == kOk ? 0 : answer.status, answer.body));
        return;
    }
    state.detail = std::move(detail);
    state.dossier_load = app::Load::Ready;
    want_rules(turn);
}

void take_received(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    state.receiving = false;
    if (answer.status == kUnauthenticated) {
        return lose_session(turn);
    }
    auto detail = answer.status == kOk ? read_detail(answer.body) : std::nullopt;
    if (detail && detail->id == state.dossier_id) {
        state.detail = std::move(detail);
        state.confirming = false;
        state.marked = state.detail->state != "handed_in";
        app::say(state.shell, {state.marked ? "desk.received" : "desk.taken_back", {}});
        app::focus_on(state.shell, "state");
        return;
    }
    state.marked = state.marked && answer.status != kConflict;
    if (answer.status == kConflict) {
        // Somebody was faster: what they did is shown.
        state.problem = {"desk.moved_on", {}};
        want_dossier(turn);
    } else {
        state.problem = app::problem_of(answer.status == kOk ? 0 : answer.status, answer.body);
    }
    app::say_at_once(state.shell, state.problem);
}

bool press_dossier(Turn& turn, std::string_view id) {
    constexpr std::string_view kRow = "row.";
    State& state = turn.state;
    if (state.where == Place::List && id.substr(0, kRow.size()) == kRow) {
        for (const Line& line : state.lines) {
            if (id.substr(kRow.size()) == line.id) {
                open_dossier(turn, line.id);
                break;
            }
        }
        return true;
    }
    if (state.where != Place::Dossier) {
        return false;
    }
    const bool open = state.detail && state.detail->state == "handed_in" && !state.receiving;
    if (id == "receive" && open) {
        state.confirming = true;
        state.problem = {};
        app::focus_on(state.shell, "receive.cancel");
    } else if (id == "receive.cancel" && !state.receiving) {
        state.confirming = false;
    } else if (id == "toast.close") {
        state.marked = false;
        app::focus_on(state.shell, "state");
    } else if (id == "receive.confirm" && open && state.confirming) {
        mark(turn, "received");
    } else if (id == "receive.undo" && state.marked && !state.receiving) {
        mark(turn, "taken_back");
    } else if (id == "dossier.refresh" || id == "retry.dossier") {
        want_dossier(turn);
    } else if (id == "retry.rules" && state.detail) {
        want_rules(turn);
    } else {
        return false;
    }
    return true;
}

void visit_page(Turn& turn, const std::string& page) {
    State& state = turn.state;
    if (page == "desk.list") {
        press_list(turn, "back");
    } else if (page == "desk.statistics") {
        press_statistics(turn, "nav.statistics");
    } else if (page == "desk.indicators") {
        press_indicators(turn, "nav.indicators");
    } else if (page == "desk.counter") {
        press_counter(turn, "nav.counter");
    } else if (page == "desk.dossier" && state.clerk && state.where != Place::Dossier &&
               !state.dossier_id.empty()) {
        open_dossier(turn, std::string(state.dossier_id));
    }
}

void take_asset(Turn& turn, const app::Asset& asset) {
    State& state = turn.state;
    auto read = json::read(asset.ok ? asset.text : "");
    const json::Value file = read ? *std::move(read) : json::Value();
    if (asset.name == "procedures/index") {
        return take_names(state, file);
    }
    if (asset.name == "places" && state.places_load == app::Load::Asked) {
        auto places = places::Places::read(file);
        state.places_load = places ? app::Load::Ready : app::Load::Failed;
        if (places) {
            state.places = *std::move(places);
        }
        return;
    }
    if (asset.name.compare(0, kProcedures.size(), kProcedures) == 0) {
        const std::string key = asset.name.substr(kProcedures.size());
        const auto load = state.procedure_loads.find(key);
        if (load != state.procedure_loads.end() && load->second == app::Load::Asked) {
            take_procedure(state, key, file);
        }
    }
}

}  // namespace motcua::desk
