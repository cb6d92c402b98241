#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <utility>

#include "client/cli/asking.hpp"
#include "client/cli/clock.hpp"
#include "client/cli/commands.hpp"
#include "client/cli/dialogue.hpp"
#include "client/cli/lines.hpp"
#include "client/cli/procedure_file.hpp"
#include "client/cli/verdict.hpp"

namespace motcua::cli {
namespace {

struct TryOptions {
    std::string file;
    std::string today;
    std::string lang = "vi";
};

int try_out(const TryOptions& options, Session& session) {
    const auto file = read_sound_file(options.file);
    const auto places = read_places(session);
    const auto today = day_or_today(options.today);
    if (!file || !places || !today) {
        return refuse(session, !file     ? file.error().detail
                               : !places ? places.error().detail
                                         : today.error().detail);
    }
    const i18n::Texts texts = read_texts(session, options.lang);
    const Conversation talk{*file->procedure,
                            *places,
                            texts,
                            *today,
                            options.lang,
                            session,
                            session.json ? session.err : session.out};
    talk.screen << file->procedure->name.in(options.lang) << '\n' << dialogue::kHelp.in(options.lang) << '\n';
    Asking asking(talk);
    switch (asking.run()) {
        case Asking::End::Answered:
            return say_verdict(talk, asking.answers());
        case Asking::End::Quit:
            return kFine;
        case Asking::End::InputEnded:
            break;
    }
    session.err << "\nmotcua: " << dialogue::kEnded.in(options.lang) << '\n';
    return kFindings;
}

}  // namespace

Action add_catalogue_try(CLI::App& app) {
    auto options = std::make_shared<TryOptions>();
    app.add_option("FILE", options->file, "procedure file")->required();
    app.add_option("--today", options->today, "the day it is filled in, 2026-11-21");
    app.add_option("--lang", options->lang, "vi, en")->check(CLI::IsMember({"vi", "en"}));
    return [options](Session& session) { return try_out(*options, session); };
}

}  // namespace motcua::cli
