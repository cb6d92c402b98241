#include <algorithm>
#include <utility>

#include "client/app/editions.hpp"
#include "client/app/files.hpp"
#include "client/app/offices.hpp"
#include "client/app/update.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::app {

namespace {

constexpr int kCreated = 201;
constexpr int kConflict = 409;
constexpr int kTooManyRequests = 429;
constexpr int kServerFault = 500;
constexpr int kRetryMillis = 1500;

json::Value body_of(const HttpAnswer& answer) {
    auto value = json::read(answer.body);
    return value ? *std::move(value) : json::Value();
}

/// A hold that ends while the dossier travels is no use.
bool is_held(const State& state) {
    constexpr std::int64_t kMarginSecs = 20;
    const AppointmentPart& part = state.dossier.appointment;
    return part.booking && part.booking->office == part.office && part.starts_at_secs &&
           part.booking->starts_at_secs == *part.starts_at_secs &&
           part.booking->hold_until_secs > state.shell.now_secs + kMarginSecs;
}

dossier::PackageRequest package_request(const State& state) {
    constexpr std::size_t kIdDigits = 32;
    const AppointmentPart& part = state.dossier.appointment;
    // Counts dossiers and signatures, so that no nonce is used twice.
    const int uses = state.dossiers_begun * 64 + state.dossier.hand_in.sign_number;
    dossier::PackageRequest request;
    request.id = state.dossier.id;
    if (state.random.size() > kIdDigits) {
        request.nonce = mixed(state.random.substr(kIdDigits), uses);
    }
    request.office = part.office;
    request.created_at_secs = state.shell.now_secs;
    request.form = current_form(state);
    request.files = current_files(state);
    request.appointment = {.booking = part.booking->id, .starts_at_secs = part.booking->starts_at_secs};
    return request;
}

void start_sign(Turn& turn) {
    HandInPart& part = turn.state.dossier.hand_in;
    ++part.sign_number;
    forget_calls(turn, Purpose::Sign);
    turn.effects.emplace_back(
        app::Sign{.call = open_call(turn, Purpose::Sign),
                  .request = json::write(dossier::encode(package_request(turn.state)))});
}

void start_send(Turn& turn) {
    const DossierPart& dossier = turn.state.dossier;
    send(turn, Purpose::HandIn, "POST", "/api/v1/dossiers", dossier.hand_in.envelope,
         "dossier-" + dossier.id + "-" + std::to_string(dossier.hand_in.sign_number));
}

void press_sign(Turn& turn) {
    State& state = turn.state;
    if (!verdict(state).empty() || office_obstacle(state)) {
        go_to(turn, {Place::Check, 0});
        return show_summary(turn);
    }
    state.dossier.hand_in.stage = Stage::Files;
    state.dossier.hand_in.problem = {};
    state.dossier.hand_in.may_have_arrived = false;
    go_to(turn, {Place::HandingIn, 0});
    advance(turn);
}

/// The office's side no longer has a file ("files.2"), or any ("files"): it can be sent
/// again. They are counted as the request lists them.
void mark_files_lost(State& state, const std::string& field) {
    std::size_t count = 0;
    for (const std::string& place : file_places(state)) {
        for (AttachedFile& file : state.dossier.papers[place].files) {
            if (!file.removed && (field == "files" || field == "files." + std::to_string(count++))) {
                file.state = FileState::Failed;
                file.upload.clear();
                file.problem = {"files.lost", {}};
            }
        }
    }
}

bool is_about_lost_files(const Finding& finding) {
    return finding.code == "file_missing" || finding.code == "files_missing" ||
           finding.code == "upload_unknown";
}

void show_refusal(Turn& turn, form::Findings findings) {
    State& state = turn.state;
    for (const Finding& finding : findings) {
        if (is_about_lost_files(finding)) {
            mark_files_lost(state, finding.field);
        }
        if (const auto target = target_of(state, finding.field)) {
            state.dossier.questions.errors.insert({finding.field, finding});
        }
    }
    state.dossier.hand_in.refused = std::move(findings);
    state.dossier.hand_in.stage = Stage::Idle;
    go_to(turn, {Place::Check, 0});
    show_summary(turn);
}

bool is_about_edition(const form::Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.field == "edition"; });
}

void wait_and_retry(Turn& turn) {
    forget_calls(turn, Purpose::RetryWait);
    turn.effects.emplace_back(Wait{open_call(turn, Purpose::RetryWait), kRetryMillis});
}

void refuse_hand_in(Turn& turn, const HttpAnswer& answer) {
    auto problem = protocol::decode_problem(body_of(answer));
    if (answer.status == kConflict && problem && problem->code == "in_flight") {
        return wait_and_retry(turn);
    }
    if (const Finding* slot = problem ? slot_finding(*problem) : nullptr) {
        return lose_slot(turn, slot->code);
    }
    if (problem && is_about_edition(problem->findings)) {
        return change_edition(turn, std::move(problem->findings));
    }
    if (problem && !problem->findings.empty()) {
        return show_refusal(turn, std::move(problem->findings));
    }
    stop_hand_in(turn, problem_of(answer.status, answer.body));
}

/// "fix.<n>": the n-th line of the check page's list of errors.
bool press_fix(Turn& turn, std::string_view id) {
    const form::Findings findings = check_findings(turn.state);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto target = target_of(turn.state, findings[i].field);
        if (target && id == "fix." + std::to_string(i)) {
            turn.state.dossier.questions.errors.insert({findings[i].field, findings[i]});
            turn.state.from_check = true;
            go_to_node(turn, target->where, target->node);
            return true;
        }
    }
    return false;
}

/// "look.<n>": the n-th of the check page's warnings.
bool press_warning(Turn& turn, std::string_view id) {
    State& state = turn.state;
    const form::Findings findings = form::warnings(*state.procedure, current_form(state), state.places);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto target = target_of(state, findings[i].field);
        if (target && id == "look." + std::to_string(i)) {
            state.from_check = true;
            go_to_node(turn, target->where, target->node);
            return true;
        }
    }
    return false;
}

/// "edit.<field>": changes one thing of the summary and comes back.
bool press_edit(Turn& turn, std::string_view id) {
    constexpr std::string_view kEdit = "edit.";
    if (id.substr(0, kEdit.size()) != kEdit) {
        return false;
    }
    if (const auto target = target_of(turn.state, std::string(id.substr(kEdit.size())))) {
        turn.state.from_check = true;
        go_to_node(turn, target->where, target->node);
    }
    return true;
}

}  // namespace

void continue_check(Turn& turn) {
    turn.state.dossier.hand_in.refused.clear();
    if (turn.state.dossier.change.state == Change::Asked || is_over(turn.state)) {
        return change_edition(turn, {{"edition", "edition_ended", {}}});
    }
    if (!check_findings(turn.state).empty()) {
        return show_summary(turn);
    }
    turn.state.dossier.questions.errors.clear();
    if (!turn.state.dossier.appointment.booking) {
        return go_to(turn, {turn.state.dossier.appointment.office.empty() ? Place::Office : Place::Time, 0});
    }
    go_on(turn);
}

bool press_hand_in(Turn& turn, std::string_view id) {
    State& state = turn.state;
    HandInPart& part = state.dossier.hand_in;
    if (state.where.place == Place::Sign && id == "sign") {
        press_sign(turn);
    } else if (state.where.place == Place::HandingIn && id == "retry" && !part.problem.key.empty()) {
        part.problem = {};
        advance(turn);
    } else if (state.where.place == Place::HandingIn && id == "files" && part.stage == Stage::Files) {
        part.stage = Stage::Idle;
        go_to(turn, {Place::Documents, 0});
    } else if (state.where.place == Place::Check) {
        return press_fix(turn, id) || press_edit(turn, id) || press_warning(turn, id);
    } else {
        return false;
    }
    return true;
}

void advance(Turn& turn) {
    State& state = turn.state;
    HandInPart& part = state.dossier.hand_in;
    if (part.stage == Stage::Files) {
        if (any_failed(state)) {
            return stop_hand_in(turn, {"hand_in.files_failed", {}});
        }
        if (!all_sent(state)) {
            return;
        }
        part.stage = Stage::Hold;
    }
    if (part.stage == Stage::Hold) {
        if (!is_held(state)) {
            return want_hold(turn);
        }
        part.stage = Stage::Sign;
    }
    if (part.stage == Stage::Sign) {
        return start_sign(turn);
    }
    if (part.stage == Stage::Send) {
        start_send(turn);
    }
}

void stop_hand_in(Turn& turn, Sentence problem) {
    turn.state.dossier.hand_in.problem = problem;
    say_at_once(turn.state.shell, std::move(problem));
}

void cancel_hand_in(Turn& turn) {
    HandInPart& part = turn.state.dossier.hand_in;
    if (!part.problem.key.empty() && !part.may_have_arrived) {
        part.stage = Stage::Idle;
        part.problem = {};
        go_to(turn, {Place::Check, 0});
    }
}

void take_signed(Turn& turn, const Signed& answer) {
    constexpr std::size_t kCodeDigits = 8;
    HandInPart& part = turn.state.dossier.hand_in;
    if (part.stage != Stage::Sign) {
        return;
    }
    if (answer.envelope.empty()) {
        return stop_hand_in(turn, {"sign.failed", {}});
    }
    part.envelope = answer.envelope;
    part.check_code.clear();
    if (const auto envelope = json::read(answer.envelope)) {
        const json::Value* manifest = envelope->find("manifest");
        const json::Value* form = manifest == nullptr ? nullptr : manifest->find("form");
        part.check_code = form == nullptr ? "" : form->text_or("sha256").substr(0, kCodeDigits);
    }
    part.stage = Stage::Send;
    advance(turn);
}

void take_hand_in(Turn& turn, const HttpAnswer& answer) {
    HandInPart& part = turn.state.dossier.hand_in;
    if (part.stage != Stage::Send) {
        return;
    }
    if (answer.status == kCreated) {
        return take_receipt(turn, answer);
    }
    if (answer.status == 0 || answer.status >= kServerFault || answer.status == kTooManyRequests) {
        part.may_have_arrived = part.may_have_arrived || answer.status != kTooManyRequests;
        return stop_hand_in(turn, {answer.status == 0 ? "hand_in.no_answer" : "hand_in.not_now", {}});
    }
    part.may_have_arrived = false;
    refuse_hand_in(turn, answer);
}

}  // namespace motcua::app
