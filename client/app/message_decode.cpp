#include <limits>
#include <utility>

#include "client/app/message.hpp"

namespace motcua::app {

namespace {

/// Reads the members of one message; remembers the first that is missing or of a wrong type.
class Reader {
public:
    explicit Reader(const json::Value& value) : value_(value) {}

    std::string text(const char* key) {
        const json::Value* member = value_.find(key);
        if (member == nullptr || member->string() == nullptr) {
            return fail(key), std::string();
        }
        return *member->string();
    }
    std::int64_t number(const char* key) {
        const json::Value* member = value_.find(key);
        if (member == nullptr || member->integer() == nullptr) {
            return fail(key), 0;
        }
        return *member->integer();
    }
    int small(const char* key) {
        const std::int64_t wide = number(key);
        if (wide < 0 || wide > std::numeric_limits<int>::max()) {
            return fail(key), 0;
        }
        return static_cast<int>(wide);
    }
    bool flag(const char* key) {
        const json::Value* member = value_.find(key);
        if (member == nullptr || member->boolean() == nullptr) {
            return fail(key), false;
        }
        return *member->boolean();
    }
    const json::Array* items(const char* key) {
        const json::Value* member = value_.find(key);
        if (member == nullptr || member->array() == nullptr) {
            return fail(key), nullptr;
        }
        return member->array();
    }
    /// nullptr when it is left out.
    [[nodiscard]] const json::Value* member(const char* key) const { return value_.find(key); }
    void fail(const std::string& key) {
        if (wrong_.empty()) {
            wrong_ = key;
        }
    }
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

private:
    const json::Value& value_;
    std::string wrong_;
};

Error refused(const std::string& member) {
    return {.code = ErrorCode::InvalidInput,
            .detail = "message: " + member,
            .findings = {{member, "message.shape", {}}}};
}

Files read_files(Reader& in) {
    Files files{.id = in.text("id"), .files = {}};
    const json::Array* items = in.items("files");
    if (items == nullptr) {
        return files;
    }
    for (const json::Value& item : *items) {
        Reader file(item);
        files.files.push_back({.handle = file.small("handle"),
                               .name = file.text("name"),
                               .size = file.number("size"),
                               .media_type = file.text("media_type"),
                               .sha256 = file.text("sha256")});
        if (!file.wrong().empty()) {
            in.fail("files/" + file.wrong());
        }
    }
    return files;
}

std::vector<Language> read_languages(Reader& in) {
    std::vector<Language> languages;
    if (const json::Array* items = in.items("languages")) {
        for (const json::Value& item : *items) {
            languages.push_back({item.text_or("code"), item.text_or("name")});
        }
    }
    return languages;
}

Result<Event> read_person_event(const std::string& type, Reader& in) {
    if (type == "press") {
        return Event(Press{in.text("id")});
    }
    if (type == "input") {
        return Event(Input{in.text("id"), in.text("value")});
    }
    if (type == "commit") {
        return Event(Commit{in.text("id"), in.text("value")});
    }
    if (type == "choose") {
        return Event(Choose{in.text("id"), in.text("option")});
    }
    if (type == "toggle") {
        return Event(Toggle{in.text("id"), in.flag("on")});
    }
    if (type == "files") {
        return Event(read_files(in));
    }
    if (type == "visit") {
        return Event(Visit{in.text("page")});
    }
    if (type == "stirred") {
        return Event(Stirred{});
    }
    return refused("type");
}

Result<Event> read_platform_event(const std::string& type, Reader& in) {
    if (type == "start") {
        // A browser is one person's own: it has no idle time.
        return Event(Start{.random = in.text("random"),
                           .path = in.text("path"),
                           .lang = in.text("lang"),
                           .standing = in.text("standing"),
                           .languages = read_languages(in),
                           .agency = i18n::Text::read(in.member("agency"))});
    }
    if (type == "asset") {
        return Event(Asset{in.text("name"), in.text("text"), in.flag("ok")});
    }
    if (type == "http_answer") {
        return Event(HttpAnswer{in.small("call"), in.small("status"), in.text("body")});
    }
    if (type == "upload_progress") {
        return Event(UploadProgress{in.small("call"), in.number("sent"), in.number("total")});
    }
    if (type == "upload_answer") {
        return Event(UploadAnswer{in.small("call"), in.small("status"), in.text("upload"), in.text("body")});
    }
    if (type == "signed") {
        return Event(Signed{in.small("call"), in.text("envelope")});
    }
    if (type == "woke") {
        return Event(Woke{in.small("call")});
    }
    return read_person_event(type, in);
}

}  // namespace

Result<Message> decode_message(const json::Value& value) {
    Reader in(value);
    const std::int64_t now = in.number("now");
    const std::string type = in.text("type");
    if (!in.wrong().empty()) {
        return refused(in.wrong());
    }
    MC_TRY_ASSIGN(Event event, read_platform_event(type, in));
    if (!in.wrong().empty()) {
        return refused(in.wrong());
    }
    return Message{now, std::move(event)};
}

}  // namespace motcua::app
