#include "client/app/timeline.hpp"

#include <string_view>
#include <utility>

#include "client/app/wording.hpp"

namespace motcua::app {

namespace {

page::Node timeline_step(std::string id, std::string name, std::string when, std::string text, bool reached) {
    page::Node node;
    node.id = std::move(id);
    node.role = page::Role::TimelineStep;
    node.name = std::move(name);
    node.hint = std::move(when);
    node.value = std::move(text);
    node.tone = reached ? page::Tone::Success : page::Tone::Muted;
    return node;
}

/// Was it reached, and not taken back since?
bool is_reached(const std::vector<protocol::Event>& events, std::string_view state) {
    bool reached = false;
    for (const protocol::Event& event : events) {
        reached = event.state == state ||
                  (reached && !(event.state == "taken_back" && state == "received_by_clerk"));
    }
    return reached;
}

std::string explanation(const i18n::Texts& texts, const std::string& state, const std::string& forwarding) {
    if (state == "handed_in") {
        return texts.get("timeline.handed_in");
    }
    if (state == "received_by_clerk") {
        return texts.get("timeline.received_by_clerk");
    }
    if (state == "taken_back") {
        return texts.get("timeline.taken_back");
    }
    return forwarding == "refused" ? texts.get("timeline.refused") : texts.get("timeline.passed_on");
}

}  // namespace

page::Node timeline(const i18n::Texts& texts, const std::vector<protocol::Event>& events,
                    const std::string& forwarding) {
    page::Node node;
    node.id = "timeline";
    node.role = page::Role::Timeline;
    node.name = texts.get("timeline.title");
    // What was reached, in the order in which it was; then what is still to come.
    for (const protocol::Event& event : events) {
        node.children.push_back(timeline_step(
            "timeline." + std::to_string(node.children.size()), state_text(texts, event.state),
            moment_text(texts, event.at_secs), explanation(texts, event.state, "delivered"), true));
    }
    for (const char* state : {"handed_in", "passed_on", "received_by_clerk"}) {
        if (!is_reached(events, state)) {
            node.children.push_back(timeline_step("timeline." + std::to_string(node.children.size()),
                                                  state_text(texts, state), texts.get("timeline.not_yet"),
                                                  explanation(texts, state, forwarding), false));
        }
    }
    return node;
}

}  // namespace motcua::app
