#include "shared/form/competence.hpp"

#include <algorithm>
#include <string_view>

namespace motcua::form {
namespace {

bool holds(const std::vector<std::string>& units, const std::string& unit) {
    return std::find(units.begin(), units.end(), unit) != units.end();
}

void add(std::vector<std::string>& units, const std::string& unit) {
    if (!unit.empty() && !holds(units, unit)) {
        units.push_back(unit);
    }
}

/// A commune's province; of anything else itself.
const std::string& province_of(const std::string& unit, const places::Places& places) {
    const places::Commune* commune = places.commune(unit);
    return commune == nullptr ? unit : commune->province;
}

std::string name_of(const std::string& unit, const places::Places& places) {
    const places::Commune* commune = places.commune(unit);
    const places::Province* province = places.province(province_of(unit, places));
    const std::string name = province == nullptr ? unit : province->full;
    return commune == nullptr ? name : commune->full + " (" + name + ")";
}

}  // namespace

Jurisdiction jurisdiction(const catalogue::Procedure& procedure, const Answers& answers,
                          const places::Places& places) {
    constexpr std::string_view kProvince = ".province";
    Jurisdiction where;
    const catalogue::Competence& competence = procedure.competence;
    for (const std::string& address : competence.by) {
        const auto unit = answers.find(address + (competence.province ? ".province" : ".commune"));
        if (unit != answers.end()) {
            add(where.units, unit->second);
            add(where.provinces, province_of(unit->second, places));
        }
    }
    for (const auto& [id, value] : answers) {
        if (where.units.empty() && id.size() > kProvince.size() &&
            std::string_view(id).substr(id.size() - kProvince.size()) == kProvince) {
            add(where.provinces, value);
        }
    }
    return where;
}

std::string province_of(const OfficePlace& office, const places::Places& places) {
    const places::Commune* commune = places.commune(office.commune);
    if (commune != nullptr) {
        return commune->province;
    }
    return places.province(office.province) == nullptr ? "" : office.province;
}

OfficeFit fit(const Jurisdiction& where, const OfficePlace& office, const places::Places& places) {
    const std::string province = province_of(office, places);
    if (holds(where.units, office.commune) || holds(where.units, province)) {
        return OfficeFit::Competent;
    }
    if (province.empty() || where.provinces.empty()) {
        return OfficeFit::Unknown;
    }
    return holds(where.provinces, province) ? OfficeFit::SameProvince : OfficeFit::OtherProvince;
}

std::string unit_names(const std::vector<std::string>& units, const places::Places& places) {
    std::string names;
    for (const std::string& unit : units) {
        names += (names.empty() ? "" : ", ") + name_of(unit, places);
    }
    return names;
}

std::optional<Finding> check_office(const catalogue::Procedure& procedure, const Jurisdiction& where,
                                    const OfficePlace& office, const places::Places& places) {
    const OfficeFit found = fit(where, office, places);
    const bool far = found == OfficeFit::OtherProvince;
    const bool told = !where.units.empty();
    if (!far && !(told && found == OfficeFit::SameProvince)) {
        return std::nullopt;
    }
    const std::string province = unit_names({province_of(office, places)}, places);
    if (!told) {
        return Finding{"office",
                       "office_far",
                       {{"province", province}, {"provinces", unit_names(where.provinces, places)}}};
    }
    const std::string units = unit_names(where.units, places);
    if (procedure.competence.must) {
        return Finding{"office", kOfficeRefused, {{"places", units}}};
    }
    return far ? Finding{"office", "office_other_province", {{"places", units}, {"province", province}}}
               : Finding{"office", "office_same_province", {{"places", units}}};
}

}  // namespace motcua::form
