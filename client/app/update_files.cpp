#include <algorithm>
#include <utility>

#include "client/app/files.hpp"
#include "client/app/update.hpp"

namespace motcua::app {

namespace {

constexpr std::int64_t kMostBytesAFile = std::int64_t{10} << 20;
constexpr std::int64_t kMostBytesInAll = std::int64_t{50} << 20;

struct Total {
    std::size_t files = 0;
    std::int64_t bytes = 0;
};

Total total_of(const State& state) {
    Total total;
    for (const auto& [place, paper] : state.dossier.papers) {
        for (const AttachedFile& file : files_at(state, place)) {
            ++total.files;
            total.bytes += file.picked.size;
        }
    }
    return total;
}

bool is_accepted(const catalogue::Question* question, const std::string& media_type) {
    const bool image = media_type == "image/jpeg" || media_type == "image/png";
    return image || (media_type == "application/pdf" && (question == nullptr || !question->only_image));
}

bool is_there(const GivenPaper& paper, const std::string& sha256) {
    return std::any_of(paper.files.begin(), paper.files.end(), [&](const AttachedFile& file) {
        return !file.removed && file.picked.sha256 == sha256;
    });
}

/// Why a picked file cannot be attached: a finding's code, "" when it can.
std::string refusal(const State& state, const std::string& place, const PickedFile& file) {
    const catalogue::Question* question = file_question(state, place);
    if (file.media_type == kBroken || file.media_type == "image/heic") {
        return file.media_type == kBroken ? "picked_broken" : "picked_heic";
    }
    if (!is_accepted(question, file.media_type)) {
        return question != nullptr && question->only_image ? "picked_image" : "picked_type";
    }
    if (file.size <= 0) {
        return "picked_empty";
    }
    if (file.size > kMostBytesAFile) {
        return "picked_too_large";
    }
    if (is_there(state.dossier.papers.at(place), file.sha256)) {
        return "picked_twice";
    }
    if (question != nullptr && files_at(state, place).size() >= most_files(*question)) {
        return "picked_too_many_here";
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

AttachedFile* file_of_call(Papers& papers, int call) {
    for (auto& [place, paper] : papers) {
        for (AttachedFile& file : paper.files) {
            if (file.call == call) {
                return &file;
            }
        }
    }
    return nullptr;
}

AttachedFile* file_of_call(State& state, int call) {
    AttachedFile* file = file_of_call(state.dossier.papers, call);
    return file == nullptr && state.removed_row ? file_of_call(state.removed_row->papers, call) : file;
}

/// The answer of a question that asks for files follows from what is attached.
void settle_answer(State& state, const std::string& place) {
    state.dossier.questions.errors.erase(place);
    if (file_question(state, place) == nullptr) {
        return;
    }
    std::string digests;
    for (const AttachedFile& file : files_at(state, place)) {
        digests += (digests.empty() ? "" : ",") + file.picked.sha256;
    }
    if (digests.empty()) {
        state.dossier.questions.answers.erase(place);
    } else {
        state.dossier.questions.answers.insert_or_assign(place, std::move(digests));
    }
}

void remove_file(Turn& turn, const std::string& place, GivenPaper& paper, int handle) {
    drop_removed(turn);
    for (AttachedFile& file : paper.files) {
        if (file.picked.handle == handle) {
            file.removed = true;
            say(turn.state.shell, {"files.removed", {{"name", file.picked.name}}});
        }
    }
    settle_answer(turn.state, place);
    focus_on(turn.state.shell, "undo");
}

void undo(Turn& turn) {
    for (auto& [place, paper] : turn.state.dossier.papers) {
        for (AttachedFile& file : paper.files) {
            if (file.removed && refusal(turn.state, place, file.picked).empty()) {
                file.removed = false;
                settle_answer(turn.state, place);
                say(turn.state.shell, {"files.back", {{"name", file.picked.name}}});
                focus_on(turn.state.shell, picker_id(turn.state, place));
            }
        }
    }
}

/// Where a picker's files go: a paper of the checklist, or an answer of the present page.
std::optional<std::string> place_of(const State& state, const std::string& node) {
    if (state.where.place == Place::Documents) {
        for (const checklist::Item& item : papers_needed(state)) {
            if (node == document_id(item.document->id) + ".files") {
                return item.document->id;
            }
        }
    }
    if (state.where.place == Place::Questions) {
        const auto spot = present_spot(state, field_of(node));
        if (spot && spot->question->type == catalogue::QuestionType::File && field_id(spot->id) == node) {
            return spot->id;
        }
    }
    return std::nullopt;
}

Sentence upload_problem(const UploadAnswer& answer) {
    return answer.status == 0 ? Sentence{"files.no_answer", {}} : problem_of(answer.status, answer.body);
}

void drop(Turn& turn, std::vector<int> handles) {
    if (!handles.empty()) {
        turn.effects.emplace_back(DropFiles{std::move(handles)});
    }
}

}  // namespace

void take_files(Turn& turn, const Files& files) {
    State& state = turn.state;
    const auto place = place_of(state, files.id);
    std::vector<int> refused;
    if (place) {
        state.dossier.questions.errors.erase(*place);
    }
    for (const PickedFile& picked : files.files) {
        if (!place) {
            refused.push_back(picked.handle);
            continue;
        }
        std::vector<AttachedFile>& there = state.dossier.papers[*place].files;
        const std::string code = refusal(state, *place, picked);
        if (code.empty()) {
            there.push_back({.picked = picked});
            start_upload(turn, there.back());
            settle_answer(state, *place);
            continue;
        }
        refused.push_back(picked.handle);
        const Finding finding{*place, code, {{"name", picked.name}}};
        state.dossier.questions.errors.insert_or_assign(*place, finding);
        say(state.shell, {"finding." + code, finding.args});
    }
    drop(turn, std::move(refused));
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

/// "<base>.remove.<handle>", "<base>.retry.<handle>", "undo"
bool press_file(Turn& turn, std::string_view id) {
    const Place where = turn.state.where.place;
    if (where != Place::Documents && where != Place::Questions) {
        return false;
    }
    if (id == "undo") {
        undo(turn);
        return true;
    }
    for (auto& [place, paper] : turn.state.dossier.papers) {
        for (AttachedFile& file : paper.files) {
            const std::string base = files_base(turn.state, place);
            const auto is = [&](const char* what) {
                return id == std::string(base).append(what).append(std::to_string(file.picked.handle));
            };
            if (is(".remove.") && !file.removed) {
                remove_file(turn, place, paper, file.picked.handle);
                return true;
            }
            if (is(".retry.") && file.state == FileState::Failed) {
                start_upload(turn, file);
                turn.state.dossier.questions.errors.erase(place);
                return true;
            }
        }
    }
    return false;
}

void drop_removed(Turn& turn) {
    std::vector<int> handles;
    for (auto& [place, paper] : turn.state.dossier.papers) {
        for (const AttachedFile& file : paper.files) {
            if (file.removed) {
                handles.push_back(file.picked.handle);
            }
        }
        std::erase_if(paper.files, [](const AttachedFile& file) { return file.removed; });
    }
    drop(turn, std::move(handles));
}

void drop_files(Turn& turn, const Papers& papers) {
    std::vector<int> handles;
    for (const auto& [place, paper] : papers) {
        for (const AttachedFile& file : paper.files) {
            handles.push_back(file.picked.handle);
        }
    }
    drop(turn, std::move(handles));
}

bool all_sent(const State& state) {
    const std::vector<dossier::FileEntry> files = current_files(state);
    return std::all_of(files.begin(), files.end(), [](const auto& file) { return !file.upload.empty(); });
}

bool any_failed_at(const State& state, const std::string& place) {
    const std::vector<AttachedFile> files = files_at(state, place);
    return std::any_of(files.begin(), files.end(),
                       [](const AttachedFile& file) { return file.state == FileState::Failed; });
}

bool any_failed(const State& state) {
    const std::vector<std::string> places = file_places(state);
    return std::any_of(places.begin(), places.end(),
                       [&](const std::string& place) { return any_failed_at(state, place); });
}

}  // namespace motcua::app
