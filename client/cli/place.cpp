#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/lines.hpp"
#include "shared/places/old_units.hpp"
#include "shared/places/places.hpp"

namespace motcua::cli {
namespace {

constexpr std::size_t kMostOld = 5;

struct PlaceOptions {
    std::vector<std::string> given;
    bool old = false;
    std::size_t most = 10;
};

std::string line_of(const places::Commune& commune, const places::Places& places) {
    const places::Province* province = places.province(commune.province);
    return commune.code + "  " + commune.full + ", " + (province == nullptr ? "" : province->full);
}

json::Value json_of(const places::Commune& commune, const places::Places& places) {
    const places::Province* province = places.province(commune.province);
    return json::Object{{"code", commune.code},
                        {"name", commune.full},
                        {"province", commune.province},
                        {"province_name", province == nullptr ? "" : province->full}};
}

void add_line(std::string& text, const std::string& line) {
    text += (text.empty() ? "" : "\n") + line;
}

Said found(std::string_view line, const PlaceOptions& options, const places::Places& places) {
    Said said;
    json::Array items;
    for (const places::Commune* commune : places.find_communes(line, options.most)) {
        items.push_back(json_of(*commune, places));
        add_line(said.text, line_of(*commune, places));
    }
    json::Array provinces;
    for (const places::Province* province : places.find_provinces(line, options.most)) {
        provinces.emplace_back(json::Object{{"code", province->code}, {"name", province->full}});
        add_line(said.text, province->code + "     " + province->full);
    }
    said.fine = !items.empty() || !provinces.empty();
    if (!said.fine) {
        said.text = "no such commune or province today; --old looks among those of before July 2025";
    }
    said.json = json::Object{{"communes", std::move(items)}, {"provinces", std::move(provinces)}};
    return said;
}

std::string_view name_of(places::Likeness likeness) {
    switch (likeness) {
        case places::Likeness::Exact:
            return "exact";
        case places::Likeness::Unmarked:
            return "unmarked";
        case places::Likeness::Loose:
            return "loose";
        case places::Likeness::Incomplete:
            return "incomplete";
    }
    return "";
}

Said proposed(std::string_view line, const places::OldUnits& old, const places::Places& places) {
    Said said;
    json::Array items;
    for (const places::Proposal& proposal : old.propose(line, kMostOld)) {
        json::Array candidates;
        add_line(said.text, "perhaps " + proposal.commune + ", " + proposal.district + ", " +
                                proposal.province + " (" + std::string(name_of(proposal.likeness)) + ")");
        for (const std::string& code : proposal.candidates) {
            if (const places::Commune* commune = places.commune(code)) {
                candidates.push_back(json_of(*commune, places));
                add_line(said.text, "  " + line_of(*commune, places));
            }
        }
        items.emplace_back(json::Object{{"commune", proposal.commune},
                                        {"district", proposal.district},
                                        {"province", proposal.province},
                                        {"rest", proposal.rest},
                                        {"likeness", name_of(proposal.likeness)},
                                        {"candidates", std::move(candidates)}});
    }
    said.fine = !items.empty();
    said.json = json::Object{{"proposals", std::move(items)}};
    return said;
}

int place(const PlaceOptions& options, Session& session) {
    const auto places = read_places(session);
    if (!places) {
        return refuse(session, places.error().detail);
    }
    if (!options.old) {
        return filter(options.given, session,
                      [&](std::string_view line) { return found(line, options, *places); });
    }
    const Result<json::Value> file = read_asset(session, "places/old_units.json");
    const auto old = places::OldUnits::read(file ? *file : json::Value());
    if (!old) {
        return refuse(session, session.assets + "/places/old_units.json cannot be read");
    }
    return filter(options.given, session,
                  [&](std::string_view line) { return proposed(line, *old, *places); });
}

}  // namespace

Action add_place(CLI::App& app) {
    auto options = std::make_shared<PlaceOptions>();
    app.add_option("TEXT", options->given, "what somebody types; else one on each line of the input");
    app.add_flag("--old", options->old,
                 "an address of before July 2025: which communes of today it may mean");
    app.add_option("--most", options->most, "how many to show")->capture_default_str();
    return [options](Session& session) { return place(*options, session); };
}

}  // namespace motcua::cli
