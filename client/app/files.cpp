#include "client/app/files.hpp"

#include <algorithm>
#include <iterator>

#include "client/app/journey.hpp"

namespace motcua::app {

const catalogue::Question* file_question(const State& state, const std::string& place) {
    const auto spot = spot_of(state, place);
    return spot && spot->question->type == catalogue::QuestionType::File ? spot->question : nullptr;
}

std::string files_base(const State& state, const std::string& place) {
    return file_question(state, place) == nullptr ? document_id(place) : field_id(place);
}

std::string picker_id(const State& state, const std::string& place) {
    return file_question(state, place) == nullptr ? document_id(place) + ".files" : field_id(place);
}

std::vector<AttachedFile> files_at(const State& state, const std::string& place) {
    std::vector<AttachedFile> files;
    const auto paper = state.dossier.papers.find(place);
    if (paper != state.dossier.papers.end()) {
        std::copy_if(paper->second.files.begin(), paper->second.files.end(), std::back_inserter(files),
                     [](const AttachedFile& file) { return !file.removed; });
    }
    return files;
}

const AttachedFile* removed_file(const State& state) {
    for (const auto& [place, paper] : state.dossier.papers) {
        const auto file = std::find_if(paper.files.begin(), paper.files.end(),
                                       [](const AttachedFile& each) { return each.removed; });
        if (file != paper.files.end()) {
            return &*file;
        }
    }
    return nullptr;
}

std::vector<std::string> file_places(const State& state) {
    std::vector<std::string> places;
    for (const form::GivenDocument& given : current_form(state).documents) {
        if (given.provision == form::Provision::Attached) {
            places.push_back(given.id);
        }
    }
    for (const form::Spot& spot : current_walk(state).asked) {
        if (spot.question->type == catalogue::QuestionType::File) {
            places.push_back(spot.id);
        }
    }
    return places;
}

std::size_t most_files(const catalogue::Question& question) {
    return question.most > 0 ? static_cast<std::size_t>(question.most) : kMostFiles;
}

}  // namespace motcua::app
