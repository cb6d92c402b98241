#include <algorithm>
#include <utility>

#include "client/app/editions.hpp"
#include "client/app/search.hpp"
#include "client/app/slot_days.hpp"
#include "client/app/update.hpp"
#include "client/app/view.hpp"
#include "shared/json/read.hpp"

namespace motcua::app {

namespace {

constexpr std::string_view kIndex = "procedures/index";
constexpr std::string_view kProcedures = "procedures/";
constexpr std::string_view kPlaces = "places";
constexpr std::string_view kOldPlaces = "places/old";
constexpr std::string_view kCalendar = "calendar";

void fetch(Turn& turn, Load& load, std::string name) {
    load = Load::Asked;
    turn.effects.emplace_back(FetchAsset{std::move(name)});
}

std::string procedure_asset(const State& state) {
    return std::string(kProcedures) + state.procedure_code + "@" + state.procedure_edition;
}

/// The edition of the procedure chosen that is in force today, if there is one.
void want_present_edition(Turn& turn) {
    State& state = turn.state;
    const Listed* present = in_force(state, state.procedure_code);
    state.procedure.reset();
    state.procedure_edition = present == nullptr ? "" : present->edition;
    if (present != nullptr) {
        want_procedure(turn);
    } else {
        state.procedure_load = Load::Absent;
    }
}

void say_found(State& state) {
    const std::vector<FoundProcedure> found = found_procedures(state, state.searched);
    const auto near =
        std::count_if(found.begin(), found.end(), [](const FoundProcedure& one) { return one.near; });
    const auto count = static_cast<std::ptrdiff_t>(found.size());
    say(state.shell, {count == 0      ? "search.none"
                      : near == count ? "start.near_said"
                                      : "search.found",
                      {{"count", std::to_string(near == count ? near : count - near)}}});
}

/// The address named a procedure that there is not: it is searched for, in vain.
void leave_unknown(Turn& turn) {
    State& state = turn.state;
    state.procedure_load = Load::Absent;
    go_to(turn, {Place::Start, 0});
    state.searched = std::move(state.procedure_code);
    state.procedure_code.clear();
    say_found(state);
}

/// Is there a dossier of this procedure that can be gone on with? One that holds something stays
/// under the edition it was begun under.
bool is_in_the_making(const State& state, std::string_view code, std::string_view present) {
    const DossierPart& dossier = state.dossier;
    const bool holds = !dossier.questions.answers.empty() || !dossier.papers.empty();
    return state.procedure_code == code && dossier.hand_in.stage != Stage::Done &&
           (holds || state.procedure_edition == present);
}

/// The edition in force of this procedure; "" when there is none.
std::string_view present_edition(const State& state, std::string_view code) {
    const Listed* present = in_force(state, code);
    return present == nullptr ? std::string_view() : present->edition;
}

/// The page stood, and the index says only now that something newer was published since it was made.
bool is_outdated(const State& state) {
    const std::string& code = state.procedure_code;
    return state.procedure && state.where.place == Place::Procedure &&
           !is_in_the_making(state, code, present_edition(state, code));
}

/// Without one the index that is here stays.
void take_index(Turn& turn, const json::Value& file) {
    State& state = turn.state;
    std::vector<Listed> index = read_index(file);
    state.index_load = index.empty() ? Load::Failed : Load::Ready;
    if (index.empty()) {
        return;
    }
    state.index = std::move(index);
    if (state.dossier.change.state == Change::Asked) {
        find_present_edition(turn);
    } else if (state.procedure_load == Load::Asked && listed_now(state, state.procedure_code) == nullptr) {
        leave_unknown(turn);
    } else if (state.procedure_load == Load::Asked || is_outdated(state)) {
        want_present_edition(turn);
    }
}

void take_procedure(Turn& turn, const json::Value& file) {
    State& state = turn.state;
    auto procedure = catalogue::read_procedure(file);
    if (!procedure || procedure->code != state.procedure_code ||
        procedure->edition != state.procedure_edition) {
        state.procedure_load = Load::Failed;
        return;
    }
    state.procedure_load = Load::Ready;
    if (state.dossier.change.state == Change::Asked) {
        return take_edition(turn, *std::move(procedure));
    }
    state.procedure = *std::move(procedure);
    if (state.standing && !state.procedure->in_force.on(calendar::iso(state.shell.today()))) {
        // The index knows under which edition a dossier is begun today.
        state.procedure.reset();
        state.procedure_load = Load::Asked;
        leave_standing_page(turn);
    }
}

void take_places(State& state, const json::Value& file) {
    auto places = places::Places::read(file);
    state.places_load = places ? Load::Ready : Load::Failed;
    if (places) {
        state.places = *std::move(places);
    }
}

void take_calendar(State& state, const json::Value& file) {
    auto calendar = calendar::Calendar::read_table(file);
    state.calendar_load = calendar ? Load::Ready : Load::Failed;
    if (calendar) {
        state.calendar = *std::move(calendar);
    }
}

void take_data(Turn& turn, const Asset& asset) {
    State& state = turn.state;
    auto read = json::read(asset.ok ? asset.text : "");
    const json::Value file = read ? *std::move(read) : json::Value();
    if (asset.name.compare(0, kProcedures.size(), kProcedures) == 0) {
        state.untrusted = !asset.ok && asset.text == kUntrusted;
    }
    if (asset.name == kIndex && state.index_load == Load::Asked) {
        take_index(turn, file);
    } else if (asset.name == kPlaces && state.places_load == Load::Asked) {
        take_places(state, file);
    } else if (asset.name == kOldPlaces && state.old_places_load == Load::Asked) {
        state.old_places_load = asset.ok ? Load::Ready : Load::Failed;
        state.old_places = file;
        say_found(turn);
    } else if (asset.name == kCalendar && state.calendar_load == Load::Asked) {
        take_calendar(state, file);
    } else if (asset.name == procedure_asset(state) && state.procedure_load == Load::Asked) {
        take_procedure(turn, file);
    }
}

/// Nothing has come so far for which the page that stands would have to be another one.
bool is_as_made(const State& state) {
    return state.where.place == Place::Procedure && !state.shell.language_failed &&
           (state.procedure_load == Load::Asked || state.procedure_load == Load::Ready);
}

void choose_procedure(Turn& turn, std::string_view code) {
    State& state = turn.state;
    if (listed_now(state, code) == nullptr) {
        return;
    }
    if (state.procedure_code != code && has_unsaved(state)) {
        state.wished_procedure = code;
        return focus_on(state.shell, "other.keep");
    }
    begin_procedure(turn, code);
}

/// Leaves the journey for a page outside it; `resume` leads back.
void leave_for(Turn& turn, Place place) {
    State& state = turn.state;
    if (state.where.place != Place::Start && state.where.place != Place::LookUp && !is_slips(state)) {
        state.resume = in_trial(state.where) ? Location{Place::Procedure, 0} : state.where;
    }
    go_to(turn, {place, 0});
}

bool press_retry(Turn& turn, std::string_view id) {
    State& state = turn.state;
    if (id == "retry.index" && state.index_load == Load::Failed) {
        want_index(turn);
    } else if (id == "retry.procedure" && state.procedure_load == Load::Failed) {
        // Through the index: what could not be had may have been published anew.
        state.procedure_load = Load::Asked;
        want_index(turn);
    } else if (id == "retry.places") {
        want_places(turn);
    } else {
        return false;
    }
    return true;
}

/// "task.3": the page of a step, once those before it are done.
bool press_task(Turn& turn, std::string_view id) {
    const std::vector<Location> all = steps(turn.state);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && !step_done(turn.state, all[i - 1])) {
            return false;
        }
        if (id == "task." + std::to_string(i + 1)) {
            turn.state.from_check = false;
            go_to(turn, all[i]);
            return true;
        }
    }
    return false;
}

}  // namespace

void want_places(Turn& turn) {
    if (turn.state.places_load == Load::Absent || turn.state.places_load == Load::Failed) {
        fetch(turn, turn.state.places_load, std::string(kPlaces));
    }
}

void want_calendar(Turn& turn) {
    if (turn.state.calendar_load == Load::Absent || turn.state.calendar_load == Load::Failed) {
        fetch(turn, turn.state.calendar_load, std::string(kCalendar));
    }
}

void want_old_places(Turn& turn) {
    if (turn.state.old_places_load == Load::Absent || turn.state.old_places_load == Load::Failed) {
        fetch(turn, turn.state.old_places_load, std::string(kOldPlaces));
    }
}

void want_index(Turn& turn) {
    fetch(turn, turn.state.index_load, std::string(kIndex));
}

void want_procedure(Turn& turn) {
    fetch(turn, turn.state.procedure_load, procedure_asset(turn.state));
}

std::string mixed(const std::string& hex, int number) {
    constexpr std::size_t kDigits = 4;
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out = hex;
    auto rest = static_cast<unsigned>(number);
    for (std::size_t i = 0; i < kDigits && i < out.size(); ++i) {
        char& digit = out[out.size() - 1 - i];
        const std::size_t value = kHex.find(digit);
        if (value != std::string_view::npos) {
            digit = kHex[value ^ (rest & 0xFU)];
        }
        rest >>= 4U;
    }
    return out;
}

void begin_procedure(Turn& turn, std::string_view code) {
    State& state = turn.state;
    const std::string_view edition = present_edition(state, code);
    if (!is_in_the_making(state, code, edition)) {
        begin_dossier(turn);
        state.procedure_code = code;
        if (!state.procedure || state.procedure->code != code || state.procedure->edition != edition) {
            want_present_edition(turn);
        }
    }
    go_to(turn, {Place::Procedure, 0});
}

void begin_dossier(Turn& turn) {
    State& state = turn.state;
    drop_files(turn, state.dossier.papers);
    forget_removed_row(turn);
    for (const Purpose purpose :
         {Purpose::Offices, Purpose::Slots, Purpose::Hold, Purpose::Upload, Purpose::Sign, Purpose::HandIn,
          Purpose::Status, Purpose::StatusWait, Purpose::RetryWait}) {
        forget_calls(turn, purpose);
    }
    state.dossier = {};
    state.resume = {};
    state.from_check = false;
    constexpr std::size_t kIdDigits = 32;
    state.dossier.id = mixed(state.random.substr(0, kIdDigits), state.dossiers_begun);
    ++state.dossiers_begun;
}

void take_start(Turn& turn, const Start& start) {
    Shell shell = begun_shell(turn.state.shell, start);
    turn.state = State{};
    turn.state.shell = std::move(shell);
    turn.state.random = start.random;
    turn.state.idle = {.after_secs = start.idle_secs,
                       .warn_secs = start.warn_secs,
                       .lang = turn.state.shell.lang,
                       .stirred_at_secs = turn.state.shell.now_secs};
    want_language(turn.state.shell, turn.state.shell.lang, turn.effects);
    const bool stands = !start.standing.empty();
    if (!stands) {
        want_index(turn);
    }
    if (start.path == kLookUpPath) {
        turn.state.where.place = Place::LookUp;
    } else if (start.path.compare(0, kProcedurePath.size(), kProcedurePath) == 0) {
        begin_dossier(turn);
        turn.state.procedure_code = start.path.substr(kProcedurePath.size());
        turn.state.procedure_load = Load::Asked;
        turn.state.where.place = Place::Procedure;
        turn.state.standing = stands;
        if (stands) {
            turn.state.procedure_edition = start.standing;
            want_procedure(turn);
        } else {
            want_calendar(turn);
        }
    }
}

void leave_standing_page(Turn& turn) {
    if (!turn.state.standing) {
        return;
    }
    turn.state.standing = false;
    want_index(turn);
    if (turn.state.where.place == Place::Procedure) {
        want_calendar(turn);
    }
}

void take_asset(Turn& turn, const Asset& asset) {
    if (!take_language(turn.state.shell, asset)) {
        take_data(turn, asset);
    }
    if (!is_as_made(turn.state)) {
        leave_standing_page(turn);
    }
}

bool input_start(Turn& turn, const std::string& id, const std::string& value) {
    if (turn.state.where.place != Place::Start || id != "start.search") {
        return false;
    }
    turn.state.searched = value;
    say_found(turn.state);
    return true;
}

void visit_page(Turn& turn, const std::string& page) {
    State& state = turn.state;
    const Stage stage = state.dossier.hand_in.stage;
    const auto is = [&](Place place) { return page == page_id(state, {place, 0}); };
    if (is(Place::Start) || is(Place::LookUp)) {
        return leave_for(turn, is(Place::Start) ? Place::Start : Place::LookUp);
    }
    if (is(Place::Receipt) && stage == Stage::Done) {
        return go_to(turn, {Place::Receipt, 0});
    }
    if (visit_slip(turn, page)) {
        return;
    }
    if (!state.procedure || stage != Stage::Idle || visit_trial(turn, page)) {
        return;
    }
    if (is(Place::Procedure)) {
        return go_to(turn, {Place::Procedure, 0});
    }
    for (const Location& step : steps(state)) {
        if (page == page_id(state, step)) {
            state.from_check = false;
            return go_to(turn, step);
        }
        if (!step_done(state, step)) {
            return;
        }
    }
}

bool press_start(Turn& turn, std::string_view id) {
    constexpr std::string_view kProcedure = "procedure.";
    State& state = turn.state;
    if (id.substr(0, kProcedure.size()) == kProcedure) {
        choose_procedure(turn, id.substr(kProcedure.size()));
    } else if (id == "nav.home") {
        leave_for(turn, Place::Start);
    } else if (id == "nav.look_up" || id == "look_up.open") {
        leave_for(turn, Place::LookUp);
    } else if (id == "nav.tasks" && state.procedure && state.dossier.hand_in.stage == Stage::Idle) {
        state.from_check = false;
        go_to(turn, {Place::Procedure, 0});
    } else if (id == "resume" && !state.procedure_code.empty()) {
        go_to(turn, state.resume);
    } else if (id == "new" && state.dossier.hand_in.stage == Stage::Done) {
        go_to(turn, {Place::Start, 0});
        begin_dossier(turn);
        state.slip.reset();
        state.look_up.status.reset();
        state.procedure_code.clear();
    } else if (state.where.place == Place::Procedure && state.dossier.hand_in.stage == Stage::Idle &&
               press_task(turn, id)) {
        return true;
    } else {
        return press_retry(turn, id);
    }
    return true;
}

bool press_expected(Turn& turn, std::string_view id) {
    bool* shown = id == "expected.why" ? &turn.state.expected_shown
                  : id == "sources"    ? &turn.state.sources_shown
                                       : nullptr;
    if (shown != nullptr) {
        *shown = !*shown;
    }
    return shown != nullptr;
}

}  // namespace motcua::app
