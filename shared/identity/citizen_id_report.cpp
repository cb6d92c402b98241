#include "shared/identity/citizen_id_report.hpp"

#include <algorithm>
#include <array>

namespace motcua::identity {
namespace {

struct ProvinceName {
    std::string_view code;
    std::string_view name;
};

// Generated from assets/places/citizen_id_provinces.json. The names stand apart from the codes,
// so that a program which does not print them does not carry them.
#include "shared/identity/citizen_id_province_names.inc"

void note(std::vector<Finding>& findings, std::string_view code) {
    if (!code.empty()) {
        findings.push_back({"citizen_id", std::string(code), {}});
    }
}

}  // namespace

std::string_view citizen_id_province_name(std::string_view code) {
    const auto* const found =
        std::lower_bound(kProvinceNames.begin(), kProvinceNames.end(), code,
                         [](const ProvinceName& row, std::string_view wanted) { return row.code < wanted; });
    return found != kProvinceNames.end() && found->code == code ? found->name : std::string_view();
}

CitizenIdReport report_citizen_id(std::string_view text, const KnownOfPerson& known) {
    CitizenIdReport report;
    report.id = read_citizen_id(text);
    note(report.findings, check_citizen_id(text));
    if (!report.id) {
        return report;
    }
    report.province_name = citizen_id_province_name(report.id->province);
    note(report.findings, check_citizen_id_fits(text, known.born, std::nullopt));
    note(report.findings, check_citizen_id_fits(text, std::nullopt, known.sex));
    if (known.today && report.id->birth_year > known.today->year) {
        note(report.findings, "citizen_id_future");
    }
    if (!report.id->province_known) {
        note(report.remarks, "citizen_id_province");
    }
    return report;
}

}  // namespace motcua::identity
