#include "client/app/editions.hpp"

#include <utility>

#include "client/app/wording.hpp"

namespace motcua::app {

namespace {

catalogue::Text text_of(const json::Value& item, const json::Value& edition, std::string_view name) {
    const json::Value* value = edition.find(name);
    return catalogue::Text::read(value == nullptr ? item.find(name) : value);
}

std::string today_of(const State& state) {
    return calendar::iso(state.shell.today());
}

Sentence about_day(const State& state, const char* key, const std::string& iso_day) {
    const calendar::Date day = calendar::parse_iso(iso_day).value_or(calendar::Date{});
    return {key, {{"day", date_text(state.shell.texts(), day)}}};
}

}  // namespace

std::vector<Listed> read_index(const json::Value& file) {
    std::vector<Listed> index;
    for (const json::Value& item : file.array_at("procedures")) {
        for (const json::Value& edition : item.array_at("editions")) {
            const json::Value* days = edition.find("in_force");
            Listed listed{item.text_or("code"),
                          edition.text_or("edition"),
                          {},
                          text_of(item, edition, "name"),
                          text_of(item, edition, "summary"),
                          text_of(item, edition, "field"),
                          text_of(item, edition, "also")};
            if (days != nullptr) {
                listed.in_force = {days->text_or("from"), days->text_or("until")};
            }
            if (!listed.code.empty() && !listed.name.empty()) {
                index.push_back(std::move(listed));
            }
        }
    }
    return index;
}

const Listed* in_force(const State& state, std::string_view code) {
    const Listed* found = nullptr;
    for (const Listed* listed : offered(state)) {
        found = listed->code == code ? listed : found;
    }
    return found;
}

const Listed* listed_now(const State& state, std::string_view code) {
    const Listed* found = in_force(state, code);
    for (std::size_t i = state.index.size(); found == nullptr && i-- > 0;) {
        found = state.index[i].code == code ? &state.index[i] : nullptr;
    }
    return found;
}

std::vector<const Listed*> offered(const State& state) {
    const std::string today = today_of(state);
    std::vector<const Listed*> all;
    for (const Listed& listed : state.index) {
        if (!listed.in_force.on(today)) {
            continue;
        }
        // The editions of a procedure stand together, the newest last.
        if (all.empty() || all.back()->code != listed.code) {
            all.push_back(nullptr);
        }
        all.back() = &listed;
    }
    return all;
}

bool is_over(const State& state) {
    const std::string& until = state.procedure->in_force.until_day;
    return !until.empty() && until < today_of(state);
}

Sentence closed(const State& state) {
    for (const Listed& listed : state.index) {
        if (listed.code == state.procedure_code && today_of(state) < listed.in_force.from_day) {
            return about_day(state, "edition.begins", listed.in_force.from_day);
        }
    }
    const Listed* last = listed_now(state, state.procedure_code);
    return last == nullptr ? Sentence{} : about_day(state, "edition.over", last->in_force.until_day);
}

}  // namespace motcua::app
