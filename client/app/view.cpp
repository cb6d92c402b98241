#include "client/app/view.hpp"

#include <utility>

#include "client/app/slip.hpp"
#include "client/app/slot_days.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

void fill(const State& state, Nodes& main) {
    switch (state.where.place) {
        case Place::Start:
            return view_start(state, main);
        case Place::Procedure:
            return view_procedure(state, main);
        case Place::Trial:
            return view_trial(state, main);
        case Place::TrialResult:
            return view_trial_result(state, main);
        case Place::Helper:
            return view_helper(state, main);
        case Place::Questions:
            return view_questions(state, main);
        case Place::Documents:
            return view_documents(state, main);
        case Place::Office:
            return view_office(state, main);
        case Place::Time:
            return view_time(state, main);
        case Place::Check:
            return view_check(state, main);
        case Place::Sign:
            return view_sign(state, main);
        case Place::HandingIn:
            return view_handing_in(state, main);
        case Place::Receipt:
            return view_receipt(state, main);
        case Place::LookUp:
            return view_look_up(state, main);
        case Place::Appointment:
            return view_slip(state, main);
        case Place::Move:
            return view_move(state, main);
        case Place::Wait:
            return view_wait(state, main);
        case Place::Pickup:
            return view_pickup(state, main);
        case Place::PickupForm:
            return view_pickup_form(state, main);
    }
}

Nodes header(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes nodes;
    nodes.push_back(page::in_its_language(page::link("nav.home", brand_name(state.shell, "product.name")),
                                          state.shell.agency, texts.lang()));
    nodes.push_back(language_bar(state.shell));
    nodes.push_back(page::link("nav.look_up", texts.get("nav.look_up")));
    nodes.push_back(page::paragraph("help", texts.get("help"), page::Tone::Muted));
    return nodes;
}

const page::Node* first(const Nodes& main, page::Role role) {
    for (const page::Node& node : main) {
        if (node.role == role) {
            return &node;
        }
    }
    return nullptr;
}

std::string title(const State& state, const Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const page::Node* heading = first(main, page::Role::Heading);
    const page::Node* progress = first(main, page::Role::Progress);
    const bool is_step = progress != nullptr && progress->id == "progress";
    std::string out = heading == nullptr ? "" : heading->name + " – ";
    if (is_step) {
        out += progress->name + " – ";
    }
    out += brand_name(state.shell, "product.name");
    return first(main, page::Role::ErrorSummary) == nullptr ? out
                                                            : texts.get("errors.title", {{"title", out}});
}

bool is_busy(const State& state) {
    const DossierPart& dossier = state.dossier;
    // Behind a page that stood the index comes while the first questions are answered already.
    const bool index_awaited =
        state.index_load == Load::Asked &&
        (!state.procedure || state.where.place == Place::Start || dossier.change.state == Change::Asked);
    return index_awaited || state.procedure_load == Load::Asked || dossier.appointment.holding ||
           state.look_up.asking ||
           (is_slips(state) && (state.slip->call != SlipCall::None || asks_pickup(state))) ||
           (state.where.place == Place::Office && dossier.appointment.offices_load == Load::Asked) ||
           (state.where.place == Place::Time && dossier.appointment.slots_load == Load::Asked) ||
           (state.where.place == Place::HandingIn && dossier.hand_in.problem.key.empty());
}

}  // namespace

std::string page_id(const State& state, const Location& where) {
    switch (where.place) {
        case Place::Start:
            return "start";
        case Place::Procedure:
            return "procedure";
        case Place::Trial:
            return state.procedure
                       ? "trial." +
                             page::id_part(trial_place(checklist::deciding(*state.procedure)[where.group]))
                       : "trial";
        case Place::TrialResult:
            return "trial";
        case Place::Helper:
            return "helper";
        case Place::Questions:
            return state.procedure ? "question." + state.procedure->groups[where.group].id : "question";
        case Place::Documents:
            return "documents";
        case Place::Office:
            return "office";
        case Place::Time:
            return "time";
        case Place::Check:
            return "check";
        case Place::Sign:
            return "sign";
        case Place::HandingIn:
            return "handing_in";
        case Place::Receipt:
            return "receipt";
        case Place::LookUp:
            return "look_up";
        case Place::Appointment:
            return "appointment";
        case Place::Move:
            return "appointment.move";
        case Place::Wait:
            return "appointment.wait";
        case Place::Pickup:
            return "pickup";
        case Place::PickupForm:
            return "pickup.form";
    }
    return "";
}

page::Page view(const State& state) {
    if (!state.shell.ready()) {
        page::Page page = bare_page(state.shell);
        page.focus = state.shell.focus;
        return page;
    }
    page::Page page{.id = page_id(state, state.where), .busy = is_busy(state), .unsaved = has_unsaved(state)};
    // Its secret is nowhere else.
    page.unsaved = page.unsaved || state.where.place == Place::Receipt ||
                   (is_slips(state) && state.slip->opened_from == Place::Receipt);
    page.header = header(state);
    fill(state, page.main);
    page.title = title(state, page.main);
    page.toast = view_toast(state);
    page.dialog = view_dialog(state);
    finish_page(state.shell, page);
    return page;
}

}  // namespace motcua::app
