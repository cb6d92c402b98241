#include "client/desk/desk.hpp"

#include "client/desk/update.hpp"
#include "client/desk/view.hpp"

namespace motcua::desk {

namespace {

class Desk final : public app::Application {
public:
    std::vector<app::Effect> update(const app::Message& message) override {
        std::vector<app::Effect> effects;
        desk::update(state_, message, effects);
        return effects;
    }

    [[nodiscard]] page::Page view() const override { return desk::view(state_); }

private:
    State state_;
};

}  // namespace

std::unique_ptr<app::Application> make_desk_application() {
    return std::make_unique<Desk>();
}

}  // namespace motcua::desk
