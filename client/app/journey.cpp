#include "client/app/journey.hpp"

#include <algorithm>
#include <utility>

#include "client/app/wording.hpp"
#include "client/page/build.hpp"
#include "shared/checklist/checklist.hpp"
#include "shared/text/text.hpp"

namespace motcua::app {

namespace {

bool begins_with(const std::string& text, const std::string& start) {
    return text.compare(0, start.size(), start) == 0;
}

std::optional<std::size_t> group_of(const catalogue::Procedure& procedure, const std::string& question) {
    for (std::size_t i = 0; i < procedure.groups.size(); ++i) {
        for (const catalogue::Question& one : procedure.groups[i].questions) {
            if (one.id == question) {
                return i;
            }
        }
    }
    return std::nullopt;
}

/// A field that was never filled shows its error at the search field, where the person types.
std::string node_of(const State& state, const catalogue::Question& question, const std::string& field) {
    const bool searched = question.type == catalogue::QuestionType::Address ? field != question.id + ".line"
                                                                            : is_long(question);
    if (!searched) {
        return field_id(field);
    }
    const std::string answer = question.type == catalogue::QuestionType::Address && field == question.id
                                   ? field + ".province"
                                   : field;
    const bool chosen = state.dossier.questions.answers.find(answer) != state.dossier.questions.answers.end();
    return field_id(answer) + (chosen ? "" : ".search");
}

}  // namespace

form::Answers current_answers(const State& state) {
    return state.procedure ? form::answered(*state.procedure, state.dossier.questions.answers)
                           : form::Answers{};
}

form::Journey current_walk(const State& state) {
    return state.procedure ? form::walk(*state.procedure, state.dossier.questions.answers) : form::Journey{};
}

bool group_asked(const catalogue::Group& group, const form::Journey& walk) {
    return std::any_of(group.questions.begin(), group.questions.end(),
                       [&](const catalogue::Question& question) { return walk.asks(question.id); });
}

std::vector<Location> steps(const State& state) {
    std::vector<Location> all;
    if (!state.procedure) {
        return all;
    }
    const form::Journey walk = current_walk(state);
    for (std::size_t i = 0; i < state.procedure->groups.size(); ++i) {
        if (group_asked(state.procedure->groups[i], walk)) {
            all.push_back({Place::Questions, i});
        }
    }
    for (const Place place : {Place::Documents, Place::Office, Place::Time, Place::Check, Place::Sign}) {
        all.push_back({place, 0});
    }
    return all;
}

std::size_t step_number(const std::vector<Location>& all, const Location& where) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] == where) {
            return i + 1;
        }
    }
    return 0;
}

std::optional<form::Provision> provision_of(const State& state, const std::string& document,
                                            const std::vector<form::Provision>& choices) {
    if (choices.size() == 1) {
        return choices.front();
    }
    const auto paper = state.dossier.papers.find(document);
    return paper == state.dossier.papers.end() ? std::nullopt : paper->second.provision;
}

form::Form current_form(const State& state) {
    form::Form form;
    if (!state.procedure) {
        return form;
    }
    form.procedure = state.procedure->code;
    form.edition = state.procedure->edition;
    form.today = state.shell.today();
    form.answers = current_answers(state);
    for (const checklist::Item& item : checklist::needed(*state.procedure, form.answers, form.today)) {
        const auto provision = provision_of(state, item.document->id, item.choices);
        if (!provision) {
            continue;
        }
        form::GivenDocument given{.id = item.document->id, .provision = *provision, .files = {}};
        const auto paper = state.dossier.papers.find(item.document->id);
        if (*provision == form::Provision::Attached && paper != state.dossier.papers.end()) {
            for (const AttachedFile& file : paper->second.files) {
                if (!file.removed) {
                    given.files.push_back(file.picked.sha256);
                }
            }
        }
        form.documents.push_back(std::move(given));
    }
    return form;
}

std::vector<dossier::FileEntry> current_files(const State& state) {
    std::vector<dossier::FileEntry> files;
    for (const form::GivenDocument& given : current_form(state).documents) {
        const auto paper = state.dossier.papers.find(given.id);
        if (given.provision != form::Provision::Attached || paper == state.dossier.papers.end()) {
            continue;
        }
        for (const AttachedFile& file : paper->second.files) {
            if (!file.removed) {
                files.push_back({.document = given.id,
                                 .name = text::nfc(file.picked.name),
                                 .media_type = file.picked.media_type,
                                 .size = file.picked.size,
                                 .sha256 = file.picked.sha256,
                                 .upload = file.upload});
            }
        }
    }
    return files;
}

form::Findings verdict(const State& state) {
    if (!state.procedure) {
        return {};
    }
    return form::check(*state.procedure, current_form(state), state.places);
}

form::Findings check_findings(const State& state) {
    form::Findings findings = verdict(state);
    for (const Finding& finding : state.dossier.hand_in.refused) {
        bool there = false;
        for (const Finding& one : findings) {
            there = there || one.field == finding.field;
        }
        if (!there) {
            findings.push_back(finding);
        }
    }
    return findings;
}

const catalogue::Question* question_of(const catalogue::Procedure& procedure, const std::string& field) {
    const auto spot = form::spot_of(procedure, field);
    return spot ? spot->question : nullptr;
}

std::optional<Spot> spot_of(const State& state, const std::string& field) {
    if (!state.procedure) {
        return std::nullopt;
    }
    if (const catalogue::Question* question = question_of(*state.procedure, field)) {
        const auto group = group_of(*state.procedure, question->id);
        return Spot{{Place::Questions, group.value_or(0)}, node_of(state, *question, field)};
    }
    if (state.procedure->document(field) != nullptr) {
        return Spot{{Place::Documents, 0}, document_id(field)};
    }
    if (begins_with(field, "files")) {
        return Spot{{Place::Documents, 0}, "title"};
    }
    if (field == "office") {
        return Spot{{Place::Office, 0}, "office"};
    }
    if (field == "starts_at" || begins_with(field, "appointment")) {
        return Spot{{Place::Time, 0}, "slot"};
    }
    return std::nullopt;
}

bool is_long(const catalogue::Question& question) {
    constexpr std::size_t kMostOptionsAtOnce = 12;
    return question.type == catalogue::QuestionType::Choice && question.options.size() > kMostOptionsAtOnce;
}

std::string field_sentence(const State& state, const Finding& finding) {
    const i18n::Texts& texts = state.shell.texts();
    const catalogue::Question* question = state.procedure && finding.code == "required"
                                              ? question_of(*state.procedure, finding.field)
                                              : nullptr;
    if (question == nullptr) {
        return finding_text(texts, finding);
    }
    switch (question->type) {
        case catalogue::QuestionType::Choice:
        case catalogue::QuestionType::Choices:
        case catalogue::QuestionType::YesNo:
        case catalogue::QuestionType::Agreement:
            return texts.get("missing.choice");
        case catalogue::QuestionType::Date:
        case catalogue::QuestionType::PartialDate:
            return texts.get("missing.date");
        case catalogue::QuestionType::Address:
            return texts.get(finding.field == question->id + ".line" ? "missing.text" : "missing.place");
        case catalogue::QuestionType::Text:
        case catalogue::QuestionType::LongText:
        case catalogue::QuestionType::Time:
        case catalogue::QuestionType::Number:
        case catalogue::QuestionType::Money:
        case catalogue::QuestionType::Passport:
        case catalogue::QuestionType::TaxCode:
        case catalogue::QuestionType::File:
        case catalogue::QuestionType::CitizenId:
        case catalogue::QuestionType::IdOrPassport:
        case catalogue::QuestionType::PersonName:
        case catalogue::QuestionType::Phone:
        case catalogue::QuestionType::Email:
            return texts.get("missing.text");
    }
    return finding_text(texts, finding);
}

std::string summary_line(const State& state, const Finding& finding) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string sentence = field_sentence(state, finding);
    std::string name;
    if (state.procedure) {
        if (const catalogue::Question* question = question_of(*state.procedure, finding.field)) {
            name = question->label.in(texts.lang());
        } else if (const catalogue::Document* document = state.procedure->document(finding.field)) {
            name = document->label.in(texts.lang());
        }
    }
    return name.empty() ? sentence
                        : texts.get("errors.line", {{"name", std::move(name)}, {"error", sentence}});
}

std::string field_id(const std::string& answer) {
    return "q." + page::id_part(answer);
}

std::string document_id(const std::string& document) {
    return "doc." + page::id_part(document);
}

}  // namespace motcua::app
