#include <algorithm>

#include "shared/json/shape.hpp"
#include "shared/places/places.hpp"
#include "shared/places/search.hpp"

namespace motcua::places {
namespace {

constexpr std::string_view kShape = "shape";
constexpr std::size_t kProvinceDigits = 2;
constexpr std::size_t kCommuneDigits = 5;

bool is_code(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789") == std::string_view::npos;
}

template <class Unit>
void sort_by_code(std::vector<Unit>& units) {
    std::sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.code < b.code; });
}

template <class Unit>
bool has_twins(const std::vector<Unit>& sorted) {
    return std::adjacent_find(sorted.begin(), sorted.end(),
                              [](const Unit& a, const Unit& b) { return a.code == b.code; }) != sorted.end();
}

std::vector<std::string> read_kinds(json::Shape& file) {
    std::vector<std::string> kinds;
    for (const json::Value& kind : file.array("kinds")) {
        if (const std::string* word = kind.string()) {
            kinds.push_back(*word);
        } else {
            file.note("kinds", "type");
        }
    }
    return kinds;
}

/// ["29461",0,"Trà Cú"]: code, index into kinds, name.
bool read_commune(const json::Value& row, const std::vector<std::string>& kinds, Commune& out) {
    const json::Array* cells = row.array();
    if (cells == nullptr || cells->size() != 3) {
        return false;
    }
    const std::string* code = (*cells)[0].string();
    const std::int64_t* kind = (*cells)[1].integer();
    const std::string* name = (*cells)[2].string();
    if (code == nullptr || kind == nullptr || name == nullptr || !is_code(*code, kCommuneDigits) ||
        *kind < 0 || *kind >= static_cast<std::int64_t>(kinds.size()) || name->empty()) {
        return false;
    }
    out.code = *code;
    out.name = *name;
    out.full = kinds[static_cast<std::size_t>(*kind)] + " " + *name;
    out.key = search_key_of(out.full);
    return true;
}

Province read_province(json::Shape& shape, const std::vector<std::string>& kinds,
                       std::vector<Commune>& communes) {
    Province province;
    province.code = shape.text("code");
    if (!is_code(province.code, kProvinceDigits)) {
        shape.note("code", "range");
    }
    province.name = shape.text("name");
    province.full = shape.text("kind") + " " + province.name;
    province.key = search_key_of(province.full);
    const json::Array& rows = shape.array("communes");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Commune commune;
        commune.province = province.code;
        if (!read_commune(rows[i], kinds, commune)) {
            shape.note(json::item_path("communes", i), "type");
            break;
        }
        communes.push_back(std::move(commune));
    }
    shape.close();
    return province;
}

}  // namespace

Result<Places> Places::read(const json::Value& file) {
    std::vector<Finding> findings;
    json::Shape shape(file, "", kShape, findings);
    shape.expect("v", 1);
    shape.text("source");
    shape.text("licence");
    shape.text("checked_on");
    shape.boolean("verified");
    const std::vector<std::string> kinds = read_kinds(shape);
    const json::Array& items = shape.array("provinces");
    Places places;
    for (std::size_t i = 0; i < items.size() && findings.empty(); ++i) {
        json::Shape item(items[i], json::item_path("provinces", i), kShape, findings);
        places.provinces_.push_back(read_province(item, kinds, places.communes_));
    }
    shape.close();
    sort_by_code(places.provinces_);
    sort_by_code(places.communes_);
    if (has_twins(places.provinces_) || has_twins(places.communes_)) {
        shape.note("provinces", "range");
    }
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "places: the table is not as described", std::move(findings)};
    }
    return places;
}

}  // namespace motcua::places
