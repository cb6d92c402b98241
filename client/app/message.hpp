#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/i18n/text.hpp"
#include "shared/json/value.hpp"

/// What goes into an application and what comes out of it. The same structs are used
/// natively; browsers exchange them as JSON (decode_message, encode_effect).
namespace motcua::app {

// ---- what a person does (made by the painter or the mirror) -----------------------

struct Press {
    std::string id;
};  ///< Button, Link, Task, Row
struct Input {
    std::string id;
    std::string value;
};  ///< A field's value while typing; not normalised
struct Commit {
    std::string id;
    std::string value;
};  ///< The field was left or Enter was pressed
struct Choose {
    std::string id;
    std::string option;
};  ///< ChoiceGroup
struct Toggle {
    std::string id;
    bool on = false;
};  ///< Checkbox; of a CheckGroup "group/option"

/// The type of an image that nothing can be made of.
inline constexpr const char* kBroken = "image/broken";
/// Files the person picked; the bytes stay with the platform, known by `handle`.
struct PickedFile {
    int handle = 0;
    std::string name;
    std::int64_t size = 0;
    std::string media_type;  ///< By content: one accepted, "image/heic", kBroken, or "" for all others
    std::string sha256;      ///< 64 lower-case hex digits
};
struct Files {
    std::string id;
    std::vector<PickedFile> files;
};

/// The browser's Back or Forward: this page was shown before.
struct Visit {
    std::string page;
};

/// The person did something that only the platform knows of: scrolled, moved the focus. Sent now and then
/// where Start::idle_secs is not 0.
struct Stirred {};

// ---- what the platform answers --------------------------------------------------

/// A language that there are texts in, and its name as its own readers write it.
struct Language {
    std::string code;
    std::string name;
};
/// The first message. `random` is 64 lower-case hex digits; `path` the page asked for ("/",
/// "/tra-cuu", "/thu-tuc/1.004873").
struct Start {
    std::string random;
    std::string path;
    std::string lang;
    /// Of a screen that strangers share: after so many seconds without anybody there everything is forgotten;
    /// 0 = never. `warn_secs` of them, with a question on screen, come on top.
    int idle_secs = 0;
    int warn_secs = 0;
    /// Where a procedure's page was asked for and stands already, made at build time: the edition it was
    /// made of, else "". None is made (Application::stands) before somebody does something or the page
    /// turns out to be another.
    std::string standing;
    std::vector<Language> languages;  ///< In the order in which they are offered
    i18n::Text agency;                ///< Whose pages these are; none: of no one agency
};
/// Answer to FetchAsset. When it could not be had `text` is empty, and kUntrusted when its signature
/// does not hold.
inline constexpr const char* kUntrusted = "untrusted";
struct Asset {
    std::string name;
    std::string text;
    bool ok = false;
};
/// Answer to HttpCall; status 0 when no answer came.
struct HttpAnswer {
    int call = 0;
    int status = 0;
    std::string body;
};
struct UploadProgress {
    int call = 0;
    std::int64_t sent = 0;
    std::int64_t total = 0;
};
/// Answer to Upload. status 201 and `upload` on success; else the refusing answer.
struct UploadAnswer {
    int call = 0;
    int status = 0;
    std::string upload;
    std::string body;
};
/// Answer to Sign: the envelope's JSON text (shared/dossier/package.hpp), or empty when it failed.
struct Signed {
    int call = 0;
    std::string envelope;
};
/// A timer set by Wait has run out.
struct Woke {
    int call = 0;
};

using Event = std::variant<Press, Input, Commit, Choose, Toggle, Files, Visit, Stirred, Start, Asset,
                           HttpAnswer, UploadProgress, UploadAnswer, Signed, Woke>;

/// An event and when it came (UTC seconds).
struct Message {
    std::int64_t now_secs = 0;
    Event event;
};

// ---- what the platform is asked to do ----------------------------------------------

/// Asset names: "lang/vi", "procedures/index", "procedures/1.004873@2026-11-21", "places", "places/old". When
/// the index is asked for again, it and the procedures are to be those that are published by then.
struct FetchAsset {
    std::string name;
};
struct HttpCall {
    int call = 0;
    std::string method;
    std::string path;  ///< Absolute path on the backend's origin, "/api/v1/…"
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;  ///< JSON, or empty
};
/// Sends a picked file by the upload protocol of docs/API.md, with progress.
struct Upload {
    int call = 0;
    int handle = 0;
    std::string dossier;
    std::string media_type;
    std::string sha256;
    std::int64_t size = 0;
};
/// Makes a device key, signs, forgets the key. `request` is shared/dossier's PackageRequest as JSON.
struct Sign {
    int call = 0;
    std::string request;
};
struct Wait {
    int call = 0;
    int millis = 0;
};
/// Forget the bytes of these picked files.
struct DropFiles {
    std::vector<int> handles;
};
/// Show this path in the address bar (no reload).
struct SetPath {
    std::string path;
};
struct PrintPage {};
/// Give the person this text as a file of their own.
struct SaveFile {
    std::string name;
    std::string media_type;
    std::string text;
};
/// Forget everything of this person and begin with a new Start.
struct Restart {};

using Effect =
    std::variant<FetchAsset, HttpCall, Upload, Sign, Wait, DropFiles, SetPath, PrintPage, SaveFile, Restart>;

/// {"now":…,"type":"press","id":…}; type is the struct's name in snake_case.
Result<Message> decode_message(const json::Value& value);
json::Value encode_effect(const Effect& effect);

}  // namespace motcua::app
