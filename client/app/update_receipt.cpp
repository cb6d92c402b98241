#include <utility>

#include "client/app/update.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::app {

namespace {

constexpr int kOk = 200;
constexpr int kMostTries = 5;
constexpr int kFirstWaitMillis = 2000;

json::Value body_of(const HttpAnswer& answer) {
    auto value = json::read(answer.body);
    return value ? *std::move(value) : json::Value();
}

/// Asks again by itself a few times, each time later.
void wait_for_status(Turn& turn) {
    HandInPart& part = turn.state.dossier.hand_in;
    if (part.asked >= kMostTries || part.forwarding == "delivered" || part.forwarding == "refused") {
        return;
    }
    forget_calls(turn, Purpose::StatusWait);
    turn.effects.emplace_back(Wait{open_call(turn, Purpose::StatusWait), kFirstWaitMillis << part.asked});
    ++part.asked;
}

}  // namespace

void take_receipt(Turn& turn, const HttpAnswer& answer) {
    HandInPart& part = turn.state.dossier.hand_in;
    auto receipt = protocol::decode_receipt(body_of(answer));
    if (!receipt) {
        part.may_have_arrived = true;
        return stop_hand_in(turn, {"hand_in.not_now", {}});
    }
    part.events = {{"handed_in", receipt->received_at_secs}};
    part.receipt = *std::move(receipt);
    part.stage = Stage::Done;
    part.envelope.clear();
    drop_files(turn, turn.state.dossier.papers);
    go_to(turn, {Place::Receipt, 0});
    say(turn.state.shell, {"receipt.said", {{"code", part.receipt->code}}});
    wait_for_status(turn);
}

void ask_status(Turn& turn) {
    HandInPart& part = turn.state.dossier.hand_in;
    if (!part.receipt) {
        return;
    }
    json::Object body;
    body.emplace_back("code", part.receipt->code);
    body.emplace_back("secret", part.receipt->secret);
    part.asking = true;
    send(turn, Purpose::Status, "POST", "/api/v1/dossiers/status", json::write(json::Value(std::move(body))));
}

void take_status(Turn& turn, const HttpAnswer& answer) {
    HandInPart& part = turn.state.dossier.hand_in;
    part.asking = false;
    auto status = protocol::decode_status(body_of(answer));
    if (answer.status == kOk && status) {
        const bool news = part.events.size() != status->events.size();
        part.events = std::move(status->events);
        part.forwarding = std::move(status->forwarding);
        if (news && turn.state.where.place == Place::Receipt) {
            say(turn.state.shell, {"receipt.news", {}});
        }
    }
    wait_for_status(turn);
}

bool press_receipt(Turn& turn, std::string_view id) {
    if (turn.state.where.place != Place::Receipt) {
        return false;
    }
    if (id == "print") {
        turn.effects.emplace_back(PrintPage{});
        return true;
    }
    if (id == "receipt.refresh") {
        ask_status(turn);
        return true;
    }
    if (id == "receipt.more") {
        bool& shown = turn.state.dossier.hand_in.more_shown;
        shown = !shown;
        return true;
    }
    return false;
}

}  // namespace motcua::app
