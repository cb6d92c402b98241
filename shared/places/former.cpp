#include "shared/places/former.hpp"

#include <algorithm>

#include "shared/places/words.hpp"
#include "shared/text/text.hpp"

namespace motcua::places {
namespace {

/// Collects what answers a text, one entry a code.
class Answering {
public:
    Answering(std::string_view typed, std::size_t limit)
        : key_(" " + text::search_key(typed)), limit_(limit) {}

    void look_at(const std::string& code, const std::string& name) {
        if (key_.size() < 2 || (" " + text::search_key(name)).find(key_) == std::string::npos) {
            return;
        }
        const auto same =
            std::find_if(found.begin(), found.end(), [&code](const Former& one) { return one.code == code; });
        if (same != found.end()) {
            same->name += "; " + name;
        } else if (found.size() < limit_) {
            found.push_back({code, name});
        }
    }
    std::vector<Former> found;

private:
    std::string key_;
    std::size_t limit_;
};

/// Goes through ["Huyện Trà Cú","29461:Ngãi Xuyên,~Trà Cú|29489:Hàm Giang"]: see(district, code, names).
template <class See>
void each_successor(const json::Value& row, See see) {
    const json::Array* cells = row.array();
    if (cells == nullptr || cells->size() != 2 || (*cells)[0].string() == nullptr ||
        (*cells)[1].string() == nullptr) {
        return;
    }
    for (std::string_view groups = *(*cells)[1].string(); !groups.empty();) {
        std::string_view names = take_until(groups, '|');
        const std::string code(take_until(names, ':'));
        see(*(*cells)[0].string(), code, names);
    }
}

/// "~Trà Cú" → "Thị trấn Trà Cú"
std::string with_kind(std::string_view name, const json::Value* kinds) {
    const bool plain = name.empty() || (name[0] != '.' && name[0] != '~');
    const std::string_view sign = name.substr(0, plain ? 0 : 1);
    const std::string kind = kinds == nullptr ? "" : kinds->text_or(sign);
    return kind + (kind.empty() ? "" : " ") + std::string(name.substr(sign.size()));
}

}  // namespace

std::vector<Former> former_provinces(const json::Value& file, const Places& places, std::string_view typed,
                                     std::size_t limit) {
    Answering answering(typed, limit);
    for (const json::Value& old : file.array_at("provinces")) {
        // Provinces were merged whole: one commune tells where all of them are.
        const Commune* commune = nullptr;
        for (const json::Value& row : old.array_at("districts")) {
            each_successor(row, [&](const std::string&, const std::string& code, std::string_view) {
                commune = commune == nullptr ? places.commune(code) : commune;
            });
        }
        for (const json::Value& name : old.array_at("names")) {
            if (commune != nullptr && name.string() != nullptr) {
                answering.look_at(commune->province, *name.string());
            }
        }
    }
    return std::move(answering.found);
}

std::vector<Former> former_communes(const json::Value& file, const Places& places, std::string_view province,
                                    std::string_view typed, std::size_t limit) {
    Answering answering(typed, limit);
    const json::Value* kinds = file.find("kinds");
    for (const json::Value& old : file.array_at("provinces")) {
        for (const json::Value& row : old.array_at("districts")) {
            each_successor(
                row, [&](const std::string& district, const std::string& code, std::string_view names) {
                    const Commune* commune = places.commune(code);
                    while (commune != nullptr && commune->province == province && !names.empty()) {
                        answering.look_at(code, with_kind(take_until(names, ','), kinds) + ", " + district);
                    }
                });
        }
    }
    return std::move(answering.found);
}

}  // namespace motcua::places
