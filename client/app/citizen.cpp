#include "client/app/citizen.hpp"

#include "client/app/update.hpp"
#include "client/app/view.hpp"

namespace motcua::app {

namespace {

class Citizen final : public Application {
public:
    std::vector<Effect> update(const Message& message) override {
        std::vector<Effect> effects;
        app::update(state_, message, effects);
        return effects;
    }

    [[nodiscard]] bool stands() const override { return state_.standing; }

    [[nodiscard]] page::Page view() const override { return app::view(state_); }

private:
    State state_;
};

}  // namespace

std::unique_ptr<Application> make_citizen_application() {
    return std::make_unique<Citizen>();
}

}  // namespace motcua::app
