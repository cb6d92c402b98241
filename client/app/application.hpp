#pragma once

#include <vector>

#include "client/app/message.hpp"
#include "client/page/page.hpp"

namespace motcua::app {

/// An entry point's application: the citizen's journey (client/app) or the clerk's desk
/// (client/desk). Pure: no clock, no I/O; what it wants done it returns.
class Application {
public:
    virtual ~Application() = default;

    /// Takes one message in; returns what the platform has to do.
    virtual std::vector<Effect> update(const Message& message) = 0;

    /// The person still sees the page that was made at build time (Start::standing); nothing is to be shown.
    [[nodiscard]] virtual bool stands() const { return false; }

    /// What the person sees now.
    [[nodiscard]] virtual page::Page view() const = 0;
};

}  // namespace motcua::app
