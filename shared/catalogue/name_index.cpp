#include "shared/catalogue/name_index.hpp"

#include <cstdint>
#include <utility>

#include "shared/catalogue/procedure.hpp"

namespace motcua::catalogue {
namespace {

/// FNV-1a
std::size_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
}

}  // namespace

NameIndex::NameIndex(const Procedure& procedure) {
    for (std::size_t group = 0; group < procedure.groups.size(); ++group) {
        add_group(procedure, group);
    }
    for (std::size_t i = 0; i < procedure.computed.size(); ++i) {
        add(procedure.computed[i].id, {Name::Kind::Computed, -1, static_cast<int>(i), -1});
    }
    add("channel", {Name::Kind::Channel, -1, -1, -1});
    add("today", {Name::Kind::Today, -1, -1, -1});
    make_table();
}

void NameIndex::add(std::string text, Name name) {
    entries_.push_back({std::move(text), name});
}

void NameIndex::add_group(const Procedure& procedure, std::size_t at) {
    const Group& group = procedure.groups[at];
    const int index = static_cast<int>(at);
    GroupSlots own;
    if (group.repeat) {
        own.count_slot = single_slots_++;
        add(group.id, {Name::Kind::Rows, index, -1, static_cast<int>(own.count_slot)});
    }
    std::size_t& next = group.repeat ? own.row_slots : single_slots_;
    for (std::size_t i = 0; i < group.questions.size(); ++i) {
        const Question& question = group.questions[i];
        const int item = static_cast<int>(i);
        own.slots.push_back(next);
        add(question.id, {Name::Kind::Question, index, item, static_cast<int>(next)});
        if (question.type != QuestionType::Address) {
            ++next;
            continue;
        }
        for (const char* part : {".province", ".commune", ".line"}) {
            add(question.id + part, {Name::Kind::Part, index, item, static_cast<int>(next++)});
        }
    }
    groups_.push_back(std::move(own));
}

void NameIndex::make_table() {
    std::size_t size = 16;
    while (size < entries_.size() * 2) {
        size *= 2;
    }
    table_.assign(size, -1);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t at = hash_of(entries_[i].text) & (size - 1);
        while (table_[at] >= 0) {
            at = (at + 1) & (size - 1);
        }
        table_[at] = static_cast<int>(i);
    }
}

const Name* NameIndex::find(std::string_view name) const {
    if (table_.empty()) {
        return nullptr;
    }
    const std::size_t mask = table_.size() - 1;
    for (std::size_t at = hash_of(name) & mask; table_[at] >= 0; at = (at + 1) & mask) {
        const Entry& entry = entries_[static_cast<std::size_t>(table_[at])];
        if (entry.text == name) {
            return &entry.name;
        }
    }
    return nullptr;
}

}  // namespace motcua::catalogue
