#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <utility>

#include "client/cli/command.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

constexpr const char* kAbout = "motcua: procedures, answers and identifiers of Một Cửa on a terminal";

const char* about(std::string_view group) {
    return group == "agency" ? "agency profiles" : group == "draw" ? "seats drawn by lot" : "procedure files";
}

/// The parser with every command, and what each of them does.
class Program {
public:
    explicit Program(Session& session) : app_(kAbout, "motcua"), session_(session) {
        app_.require_subcommand(1);
        app_.add_option("--assets", session.assets, "folder of procedures, places and texts");
        for (const Command& command : commands()) {
            add(command);
        }
    }

    int run(std::vector<std::string> words) {
        std::reverse(words.begin(), words.end());  // As CLI11 takes them.
        try {
            app_.parse(std::move(words));
        } catch (const CLI::ParseError& stop) {
            return app_.exit(stop, session_.out, session_.err) == 0 ? kFine : kUsage;
        }
        for (const auto& [command, action] : actions_) {
            if (command->parsed()) {
                return action(session_);
            }
        }
        return kUsage;
    }

private:
    CLI::App& group(std::string_view name) {
        if (name.empty()) {
            return app_;
        }
        CLI::App*& known = groups_[std::string(name)];
        if (known == nullptr) {
            known = app_.add_subcommand(std::string(name), about(name));
            known->require_subcommand(1);
            known->fallthrough();
        }
        return *known;
    }

    void add(const Command& command) {
        CLI::App* sub = group(command.group).add_subcommand(command.name, command.help);
        sub->fallthrough();
        sub->add_flag("--json", session_.json, "one line of JSON");
        actions_.emplace_back(sub, command.add(*sub));
    }

    CLI::App app_;
    Session& session_;
    std::map<std::string, CLI::App*> groups_;
    std::vector<std::pair<CLI::App*, Action>> actions_;
};

}  // namespace

int run(std::vector<std::string> words, Session& session) {
    return Program(session).run(std::move(words));
}

int refuse(Session& session, std::string_view why) {
    if (session.json) {
        session.out << json::write(json::Object{{"error", why}}) << '\n';
    } else {
        session.err << "motcua: " << why << '\n';
    }
    return kUsage;
}

}  // namespace motcua::cli
