#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "client/cli/commands.hpp"
#include "client/cli/lines.hpp"
#include "shared/calendar/date.hpp"
#include "shared/json/read.hpp"
#include "shared/text/typing.hpp"
#include "shared/words/words.hpp"

namespace motcua::cli {
namespace {

struct WordsOptions {
    std::string kind;
    std::vector<std::string> given;
    bool even = false;
};

Said text_said(std::string text) {
    json::Value value = json::Object{{"text", text}};
    return {std::move(value), std::move(text), true};
}

Said not_understood(std::string why) {
    json::Value value = json::Object{{"error", why}};
    return {std::move(value), std::move(why), false};
}

/// "1.250.000" as people write it: "1250000"; any other text as it is.
std::string without_thousands(std::string_view text) {
    constexpr std::size_t kGroup = 4;  // ".250"
    const std::size_t head = text.find('.');
    if (head == std::string_view::npos || head == 0 || head >= kGroup || text.size() % kGroup != head) {
        return std::string(text);
    }
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dot = i >= head && (i - head) % kGroup == 0;
        if (dot != (text[i] == '.')) {
            return std::string(text);
        }
        if (!dot) {
            digits.push_back(text[i]);
        }
    }
    return digits;
}

Said in_words(std::string_view line, const WordsOptions& options) {
    if (options.kind == "date") {
        auto date = calendar::parse_iso(line);
        date = date ? date : calendar::parse_typed(line);
        return date ? text_said(words::date(*date))
                    : not_understood("no day; days are written 2026-11-21 or 21/11/2026");
    }
    const Result<json::Value> value = json::read(without_thousands(line));
    if (!value || value->integer() == nullptr) {
        return not_understood("no whole number; one is written 1250000 or 1.250.000");
    }
    return text_said(options.kind == "number"
                         ? words::number(*value->integer())
                         : words::amount(*value->integer(),
                                         options.even ? words::Rounding::Even : words::Rounding::Plain));
}

struct TypeOptions {
    std::string method;
    std::string tones = "old";
    std::vector<std::string> given;
};

}  // namespace

Action add_words(CLI::App& app) {
    auto options = std::make_shared<WordsOptions>();
    app.add_option("KIND", options->kind, "amount, date, number")
        ->required()
        ->check(CLI::IsMember({"amount", "date", "number"}));
    app.add_option("VALUE", options->given, "đồng, days or numbers; else one on each line of the input");
    app.add_flag("--even", options->even, "amount: ends with “chẵn”");
    return [options](Session& session) {
        return filter(options->given, session,
                      [&](std::string_view line) { return in_words(line, *options); });
    };
}

Action add_type(CLI::App& app) {
    auto options = std::make_shared<TypeOptions>();
    app.add_option("METHOD", options->method, "telex, vni")
        ->required()
        ->check(CLI::IsMember({"telex", "vni"}));
    app.add_option("--tones", options->tones, "old (hòa) or new (hoà)")->check(CLI::IsMember({"old", "new"}));
    app.add_option("KEYS", options->given, "the keys of a line; else those on each line of the input");
    return [options](Session& session) {
        const text::Typing typing{
            options->method == "vni" ? text::TypingMethod::Vni : text::TypingMethod::Telex,
            options->tones == "new" ? text::ToneStyle::New : text::ToneStyle::Old};
        return filter(options->given, session,
                      [&](std::string_view line) { return text_said(text::typed_line(line, typing)); });
    };
}

}  // namespace motcua::cli
