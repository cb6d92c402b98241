#include "client/cli/asking.hpp"

#include <algorithm>
#include <istream>
#include <ostream>

#include "client/cli/files.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/form/journey.hpp"

namespace motcua::cli {
namespace {

using catalogue::Question;
using catalogue::QuestionType;

bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 6 && text.find_first_not_of("0123456789") == std::string::npos;
}

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
    const form::Journey journey = form::walk(talk_.procedure, answers_);
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
    if (question == nullptr) {
        const catalogue::Repeat& repeat = *prompt.spot.group->repeat;
        talk_.screen << repeat.item.in(talk_.lang) << " (" << repeat.least << "–" << repeat.most << ")\n> "
                     << std::flush;
        return;
    }
    talk_.screen << question->label.in(talk_.lang) << (question->required ? "" : " (–)")
                 << (prompt.part.empty() ? "" : " [" + prompt.part + "]") << '\n';
    if (prompt.part.empty() || prompt.part == "province") {
        talk_.screen << indented(question->hint.empty() ? "" : question->hint.in(talk_.lang));
    }
    show_options(*question);
    talk_.screen << "> " << std::flush;
}

std::string Asking::option_of(const Question& question, const std::string& typed) const {
    const std::size_t number = is_number(typed) ? std::stoul(typed) : 0;
    return number >= 1 && number <= question.options.size() ? question.options[number - 1].id : typed;
}

/// A unit's code as it is; of a name the best match's.
std::string Asking::place_of(const Prompt& prompt, const std::string& typed) const {
    if (is_number(typed)) {
        return typed;
    }
    if (prompt.part == "province") {
        const auto found = talk_.places.find_provinces(typed, 1);
        return found.empty() || typed.empty() ? typed : found.front()->code;
    }
    const std::string province(form::answer_of(answers_, prompt.spot.id + ".province"));
    const auto found = talk_.places.find_communes(province, typed, 1);
    return found.empty() || typed.empty() ? typed : found.front()->code;
}

std::string Asking::understood(const Prompt& prompt, const std::string& typed) const {
    const Question* question = prompt.spot.question;
    if (question == nullptr) {
        return typed;
    }
    if (prompt.part == "province" || prompt.part == "commune") {
        return place_of(prompt, typed);
    }
    if (question->type == QuestionType::Choices) {
        std::string chosen;
        for (std::size_t at = 0; at < typed.size();) {
            const std::size_t end = std::min(typed.find_first_of(", ", at), typed.size());
            const std::string one = option_of(*question, typed.substr(at, end - at));
            chosen += (chosen.empty() || one.empty() ? "" : ",") + one;
            at = end + 1;
        }
        return form::normalise(*question, "", chosen);
    }
    if (question->type == QuestionType::File) {
        const Result<std::string> bytes = read_whole(typed);
        return bytes ? crypto::hex(crypto::sha256(*bytes)) : typed;
    }
    return question->options.empty() ? form::normalise(*question, prompt.part, typed)
                                     : option_of(*question, typed);
}

void Asking::forget(const std::string& id) {
    answers_.erase(id);
}

void Asking::go_back() {
    if (!done_.empty()) {
        forget(done_.back());
        done_.pop_back();
        title_.clear();
    }
}

form::Findings Asking::findings_at(const Prompt& prompt) const {
    if (prompt.spot.question == nullptr) {
        return form::check_rows(talk_.procedure, *prompt.spot.group, answers_);
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

void Asking::take(const Prompt& prompt, const std::string& typed) {
    const std::string answer = understood(prompt, typed);
    forget(prompt.id);
    if (!answer.empty()) {
        answers_[prompt.id] = answer;
    }
    const form::Findings findings = findings_at(prompt);
    for (const Finding& finding : findings) {
        talk_.screen << "! " << sentence_of(talk_, finding) << '\n';
    }
    if (findings.empty()) {
        done_.push_back(prompt.id);
    } else {
        forget(prompt.id);
    }
}

Asking::End Asking::run() {
    while (const auto prompt = next()) {
        show(*prompt);
        std::string typed;
        if (!std::getline(talk_.session.in, typed)) {
            return End::InputEnded;
        }
        if (typed == "<") {
            go_back();
        } else if (typed == "quit") {
            return End::Quit;
        } else {
            take(*prompt, typed);
        }
    }
    return End::Answered;
}

}  // namespace motcua::cli
