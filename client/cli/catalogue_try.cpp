#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <utility>

#include "client/cli/asking.hpp"
#include "client/cli/clock.hpp"
#include "client/cli/commands.hpp"
#include "client/cli/lines.hpp"
#include "client/cli/procedure_file.hpp"
#include "shared/checklist/checklist.hpp"
#include "shared/form/costs.hpp"
#include "shared/json/write.hpp"

namespace motcua::cli {
namespace {

struct TryOptions {
    std::string file;
    std::string today;
    std::string lang = "vi";
};

/// What comes of the answers: one text for people, one value for programs.
class Verdict {
public:
    Verdict(const Conversation& talk, const form::Answers& answers) : talk_(talk) {
        form_.procedure = talk.procedure.code;
        form_.edition = talk.procedure.edition;
        form_.today = talk.today;
        form_.answers = form::answered(talk.procedure, answers);
        add_documents();
        add_fee();
        add_time_limit();
        for (const Finding& finding : form::check(talk.procedure, form_, talk.places)) {
            add_finding(finding, "error");
            fine_ = false;
        }
        for (const Finding& finding : form::warnings(talk.procedure, form_, talk.places)) {
            add_finding(finding, "warning");
        }
    }

    int say() {
        if (talk_.session.json) {
            members_.emplace_back("form", form::encode(form_));
            members_.emplace_back("documents", std::move(documents_));
            members_.emplace_back("findings", std::move(findings_));
            talk_.session.out << json::write(members_) << '\n';
        } else {
            talk_.session.out << '\n' << text_;
        }
        return fine_ ? kFine : kFindings;
    }

private:
    void add_documents() {
        text_ += "== Documents\n";
        for (const checklist::Item& item : checklist::needed(talk_.procedure, form_.answers, talk_.today)) {
            documents_.emplace_back(item.document->id);
            text_ += "- " + item.document->label.in(talk_.lang) +
                     (item.document->generated ? " (made here)" : "") + "\n";
            if (!item.choices.empty()) {
                give(item);
            }
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

    void add_fee() {
        const form::FeeEstimate fee = form::estimate_fee(talk_.procedure, form_.answers, talk_.today);
        members_.emplace_back("fee_dong", fee.amount_dong ? json::Value(*fee.amount_dong) : json::Value());
        text_ += "== Fee\n" +
                 (fee.amount_dong ? i18n::money_dong(*fee.amount_dong) : std::string("not known here")) +
                 "\n";
        for (const form::FeeLine& line : fee.possible) {
            text_ += "- " + line.fee->label.in(talk_.lang) + ": " + line.fee->on_proof.in(talk_.lang) + "\n";
        }
    }

    void add_time_limit() {
        const catalogue::TimeLimit* limit = form::time_limit(talk_.procedure, form_.answers, talk_.today);
        members_.emplace_back("time_limit", limit == nullptr ? json::Value() : json::Value(limit->id));
        text_ += "== Time limit\n";
        if (limit == nullptr) {
            text_ += "not known here\n";
            return;
        }
        for (const catalogue::LimitStep& step : limit->steps) {
            text_ += "- " + std::to_string(step.value) + " " + step.unit +
                     (step.who.empty() ? "" : ": " + step.who.in(talk_.lang)) + "\n";
        }
        text_ += limit->note.empty() ? "" : limit->note.in(talk_.lang) + "\n";
    }

    void add_finding(const Finding& finding, const char* severity) {
        text_ += findings_.empty() ? "== Findings\n" : "";
        text_ += std::string(severity) + ": " + finding.field + ": " + sentence_of(talk_, finding) + "\n";
        findings_.emplace_back(
            json::Object{{"field", finding.field}, {"code", finding.code}, {"severity", severity}});
    }

    Conversation talk_;
    form::Form form_;
    std::string text_;
    json::Object members_;
    json::Array documents_;
    json::Array findings_;
    bool fine_ = true;
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
    talk.screen << file->procedure->name.in(options.lang) << "\n(“<” goes back, “quit” ends)\n";
    Asking asking(talk);
    switch (asking.run()) {
        case Asking::End::Answered:
            return Verdict(talk, asking.answers()).say();
        case Asking::End::Quit:
            return kFine;
        case Asking::End::InputEnded:
            break;
    }
    session.err << "\nmotcua: the input ended before the questions did\n";
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
