#include "tests/client/support/person.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

#include "shared/calendar/calendar.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/dossier/package.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::tests {

namespace {

/// As scripts/build-web puts it beside the other assets.
std::string calendar_table() {
    const auto file = json::read(read_file("assets/calendar/vn.json"));
    const auto calendar = calendar::Calendar::read(file ? *file : json::Value());
    REQUIRE(calendar);
    return json::write(calendar->table());
}

/// What the platform would fetch; "" when there is none. There is one edition of each procedure, except
/// of that which goes through several.
std::string asset_text(const std::string& asset) {
    const std::string kProcedures = "procedures/";
    const std::string name = asset.substr(0, asset.find('@'));
    if (name == "calendar") {
        static const std::string kTable = calendar_table();
        return kTable;
    }
    if (name == "places") {
        return read_file("assets/places/units.json");
    }
    if (name == "places/old") {
        return read_file("assets/places/old_units.json");
    }
    if (asset == "procedures/index") {
        return index_of_all();
    }
    if (name == kProcedures + kManyEditions) {
        return read_file("tests/fixtures/" + asset + ".json");
    }
    if (name == kProcedures + kEveryType) {
        return read_file("tests/fixtures/" + name + ".json");
    }
    if (name.compare(0, kProcedures.size(), kProcedures) == 0) {
        return json::write(procedure_file(name.substr(kProcedures.size())));
    }
    return read_file("assets/" + name + ".json");
}

std::string sign(const std::string& request) {
    REQUIRE(crypto::start());
    const auto value = json::read(request);
    REQUIRE(value.ok());
    const auto decoded = dossier::decode_request(*value);
    REQUIRE(decoded.ok());
    const auto envelope = dossier::sign_package(*decoded);
    REQUIRE(envelope.ok());
    return *envelope;
}

/// "{name}" that was not filled in; a lone brace may be what a person typed.
bool has_placeholder(const std::string& words) {
    const std::size_t open = words.find('{');
    return open != std::string::npos && words.find('}', open) != std::string::npos;
}

/// What a page must not have: ids that are missing, odd or there twice, texts that are
/// missing or not filled in.
struct Inspection {
    std::set<std::string> ids;
    std::set<std::string> heard;  ///< What places for files, and links that show more, are called aloud
    std::string wrong;

    void text(const std::string& words) {
        if (words.find("⟦") != std::string::npos || has_placeholder(words)) {
            wrong += "text: " + words + "\n";
        }
    }
    /// Who hears them alone, out of their place, has to tell them apart.
    void called_aloud(const page::Node& node) {
        const bool shows_more = node.role == page::Role::Link && node.toggles;
        const std::string& name = node.said.empty() ? node.name : node.said;
        if ((shows_more || node.role == page::Role::FilePicker) && !heard.insert(name).second) {
            wrong += "heard twice: " + name + "\n";
        }
        if (name.compare(0, node.name.size(), node.name) != 0) {
            wrong += "said begins otherwise than what is seen: " + name + "\n";
        }
    }
    void nodes(const std::vector<page::Node>& all) {
        constexpr const char* kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789._-";
        for (const page::Node& node : all) {
            const bool plain = !node.id.empty() && node.id.find_first_not_of(kAllowed) == std::string::npos;
            const bool fresh = node.role == page::Role::Option || ids.insert(node.id).second;
            if (!plain || !fresh) {
                wrong += "id: " + node.id + "\n";
            }
            called_aloud(node);
            for (const std::string* words : {&node.name, &node.hint, &node.error}) {
                text(*words);
            }
            // What a person typed may hold anything.
            const bool typed = node.role == page::Role::TextField || node.role == page::Role::TextArea ||
                               node.role == page::Role::SummaryRow;
            text(typed ? "" : node.value);
            nodes(node.children);
        }
    }
};

bool is_pressable(const page::Node& node) {
    switch (node.role) {
        case page::Role::Button:
        case page::Role::Link:
        case page::Role::Task:
        case page::Role::Day:
        case page::Role::Pin:
            return !node.disabled;
        case page::Role::Row:
        case page::Role::Cell:
            return node.link;
        case page::Role::Heading:
        case page::Role::Paragraph:
        case page::Role::Notice:
        case page::Role::Progress:
        case page::Role::TextField:
        case page::Role::TextArea:
        case page::Role::ChoiceGroup:
        case page::Role::CheckGroup:
        case page::Role::Option:
        case page::Role::Checkbox:
        case page::Role::FilePicker:
        case page::Role::File:
        case page::Role::TaskList:
        case page::Role::Summary:
        case page::Role::SummaryRow:
        case page::Role::Table:
        case page::Role::Qr:
        case page::Role::ErrorSummary:
        case page::Role::Group:
        case page::Role::Toolbar:
        case page::Role::Timeline:
        case page::Role::TimelineStep:
        case page::Role::Dialog:
        case page::Role::Toast:
        case page::Role::Calendar:
        case page::Role::Chart:
        case page::Role::Axis:
        case page::Role::Preview:
        case page::Role::Map:
            return false;
    }
    return false;
}

}  // namespace

/// Carries out one effect: returns the events that answer it.
struct Person::Carrier {
    Person& person;

    std::vector<app::Event> operator()(const app::FetchAsset& effect) const {
        person.asked.push_back(effect.name);
        const auto other = person.assets.find(effect.name);
        const bool away = person.assets_fail || effect.name == person.unavailable;
        const std::string text = away                           ? ""
                                 : other != person.assets.end() ? other->second
                                                                : asset_text(effect.name);
        return {app::Asset{effect.name, text, !text.empty()}};
    }
    std::vector<app::Event> operator()(const app::HttpCall& effect) const {
        return {person.backend.answer(effect, person.now_secs)};
    }
    std::vector<app::Event> operator()(const app::Upload& effect) const {
        ++person.uploads;
        if (person.uploads_fail) {
            return {app::UploadProgress{effect.call, effect.size / 2, effect.size},
                    app::UploadAnswer{effect.call, 0, "", ""}};
        }
        const std::string hex = std::to_string(effect.handle);
        return {app::UploadProgress{effect.call, effect.size / 2, effect.size},
                app::UploadAnswer{effect.call, 201, std::string(32 - hex.size(), '0') + hex, ""}};
    }
    std::vector<app::Event> operator()(const app::Sign& effect) const {
        return {app::Signed{effect.call, person.signing_fails ? "" : sign(effect.request)}};
    }
    std::vector<app::Event> operator()(const app::Wait& effect) const {
        if (person.keep_timers) {
            person.kept_timers_.emplace(person.now_secs + effect.millis / 1000, effect.call);
            return {};
        }
        constexpr int kMostTimers = 50;
        person.now_secs += effect.millis / 1000;
        return person.timers_run && ++person.timers_ < kMostTimers
                   ? std::vector<app::Event>{app::Woke{effect.call}}
                   : std::vector<app::Event>{};
    }
    std::vector<app::Event> operator()(const app::DropFiles& effect) const {
        person.dropped.insert(person.dropped.end(), effect.handles.begin(), effect.handles.end());
        return {};
    }
    std::vector<app::Event> operator()(const app::SetPath& effect) const {
        person.paths.push_back(effect.path);
        return {};
    }
    std::vector<app::Event> operator()(const app::PrintPage&) const {
        ++person.printed;
        return {};
    }
    std::vector<app::Event> operator()(const app::SaveFile& effect) const {
        person.saved.push_back(effect);
        return {};
    }
    std::vector<app::Event> operator()(const app::Restart&) const {
        ++person.restarts;
        return {};
    }
};

Person::Person(std::unique_ptr<app::Application> application) : application_(std::move(application)) {}

void Person::start(const std::string& path, const std::string& lang) {
    send(app::Start{.random = "00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef",
                    .path = path,
                    .lang = lang,
                    .idle_secs = idle_secs,
                    .standing = standing,
                    .languages = languages,
                    .agency = agency});
}

void Person::step(const app::Event& event) {
    for (app::Effect& effect : application_->update({now_secs, event})) {
        waiting_.push_back(std::move(effect));
    }
    look();
}

void Person::send(const app::Event& event) {
    step(event);
    if (!uploads_wait) {
        settle();
        return;
    }
    // Everything but uploads goes on.
    std::vector<app::Effect> kept;
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        const app::Effect effect = waiting_[i];
        if (std::holds_alternative<app::Upload>(effect)) {
            kept.push_back(effect);
            continue;
        }
        for (const app::Event& answer : std::visit(Carrier{*this}, effect)) {
            step(answer);
        }
    }
    waiting_ = std::move(kept);
}

void Person::let_pass(int seconds) {
    const std::int64_t end = now_secs + seconds;
    while (!kept_timers_.empty() && kept_timers_.begin()->first <= end) {
        const auto [at, call] = *kept_timers_.begin();
        kept_timers_.erase(kept_timers_.begin());
        now_secs = at;
        send(app::Woke{call});
    }
    now_secs = end;
}

void Person::settle() {
    while (!waiting_.empty()) {
        const app::Effect effect = waiting_.front();
        waiting_.erase(waiting_.begin());
        for (const app::Event& answer : std::visit(Carrier{*this}, effect)) {
            step(answer);
        }
    }
}

void Person::look() {
    page_ = application_->view();
    const page::Page& page = page_;
    Inspection inspection;
    inspection.text(page.title);
    inspection.text(page.announcement.text);
    inspection.nodes(page.header);
    inspection.nodes(page.main);
    for (const std::optional<page::Node>* layer : {&page.toast, &page.dialog}) {
        if (*layer) {
            inspection.nodes({**layer});
        }
    }
    if (!inspection.wrong.empty()) {
        FAIL_CHECK(inspection.wrong << page::describe(page));
    }
    const auto again = page::decode(page::encode(page));
    if (!again.ok() || !(*again == page)) {
        FAIL_CHECK("not the same after encoding: " << page::describe(page));
    }
}

bool Person::sees(const std::string& id) const {
    const page::Page& page = page_;
    return page::find(page, id) != nullptr;
}

page::Node Person::node(const std::string& id) const {
    const page::Page& page = page_;
    const page::Node* found = page::find(page, id);
    if (found == nullptr) {
        FAIL("there is no " << id << " on\n" << page::describe(page));
    }
    return *found;
}

void Person::press(const std::string& id) {
    CAPTURE(id);
    REQUIRE(is_pressable(node(id)));
    if (page_.dialog) {
        INFO("behind a dialog nothing can be pressed");
        REQUIRE(page::find({.dialog = page_.dialog}, id) != nullptr);
    }
    send(app::Press{id});
}

void Person::type(const std::string& id, const std::string& text) {
    const page::Node field = node(id);
    REQUIRE((field.role == page::Role::TextField || field.role == page::Role::TextArea));
    // As somebody types: letter by letter would be slower and says nothing more.
    send(app::Input{id, text.substr(0, text.size() / 2)});
    send(app::Input{id, text});
    send(app::Commit{id, text});
}

void Person::choose(const std::string& id, const std::string& option) {
    CAPTURE(id, option);
    REQUIRE(node(id).role == page::Role::ChoiceGroup);
    REQUIRE(sees(id + "/" + option));
    send(app::Choose{id, option});
    CHECK(node(id).value == option);
}

void Person::tick(const std::string& id) {
    REQUIRE(node(id).role == page::Role::Checkbox);
    send(app::Toggle{id, true});
    CHECK(node(id).selected);
}

void Person::check(const std::string& id, const std::string& option, bool on) {
    const std::string whole = id + "/" + option;
    CAPTURE(whole);
    REQUIRE(node(id).role == page::Role::CheckGroup);
    REQUIRE(node(whole).selected != on);
    send(app::Toggle{whole, on});
    CHECK(node(whole).selected == on);
}

void Person::pick(const std::string& id, const std::string& name, const std::string& media_type,
                  std::int64_t size) {
    REQUIRE(node(id).role == page::Role::FilePicker);
    REQUIRE_FALSE(node(id).disabled);
    const std::string digits = std::to_string(next_handle_);
    const std::string sha256 = std::string(64 - digits.size(), '0') + digits;
    send(app::Files{id, {{next_handle_++, name, size, media_type, sha256}}});
}

std::vector<std::string> Person::error_lines() const {
    std::vector<std::string> lines;
    const page::Page& page = page_;
    if (const page::Node* errors = page::find(page, "errors")) {
        for (const page::Node& line : errors->children) {
            lines.push_back(line.name);
        }
    }
    return lines;
}

std::string Person::words() const {
    return page::describe(page_);
}

void check_golden(const page::Page& page, const std::string& name) {
    const std::string path = "tests/client/golden/" + name + ".txt";
    const std::string now = page::describe(page);
    const char* update = std::getenv("MOTCUA_UPDATE_GOLDEN");
    if (update != nullptr && std::string(update) == "1") {
        std::ofstream(std::string(MOTCUA_SOURCE_DIR) + "/" + path, std::ios::binary) << now;
    }
    INFO("when the change is meant: MOTCUA_UPDATE_GOLDEN=1, then look at the difference of " << path);
    CHECK(now == read_file(path));
}

}  // namespace motcua::tests
