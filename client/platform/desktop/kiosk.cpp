#include "client/platform/desktop/kiosk.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "client/app/citizen.hpp"
#include "client/platform/desktop/file_page.hpp"
#include "client/platform/desktop/picture_file.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/json/read.hpp"

namespace motcua::kiosk {
namespace {

constexpr const char* kSite = "site";

std::int64_t now_secs() {
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

std::string random_hex() {
    std::array<std::uint8_t, 32> random{};
    crypto::random_bytes(random);
    return crypto::hex(random);
}

void wake(Uint32 type) {
    SDL_Event event{};
    event.type = type;
    SDL_PushEvent(&event);
}

}  // namespace

Kiosk::Kiosk(const Options& options, const crypto::PublicKey& trusted, Window& window, ui::Painter& painter,
             std::vector<Step> script)
    : options_(options),
      window_(window),
      painter_(painter),
      application_(app::make_citizen_application()),
      wake_event_(SDL_RegisterEvents(1)),
      worker_([type = wake_event_] { wake(type); }),
      effects_(options.server, options.pass, trusted, shelf_, worker_),
      site_(read_site("", options.theme)),
      typing_(options.typing),
      script_(std::move(script)) {}

int Kiosk::run() {
    step_began_ = SDL_GetTicks64();
    begin();
    while (!quit_) {
        SDL_Event event;
        if (SDL_WaitEventTimeout(&event, patience()) != 0) {
            handle(event);
            while (SDL_PollEvent(&event) != 0) {
                handle(event);
            }
        }
        collect();
        paint_if_needed();
        run_step();
    }
    if (!options_.shot.empty() && !save_picture(window_.picture(), options_.shot)) {
        return 1;
    }
    return result_;
}

void Kiosk::begin() {
    // Where only a picture is wanted, nobody is there from the beginning.
    const bool watched = options_.shot.empty() || !script_.empty();
    if (site_.languages.empty()) {
        effects_.run({app::FetchAsset{kSite}}, page_.lang, SDL_GetTicks64());
    }
    send(app::Start{.random = random_hex(),
                    .path = "/",
                    .lang = options_.lang,
                    .idle_secs = watched ? options_.idle_secs : 0,
                    .warn_secs = options_.warn_secs,
                    .languages = site_.languages,
                    .agency = site_.agency});
}

/// It comes before anything else that was asked for, so that nobody has done anything yet.
bool Kiosk::take_site(const app::Event& event) {
    const auto* asset = std::get_if<app::Asset>(&event);
    if (asset == nullptr || asset->name != kSite) {
        return false;
    }
    site_ = read_site(asset->text, options_.theme);
    if (!site_.languages.empty()) {
        begin();
    }
    return true;
}

/// The next person finds nothing of the one before.
void Kiosk::forget_everything() {
    editor_.end();
    SDL_StopTextInput();
    SDL_SetClipboardText("");
    picker_.clear();
    files_.clear();
    focus_.clear();
    focus_before_.clear();
    scroll_ = 0;
    shelf_.clear();
    effects_.forget_timers();
    begin();
}

/// How long nothing has to be looked at, in milliseconds.
int Kiosk::patience() const {
    if (dirty_) {
        return 0;
    }
    constexpr int kLong = 60'000;
    constexpr int kScript = 20;
    const int timer = effects_.next_timer(SDL_GetTicks64());
    const int most = script_.empty() && options_.shot.empty() ? kLong : kScript;
    return timer < 0 ? most : std::min(most, timer);
}

bool Kiosk::settled() {
    return !dirty_ && worker_.idle();
}

void Kiosk::collect() {
    for (app::Event& event : worker_.answers()) {
        if (const auto* asset = std::get_if<app::Asset>(&event);
            asset != nullptr && asset->ok && asset->name.rfind("lang/", 0) == 0) {
            if (const auto value = json::read(asset->text)) {
                if (auto texts = i18n::Texts::read(asset->name.substr(5), *value)) {
                    texts_ = *std::move(texts);
                }
            }
        }
        if (!take_site(event)) {
            send(std::move(event));
        }
    }
    for (app::Event& event : effects_.due(SDL_GetTicks64())) {
        send(std::move(event));
    }
}

void Kiosk::send(app::Event event) {
    const std::vector<app::Effect> effects = application_->update({now_secs(), std::move(event)});
    effects_.run(effects, page_.lang, SDL_GetTicks64());
    if (effects_.restart_wanted()) {
        return forget_everything();
    }
    take_page();
}

void Kiosk::take_page() {
    page::Page next = application_->view();
    if (!picker_.empty()) {
        const page::Page under = std::move(next);
        next = file_page(files_, texts_, under.header);
        next.dialog = under.dialog;
        next.focus = under.focus;
    }
    const bool other = next.id != page_.id;
    const bool opened = next.dialog && !page_.dialog;
    const bool closed = page_.dialog && !next.dialog;
    if (opened) {
        focus_before_ = focus_;
    }
    page_ = std::move(next);
    painter_.set_page(page_);
    dirty_ = true;
    if (editor_.active() && page::find(page_, editor_.state().id) == nullptr) {
        editor_.end();
        SDL_StopTextInput();
    }
    if (other) {
        scroll_ = 0;
        focus_.clear();
    }
    if ((picker_.empty() || opened) && page_.focus.epoch != focus_epoch_) {
        focus_epoch_ = page_.focus.epoch;
        painter_.set_view(view());
        painter_.frame(0);  // The new page's rectangles are needed.
        if (page_.focus.id.empty()) {
            scroll_ = 0;
        } else {
            focus(page_.focus.id, true);
        }
    } else if (closed) {
        focus_ = focus_before_;
    }
}

ui::View Kiosk::view() const {
    ui::View view = site_.look;
    view.width = window_.width();
    view.height = window_.height();
    view.profile = ui::Profile::Kiosk;
    view.scroll = scroll_;
    view.focus = focus_visible_ || editor_.active() ? focus_ : "";
    view.editing = editor_.state();
    return view;
}

void Kiosk::paint_if_needed() {
    // Frames that bring events change the page, which needs a frame again.
    for (int i = 0; dirty_ && i < 8; ++i) {
        dirty_ = false;
        painter_.set_view(view());
        const ui::Frame frame = painter_.frame(0.016F);
        take_frame(frame);
        const float most = std::max(0.0F, frame.height - static_cast<float>(window_.height()));
        if (scroll_ > most) {
            scroll_ = most;
            dirty_ = true;
        }
        if (!dirty_) {
            window_.show(painter_);
        }
    }
}

void Kiosk::take_frame(const ui::Frame& frame) {
    dirty_ = dirty_ || frame.again;
    if (!frame.focused.empty()) {
        focus(frame.focused, false);
        place_caret(frame.focused, frame.focused_at);
    }
    for (const app::Event& event : frame.events) {
        pressed(event);
    }
}

void Kiosk::pressed(const app::Event& event) {
    const auto* press = std::get_if<app::Press>(&event);
    if (press == nullptr) {
        return send(event);
    }
    const page::Node* node = page::find(page_, press->id);
    if (node == nullptr || node->role == page::Role::TextField || node->role == page::Role::TextArea) {
        return;
    }
    if (node->role == page::Role::FilePicker) {
        return open_files(press->id);
    }
    if (!picker_.empty() && !page_.dialog) {
        return pick_file(file_of(press->id));
    }
    if (node->role == page::Role::Link && !node->value.empty()) {
        if (node->value[0] == '#') {
            focus(node->value.substr(1), true);
        }
        return;  // There is no way out of the kiosk to other sites.
    }
    send(event);
}

void Kiosk::open_files(const std::string& picker) {
    picker_ = picker;
    files_ = options_.documents.empty() ? std::vector<Attachable>() : attachable_files(options_.documents);
    take_page();
}

void Kiosk::pick_file(int index) {
    const std::string picker = std::exchange(picker_, "");
    if (index < 0 || static_cast<std::size_t>(index) >= files_.size()) {
        return take_page();
    }
    worker_.post([this, picker, file = files_[static_cast<std::size_t>(index)]] {
        worker_.answer(app::Files{picker, {shelf_.pick(file)}});
    });
    take_page();
}

}  // namespace motcua::kiosk
