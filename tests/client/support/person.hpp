#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "client/app/application.hpp"
#include "tests/client/support/fake_backend.hpp"

namespace motcua::tests {

/// Monday 23 November 2026, 08:00 in Vietnam.
inline constexpr std::int64_t kMondayEightSecs = 1795395600;

/// Somebody in front of an application, and the platform under it. Does what a person can
/// do: only what the page shows and allows. After each event all effects are carried out,
/// and the page is looked over: no text missing, no id twice, the same after encoding.
class Person {
public:
    explicit Person(std::unique_ptr<app::Application> application);

    /// Sends Start; assets come at once.
    void start(const std::string& path = "/", const std::string& lang = "vi");

    void press(const std::string& id);
    void type(const std::string& id, const std::string& text);
    void choose(const std::string& id, const std::string& option);
    void tick(const std::string& id);
    /// One option of a choice of several.
    void check(const std::string& id, const std::string& option, bool on = true);
    /// Picks one file of this media type.
    void pick(const std::string& id, const std::string& name,
              const std::string& media_type = "application/pdf", std::int64_t size = 200000);

    /// Sends any event, without looking whether the page offers it.
    void send(const app::Event& event);
    /// Time in which nobody does anything: kept timers run out in their turn.
    void let_pass(int seconds);
    /// Carries out effects that were kept back.
    void settle();

    /// Nothing of the application is shown: the page made at build time is.
    [[nodiscard]] bool stands() const { return application_->stands(); }
    [[nodiscard]] const page::Page& page() const { return page_; }
    [[nodiscard]] bool sees(const std::string& id) const;
    /// The node; the test fails when it is not on the page.
    [[nodiscard]] page::Node node(const std::string& id) const;
    [[nodiscard]] std::string title() const { return node("title").name; }
    [[nodiscard]] std::vector<std::string> error_lines() const;
    /// Everything on the page as text.
    [[nodiscard]] std::string words() const;

    FakeBackend backend;
    std::int64_t now_secs = kMondayEightSecs;
    bool uploads_fail = false;
    bool uploads_wait = false;  ///< Uploads stay under way until settle().
    bool assets_fail = false;
    std::string unavailable;                    ///< This asset cannot be had.
    std::map<std::string, std::string> assets;  ///< Others than those of the repository
    std::string standing;                       ///< Start::standing
    std::vector<std::string> asked;             ///< Names of all assets asked for
    std::vector<app::Language> languages = {{"vi", "Tiếng Việt"}, {"en", "English"}};
    i18n::Text agency;
    bool signing_fails = false;
    bool timers_run = true;
    bool keep_timers = false;  ///< Timers run out only in let_pass().
    std::vector<int> dropped;  ///< Handles of files to be forgotten
    std::vector<std::string> paths;
    int printed = 0;
    std::vector<app::SaveFile> saved;
    int idle_secs = 0;  ///< Of a screen that strangers share
    int restarts = 0;
    int uploads = 0;

private:
    struct Carrier;
    void step(const app::Event& event);
    void look();

    std::unique_ptr<app::Application> application_;
    page::Page page_;  ///< What the application showed last.
    std::vector<app::Effect> waiting_;
    int next_handle_ = 1;
    int timers_ = 0;
    std::multimap<std::int64_t, int> kept_timers_;  ///< Calls by when they wake.
};

/// Compares the page with tests/client/golden/<name>.txt; MOTCUA_UPDATE_GOLDEN=1 writes it.
void check_golden(const page::Page& page, const std::string& name);

}  // namespace motcua::tests
