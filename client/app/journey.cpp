#include "client/app/journey.hpp"

#include <algorithm>
#include <utility>

#include "client/app/files.hpp"
#include "client/app/offices.hpp"
#include "client/app/rows.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"
#include "shared/catalogue/rule_reads.hpp"
#include "shared/text/text.hpp"

namespace motcua::app {

namespace {

bool begins_with(const std::string& text, const std::string& start) {
    return text.compare(0, start.size(), start) == 0;
}

std::size_t index_of(const catalogue::Procedure& procedure, const catalogue::Group& group) {
    return static_cast<std::size_t>(&group - procedure.groups.data());
}

/// A field that was never filled shows its error at the search field, where the person types.
std::string node_of(const State& state, const form::Spot& spot, const std::string& field) {
    const bool address = spot.question->type == catalogue::QuestionType::Address;
    const bool searched = address ? field != spot.id + ".line" : is_long(*spot.question);
    if (!searched) {
        return field_id(field);
    }
    const std::string answer = address && field == spot.id ? field + ".province" : field;
    const bool chosen = state.dossier.questions.answers.find(answer) != state.dossier.questions.answers.end();
    return field_id(answer) + (chosen ? "" : ".search");
}

/// Which groups are known to be asked, or not to be: all that decides about them has been answered, or its
/// page gone through.
std::vector<bool> decided_groups(const State& state, const form::Journey& walk) {
    std::vector<bool> decided;
    if (!state.procedure) {
        return decided;
    }
    const catalogue::Procedure& procedure = *state.procedure;
    const QuestionPart& part = state.dossier.questions;
    const auto is_open = [&](std::string_view name) {
        const catalogue::Name* found = procedure.names.find(name);
        const auto at = static_cast<std::size_t>(found == nullptr ? -1 : found->group);
        if (at >= decided.size()) {
            return false;  // No answer, or one of its own page.
        }
        const catalogue::Group& group = procedure.groups[at];
        return !decided[at] || (walk.asks(group) && !part.visited.contains(group.id) &&
                                part.answers.find(name) == part.answers.end());
    };
    for (const catalogue::Group& group : procedure.groups) {
        const bool hangs = catalogue::reads_any(group.ask_if, is_open);
        const bool any =
            std::any_of(group.questions.begin(), group.questions.end(), [&](const auto& question) {
                return question.ask_if.is_null() || !catalogue::reads_any(question.ask_if, is_open);
            });
        decided.push_back((!hangs && any) || part.visited.contains(group.id));
    }
    return decided;
}

/// The other answer of a finding about two of them that are asked on two pages: the birth
/// date or the sex that a number does not fit; "" when there is none.
std::string other_answer(const State& state, const Finding& finding) {
    const auto spot = spot_of(state, finding.field);
    const bool birth = finding.code == "citizen_id_birth_year";
    if (!spot || (!birth && finding.code != "citizen_id_sex")) {
        return "";
    }
    const catalogue::Rule& rule = birth ? spot->question->born : spot->question->sex;
    const auto other = spot_of(state, rule.text_or("var"));
    return other && other->group != spot->group ? other->id : "";
}

}  // namespace

form::Answers current_answers(const State& state) {
    return state.procedure
               ? form::answered(*state.procedure, state.dossier.questions.answers, state.shell.today())
               : form::Answers{};
}

form::Journey current_walk(const State& state) {
    return state.procedure
               ? form::walk(*state.procedure, state.dossier.questions.answers, state.shell.today())
               : form::Journey{};
}

std::vector<form::Spot> spots_of(const form::Journey& walk, const catalogue::Group& group) {
    std::vector<form::Spot> spots;
    for (const form::Spot& spot : walk.asked) {
        if (spot.group == &group) {
            spots.push_back(spot);
        }
    }
    return spots;
}

bool can_try(const State& state) {
    const DossierPart& dossier = state.dossier;
    const form::Answers& own = in_trial(state.where) ? dossier.aside.answers : dossier.questions.answers;
    return state.procedure && dossier.hand_in.stage == Stage::Idle && dossier.change.state == Change::None &&
           own.empty() && dossier.papers.empty();
}

const std::string& trial_place(const checklist::Deciding& page) {
    return page.group->repeat ? page.group->id : page.questions.front()->id;
}

std::vector<form::Spot> trial_spots(const form::Journey& walk, const checklist::Deciding& page) {
    std::vector<form::Spot> spots = spots_of(walk, *page.group);
    std::erase_if(spots, [&](const form::Spot& spot) {
        return std::find(page.questions.begin(), page.questions.end(), spot.question) == page.questions.end();
    });
    return spots;
}

std::vector<Location> trial_steps(const State& state, const form::Answers& answers) {
    const form::Journey walk = form::walk(*state.procedure, answers, state.shell.today());
    const std::vector<checklist::Deciding> pages = checklist::deciding(*state.procedure);
    std::vector<Location> all;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const catalogue::Group& group = *pages[i].group;
        if (group.repeat ? walk.asks(group) : walk.asks(trial_place(pages[i]))) {
            all.push_back({Place::Trial, i});
        }
    }
    all.push_back({Place::TrialResult, 0});
    return all;
}

std::vector<Location> steps(const State& state) {
    std::vector<Location> all;
    if (!state.procedure) {
        return all;
    }
    if (state.dossier.helper.on) {
        all.push_back({Place::Helper, 0});
    }
    const form::Journey walk = current_walk(state);
    const std::vector<bool> decided = decided_groups(state, walk);
    for (std::size_t i = 0; i < state.procedure->groups.size(); ++i) {
        if (decided[i] && walk.asks(state.procedure->groups[i])) {
            all.push_back({Place::Questions, i});
        }
    }
    for (const Place place : {Place::Documents, Place::Office, Place::Time, Place::Check, Place::Sign}) {
        all.push_back({place, 0});
    }
    return all;
}

bool more_may_come(const State& state) {
    const std::vector<bool> decided = decided_groups(state, current_walk(state));
    return std::find(decided.begin(), decided.end(), false) != decided.end();
}

std::size_t step_number(const std::vector<Location>& all, const Location& where) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] == where) {
            return i + 1;
        }
    }
    return 0;
}

std::vector<checklist::Item> papers_needed(const State& state) {
    return state.procedure ? checklist::needed(*state.procedure, current_answers(state), state.shell.today())
                           : std::vector<checklist::Item>();
}

std::optional<form::Provision> provision_of(const State& state, const std::string& document,
                                            const std::vector<form::Provision>& choices) {
    if (choices.size() == 1) {
        return choices.front();
    }
    const auto paper = state.dossier.papers.find(document);
    return paper == state.dossier.papers.end() ? std::nullopt : paper->second.provision;
}

bool has_unsaved(const State& state) {
    const DossierPart& dossier = state.dossier;
    return dossier.hand_in.stage != Stage::Done && !in_trial(state.where) &&
           (!dossier.questions.answers.empty() || !dossier.papers.empty());
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
    for (const checklist::Item& item : papers_needed(state)) {
        const auto provision = provision_of(state, item.document->id, item.choices);
        if (!provision) {
            continue;
        }
        form::GivenDocument given{.id = item.document->id, .provision = *provision, .files = {}};
        if (*provision == form::Provision::Attached) {
            for (const AttachedFile& file : files_at(state, given.id)) {
                given.files.push_back(file.picked.sha256);
            }
        }
        form.documents.push_back(std::move(given));
    }
    if (state.dossier.helper.on) {
        form.helper = state.dossier.helper.who;
    }
    return form;
}

std::vector<dossier::FileEntry> current_files(const State& state) {
    std::vector<dossier::FileEntry> files;
    for (const std::string& place : file_places(state)) {
        for (const AttachedFile& file : files_at(state, place)) {
            files.push_back({.document = place,
                             .name = text::nfc(file.picked.name),
                             .media_type = file.picked.media_type,
                             .size = file.picked.size,
                             .sha256 = file.picked.sha256,
                             .upload = file.upload});
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
    form::Findings findings;
    for (const Finding& finding : verdict(state)) {
        findings.push_back(finding);
        if (const std::string other = other_answer(state, finding); !other.empty()) {
            findings.push_back({other, finding.code, finding.args});
        }
    }
    if (auto found = office_obstacle(state)) {
        findings.push_back(*std::move(found));
    }
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

std::optional<form::Spot> spot_of(const State& state, const std::string& field) {
    auto spot = state.procedure ? form::spot_of(*state.procedure, field) : std::nullopt;
    if (spot && spot->row >= rows_of(state, *spot->group)) {
        return std::nullopt;
    }
    return spot;
}

std::string first_node(const State& state, const form::Spot& spot) {
    return node_of(state, spot, spot.id);
}

std::optional<Target> target_of(const State& state, const std::string& field) {
    if (!state.procedure) {
        return std::nullopt;
    }
    if (const auto spot = spot_of(state, field)) {
        return Target{{Place::Questions, index_of(*state.procedure, *spot->group)},
                      node_of(state, *spot, field)};
    }
    if (const catalogue::Group* group = state.procedure->group(field);
        group != nullptr && group->repeat.has_value()) {
        return Target{{Place::Questions, index_of(*state.procedure, *group)}, "rows.add"};
    }
    if (state.procedure->document(field) != nullptr) {
        return Target{{Place::Documents, 0}, document_id(field)};
    }
    if (begins_with(field, "helper.")) {
        return Target{{Place::Helper, 0}, field};
    }
    if (begins_with(field, "files")) {
        return Target{{Place::Documents, 0}, "title"};
    }
    if (field == "office") {
        return Target{{Place::Office, 0}, "office"};
    }
    if (field == "starts_at" || begins_with(field, "appointment")) {
        return Target{{Place::Time, 0}, "slot"};
    }
    return std::nullopt;
}

bool is_long(const catalogue::Question& question) {
    constexpr std::size_t kMostOptionsAtOnce = 12;
    return question.type == catalogue::QuestionType::Choice && question.options.size() > kMostOptionsAtOnce;
}

const catalogue::Text& called(const State& state, const catalogue::Question& question) {
    return state.dossier.helper.on ? question.on_record() : question.label;
}

const catalogue::Text& called(const State& state, const catalogue::Group& group) {
    return state.dossier.helper.on ? group.on_record() : group.title;
}

std::string field_sentence(const State& state, const Finding& finding) {
    const i18n::Texts& texts = state.shell.texts();
    const auto spot = spot_of(state, finding.field);
    if (!spot || finding.code != "required") {
        return state.procedure ? finding_text(texts, *state.procedure, finding)
                               : finding_text(texts, finding);
    }
    switch (spot->question->type) {
        case catalogue::QuestionType::Choice:
        case catalogue::QuestionType::Choices:
        case catalogue::QuestionType::YesNo:
        case catalogue::QuestionType::Agreement:
            return texts.get("missing.choice");
        case catalogue::QuestionType::Date:
            return texts.get("missing.date");
        case catalogue::QuestionType::File:
            return texts.get("missing.file");
        case catalogue::QuestionType::Address:
            return texts.get(finding.field == spot->id + ".line" ? "missing.text" : "missing.place");
        case catalogue::QuestionType::PartialDate:
        case catalogue::QuestionType::Text:
        case catalogue::QuestionType::LongText:
        case catalogue::QuestionType::Time:
        case catalogue::QuestionType::Number:
        case catalogue::QuestionType::Money:
        case catalogue::QuestionType::Passport:
        case catalogue::QuestionType::TaxCode:
        case catalogue::QuestionType::CitizenId:
        case catalogue::QuestionType::IdOrPassport:
        case catalogue::QuestionType::PersonName:
        case catalogue::QuestionType::Phone:
        case catalogue::QuestionType::Email:
            return texts.get("missing.text");
    }
    return finding_text(texts, finding);
}

std::string row_name(const i18n::Texts& texts, const catalogue::Group& group, int row) {
    return group.repeat->item.in(texts.lang()) + " " + std::to_string(row + 1);
}

std::string summary_line(const State& state, const Finding& finding) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string name =
        state.procedure ? finding_place(texts, *state.procedure, finding.field, state.dossier.helper.on) : "";
    return line_of(texts, name, field_sentence(state, finding));
}

std::string field_id(const std::string& answer) {
    return "q." + page::id_part(answer);
}

std::string document_id(const std::string& document) {
    return "doc." + page::id_part(document);
}

}  // namespace motcua::app
