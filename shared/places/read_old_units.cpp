#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/json/shape.hpp"
#include "shared/places/old_units.hpp"
#include "shared/places/words.hpp"

namespace motcua::places {
namespace {

constexpr std::string_view kShape = "shape";
constexpr std::size_t kCommuneDigits = 5;
constexpr std::array<std::string_view, 8> kKinds = {"xa",   "phuong", "thi tran",  "huyen",
                                                    "quan", "thi xa", "thanh pho", "tinh"};

/// Kinds of communes by the sign before their names; "" for those without one.
using Kinds = std::vector<std::pair<std::string, std::string>>;

OldUnits::Name name_of(std::string full) {
    OldUnits::Name name;
    name.plain = plain_words(full);
    for (const std::string_view kind : kKinds) {
        if (name.plain.size() > kind.size() && name.plain.compare(0, kind.size(), kind) == 0 &&
            name.plain[kind.size()] == ' ') {
            name.kind = kind;
            name.plain.erase(0, kind.size() + 1);
            break;
        }
    }
    name.words = static_cast<std::size_t>(std::count(name.plain.begin(), name.plain.end(), ' ')) + 1;
    name.full = std::move(full);
    return name;
}

/// ".12" → "Phường 12"
std::string with_kind(std::string_view given, const Kinds& kinds) {
    std::string_view kind;
    for (const auto& [sign, word] : kinds) {
        if (sign.empty() && kind.empty()) {
            kind = word;
        } else if (!sign.empty() && given.substr(0, sign.size()) == sign) {
            kind = word;
            given.remove_prefix(sign.size());
        }
    }
    return given.empty() ? std::string() : std::string(kind) + " " + std::string(given);
}

void add_successor(std::vector<OldUnits::Commune>& communes, std::string full, std::string_view code) {
    auto commune = std::find_if(communes.begin(), communes.end(),
                                [&full](const OldUnits::Commune& one) { return one.name.full == full; });
    if (commune == communes.end()) {
        commune = communes.insert(communes.end(), OldUnits::Commune{name_of(std::move(full)), {}});
    }
    commune->successors.emplace_back(code);
}

bool is_code(std::string_view text) {
    return text.size() == kCommuneDigits && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// ["Huyện Trà Cú","29461:Ngãi Xuyên,~Trà Cú|29489:Hàm Giang"]: behind each code of today the old
/// communes that are now in it.
std::optional<OldUnits::District> read_district(const json::Value& row, const Kinds& kinds) {
    const json::Array* cells = row.array();
    if (cells == nullptr || cells->size() != 2 || (*cells)[0].string() == nullptr ||
        (*cells)[1].string() == nullptr) {
        return std::nullopt;
    }
    OldUnits::District district;
    district.name = name_of(*(*cells)[0].string());
    for (std::string_view groups = *(*cells)[1].string(); !groups.empty();) {
        std::string_view names = take_until(groups, '|');
        const std::string_view code = take_until(names, ':');
        if (!is_code(code)) {
            return std::nullopt;
        }
        do {
            add_successor(district.communes, with_kind(take_until(names, ','), kinds), code);
        } while (!names.empty());
    }
    return district.communes.empty() ? std::nullopt : std::optional(std::move(district));
}

OldUnits::Province read_province(json::Shape& shape, const Kinds& kinds) {
    OldUnits::Province province;
    for (const json::Value& name : shape.array("names")) {
        if (const std::string* full = name.string()) {
            province.names.push_back(name_of(*full));
        }
    }
    if (province.names.empty()) {
        shape.note("names", "range");
    }
    const json::Array& rows = shape.array("districts");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::optional<OldUnits::District> district = read_district(rows[i], kinds);
        if (!district) {
            shape.note(json::item_path("districts", i), "type");
            break;
        }
        province.districts.push_back(*std::move(district));
    }
    shape.close();
    return province;
}

Kinds read_kinds(json::Shape& file) {
    Kinds kinds;
    const json::Object* members = file.any("kinds").object();
    if (members == nullptr) {
        file.note("kinds", "type");
        return kinds;
    }
    for (const auto& [sign, word] : *members) {
        kinds.emplace_back(sign, word.string() != nullptr ? *word.string() : "");
    }
    return kinds;
}

}  // namespace

Result<OldUnits> OldUnits::read(const json::Value& file) {
    std::vector<Finding> findings;
    json::Shape shape(file, "", kShape, findings);
    shape.expect("v", 1);
    for (const char* fact :
         {"source", "licence", "checked_on", "valid_until", "successors_from", "successors_as_of"}) {
        shape.text(fact);
    }
    shape.boolean("verified");
    const Kinds kinds = read_kinds(shape);
    const json::Array& items = shape.array("provinces");
    OldUnits units;
    for (std::size_t i = 0; i < items.size() && findings.empty(); ++i) {
        json::Shape item(items[i], json::item_path("provinces", i), kShape, findings);
        units.provinces_.push_back(read_province(item, kinds));
    }
    shape.close();
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "places: the old units are not as described",
                     std::move(findings)};
    }
    return units;
}

}  // namespace motcua::places
