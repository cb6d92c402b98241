#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/cli/command.hpp"
#include "shared/form/form.hpp"
#include "shared/i18n/texts.hpp"

namespace motcua::cli {

/// What a conversation has to do with.
struct Conversation {
    const catalogue::Procedure& procedure;
    const places::Places& places;
    const i18n::Texts& texts;
    calendar::Date today;
    std::string lang;
    Session& session;
    std::ostream& screen;  ///< Where questions are written
};

/// Asks the questions of a procedure one after the other, as they come to be asked.
class Asking {
public:
    explicit Asking(const Conversation& talk) : talk_(talk) {}

    enum class End { Answered, Quit, InputEnded };
    End run();

    [[nodiscard]] const form::Answers& answers() const { return answers_; }

private:
    /// One thing that is asked for: an answer's id, of a group's rows the group's.
    struct Prompt {
        form::Spot spot;
        std::string id;
        std::string part;  ///< Of an address
    };
    [[nodiscard]] std::vector<Prompt> prompts() const;
    [[nodiscard]] std::optional<Prompt> next() const;
    /// The question, unless it has just been shown; without what stands before the answer.
    void show(const Prompt& prompt);
    void show_again();
    void show_title(const Prompt& prompt);
    void show_options(const catalogue::Question& question) const;
    /// What was typed as a canonical answer.
    [[nodiscard]] std::string understood(const Prompt& prompt, const std::string& typed) const;
    /// As people write it; "" of a file.
    [[nodiscard]] std::string answer_in_words(const Prompt& prompt) const;
    [[nodiscard]] std::string how_to_answer(const Prompt& prompt) const;
    /// A province or commune.
    struct Unit {
        std::string code;
        std::string name;
        std::string full;
    };
    /// Best first; none of a code.
    [[nodiscard]] std::vector<Unit> places_called(const Prompt& prompt, const std::string& typed) const;
    /// What else the name might be; none when it is a place's whole name.
    [[nodiscard]] std::vector<std::string> other_places(const Prompt& prompt, const std::string& typed) const;
    /// Says what an answer was taken for, where that is not what was typed.
    void confirm(const Prompt& prompt, const std::string& typed) const;
    void take(const Prompt& prompt, const std::string& typed);
    [[nodiscard]] form::Findings findings_at(const Prompt& prompt) const;
    [[nodiscard]] std::string refusal(const Finding& finding) const;
    void go_back();
    void forget(const std::string& id);

    Conversation talk_;
    form::Answers answers_;
    std::vector<std::string> done_;  ///< Ids in the order they were answered
    std::string title_;              ///< The page shown last
    std::string shown_;              ///< Id of the question shown last
};

/// The sentence for a finding: a check's own message where it has one.
std::string sentence_of(const Conversation& talk, const Finding& finding);

}  // namespace motcua::cli
