#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

/// The program `motcua`: what the core knows, on a terminal and for scripts.
namespace motcua::cli {

/// What the program ends with.
enum Exit : int {
    kFine = 0,
    kFindings = 1,  ///< Something is wrong with what was looked at
    kUsage = 2,     ///< Not understood, or a file that cannot be read or written
};

/// What every command gets from outside.
struct Session {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    std::string assets;  ///< Folder of procedures, places and texts
    bool json = false;   ///< One line of JSON instead of text for people
};

/// What a command does once its arguments have been read; returns an Exit.
using Action = std::function<int(Session&)>;

/// One command. `add` gives its options to the parser and returns what it does with them.
struct Command {
    std::string_view group;  ///< "catalogue" for `motcua catalogue check`, "" for `motcua id`
    const char* name;
    const char* help;
    Action (*add)(CLI::App& app);
};

/// Every command, in the order the help shows them.
const std::vector<Command>& commands();

/// The whole program: `words` are the arguments without the program's name.
int run(std::vector<std::string> words, Session& session);

/// Says why on the error stream (as {"error":…} with --json) and returns kUsage.
int refuse(Session& session, std::string_view why);

}  // namespace motcua::cli
