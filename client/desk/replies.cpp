#include "client/desk/replies.hpp"

#include <algorithm>
#include <utility>

#include "client/page/build.hpp"
#include "shared/json/read.hpp"

namespace motcua::desk {

namespace {

json::Value read(const std::string& body) {
    auto value = json::read(body);
    return value ? *std::move(value) : json::Value();
}

/// Ids stand in node ids and in paths.
bool is_id(const std::string& id) {
    return !id.empty() && page::id_part(id) == id;
}

Forwarding read_forwarding(const json::Value* value) {
    if (value == nullptr) {
        return {};
    }
    return {.state = value->text_or("state"),
            .attempts = value->integer_or("attempts", 0),
            .last_error = value->text_or("last_error"),
            .delivered_at_secs = value->integer_or("delivered_at", 0)};
}

std::vector<File> read_files(const json::Value& dossier) {
    std::vector<File> files;
    for (const json::Value& item : dossier.array_at("files")) {
        files.push_back({.index = item.integer_or("index", 0),
                         .document = item.text_or("document"),
                         .name = item.text_or("name"),
                         .media_type = item.text_or("media_type"),
                         .size = item.integer_or("size", 0)});
    }
    return files;
}

std::vector<protocol::Event> read_events(const json::Value& dossier) {
    std::vector<protocol::Event> events;
    for (const json::Value& item : dossier.array_at("events")) {
        events.push_back({item.text_or("state"), item.integer_or("at", 0)});
    }
    return events;
}

std::vector<protocol::Named> read_named(const json::Value& value, std::string_view list) {
    std::vector<protocol::Named> all;
    for (const json::Value& item : value.array_at(list)) {
        if (is_id(item.text_or("id"))) {
            all.push_back({item.text_or("id"), item.text_or("name")});
        }
    }
    return all;
}

std::vector<LineVisit> read_visits(const json::Value& line, std::string_view list) {
    std::vector<LineVisit> visits;
    for (const json::Value& item : line.array_at(list)) {
        LineVisit visit{.id = item.text_or("visit"),
                        .version = item.integer_or("version", 0),
                        .number = item.integer_or("number", 0),
                        .state = item.text_or("state"),
                        .service = item.text_or("service"),
                        .priority = item.text_or("priority"),
                        .arrived_at_secs = item.integer_or("arrived_at", 0),
                        .booked_at_secs = item.integer_or("booked_at", 0),
                        .late = item.boolean_or("late", false),
                        .code = item.text_or("code"),
                        .undo = item.text_or("undo")};
        if (is_id(visit.id)) {
            visits.push_back(std::move(visit));
        }
    }
    return visits;
}

}  // namespace

std::optional<Clerk> read_clerk(const std::string& body) {
    const json::Value value = read(body);
    Clerk clerk{value.text_or("user"), value.text_or("name"), value.text_or("office")};
    return clerk.user.empty() ? std::nullopt : std::optional(std::move(clerk));
}

std::optional<ListReply> read_list(const std::string& body) {
    const json::Value value = read(body);
    if (value.find("dossiers") == nullptr) {
        return std::nullopt;
    }
    constexpr std::int64_t kMostPages = 100000;
    ListReply reply;
    reply.pages = static_cast<int>(std::clamp<std::int64_t>(value.integer_or("pages", 1), 1, kMostPages));
    for (const json::Value& item : value.array_at("dossiers")) {
        Line line{.id = item.text_or("id"),
                  .code = item.text_or("code"),
                  .procedure = item.text_or("procedure"),
                  .applicant = item.text_or("applicant"),
                  .received_at_secs = item.integer_or("received_at", 0),
                  .starts_at_secs = item.integer_or("starts_at", 0),
                  .due_at_secs = item.integer_or("due_at", 0),
                  .state = item.text_or("state"),
                  .forwarding = item.text_or("forwarding"),
                  .complete = item.boolean_or("complete", false)};
        if (is_id(line.id)) {
            reply.lines.push_back(std::move(line));
        }
    }
    return reply;
}

std::optional<Detail> read_detail(const std::string& body) {
    const json::Value value = read(body);
    const json::Value* form_value = value.find("form");
    const auto form = form::decode(form_value == nullptr ? json::Value() : *form_value);
    if (!form || !is_id(value.text_or("id"))) {
        return std::nullopt;
    }
    Detail detail{.id = value.text_or("id"),
                  .code = value.text_or("code"),
                  .state = value.text_or("state"),
                  .version = value.integer_or("version", 0),
                  .received_at_secs = value.integer_or("received_at", 0),
                  .starts_at_secs = value.integer_or("starts_at", 0),
                  .due_at_secs = value.integer_or("due_at", 0),
                  .forwarding = read_forwarding(value.find("forwarding")),
                  .manifest_sha256 = value.text_or("manifest_sha256"),
                  .form = *form,
                  .files = read_files(value),
                  .warnings = protocol::findings_at(value, "warnings"),
                  .events = read_events(value)};
    if (const json::Value* signature = value.find("signature")) {
        detail.signature_algorithm = signature->text_or("alg");
        detail.signer_key = signature->text_or("key");
        detail.signature_level = signature->integer_or("level", 0);
    }
    return detail;
}

std::optional<Statistics> read_statistics(const std::string& body) {
    constexpr std::int64_t kMost = 1'000'000;
    constexpr std::int64_t kHours = 24;
    const json::Value value = read(body);
    const auto count = [kMost](const json::Value& item, const char* key) {
        return std::clamp<std::int64_t>(item.integer_or(key, 0), 0, kMost);
    };
    Statistics found;
    for (const json::Value& item : value.array_at("received")) {
        const auto day = calendar::parse_iso(item.text_or("day"));
        if (!day) {
            return std::nullopt;
        }
        found.days.push_back({*day, count(item, "count")});
    }
    for (const json::Value& item : value.array_at("hours")) {
        const std::int64_t hour = item.integer_or("hour", -1);
        if (hour < 0 || hour >= kHours) {
            return std::nullopt;
        }
        found.hours.push_back({static_cast<int>(hour), count(item, "seats"), count(item, "booked")});
    }
    return found.days.empty() ? std::nullopt : std::optional(std::move(found));
}

std::optional<LineOffer> read_offer(const std::string& body) {
    const json::Value value = read(body);
    if (value.find("services") == nullptr) {
        return std::nullopt;
    }
    return LineOffer{.services = read_named(value, "services"), .priority = read_named(value, "priority")};
}

std::optional<TodaysLine> read_line(const std::string& body) {
    const json::Value value = read(body);
    if (value.find("counters") == nullptr) {
        return std::nullopt;
    }
    TodaysLine line{.counter = value.integer_or("counter", 0),
                    .here = read_visits(value, "here"),
                    .waiting = read_visits(value, "waiting"),
                    .aside = read_visits(value, "aside"),
                    .last = read_visits(value, "last")};
    for (const json::Value& item : value.array_at("services")) {
        if (item.string() != nullptr && is_id(*item.string())) {
            line.services.push_back(*item.string());
        }
    }
    for (const json::Value& item : value.array_at("counters")) {
        line.counters.push_back(
            {item.integer_or("counter", 0), item.text_or("clerk"), item.integer_or("number", 0)});
    }
    return line;
}

}  // namespace motcua::desk
