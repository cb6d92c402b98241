#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "client/app/application.hpp"

/// How JavaScript talks to a module: it asks for room, writes UTF-8 there, calls, and
/// reads the answer where the call points to (web/module.js). No strings are copied by
/// glue code, and no glue code is needed.
namespace motcua::web {

/// The text that comes in and the text that goes out, kept until the next call.
class TextChannel {
public:
    /// Room for a text of this many bytes.
    char* room(std::size_t bytes);
    [[nodiscard]] std::string_view received(std::size_t bytes) const;
    /// Keeps the answer and returns where it starts; `answer_bytes` says how long it is.
    const char* answer(std::string text);
    [[nodiscard]] std::size_t answer_bytes() const { return outgoing_.size(); }

private:
    std::string incoming_;
    std::string outgoing_;
};

/// One application behind a JSON interface.
class ApplicationBridge {
public:
    explicit ApplicationBridge(std::unique_ptr<app::Application> application);

    /// Takes one message as JSON; returns {"page":…,"effects":[…]}, `page` only when it
    /// differs from the one returned before and there is one to show (Application::stands). A message that
    /// cannot be read changes nothing and is answered {"error":…,"effects":[]}.
    std::string send(std::string_view message);

private:
    std::unique_ptr<app::Application> application_;
    std::string last_page_;
};

}  // namespace motcua::web
