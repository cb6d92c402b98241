#include <algorithm>
#include <utility>

#include "client/app/update.hpp"
#include "shared/checklist/checklist.hpp"

namespace motcua::app {

namespace {

constexpr std::int64_t kMostBytesAFile = std::int64_t{10} << 20;
constexpr std::int64_t kMostBytesInAll = std::int64_t{50} << 20;
constexpr std::size_t kMostFiles = 20;
constexpr std::string_view kDocument = "doc.";

std::vector<checklist::Item> papers_needed(const State& state) {
    if (!state.procedure) {
        return {};
    }
    return checklist::needed(*state.procedure, current_answers(state), state.shell.today());
}

struct Total {
    std::size_t files = 0;
    std::int64_t bytes = 0;
};

Total total_of(const State& state) {
    Total total;
    for (const auto& [id, paper] : state.dossier.papers) {
        for (const AttachedFile& file : paper.files) {
            if (!file.removed) {
                ++total.files;
                total.bytes += file.picked.size;
            }
        }
    }
    return total;
}

bool is_accepted(const std::string& media_type) {
    return media_type == "application/pdf" || media_type == "image/jpeg" || media_type == "image/png";
}

bool is_there(const GivenPaper& paper, const std::string& sha256) {
    return std::any_of(paper.files.begin(), paper.files.end(), [&](const AttachedFile& file) {
        return !file.removed && file.picked.sha256 == sha256;
    });
}

/// Why a picked file cannot be attached: a finding's code, "" when it can.
std::string refusal(const State& state, const GivenPaper& paper, const PickedFile& file) {
    if (!is_accepted(file.media_type)) {
        return "picked_type";
    }
    if (file.size <= 0) {
        return "picked_empty";
    }
    if (file.size > kMostBytesAFile) {
        return "picked_too_large";
    }
    if (is_there(paper, file.sha256)) {
        return "picked_twice";
    }
    const Total total = total_of(state);
    if (total.files >= kMostFiles) {
        return "picked_too_many";
    }
    return total.bytes + file.size > kMostBytesInAll ? "picked_total" : "";
}

void start_upload(Turn& turn, AttachedFile& file) {
    file.state = FileState::Sending;
    file.sent_bytes = 0;
    file.problem = {};
    file.call = open_call(turn, Purpose::Upload);
    turn.effects.emplace_back(Upload{.call = file.call,
                                     .handle = file.picked.handle,
                                     .dossier = turn.state.dossier.id,
                                     .media_type = file.picked.media_type,
                                     .sha256 = file.picked.sha256,
                                     .size = file.picked.size});
}

AttachedFile* file_of_call(State& state, int call) {
    for (auto& [id, paper] : state.dossier.papers) {
        for (AttachedFile& file : paper.files) {
            if (file.call == call) {
                return &file;
            }
        }
    }
    return nullptr;
}

void remove_file(Turn& turn, const std::string& document, GivenPaper& paper, int handle) {
    drop_removed(turn);
    for (AttachedFile& file : paper.files) {
        if (file.picked.handle == handle) {
            file.removed = true;
            say(turn.state.shell, {"files.removed", {{"name", file.picked.name}}});
        }
    }
    turn.state.dossier.questions.errors.erase(document);
    focus_on(turn.state.shell, "undo");
}

void undo(Turn& turn) {
    for (auto& [document, paper] : turn.state.dossier.papers) {
        for (AttachedFile& file : paper.files) {
            if (file.removed && !is_there(paper, file.picked.sha256)) {
                file.removed = false;
                say(turn.state.shell, {"files.back", {{"name", file.picked.name}}});
                focus_on(turn.state.shell, document_id(document));
            }
        }
    }
}

/// "doc.<paper>.remove.<handle>" and "doc.<paper>.retry.<handle>"
bool press_file(Turn& turn, std::string_view id) {
    for (auto& [document, paper] : turn.state.dossier.papers) {
        for (AttachedFile& file : paper.files) {
            const std::string handle = std::to_string(file.picked.handle);
            if (id == document_id(document) + ".remove." + handle && !file.removed) {
                remove_file(turn, document, paper, file.picked.handle);
                return true;
            }
            if (id == document_id(document) + ".retry." + handle && file.state == FileState::Failed) {
                start_upload(turn, file);
                return true;
            }
        }
    }
    return false;
}

Sentence upload_problem(const UploadAnswer& answer) {
    return answer.status == 0 ? Sentence{"files.no_answer", {}} : problem_of(answer.status, answer.body);
}

}  // namespace

void choose_document(Turn& turn, const Choose& choose) {
    State& state = turn.state;
    for (const checklist::Item& item : papers_needed(state)) {
        if (document_id(item.document->id) != choose.id) {
            continue;
        }
        for (const form::Provision provision : item.choices) {
            if (choose.option == form::provision_name(provision)) {
                state.dossier.papers[item.document->id].provision = provision;
                state.dossier.questions.errors.erase(item.document->id);
            }
        }
    }
}

void take_files(Turn& turn, const Files& files) {
    State& state = turn.state;
    std::vector<int> refused;
    for (const checklist::Item& item : papers_needed(state)) {
        if (files.id != document_id(item.document->id) + ".files" || state.where.place != Place::Documents) {
            continue;
        }
        const std::string& document = item.document->id;
        GivenPaper& paper = state.dossier.papers[document];
        state.dossier.questions.errors.erase(document);
        for (const PickedFile& picked : files.files) {
            const std::string code = refusal(state, paper, picked);
            if (code.empty()) {
                paper.files.push_back({.picked = picked});
                start_upload(turn, paper.files.back());
                continue;
            }
            refused.push_back(picked.handle);
            const Finding finding{document, code, {{"name", picked.name}}};
            state.dossier.questions.errors.insert_or_assign(document, finding);
            say(state.shell, {"finding." + code, finding.args});
        }
        if (!refused.empty()) {
            turn.effects.emplace_back(DropFiles{refused});
        }
        return;
    }
    for (const PickedFile& picked : files.files) {
        refused.push_back(picked.handle);
    }
    if (!refused.empty()) {
        turn.effects.emplace_back(DropFiles{std::move(refused)});
    }
}

void take_progress(Turn& turn, const UploadProgress& progress) {
    const auto call = turn.state.calls.find(progress.call);
    if (call == turn.state.calls.end() || call->second != Purpose::Upload) {
        return;
    }
    if (AttachedFile* file = file_of_call(turn.state, progress.call)) {
        file->sent_bytes = std::clamp<std::int64_t>(progress.sent, 0, file->picked.size);
    }
}

void take_upload(Turn& turn, const UploadAnswer& answer) {
    constexpr int kCreated = 201;
    AttachedFile* file = file_of_call(turn.state, answer.call);
    if (file == nullptr) {
        return;
    }
    if (answer.status == kCreated && !answer.upload.empty()) {
        file->state = FileState::Sent;
        file->upload = answer.upload;
        if (!file->removed) {
            say(turn.state.shell, {"files.sent", {{"name", file->picked.name}}});
        }
    } else {
        file->state = FileState::Failed;
        file->problem = upload_problem(answer);
        say(turn.state.shell, {"files.failed", {{"name", file->picked.name}}});
    }
    if (turn.state.dossier.hand_in.stage == Stage::Files) {
        advance(turn);
    }
}

bool press_document(Turn& turn, std::string_view id) {
    if (turn.state.where.place != Place::Documents) {
        return false;
    }
    if (id == "undo") {
        undo(turn);
        return true;
    }
    return id.substr(0, kDocument.size()) == kDocument && press_file(turn, id);
}

void drop_removed(Turn& turn) {
    std::vector<int> handles;
    for (auto& [document, paper] : turn.state.dossier.papers) {
        for (const AttachedFile& file : paper.files) {
            if (file.removed) {
                handles.push_back(file.picked.handle);
            }
        }
        std::erase_if(paper.files, [](const AttachedFile& file) { return file.removed; });
    }
    if (!handles.empty()) {
        turn.effects.emplace_back(DropFiles{std::move(handles)});
    }
}

bool all_sent(const State& state) {
    const std::vector<dossier::FileEntry> files = current_files(state);
    return std::all_of(files.begin(), files.end(), [](const auto& file) { return !file.upload.empty(); });
}

bool any_failed(const State& state) {
    for (const auto& [id, paper] : state.dossier.papers) {
        for (const AttachedFile& file : paper.files) {
            if (!file.removed && file.state == FileState::Failed) {
                return true;
            }
        }
    }
    return false;
}

void continue_documents(Turn& turn) {
    State& state = turn.state;
    bool any = false;
    for (const checklist::Item& item : papers_needed(state)) {
        const std::string& document = item.document->id;
        state.dossier.questions.errors.erase(document);
        const auto provision = provision_of(state, document, item.choices);
        std::string code;
        if (!item.choices.empty() && !provision) {
            code = "document_missing";
        } else if (provision == form::Provision::Attached) {
            const GivenPaper& paper = state.dossier.papers[document];
            const auto shown = [](const AttachedFile& file) { return !file.removed; };
            const auto failed = [](const AttachedFile& file) {
                return !file.removed && file.state == FileState::Failed;
            };
            if (std::none_of(paper.files.begin(), paper.files.end(), shown)) {
                code = "document_no_file";
            } else if (std::any_of(paper.files.begin(), paper.files.end(), failed)) {
                code = "document_not_sent";
            }
        }
        if (!code.empty()) {
            state.dossier.questions.errors.insert_or_assign(document, Finding{document, code, {}});
            any = true;
        }
    }
    if (any) {
        return show_summary(turn);
    }
    if (state.from_check) {
        state.from_check = false;
        return go_to(turn, {Place::Check, 0});
    }
    go_on(turn);
}

}  // namespace motcua::app
