#include <utility>

#include "client/app/slip.hpp"
#include "client/app/update.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/text/text.hpp"

namespace motcua::app {

namespace {

constexpr int kOk = 200;
constexpr int kNotFound = 404;

void ask(Turn& turn) {
    LookUpPart& part = turn.state.look_up;
    const std::string code = text::squeeze(part.code);
    const std::string secret = text::squeeze(part.secret);
    part.errors.clear();
    part.problem = {};
    part.status.reset();
    if (code.empty()) {
        part.errors.insert({"look_up.code", {"look_up.code_missing", {}}});
    }
    if (secret.empty()) {
        part.errors.insert({"look_up.secret", {"look_up.secret_missing", {}}});
    }
    if (!part.errors.empty()) {
        return show_summary(turn);
    }
    json::Object body;
    body.emplace_back("code", code);
    body.emplace_back("secret", secret);
    part.asking = true;
    take_up_slip(turn.state, code, secret);
    turn.state.summary_shown = false;
    send(turn, Purpose::LookUp, "POST", "/api/v1/dossiers/status", json::write(json::Value(std::move(body))));
}

}  // namespace

bool input_look_up(Turn& turn, const std::string& id, const std::string& value) {
    if (turn.state.where.place != Place::LookUp || (id != "look_up.code" && id != "look_up.secret")) {
        return false;
    }
    LookUpPart& part = turn.state.look_up;
    (id == "look_up.code" ? part.code : part.secret) = value;
    if (!value.empty()) {
        part.errors.erase(id);
    }
    return true;
}

bool press_look_up(Turn& turn, std::string_view id) {
    if (turn.state.where.place != Place::LookUp || id != "look_up.go" || turn.state.look_up.asking) {
        return false;
    }
    ask(turn);
    return true;
}

void take_look_up(Turn& turn, const HttpAnswer& answer) {
    LookUpPart& part = turn.state.look_up;
    part.asking = false;
    const auto value = json::read(answer.body);
    auto status = protocol::decode_status(value ? *value : json::Value());
    if (answer.status == kOk && status) {
        part.status = *std::move(status);
        part.secret.clear();
        call_slip(turn, SlipCall::Status);
        focus_on(turn.state.shell, "look_up.result");
        return;
    }
    if (turn.state.where.place == Place::LookUp) {
        turn.state.slip.reset();
    }
    part.problem = answer.status == kNotFound
                       ? Sentence{"look_up.not_found", {}}
                       : problem_of(answer.status == kOk ? 0 : answer.status, answer.body);
    say_at_once(turn.state.shell, part.problem);
}

}  // namespace motcua::app
