#include "backend/services/agency_offices.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "backend/services/files.hpp"
#include "shared/agency/agency.hpp"

namespace motcua::backend::services {

namespace {

storage::OfficeRecord record_of(const agency::Agency& agency, const agency::Office& office) {
    return {.id = office.id,
            .name = office.name.in("vi") + " (minh họa)",
            .address = office.address,
            .commune = office.commune,
            // Dossier codes begin with it; an office of the whole province has the province's.
            .unit_code = office.commune.empty() ? agency.provinces.front() : office.commune,
            .verified = office.from.verified,
            .procedures = office.procedures,
            .lat = office.coordinates ? office.coordinates->lat : "",
            .lon = office.coordinates ? office.coordinates->lon : ""};
}

bool is_profile(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return file.extension() == ".json" && name.find(".schema") == std::string::npos;
}

}  // namespace

Result<std::vector<storage::OfficeRecord>> demonstration_offices(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
        if (is_profile(entry.path())) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<storage::OfficeRecord> offices;
    for (const std::filesystem::path& file : files) {
        MC_TRY_ASSIGN(const json::Value value, read_json_file(file));
        auto agency = agency::read_agency(value);
        if (!agency) {
            return in_file(file, std::move(agency).error());
        }
        for (const agency::Office& office : agency->offices) {
            offices.push_back(record_of(*agency, office));
        }
    }
    return offices;
}

}  // namespace motcua::backend::services
