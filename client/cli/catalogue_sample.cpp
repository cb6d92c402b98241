#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <utility>

#include "client/cli/clock.hpp"
#include "client/cli/commands.hpp"
#include "client/cli/lines.hpp"
#include "client/cli/procedure_file.hpp"
#include "shared/json/write.hpp"
#include "shared/sample/sample.hpp"
#include "shared/text/text.hpp"

namespace motcua::cli {
namespace {

constexpr int kMost = 1000000;

struct SampleOptions {
    std::string file;
    int count = 10;
    std::uint64_t seed = 1;
    bool broken = false;
    std::string today;
};

/// SplitMix64 (Steele, Lea, Flood 2014): the same forms from the same seed everywhere.
sample::Bits bits_from(std::uint64_t seed) {
    return [state = seed]() mutable {
        state += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    };
}

void put_broken(const std::vector<sample::Breakage>& breakages, int most, int& made, Session& session) {
    for (const sample::Breakage& breakage : breakages) {
        if (made == most) {
            return;
        }
        const std::string line = json::write(json::Object{
            {"field", breakage.field}, {"code", breakage.code}, {"form", form::encode(breakage.form)}});
        if (text::is_utf8(line)) {  // What is not cannot stand in JSON.
            ++made;
            session.out << line << '\n';
        }
    }
}

int make(const SampleOptions& options, Session& session) {
    const auto file = read_sound_file(options.file);
    const auto places = read_places(session);
    const auto today = day_or_today(options.today);
    if (!file || !places || !today) {
        return refuse(session, !file     ? file.error().detail
                               : !places ? places.error().detail
                                         : today.error().detail);
    }
    sample::Maker maker(*file->procedure, *places, *today, bits_from(options.seed));
    for (int made = 0; made < options.count;) {
        const auto form = maker.complete();
        if (!form) {
            session.err << "motcua: no complete form was found: motcua catalogue check " << options.file
                        << '\n';
            return kFindings;
        }
        if (options.broken) {
            const int before = made;
            put_broken(maker.breakages(*form), options.count, made, session);
            made += made == before ? 1 : 0;
        } else {
            ++made;
            session.out << json::write(form::encode(*form)) << '\n';
        }
    }
    return kFine;
}

}  // namespace

Action add_catalogue_sample(CLI::App& app) {
    auto options = std::make_shared<SampleOptions>();
    app.add_option("FILE", options->file, "procedure file")->required();
    app.add_option("-n,--count", options->count, "how many")
        ->capture_default_str()
        ->check(CLI::Range(1, kMost));
    app.add_option("--seed", options->seed, "the same forms from the same seed")->capture_default_str();
    app.add_flag("--broken", options->broken, "each with one thing wrong: {\"field\",\"code\",\"form\"}");
    app.add_option("--today", options->today, "the day they are filled in, 2026-11-21");
    return [options](Session& session) { return make(*options, session); };
}

}  // namespace motcua::cli
