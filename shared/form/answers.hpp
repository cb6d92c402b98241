#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motcua::form {

/// Answers by id, canonical: NFC, trimmed, dates ISO, options by id, "yes"/"no"
/// (catalogue::QuestionType says each form). An address is three answers: <id>.province,
/// <id>.commune, <id>.line. In a repeated group <group> is the number of rows, and the answers
/// of row 0 are <group>.0.<question>.
///
/// A map that lies in one piece of memory, in the order of the ids. It works as std::map does as
/// far as that is needed; adding and taking out end all iterators.
class Answers {
public:
    using value_type = std::pair<std::string, std::string>;
    using iterator = std::vector<value_type>::iterator;
    using const_iterator = std::vector<value_type>::const_iterator;

    Answers() = default;
    Answers(std::initializer_list<value_type> answers) {
        for (const value_type& answer : answers) {
            emplace(answer.first, answer.second);
        }
    }
    /// Answers in any order; of those with one id the first stays.
    static Answers sorted(std::vector<value_type> answers) {
        const auto before = [](const value_type& a, const value_type& b) { return a.first < b.first; };
        if (!std::is_sorted(answers.begin(), answers.end(), before)) {
            std::stable_sort(answers.begin(), answers.end(), before);
        }
        const auto same = [](const value_type& a, const value_type& b) { return a.first == b.first; };
        answers.erase(std::unique(answers.begin(), answers.end(), same), answers.end());
        Answers made;
        made.items_ = std::move(answers);
        return made;
    }

    [[nodiscard]] iterator begin() { return items_.begin(); }
    [[nodiscard]] iterator end() { return items_.end(); }
    [[nodiscard]] const_iterator begin() const { return items_.begin(); }
    [[nodiscard]] const_iterator end() const { return items_.end(); }
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] bool empty() const { return items_.empty(); }

    [[nodiscard]] iterator find(std::string_view id) {
        const auto at = place(id);
        return at != end() && at->first == id ? at : end();
    }
    [[nodiscard]] const_iterator find(std::string_view id) const {
        const auto at = std::lower_bound(begin(), end(), id, before_id);
        return at != end() && at->first == id ? at : end();
    }
    /// The first answer whose id is not before this one.
    [[nodiscard]] iterator lower_bound(std::string_view id) { return place(id); }
    [[nodiscard]] bool contains(std::string_view id) const { return find(id) != end(); }
    [[nodiscard]] std::size_t count(std::string_view id) const { return contains(id) ? 1 : 0; }
    /// Only for an id that is there.
    [[nodiscard]] const std::string& at(std::string_view id) const { return find(id)->second; }

    std::string& operator[](std::string_view id) { return emplace(id, "").first->second; }
    /// The answer with this id, and whether it is new.
    std::pair<iterator, bool> emplace(std::string_view id, std::string_view answer) {
        const auto at = place(id);
        if (at != end() && at->first == id) {
            return {at, false};
        }
        return {items_.emplace(at, id, answer), true};
    }
    void insert_or_assign(std::string_view id, std::string answer) { (*this)[id] = std::move(answer); }
    iterator erase(const_iterator at) { return items_.erase(at); }
    std::size_t erase(std::string_view id) {
        const auto at = find(id);
        if (at == end()) {
            return 0;
        }
        items_.erase(at);
        return 1;
    }
    void clear() { items_.clear(); }

    bool operator==(const Answers&) const = default;

private:
    static bool before_id(const value_type& answer, std::string_view id) { return answer.first < id; }
    iterator place(std::string_view id) { return std::lower_bound(begin(), end(), id, before_id); }

    std::vector<value_type> items_;
};

}  // namespace motcua::form
