#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "client/cli/commands.hpp"
#include "client/cli/files.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/visits/draw.hpp"

namespace motcua::cli {
namespace {

/// What each code means, for whoever checks a draw.
struct Meaning {
    std::string_view code;
    const char* text;
};
constexpr Meaning kMeanings[] = {
    {"draw.commitment", "the seed is not the one that was committed to"},
    {"draw.digest", "is no SHA-256 in hex"},
    {"draw.line", "has a line feed"},
    {"draw.missing", "is not there"},
    {"draw.order", "the requests are not sorted"},
    {"draw.range", "is a number that cannot be"},
    {"draw.request", "is no request's number"},
    {"draw.result", "the result is not what the seed gives"},
    {"draw.seed", "is no 32 bytes in hex"},
    {"draw.twice", "a request is in the list twice"},
    {"draw.type", "is of another type"},
    {"draw.unknown", "is nothing a draw has"},
};

std::string words_of(const Finding& finding) {
    const auto* found = std::find_if(std::begin(kMeanings), std::end(kMeanings),
                                     [&](const Meaning& one) { return one.code == finding.code; });
    return finding.field + ": " + (found == std::end(kMeanings) ? finding.code : std::string(found->text));
}

int say_wrong(const std::vector<Finding>& findings, Session& session) {
    json::Array items;
    for (const Finding& finding : findings) {
        items.emplace_back(
            json::Object{{"field", finding.field}, {"code", finding.code}, {"text", words_of(finding)}});
        if (!session.json) {
            session.out << "wrong: " << words_of(finding) << '\n';
        }
    }
    if (session.json) {
        session.out << json::write(json::Object{{"fine", false}, {"findings", std::move(items)}}) << '\n';
    }
    return kFindings;
}

void say_fine(const visits::Draw& draw, Session& session) {
    const std::size_t seats = std::min(static_cast<std::size_t>(draw.seats), draw.result.size());
    if (session.json) {
        json::Array winners;
        for (std::size_t i = 0; i < seats; ++i) {
            winners.emplace_back(draw.result[i]);
        }
        session.out << json::write(json::Object{
                           {"fine", true}, {"commitment", draw.commitment}, {"seats", std::move(winners)}})
                    << '\n';
        return;
    }
    session.out << "The seed is the one committed to: " << draw.commitment << '\n'
                << "The list has " << draw.requests.size() << " requests, none twice.\n"
                << "The result is exactly what this seed gives. Seats go to:\n";
    for (std::size_t i = 0; i < seats; ++i) {
        session.out << "  " << i + 1 << ". " << draw.result[i] << '\n';
    }
    session.out << "Still to be compared by you: that this commitment was published before requests were "
                   "taken,\nand that your own number is in the list.\n";
}

int draw_check(const std::string& path, Session& session) {
    const auto text = read_whole(path);
    const auto file = text ? json::read(*text) : Result<json::Value>(text.error());
    if (!file) {
        return refuse(session, path + (text ? " is no JSON" : " cannot be read"));
    }
    const auto draw = visits::read_draw(*file);
    if (!draw) {
        return say_wrong(draw.error().findings, session);
    }
    const std::vector<Finding> findings = visits::check_draw(*draw);
    if (!findings.empty()) {
        return say_wrong(findings, session);
    }
    say_fine(*draw, session);
    return kFine;
}

}  // namespace

Action add_draw_check(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    app.add_option("FILE", *file, "the published draw")->required();
    return [file](Session& session) { return draw_check(*file, session); };
}

}  // namespace motcua::cli
