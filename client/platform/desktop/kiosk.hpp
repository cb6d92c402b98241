#pragma once

#include <SDL.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "client/app/application.hpp"
#include "client/platform/desktop/effects.hpp"
#include "client/platform/desktop/file_shelf.hpp"
#include "client/platform/desktop/options.hpp"
#include "client/platform/desktop/script.hpp"
#include "client/platform/desktop/site.hpp"
#include "client/platform/desktop/window.hpp"
#include "client/platform/desktop/worker.hpp"
#include "client/ui/field_editor.hpp"
#include "client/ui/painter.hpp"
#include "client/ui/word_typing.hpp"
#include "shared/i18n/texts.hpp"

namespace motcua::kiosk {

/// Joins application, painter, window and network; does what a browser does elsewhere: focus,
/// scrolling, typing, picking files. Event-driven: nothing happens while nobody does anything.
class Kiosk {
public:
    /// Procedures are used only when they are signed with the trusted key.
    Kiosk(const Options& options, const crypto::PublicKey& trusted, Window& window, ui::Painter& painter,
          std::vector<Step> script);

    /// Until the window is closed or the script is done; 0, or 1 when a step failed.
    int run();

private:
    // kiosk.cpp
    void begin();
    bool take_site(const app::Event& event);
    void forget_everything();
    void send(app::Event event);
    void take_page();
    void paint_if_needed();
    void take_frame(const ui::Frame& frame);
    void pressed(const app::Event& event);
    void open_files(const std::string& picker);
    void pick_file(int index);
    void collect();
    [[nodiscard]] int patience() const;
    [[nodiscard]] ui::View view() const;
    [[nodiscard]] bool settled();
    // kiosk_input.cpp
    void handle(const SDL_Event& event);
    void tell_of_person(const SDL_Event& event);
    void handle_pointer(const SDL_Event& event);
    void handle_key(SDL_Keycode key, bool shift, bool control);
    bool handle_field_key(SDL_Keycode key, bool shift, bool control);
    void typed();
    void focus(const std::string& id, bool visible);
    void leave_field();
    void place_caret(const std::string& id, ui::Point at);
    void move_focus(int step);
    void move_choice(int step);
    void activate();
    void bring_into_view(const ui::Rect& rect);
    void scroll_by(float css);
    // kiosk_script.cpp
    void run_step();
    bool do_step(const Step& step);
    bool press(const std::string& wanted);
    void fail(const Step& step, const std::string& why);

    Options options_;
    Window& window_;
    ui::Painter& painter_;
    std::unique_ptr<app::Application> application_;
    FileShelf shelf_;
    Uint32 wake_event_;
    Worker worker_;
    Effects effects_;
    i18n::Texts texts_;
    Site site_;

    page::Page page_;
    std::string picker_;  ///< Whose files are being picked; "" = the application's page is shown.
    std::vector<Attachable> files_;
    int focus_epoch_ = 0;
    std::string focus_;
    bool focus_visible_ = false;
    std::string focus_before_;   ///< Where the focus was when the dialog opened.
    std::uint64_t told_at_ = 0;  ///< When the application was last told that somebody is there.
    ui::FieldEditor editor_;
    ui::WordTyping typing_;
    float scroll_ = 0;
    bool dirty_ = true;
    bool quit_ = false;

    bool pointer_down_ = false;
    bool dragging_ = false;
    float down_y_ = 0;
    float down_scroll_ = 0;

    std::vector<Step> script_;
    std::size_t step_ = 0;
    std::uint64_t step_began_ = 0;
    int result_ = 0;
};

}  // namespace motcua::kiosk
