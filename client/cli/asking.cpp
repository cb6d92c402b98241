#include "client/cli/asking.hpp"

#include <algorithm>
#include <istream>
#include <ostream>

#include "client/cli/dialogue.hpp"
#include "shared/form/journey.hpp"
#include "shared/text/text.hpp"

namespace motcua::cli {
namespace {

using catalogue::Question;

std::string indented(const std::string& text) {
    return text.empty() ? "" : "    " + text + "\n";
}

}  // namespace

std::string sentence_of(const Conversation& talk, const Finding& finding) {
    const auto spot = form::spot_of(talk.procedure, finding.field);
    if (spot && spot->question != nullptr) {
        for (const catalogue::Check& check : spot->question->checks) {
            if (check.code == finding.code && !check.message.empty()) {
                return check.message.in(talk.lang);
            }
        }
    }
    return talk.texts.sentence(finding);
}

std::vector<Asking::Prompt> Asking::prompts() const {
    std::vector<Prompt> prompts;
    const form::Journey journey = form::walk(talk_.procedure, answers_, talk_.today);
    for (const catalogue::Group* group : journey.groups) {
        if (group->repeat) {
            prompts.push_back({{nullptr, group, -1, group->id}, group->id, ""});
        }
        for (const form::Spot& spot : journey.asked) {
            if (spot.group != group) {
                continue;
            }
            for (std::string& id : form::answer_ids(*spot.question, spot.id)) {
                std::string part = id == spot.id ? "" : id.substr(spot.id.size() + 1);
                prompts.push_back({spot, std::move(id), std::move(part)});
            }
        }
    }
    return prompts;
}

std::optional<Asking::Prompt> Asking::next() const {
    for (Prompt& prompt : prompts()) {
        if (std::find(done_.begin(), done_.end(), prompt.id) == done_.end()) {
            return prompt;
        }
    }
    return std::nullopt;
}

void Asking::show_title(const Prompt& prompt) {
    std::string title = prompt.spot.group->title.in(talk_.lang);
    if (prompt.spot.row >= 0) {
        title +=
            ": " + prompt.spot.group->repeat->item.in(talk_.lang) + " " + std::to_string(prompt.spot.row + 1);
    }
    if (title != title_) {
        talk_.screen << "\n== " << title << '\n';
        title_ = title;
    }
}

void Asking::show_options(const Question& question) const {
    std::size_t number = 0;
    for (const catalogue::Option& option : question.options) {
        talk_.screen << "  " << ++number << ". " << option.label.in(talk_.lang) << '\n';
    }
}

void Asking::show(const Prompt& prompt) {
    show_title(prompt);
    const Question* question = prompt.spot.question;
    if (prompt.spot.id == shown_) {
        return;  // An address is asked for in parts.
    }
    shown_ = prompt.spot.id;
    if (question == nullptr) {
        talk_.screen << '\n' << prompt.spot.group->repeat->item.in(talk_.lang) << '\n';
        return;
    }
    const std::string label = question->label.in(talk_.lang);
    talk_.screen << '\n'
                 << (question->required ? label : talk_.texts.get("question.optional", {{"label", label}}))
                 << '\n'
                 << indented(question->hint.empty() ? "" : question->hint.in(talk_.lang));
    show_options(*question);
}

void Asking::show_again() {
    title_.clear();
    shown_.clear();
}

void Asking::forget(const std::string& id) {
    answers_.erase(id);
}

void Asking::go_back() {
    if (done_.empty()) {
        talk_.screen << "! " << dialogue::kFirst.in(talk_.lang) << '\n';
        return;
    }
    const std::string id = done_.back();
    done_.pop_back();
    show_again();
    const auto prompt = next();
    if (prompt && prompt->id == id) {
        show(*prompt);
        const std::string answer = answer_in_words(*prompt);
        talk_.screen << (answer.empty() ? ""
                                        : indented(std::string(dialogue::kBefore.in(talk_.lang)) + answer));
    }
    forget(id);
}

form::Findings Asking::findings_at(const Prompt& prompt) const {
    if (prompt.spot.question == nullptr) {
        return form::check_rows(talk_.procedure, *prompt.spot.group, answers_, talk_.today);
    }
    form::Findings findings =
        form::check_question(talk_.procedure, prompt.spot, answers_, talk_.today, talk_.places);
    // Of an address what comes later has not been asked yet.
    findings.erase(
        std::remove_if(findings.begin(), findings.end(),
                       [&](const Finding& each) { return !prompt.part.empty() && each.field != prompt.id; }),
        findings.end());
    return findings;
}

/// No list of places stands on the screen from which to choose.
std::string Asking::refusal(const Finding& finding) const {
    const bool commune = finding.code == "commune" || finding.code == "commune_elsewhere";
    return finding.code == "province" ? std::string(dialogue::kNoProvince.in(talk_.lang))
           : commune                  ? std::string(dialogue::kNoCommune.in(talk_.lang))
                                      : sentence_of(talk_, finding);
}

void Asking::take(const Prompt& prompt, const std::string& typed) {
    const std::string answer = understood(prompt, typed);
    forget(prompt.id);
    if (!answer.empty()) {
        answers_[prompt.id] = answer;
    }
    const form::Findings findings = findings_at(prompt);
    for (const Finding& finding : findings) {
        talk_.screen << "! " << refusal(finding) << '\n';
    }
    if (findings.empty()) {
        done_.push_back(prompt.id);
        confirm(prompt, typed);
    } else {
        forget(prompt.id);
    }
}

void Asking::confirm(const Prompt& prompt, const std::string& typed) const {
    const std::string answer = answer_in_words(prompt);
    if (!answer.empty() && answer != typed) {
        talk_.screen << indented("→ " + answer);
    }
    std::string others;
    for (const std::string& name : other_places(prompt, typed)) {
        others += (others.empty() ? "" : "; ") + name;
    }
    if (!others.empty()) {
        talk_.screen << indented(std::string(dialogue::kOthers.in(talk_.lang)) + others +
                                 std::string(dialogue::kNotMeant.in(talk_.lang)));
    }
}

Asking::End Asking::run() {
    while (const auto prompt = next()) {
        show(*prompt);
        talk_.screen << how_to_answer(*prompt) << "> " << std::flush;
        std::string typed;
        if (!std::getline(talk_.session.in, typed)) {
            return End::InputEnded;
        }
        typed = text::squeeze(typed);
        if (typed == "<") {
            go_back();
        } else if (typed == "?") {
            show_again();
        } else if (typed == "quit" || text::search_key(typed) == "thoat") {
            return End::Quit;
        } else {
            take(*prompt, typed);
        }
    }
    return End::Answered;
}

}  // namespace motcua::cli
