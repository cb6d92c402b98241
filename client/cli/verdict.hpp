#pragma once

#include "client/cli/asking.hpp"

namespace motcua::cli {

/// Says what comes of the answers: the answers themselves, papers, fee, time limit, and what is
/// wrong; with --json {"fee_dong","time_limit","form","documents","findings"}. Returns an Exit.
int say_verdict(const Conversation& talk, const form::Answers& answers);

}  // namespace motcua::cli
