#include "client/app/citizen.hpp"
#include "client/platform/web/bridge.hpp"

/// The `core` module: what web/module.js calls.

namespace {

// A Wasm module is one application: its state lives here, and nowhere else.
motcua::web::TextChannel channel;
std::unique_ptr<motcua::web::ApplicationBridge> bridge;

}  // namespace

extern "C" {

void mc_start() {
    bridge = std::make_unique<motcua::web::ApplicationBridge>(motcua::app::make_citizen_application());
}

char* mc_room(std::size_t bytes) {
    return channel.room(bytes);
}

const char* mc_send(std::size_t bytes) {
    return channel.answer(bridge->send(channel.received(bytes)));
}

std::size_t mc_answer_bytes() {
    return channel.answer_bytes();
}
}
