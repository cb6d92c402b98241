#include "shared/protocol/pickup.hpp"

#include <utility>

#include "shared/protocol/reading.hpp"

namespace motcua::protocol {

namespace {

json::Value encode_asked(const Pickup& pickup) {
    if (pickup.state.empty()) {
        return {};
    }
    json::Array steps;
    for (const PickupStep& step : pickup.steps) {
        steps.push_back(json::Object{{"event", step.event}, {"role", step.role}, {"at", step.at_secs}});
    }
    return json::Object{{"state", pickup.state},     {"starts_at", pickup.starts_at_secs},
                        {"minutes", pickup.minutes}, {"commune", pickup.commune},
                        {"line", pickup.line},       {"telephone", pickup.telephone},
                        {"number", pickup.number},   {"steps", std::move(steps)}};
}

void read_asked(json::Shape shape, Pickup& pickup, std::vector<Finding>& findings) {
    pickup.state = shape.text("state");
    pickup.starts_at_secs = time_of(shape, "starts_at");
    pickup.minutes = minutes_of(shape, 0);
    pickup.commune = shape.text("commune");
    pickup.line = shape.text("line");
    pickup.telephone = shape.text("telephone");
    pickup.number = shape.text("number");
    const json::Array& steps = shape.array("steps");
    for (std::size_t i = 0; i < steps.size() && findings.empty(); ++i) {
        json::Shape step(steps[i], json::item_path("steps", i), kShape, findings);
        PickupStep read;
        read.event = step.text("event");
        read.role = step.text("role");
        read.at_secs = time_of(step, "at");
        step.close();
        pickup.steps.push_back(std::move(read));
    }
    shape.close();
}

}  // namespace

json::Value encode(const Pickup& pickup) {
    json::Array communes;
    for (const PickupCommune& commune : pickup.communes) {
        communes.push_back(json::Object{{"code", commune.code}, {"name", commune.name}});
    }
    json::Array windows;
    for (const Slot& window : pickup.windows) {
        windows.push_back(encode(window));
    }
    json::Array papers;
    for (const std::string& paper : pickup.papers) {
        papers.emplace_back(paper);
    }
    return json::Object{{"office", encode(pickup.office)}, {"closed", pickup.closed},
                        {"verified", pickup.verified},     {"communes", std::move(communes)},
                        {"windows", std::move(windows)},   {"papers", std::move(papers)},
                        {"pickup", encode_asked(pickup)}};
}

Result<Pickup> decode_pickup(const json::Value& value) {
    std::vector<Finding> findings;
    json::Shape shape(value, "", kShape, findings);
    Pickup pickup;
    json::Shape office = shape.object("office");
    pickup.office = read_office(office);
    office.close();
    pickup.closed = shape.text("closed");
    pickup.verified = shape.boolean("verified");
    const json::Array& communes = shape.array("communes");
    for (std::size_t i = 0; i < communes.size() && findings.empty(); ++i) {
        json::Shape commune(communes[i], json::item_path("communes", i), kShape, findings);
        PickupCommune read;
        read.code = commune.text("code");
        read.name = commune.text("name");
        commune.close();
        pickup.communes.push_back(std::move(read));
    }
    const json::Array& windows = shape.array("windows");
    for (std::size_t i = 0; i < windows.size() && findings.empty(); ++i) {
        json::Shape window(windows[i], json::item_path("windows", i), kShape, findings);
        pickup.windows.push_back(read_slot(window));
        window.close();
    }
    for (const json::Value& paper : shape.array("papers")) {
        pickup.papers.push_back(paper.string() == nullptr ? "" : *paper.string());
    }
    const json::Value* asked = value.find("pickup");
    if (asked != nullptr && asked->is_null()) {
        shape.any("pickup");
    } else {
        read_asked(shape.object("pickup"), pickup, findings);
    }
    shape.close();
    return value_or_findings(std::move(pickup), "answer: pickup", std::move(findings));
}

}  // namespace motcua::protocol
