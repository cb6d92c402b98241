#include "client/cli/verdict.hpp"

#include <ostream>
#include <utility>

#include "client/cli/dialogue.hpp"
#include "shared/checklist/checklist.hpp"
#include "shared/form/costs.hpp"
#include "shared/form/journey.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

/// What comes of the answers: one text for people, one value for programs.
class Verdict {
public:
    Verdict(const Conversation& talk, const form::Answers& answers) : talk_(talk) {
        form_.procedure = talk.procedure.code;
        form_.edition = talk.procedure.edition;
        form_.today = talk.today;
        form_.answers = form::answered(talk.procedure, answers, talk.today);
        add_answers();
        add_documents();
        add_fee();
        add_time_limit();
        const form::Findings errors = form::check(talk.procedure, form_, talk.places);
        fine_ = errors.empty();
        add_findings(errors, "error", dialogue::kErrors);
        add_findings(form::warnings(talk.procedure, form_, talk.places), "warning", dialogue::kWarnings);
        text_ += fine_ ? "\n" + std::string(dialogue::kNoErrors.in(talk.lang)) + "\n" : "";
    }

    int say() {
        if (talk_.session.json) {
            members_.emplace_back("form", form::encode(form_));
            members_.emplace_back("documents", std::move(documents_));
            members_.emplace_back("findings", std::move(findings_));
            talk_.session.out << json::write(members_) << '\n';
        } else {
            talk_.session.out << text_;
        }
        return fine_ ? kFine : kFindings;
    }

private:
    void add_title(const dialogue::Sentence& title) {
        text_ += "\n== " + std::string(title.in(talk_.lang)) + "\n";
    }

    void add_answers() {
        add_title(dialogue::kAnswers);
        for (const form::Spot& spot : form::walk(talk_.procedure, form_.answers, talk_.today).asked) {
            const std::string answer =
                form::display(*spot.question, spot.id, form_.answers, talk_.places, talk_.lang);
            const bool file = spot.question->type == catalogue::QuestionType::File;
            if (!answer.empty() && !file) {
                const std::string row = spot.row < 0 ? "" : " (" + std::to_string(spot.row + 1) + ")";
                text_.append(spot.question->label.in(talk_.lang)).append(row);
                text_.append(": ").append(answer).append("\n");
            }
        }
    }

    void add_documents() {
        add_title(dialogue::kPapers);
        for (const checklist::Item& item : checklist::needed(talk_.procedure, form_.answers, talk_.today)) {
            documents_.emplace_back(item.document->id);
            text_ += "- " + item.document->label.in(talk_.lang) +
                     std::string(item.document->generated ? dialogue::kMadeHere.in(talk_.lang) : "") + "\n";
            if (!item.choices.empty()) {
                give(item);
            }
        }
        if (documents_.empty()) {
            text_ += std::string(dialogue::kNoPapers.in(talk_.lang)) + "\n";
        }
    }

    /// So that the verdict is about the answers: brought along, or attached where that is the only way.
    void give(const checklist::Item& item) {
        form::GivenDocument given{item.document->id, item.choices.front(), {}};
        for (const form::Provision choice : item.choices) {
            given.provision = choice == form::Provision::AtCounter ? choice : given.provision;
        }
        if (given.provision == form::Provision::Attached) {
            given.files.emplace_back(64, '0');
        }
        form_.documents.push_back(std::move(given));
    }

    std::string amount(const std::optional<std::int64_t>& dong) const {
        return !dong        ? talk_.texts.get("fee.unknown")
               : *dong == 0 ? talk_.texts.get("fee.free")
                            : i18n::money_dong(*dong);
    }

    void add_fee() {
        const form::FeeEstimate fee = form::estimate_fee(talk_.procedure, form_.answers, talk_.today);
        members_.emplace_back("fee_dong", fee.amount_dong ? json::Value(*fee.amount_dong) : json::Value());
        add_title(dialogue::kFee);
        text_ += amount(fee.amount_dong) + "\n";
        for (const form::FeeLine& line : fee.base) {
            text_ += "- " + line.fee->label.in(talk_.lang) + ": " +
                     amount(line.known ? std::optional(line.amount_dong) : std::nullopt) + "\n";
        }
        if (fee.reduction) {
            text_ += "- " +
                     talk_.texts.get("fee.reduced", {{"why", fee.reduction->fee->label.in(talk_.lang)}}) +
                     "\n";
        }
        for (const form::FeeLine& line : fee.possible) {
            const std::string on_proof =
                talk_.texts.get("fee.on_proof", {{"condition", line.fee->on_proof.in(talk_.lang)}});
            const std::string then = talk_.texts.get("fee.then", {{"amount", amount(line.amount_dong)}});
            text_.append("- ").append(line.fee->label.in(talk_.lang)).append(". ");
            text_.append(on_proof).append(". ").append(then).append("\n");
        }
    }

    void add_time_limit() {
        const catalogue::TimeLimit* limit = form::time_limit(talk_.procedure, form_.answers, talk_.today);
        members_.emplace_back("time_limit", limit == nullptr ? json::Value() : json::Value(limit->id));
        add_title(dialogue::kTimeLimit);
        if (limit == nullptr) {
            text_ += talk_.texts.get("fee.unknown") + "\n";
            return;
        }
        for (const catalogue::LimitStep& step : limit->steps) {
            text_ += "- " + (step.who.empty() ? "" : step.who.in(talk_.lang) + ": ") +
                     talk_.texts.get("limit." + step.unit, {{"count", std::to_string(step.value)}}) + "\n";
        }
        text_ += limit->note.empty() ? "" : limit->note.in(talk_.lang) + "\n";
    }

    /// All findings of one severity; what is wrong names the question or paper it is about.
    void add_findings(const form::Findings& findings, const char* severity, const dialogue::Sentence& title) {
        if (!findings.empty()) {
            add_title(title);
        }
        for (const Finding& finding : findings) {
            text_ += "- " + name_of(finding.field) + ": " + sentence_of(talk_, finding) + "\n";
            findings_.emplace_back(
                json::Object{{"field", finding.field}, {"code", finding.code}, {"severity", severity}});
        }
    }

    std::string name_of(const std::string& field) const {
        const auto spot = form::spot_of(talk_.procedure, field);
        if (spot && spot->question != nullptr) {
            return spot->question->label.in(talk_.lang);
        }
        for (const catalogue::Document& document : talk_.procedure.documents) {
            if (document.id == field) {
                return document.label.in(talk_.lang);
            }
        }
        return field;
    }

    Conversation talk_;
    form::Form form_;
    std::string text_;
    json::Object members_;
    json::Array documents_;
    json::Array findings_;
    bool fine_ = true;
};

}  // namespace

int say_verdict(const Conversation& talk, const form::Answers& answers) {
    return Verdict(talk, answers).say();
}

}  // namespace motcua::cli
